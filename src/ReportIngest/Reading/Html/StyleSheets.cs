using System.Text;
using Dom = AngleSharp.Dom;

namespace ReportIngest.Reading.Html;

/// <summary>
/// What the page's own style sheets say against the digits of a cell: that they are hidden, struck out, raised, pale, or that more stands beside them. Where rules that hold for sure outweigh each other, the last word counts;
/// one that holds under a condition only doubts. What the sheets say that the page links to is not asked.
/// </summary>
internal sealed class StyleSheets
{
    /// <summary>Ten times what a page has in itself; more would cost more time than they can be worth.</summary>
    private const int MostRules = 1000;

    /// <summary>By the last name of their selectors.</summary>
    private readonly Dictionary<string, List<SheetRule>> _rules = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The rules that an element's names may mean: thousands of elements have few.</summary>
    private readonly Dictionary<(string, string?, string?), SheetRule[]> _named = [];

    /// <summary>The element asked for last, of which several things are asked, and the rules that hold for it.</summary>
    private Dom.Element? _asked;

    private List<SheetRule> _holding = None;

    private readonly HashSet<double> _sizes = [];

    private readonly WrittenText _written = new();

    private int _count;

    /// <summary>Null where nothing in the <c>style</c> elements tells against any digit.</summary>
    public static StyleSheets? Of(IReadOnlyList<Dom.Element> styles)
    {
        var found = styles.Where(style => StyleRules.IsScreen(Elements.Attribute(style, "media") ?? "")).SelectMany(style => StyleRules.Of(style.TextContent)).ToList();
        var properties = new CustomProperties(found);
        var sheets = new StyleSheets();
        var tells = false;
        foreach (var rule in found) tells |= sheets.Add(rule, properties);
        return tells || sheets._sizes.Count > 1 || !sheets._written.IsEmpty ? sheets : null;
    }

    /// <summary>
    /// <see cref="Traits.Pale"/> and <see cref="Traits.White"/> as the sheets have it, <see cref="Traits.Hidden"/> where they leave no doubt that the element is not shown,
    /// and <see cref="Traits.Written"/>; a mark that is raised anyway is none of them.
    /// </summary>
    public Traits Of(Dom.Element element, Traits its)
    {
        var traits = _written.IsAt(element) ? Traits.Written : Traits.None;
        var rules = For(element);
        if (rules.Exists(rule => rule.Traits != Traits.None))
        {
            var settled = Settled(rules.FindAll(rule => rule.IsSure), Elements.Attribute(element, "style"));
            foreach (var rule in rules.Where(rule => !rule.IsSure)) traits |= rule.Traits;
            traits |= settled;
            if ((traits & Traits.Unseen) != Traits.None || (traits.HasFlag(Traits.Raised) && !its.HasFlag(Traits.Raised))) traits |= Traits.Pale;
            if (settled.HasFlag(Traits.Gone) && !rules.Exists(rule => !rule.IsSure && rule.Displays)) traits |= Traits.Hidden;
        }

        return traits & (Traits.Pale | Traits.White | Traits.Hidden | Traits.Written);
    }

    /// <summary>Whether the sheets leave no doubt that the element, or one around it, is not shown.</summary>
    public bool Hide(Dom.Element? element) => element is not null && (Of(element, Traits.None).HasFlag(Traits.Hidden) || Hide(element.ParentElement as Dom.Element));

    public bool SetLetters(Dom.Element element) => For(element).Exists(rule => rule.Sets);

    public bool LayGround(Dom.Element element) => For(element).Exists(rule => rule.Grounds);

    /// <summary>The size of the letters that the rules for the element say; null where none does.</summary>
    public double? SizeOf(Dom.Element element) => For(element).FindLast(rule => rule.Size is not null)?.Size;

    /// <summary>How far the rules for the element say that its letters stand off their line; null where none does.</summary>
    public double? ShiftOf(Dom.Element element) => For(element).FindLast(rule => rule.Shift is not null)?.Shift;

    /// <summary>What rules that all hold say together, and behind them the element's own style: of each property the last word, and what is called important last.</summary>
    private static Traits Settled(List<SheetRule> rules, string? own)
    {
        if (rules.Count == 0) return Traits.None;
        if (rules.Count == 1 && own is null) return rules[0].Traits;
        var text = new StringBuilder();
        foreach (var rule in rules.OrderBy(rule => rule.Weight).ThenBy(rule => rule.Order)) text.Append(rule.Style).Append(';');
        text.Append(own is null ? "" : Style.Plain(own));
        var all = text.ToString();
        if (all.Contains('!', StringComparison.Ordinal)) all = string.Join(';', all.Split(';').OrderBy(said => said.Contains('!', StringComparison.Ordinal)));
        return Elements.Of(new Declarations(all));
    }

    private List<SheetRule> For(Dom.Element element)
    {
        if (element == _asked) return _holding;
        _asked = element;
        return _holding = Holding(element);
    }

    private List<SheetRule> Holding(Dom.Element element)
    {
        var names = (element.LocalName, Elements.Attribute(element, "class"), Elements.Attribute(element, "id"));
        if (!_named.TryGetValue(names, out var rules)) _named[names] = rules = [.. Named(names)];
        return rules.Length == 0 ? None : [.. rules.Where(rule => rule.Holds(element))];
    }

    private static readonly List<SheetRule> None = [];

    private IEnumerable<SheetRule> Named((string Element, string? Classes, string? Id) names)
    {
        IEnumerable<string> all = ["*", names.Element];
        if (names.Classes is { } classes) all = all.Concat(classes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(name => '.' + name));
        if (names.Id is { } id) all = all.Append('#' + id);
        return all.SelectMany(name => _rules.GetValueOrDefault(name) ?? []).OrderBy(rule => rule.Order);
    }

    /// <summary>Whether the rule tells against digits.</summary>
    private bool Add(StyleRules.Found found, CustomProperties properties)
    {
        if (_count >= MostRules || !(Elements.MayDecide(found.Declarations.Span) || WrittenText.MayWrite(found.Declarations.Span))) return false;
        var style = properties.Resolve(Style.Plain(found.Declarations.ToString()));
        var tells = false;
        foreach (var selector in SheetRule.Parts(found.Selectors.ToString()))
        {
            if (WrittenText.IsFor(selector))
            {
                _written.Add(selector, style);
                continue;
            }

            var rule = new SheetRule(selector, style, found.Sure, _count++);
            if (!rule.Tells || _count >= MostRules) break;
            var name = SheetRule.LastName(selector);
            if (!_rules.TryGetValue(name, out var rules)) _rules[name] = rules = [];
            rules.Add(rule);
            if (rule.Size is { } size) _sizes.Add(size);
            tells |= rule.Traits != Traits.None || rule.Shift is < 0 or > 0;
        }

        return tells;
    }
}
