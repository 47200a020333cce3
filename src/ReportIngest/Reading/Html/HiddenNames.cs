using System.Buffers;
using System.Collections.Frozen;
using Dom = AngleSharp.Dom;

namespace ReportIngest.Reading.Html;

/// <summary>Classes by which the frameworks that sites are built with hide an element. Their sheets are linked and not in the page: digits under such a name may not be seen.</summary>
internal static class HiddenNames
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "hidden", "hide", "d-none", "invisible", "sr-only", "visually-hidden", "screen-reader-text", "layui-hide", "is-hidden", "uk-hidden", "sort-key", "sortkey").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What parts the classes in the attribute.</summary>
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\n\f\r");

    public static bool AreOf(Dom.Element element)
    {
        if (Elements.Attribute(element, "class") is not { } classes) return false;
        foreach (var range in classes.AsSpan().SplitAny(Blanks))
        {
            if (Names.Contains(classes.AsSpan(range))) return true;
        }

        return false;
    }
}
