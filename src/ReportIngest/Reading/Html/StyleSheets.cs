using System.Text;
using AngleSharp.Dom;
using Dom = AngleSharp.Dom;

namespace ReportIngest.Reading.Html;

/// <summary>
/// What the page's own style sheets say against the digits of a cell: that they are hidden, struck out, raised, pale, or that more stands beside them. Where rules that hold for sure outweigh each other, the last word counts;
/// one that holds under a condition only doubts, and so does each of a page with a sheet that is not plain (<see cref="PlainSheet"/>). What the sheets say that the page links to is not asked.
/// </summary>
internal sealed class StyleSheets
{
    /// <summary>Of those that tell something: more than a framework has. What others say is not known, and digits in elements that they may name are doubted.</summary>
    private const int MostRules = 5000;

    /// <summary>By the last name of their selectors.</summary>
    private readonly Dictionary<string, List<SheetRule>> _rules = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The rules that an element's names may mean: thousands of elements have few.</summary>
    private readonly Dictionary<(string, string?, string?), SheetRule[]> _named = [];

    /// <summary>The element asked for last, of which several things are asked, and the rules that hold for it.</summary>
    private Dom.Element? _asked;

    private List<SheetRule> _holding = None;

    private readonly HashSet<double> _sizes = [];

    private readonly WrittenText _written = new();

    private bool _areNamesLoose;

    /// <summary>Whether the page hides elements by an attribute, which any rule that displays them outweighs.</summary>
    private Lazy<bool> _hidesByAttribute = new(false);

    /// <summary>What rules may name the cells of the page by: most that take something out of its place are of menus.</summary>
    private Lazy<HashSet<string>> _cellNames = new([]);

    private int _count;

    /// <summary>Whether the sheets are read as a browser reads them; asked where something depends on it.</summary>
    private readonly Lazy<bool> _arePlain;

    /// <summary>Whether no other sheet or group of rules may have the last word.</summary>
    private readonly Lazy<bool> _areWhole;

    private StyleSheets(List<Sheet> sheets, bool areAll)
    {
        _arePlain = new Lazy<bool>(() => _count < MostRules && sheets.TrueForAll(sheet => PlainSheet.Is(sheet.Text)), isThreadSafe: false);
        _areWhole = new Lazy<bool>(() => areAll && sheets.TrueForAll(sheet => StyleRules.AreKnown(sheet.Media) && StyleRules.AreKnown(sheet.Text)), isThreadSafe: false);
    }

    /// <param name="Media">As a group of rules names them.</param>
    private readonly record struct Sheet(string Media, string Text, bool Sure);

    /// <param name="styles">The <c>style</c> and <c>link</c> elements of the page that begins at <paramref name="root"/>.</param>
    /// <returns>Null where nothing in them tells against any digit.</returns>
    public static StyleSheets? Of(IReadOnlyList<Dom.Element> styles, Dom.Element root)
    {
        var own = styles.Where(style => style.LocalName == "style").Select(Read).ToList();
        if (own.Count == 0) return null;
        var found = own.Where(sheet => StyleRules.IsScreen(sheet.Media)).SelectMany(sheet => StyleRules.Of(sheet.Text, sheet.Sure)).ToList();
        var properties = new CustomProperties(found);
        var sheets = new StyleSheets(own, !styles.Any(IsLinked)) { _areNamesLoose = LooseNames.AreIn(root), _hidesByAttribute = new Lazy<bool>(() => root.Descendants().Any(Elements.HidesByAttribute), isThreadSafe: false), _cellNames = new Lazy<HashSet<string>>(() => CellNames(root), isThreadSafe: false) };
        var tells = false;
        foreach (var rule in found) tells |= sheets.Add(rule, properties);
        return tells || sheets._count >= MostRules || sheets._sizes.Count > 1 || sheets._sizes.Any(Lettering.IsSmall) || !sheets._written.IsEmpty ? sheets : null;
    }

