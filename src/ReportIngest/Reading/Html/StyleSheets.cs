using System.Buffers;
using System.Text.RegularExpressions;
using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;
using Dom = AngleSharp.Dom;

namespace ReportIngest.Reading.Html;

/// <summary>
/// What the page's own style sheets say against the digits of a cell: that they are hidden, struck out, raised, pale. It makes them doubtful and hides nothing:
/// which rule outweighs which is not asked, nor what the sheets say that the page links to.
/// </summary>
internal sealed partial class StyleSheets
{
    /// <summary>Ten times what a page has in itself; more would cost more time than they can be worth.</summary>
    private const int MostRules = 1000;

    /// <summary>Looked at from the element outwards, for each may stand anywhere around the one before: with more, the time grows beyond all bounds.</summary>
    private const int MostSteps = 3;

    /// <summary>What parts the steps of a selector.</summary>
    private static readonly char[] Between = [' ', '\t', '\n', '\r', '\f', '>', '+', '~'];

    private static readonly SearchValues<char> AnyBetween = SearchValues.Create(Between);

    private static readonly CssSelectorParser Selectors = new();

    /// <summary>By what the last part of a selector names: a class (<c>.a</c>), an id (<c>#a</c>), an element, or anything (<c>*</c>).</summary>
    private readonly Dictionary<string, List<Rule>> _rules = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The rules that an element's names may mean: thousands of elements have few.</summary>
    private readonly Dictionary<(string, string?, string?), Rule[]> _named = [];

    private readonly HashSet<double> _sizes = [];

    private int _count;

    /// <param name="sets">It gives letters a colour or size of their own.</param>
    /// <param name="grounds">It lays a colour behind them.</param>
    /// <param name="size">Of the letters, where it says one.</param>
    /// <param name="shift">The same of how far they stand off their line.</param>
    private sealed class Rule(string selector, Traits traits, bool sets, bool grounds, double? size, double? shift)
    {
        // Read when an element of its name comes: of a site's hundreds of rules a report's tables ask for a few.
        private readonly Lazy<ISelector?> _selector = new(() => Near(selector) is { } near ? Selectors.ParseSelector(near) : null, isThreadSafe: false);

        public Traits Traits => traits;

        public bool Sets => sets;

        public bool Grounds => grounds;

        public double? Size => size;

        public double? Shift => shift;

        public bool Holds(Dom.Element element) => _selector.Value?.Match(element, null) ?? false;
    }

    /// <summary>Null where nothing in the <c>style</c> elements tells against any digit.</summary>
    public static StyleSheets? Of(IReadOnlyList<Dom.Element> styles)
    {
        var sheets = new StyleSheets();
        var tells = false;
        foreach (var style in styles)
        {
            if (!StyleRules.IsScreen(Elements.Attribute(style, "media") ?? "")) continue;
            foreach (var (selectors, declarations) in StyleRules.Of(style.TextContent)) tells |= sheets.Add(selectors.Span, declarations.Span);
        }

        return tells || sheets._sizes.Count > 1 ? sheets : null;
    }

    /// <summary><see cref="Traits.Pale"/> and <see cref="Traits.White"/> as the sheets have it; a mark that is raised anyway is none of them.</summary>
    public Traits Of(Dom.Element element, Traits its)
    {
        var traits = Traits.None;
        foreach (var rule in For(element)) traits |= rule.Traits;
        if ((traits & Traits.Unseen) != Traits.None || (traits.HasFlag(Traits.Raised) && !its.HasFlag(Traits.Raised))) traits |= Traits.Pale;
        return traits & (Traits.Pale | Traits.White);
    }

    public bool SetLetters(Dom.Element element) => For(element).Any(rule => rule.Sets);

    public bool LayGround(Dom.Element element) => For(element).Any(rule => rule.Grounds);

    /// <summary>The size of the letters that the rules for the element say; null where none does.</summary>
    public double? SizeOf(Dom.Element element) => For(element).LastOrDefault(rule => rule.Size is not null)?.Size;

    /// <summary>How far the rules for the element say that its letters stand off their line; null where none does.</summary>
    public double? ShiftOf(Dom.Element element) => For(element).LastOrDefault(rule => rule.Shift is not null)?.Shift;

    private IEnumerable<Rule> For(Dom.Element element)
    {
        var names = (element.LocalName, Elements.Attribute(element, "class"), Elements.Attribute(element, "id"));
        if (!_named.TryGetValue(names, out var rules)) _named[names] = rules = [.. Named(names)];
        return rules.Length == 0 ? rules : rules.Where(rule => rule.Holds(element));
    }

    private IEnumerable<Rule> Named((string Element, string? Classes, string? Id) names)
    {
        IEnumerable<string> all = ["*", names.Element];
        if (names.Classes is { } classes) all = all.Concat(classes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(name => '.' + name));
        if (names.Id is { } id) all = all.Append('#' + id);
        return all.SelectMany(name => _rules.GetValueOrDefault(name) ?? []);
    }

    /// <summary>Whether the rule tells against digits.</summary>
    private bool Add(ReadOnlySpan<char> selectors, ReadOnlySpan<char> declarations)
    {
        if (!Elements.MayDecide(declarations)) return false;
        var style = new Declarations(declarations);
        var traits = Elements.Of(style);
        var sets = Elements.SetsLetters(style);
        var grounds = PaleText.HasGround(style);
        var size = PaleText.Size(style);
        var shift = PaleText.Shift(style);
        if (traits == Traits.None && !sets && !grounds && shift is null) return false;

        // What a bracket holds may have commas and blanks of its own.
        foreach (var selector in selectors.Contains('(') ? [selectors.ToString()] : selectors.ToString().Split(','))
        {
            if (_count == MostRules) break;
            var name = LastName(selector.Trim());
            if (!_rules.TryGetValue(name, out var rules)) _rules[name] = rules = [];
            rules.Add(new Rule(selector.Trim(), traits, sets, grounds, size, shift));
            _count++;
        }

        if (size is { } said) _sizes.Add(said);
        return traits != Traits.None || shift is < 0 or > 0;
    }

    /// <summary>A selector, or of one with more steps the last and those around it that say most (a class or an id), so that it means at least as much; null for one that cannot be cut.</summary>
    private static string? Near(string selector)
    {
        if (selector.AsSpan().ContainsAny("([")) return selector.Count(Between.Contains) < MostSteps ? selector : null;
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

    [GeneratedRegex(@"[+~]|[^\s>+~]+")]
    private static partial Regex Steps();

    private static string LastName(string selector)
    {
        if (selector.AsSpan().ContainsAny("([")) return "*";
        var last = selector.AsSpan(selector.AsSpan().LastIndexOfAny(AnyBetween) + 1);
        if (last.IndexOf(':') is >= 0 and var colon) last = last[..colon];
        var mark = last.LastIndexOfAny('.', '#');
        if (mark >= 0) last = last[mark..];
        return last.IsEmpty ? "*" : last.ToString();
    }
}
