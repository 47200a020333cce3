using System.Buffers;
using System.Text.RegularExpressions;
using AngleSharp.Css;
using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;
using Dom = AngleSharp.Dom;

namespace ReportIngest.Reading.Html;

/// <summary>One selector of a style sheet, with what its rule says of letters.</summary>
internal sealed partial class SheetRule
{
    /// <summary>Looked at from the element outwards, for each may stand anywhere around the one before: with more, the time grows beyond all bounds.</summary>
    private const int MostSteps = 3;

    /// <summary>What parts the steps of a selector.</summary>
    private static readonly char[] Between = [' ', '\t', '\n', '\r', '\f', '>', '+', '~'];

    private static readonly SearchValues<char> AnyBetween = SearchValues.Create(Between);

    /// <summary>What has blanks, commas and marks of its own: brackets, and characters that mean no more than themselves.</summary>
    private static readonly SearchValues<char> Bracketing = SearchValues.Create("([\\");

    private static readonly CssSelectorParser Selectors = new();

    private readonly string _selector;

    private readonly string _selectors;

    private readonly bool _sure;

    // Cut and read when an element of its name comes: of a site's hundreds of rules a report's tables ask for a few.
    private (ISelector? Selector, bool IsWhole)? _near;

    private bool? _isSure;

    /// <param name="selectors">The whole list that <paramref name="selector"/> stands in.</param>
    /// <param name="sure">What it says holds wherever the list does.</param>
    public SheetRule(string selector, string selectors, string style, bool sure, int order)
    {
        (_selector, _selectors, _sure) = (selector, selectors, sure);
        Style = style;
        Order = order;
        var said = new Declarations(style);
        Traits = Elements.Of(said);
        Sets = Elements.SetsLetters(said);
        Grounds = PaleText.HasGround(said);
        Size = PaleText.Size(said);
        Shift = PaleText.Shift(said);
        TakesOut = Elsewhere.IsTakenOut(said);
        Displays = !said[Property.Display].IsEmpty;
        Hides = said.IsHidden;
        Insists = Displays && said.IsImportant(Property.Display);
        Tells = Traits != Traits.None || Sets || Grounds || Shift is not null || Displays || !said[Property.Visibility].IsEmpty || !said[Property.Opacity].IsEmpty;
    }

    /// <summary>It holds wherever its selector does, and its selector is known whole.</summary>
    public bool IsSure => _isSure ??= _sure && ArePlain(_selectors) && Cut.IsWhole;

    public string Style { get; }

    public int Order { get; }

    public Traits Traits { get; }

    /// <summary>It gives letters a colour or size of their own.</summary>
    public bool Sets { get; }

    /// <summary>It lays a colour behind them.</summary>
    public bool Grounds { get; }

    /// <summary>Of the letters, where it says one.</summary>
    public double? Size { get; }

    /// <summary>How far they stand off their line, where it says so.</summary>
    public double? Shift { get; }

    /// <summary>It takes the element out of what stands around it, which tells something of cells alone.</summary>
    public bool TakesOut { get; }

    /// <summary>It says whether the element is shown at all.</summary>
    public bool Displays { get; }

    /// <summary>It says that it is not.</summary>
    public bool Hides { get; }

    /// <summary>What it says of that it calls important.</summary>
    public bool Insists { get; }

    /// <summary>Its selector could not be read.</summary>
    public bool IsUnknown => Cut.Selector is null;

    /// <summary>Whether it can speak for or against digits.</summary>
    public bool Tells { get; }

    public Priority Weight => Cut.Selector?.Specificity ?? default;

    public bool Holds(Dom.Element element) => Cut.Selector?.Match(element, null) ?? false;

    private (ISelector? Selector, bool IsWhole) Cut => _near ??= Near(_selector) is { } near ? (Selectors.ParseSelector(near), near == _selector) : default;

    /// <summary>A list of selectors, one by one; what a bracket holds may have commas of its own.</summary>
    public static IEnumerable<string> Parts(string selectors) => (selectors.AsSpan().ContainsAny(Bracketing) ? [selectors] : selectors.Split(',')).Select(part => part.Trim());

    /// <summary>Whether a list of selectors holds nothing but names and attributes: one part that a browser does not know makes it pass over the whole rule.</summary>
    private static bool ArePlain(string selectors) => PlainList().IsMatch(selectors);

    /// <summary>What the last step of a selector names: a class (<c>.a</c>), an id (<c>#a</c>), an element, or anything (<c>*</c>).</summary>
    public static string LastName(string selector)
    {
        if (selector.AsSpan().ContainsAny(Bracketing)) return "*";
        var last = selector.AsSpan(selector.AsSpan().LastIndexOfAny(AnyBetween) + 1);
        if (last.IndexOf(':') is >= 0 and var colon) last = last[..colon];
        var mark = last.LastIndexOfAny('.', '#');
        if (mark >= 0) last = last[mark..];
        return last.IsEmpty ? "*" : last.ToString();
    }

    /// <summary>A selector, or of one with more steps the last and those around it that say most (a class or an id), so that it means at least as much; null for one that cannot be cut.</summary>
    private static string? Near(string selector)
    {
        if (selector.AsSpan().ContainsAny(Bracketing)) return selector.Count(Between.Contains) < MostSteps ? selector : null;
        if (selector.Split(Between, StringSplitOptions.RemoveEmptyEntries).Length <= MostSteps) return selector;
        List<string> steps = [];
        foreach (var range in Steps().EnumerateMatches(selector))
        {
            var step = selector.Substring(range.Index, range.Length);
            if (step is not ("+" or "~")) steps.Add(step);
            else if (steps.Count > 0) steps.RemoveAt(steps.Count - 1); // what stands beside an element is not around it
        }

        if (steps.Count == 0) return null;
        var around = steps.SkipLast(1).Index().OrderByDescending(step => step.Item.AsSpan().ContainsAny('.', '#')).ThenByDescending(step => step.Index).Take(MostSteps - 1);
        return string.Join(' ', around.OrderBy(step => step.Index).Select(step => step.Item).Append(steps[^1]));
    }

    [GeneratedRegex("""
        ^(?=[*.\#\[\w-])(?:(?:\s*[>+~,]\s*|\s+|^)(?=[*.\#\[\w-])(?:\*|-?[^\W\d][\w-]*)?(?:[.\#]-?[^\W\d][\w-]*|\[[\w-]+(?:[~|^$*]?=(?:-?[^\W\d][\w-]*|"[^"\\]*"|'[^'\\]*'))?\])*)+$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex PlainList();

    [GeneratedRegex(@"[+~]|[^\s>+~]+")]
    private static partial Regex Steps();
}