    private static HashSet<string> CellNames(Dom.Element root) =>
        root.Descendants().OfType<Dom.Element>().Where(element => element.LocalName is "td" or "th")
            .SelectMany(cell => Names((cell.LocalName, Elements.Attribute(cell, "class"), Elements.Attribute(cell, "id")))).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static Sheet Read(Dom.Element style)
    {
        var media = "@media " + Elements.Attribute(style, "media");
        var isCss = Elements.Attribute(style, "type") is null or "" or "text/css";
        var isAlways = Elements.Attribute(style, "title") is null && style.ParentElement?.LocalName != "noscript" && StyleRules.IsAlways(media);
        return new Sheet(media, style.TextContent, isCss && isAlways);
    }

    public static bool IsLinked(Dom.Element element) => element.LocalName == "link" && (Elements.Attribute(element, "rel") ?? "").Contains("stylesheet", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// <see cref="Traits.Pale"/> and <see cref="Traits.White"/> as the sheets have it, <see cref="Traits.Hidden"/> where they leave no doubt that the element is not shown,
    /// <see cref="Traits.Written"/> and <see cref="Traits.Pushed"/>; a mark that is raised anyway is none of them.
    /// </summary>
    public Traits Of(Dom.Element element, Traits its)
    {
        var traits = _written.IsAt(element) ? Traits.Written : Traits.None;
        if (_count >= MostRules && (Elements.Attribute(element, "class") ?? Elements.Attribute(element, "id")) is not null) traits |= Traits.Pale;
        var rules = For(element);
        if (rules.Exists(rule => rule.Traits != Traits.None))
        {
            var sure = rules.FindAll(rule => rule.IsSure && _arePlain.Value);
            var unsure = sure.Count == rules.Count ? None : rules.FindAll(rule => !sure.Contains(rule));
            var settled = Settled(sure, Elements.Attribute(element, "style"));
            foreach (var rule in unsure) traits |= rule.Traits;
            traits |= settled;
            if ((traits & Traits.Unseen) != Traits.None || (traits.HasFlag(Traits.Raised) && !its.HasFlag(Traits.Raised))) traits |= Traits.Pale;
            if (settled.HasFlag(Traits.Hidden) && (_areWhole.Value || sure.Exists(rule => rule.Hides && rule.Insists)) && !unsure.Exists(rule => rule.Displays) && !MayMeanMore(element)) traits |= Traits.Hidden;
            else traits &= ~Traits.Hidden;
        }

        return traits & (Traits.Pale | Traits.White | Traits.Hidden | Traits.Written | Traits.Pushed);
    }

    /// <summary>Whether the sheets leave no doubt that the element, or one around it, is not shown.</summary>
    public bool Hide(Dom.Element? element) => element is not null && (Of(element, Traits.None).HasFlag(Traits.Hidden) || Hide(element.ParentElement as Dom.Element));

    /// <summary>Whether a rule may show what the element's own attributes hide.</summary>
    public bool MayShow(Dom.Element element) =>
        For(element).Exists(rule => rule.Displays && !rule.Hides && (rule.Insists || (Elements.HidesByAttribute(element) && !new Declarations(Elements.Attribute(element, "style")).IsHidden)));

    /// <summary>Whether a rule may take the cell out of its row; others may put it back, which is not followed.</summary>
    public bool TakeOut(Dom.Element cell) => For(cell).Exists(rule => rule.TakesOut);

    /// <summary>A rule shows elements elsewhere than where they stand.</summary>
    public bool Moves { get; private set; }

    public bool SetLetters(Dom.Element element) => For(element).Exists(rule => rule.Sets);

    public bool LayGround(Dom.Element element) => For(element).Exists(rule => rule.Grounds);

    /// <summary>The size of the letters that the rules for the element say; null where none does.</summary>
    public double? SizeOf(Dom.Element element) => For(element).FindLast(rule => rule.Size is not null)?.Size;

    /// <summary>How far the rules for the element say that its letters stand off their line; null where none does.</summary>
    public double? ShiftOf(Dom.Element element) => For(element).FindLast(rule => rule.Shift is not null)?.Shift;

    /// <summary>What rules that all hold say together, and behind them the element's own style: of each property the last word; <see cref="Traits.Hidden"/> where it is not shown.</summary>
    private static Traits Settled(List<SheetRule> rules, string? own)
    {
        if (rules.Count == 0) return Traits.None;
        if (rules.Count == 1 && own is null) return rules[0].Traits | (rules[0].Hides ? Traits.Hidden : Traits.None);
        var text = new StringBuilder();
        foreach (var rule in rules.OrderBy(rule => rule.Weight).ThenBy(rule => rule.Order)) text.Append(rule.Style).Append(';');
        text.Append(own is null ? "" : Style.Plain(own));
        var said = new Declarations(text.ToString());
        return Elements.Of(said) | (said.IsHidden ? Traits.Hidden : Traits.None);
    }

    private List<SheetRule> For(Dom.Element element)
    {
        if (element == _asked) return _holding;
        _asked = element;
        return _holding = Holding(element);
    }

    private List<SheetRule> Holding(Dom.Element element)
    {
        var rules = Named(element);
        return rules.Length == 0 ? None : [.. rules.Where(rule => rule.Holds(element))];
    }

    /// <summary>Whether a rule for elements of its names may show it whose selector could not be read.</summary>
    private bool MayMeanMore(Dom.Element element) => Array.Exists(Named(element), rule => rule.Displays && !rule.Hides && rule.IsUnknown);

    private SheetRule[] Named(Dom.Element element)
    {
        var names = (element.LocalName, Elements.Attribute(element, "class"), Elements.Attribute(element, "id"));
        if (!_named.TryGetValue(names, out var rules)) _named[names] = rules = [.. Named(names)];
        return rules;
    }

    private static readonly List<SheetRule> None = [];

    private IEnumerable<SheetRule> Named((string Element, string? Classes, string? Id) names) =>
        Names(names).SelectMany(name => _rules.GetValueOrDefault(name) ?? []).OrderBy(rule => rule.Order);

    /// <summary>As <see cref="SheetRule.LastName"/> has them.</summary>
    private static IEnumerable<string> Names((string Element, string? Classes, string? Id) names)
    {
        IEnumerable<string> all = ["*", names.Element];
        if (names.Classes is { } classes) all = all.Concat(classes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(name => '.' + name));
        if (names.Id is { } id) all = all.Append('#' + id);
        return all;
    }

    /// <summary>Whether the rule tells against digits.</summary>
    private bool Add(StyleRules.Found found, CustomProperties properties)
    {
        if (_count >= MostRules || !(Elements.MayDecide(found.Declarations.Span) || WrittenText.MayWrite(found.Declarations.Span))) return false;
        var (selectors, said) = (found.Selectors.ToString(), Style.Plain(found.Declarations.ToString()));
        if (_areNamesLoose) selectors = LooseNames.Fold(selectors);
        var hasVariables = said.Contains('(', StringComparison.Ordinal) && said.Contains("var(", StringComparison.OrdinalIgnoreCase);
        var style = hasVariables ? properties.Resolve(said) : said;
        var sure = found.Sure && !(hasVariables && (style.Contains("var(", StringComparison.OrdinalIgnoreCase) || said.Contains("display", StringComparison.OrdinalIgnoreCase)));
        var tells = false;
        foreach (var selector in SheetRule.Parts(selectors))
        {
            if (WrittenText.IsFor(selector))
            {
                _written.Add(selector, style);
                continue;
            }

            var rule = new SheetRule(selector, selectors, style, sure, _count);
            if (!rule.Tells && !rule.TakesOut) break;
            var name = SheetRule.LastName(selector);
            var takesCells = rule.TakesOut && _cellNames.Value.Contains(name);
            if (!rule.Tells && !takesCells) continue;
            if (++_count >= MostRules) break;
            if (!_rules.TryGetValue(name, out var rules)) _rules[name] = rules = [];
            rules.Add(rule);
            Moves |= takesCells || rule.Shift == Lettering.Moved;
            if (rule.Size is { } size) _sizes.Add(size);
            tells |= takesCells || rule.Traits != Traits.None || rule.Shift is < 0 or > 0 || (rule.Displays && !rule.Hides && (rule.Insists || _hidesByAttribute.Value));
        }

        return tells;
    }
}
