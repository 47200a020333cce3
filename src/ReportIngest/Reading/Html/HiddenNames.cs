using System.Buffers;
using System.Text.RegularExpressions;
using Dom = AngleSharp.Dom;

namespace ReportIngest.Reading.Html;

/// <summary>Classes by which the frameworks that sites are built with hide an element, always or on some screens. Their sheets are linked, or were lost with the page around the report: digits under such a name may not be seen.</summary>
internal static partial class HiddenNames
{
    /// <summary>What every such name has in it: few classes come before the pattern.</summary>
    private static readonly SearchValues<string> Telling = SearchValues.Create(
        ["hid", "none", "visib", "nodisp", "noshow", "reader", "sr", "sort", "offscreen", "assistive", "print", "-show", "mobile", "phone", "dn", "dis", "tooltip", "opacity"], StringComparison.OrdinalIgnoreCase);

    /// <summary>What parts the classes in the attribute.</summary>
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\n\f\r");

    public static bool AreOf(Dom.Element element)
    {
        if (Elements.Attribute(element, "class") is not { } classes || !classes.AsSpan().ContainsAny(Telling)) return false;
        foreach (var range in classes.AsSpan().SplitAny(Blanks))
        {
            if (Name().IsMatch(classes.AsSpan(range))) return true;
        }

        return false;
    }

    // hidden, hide and invisible with a framework's or a screen's short name before them and screens behind them: overflow-hidden and border-none say something else.
    [GeneratedRegex(
        """
        ^(?:
          (?:[a-z0-9]{1,5}[-_:])?(?:hidden|hide|invisible)(?:[-_](?:xs|sm|md|lg|xl|xxl|pc|mobile|phone|tablet|desktop|small|medium|large|print|up|down|only|text))*
        | (?:[a-z]{1,3}[-_])?d(?:[-_](?:xs|sm|md|lg|xl|xxl|print))?[-_](?:none|print[-_](?:block|inline|table|flex))
        | (?:[a-z]{1,3}[-_])?dis(?:play)?[-_]?none | no[-_]?(?:display|show) | text[-_]hide
        | (?:visible|layui-show|(?:show|hide)-(?:for|on))[-_](?:xs|sm|md|lg|xl|xxl|pc|mobile|phone|tablet|desktop|small|medium|large|print|sr)(?:[-_](?:up|down|only|block|inline|inline-block))*
        | (?:mobile|phone|print)[-_](?:only|show|hide|hidden)
        | (?:is-)?sr[-_]only | screen[-_]?reader[-_]?(?:text|only) | visually[-_]?hidden | (?:element|aria|a11y|accessibly)[-_](?:hidden|invisible) | assistive[-_]text | offscreen
        | sort[-_]?(?:key|value) | f-dn | disn | undis | hid | hidden-?text | tool-?tip-?text | opacity-0
        )$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
