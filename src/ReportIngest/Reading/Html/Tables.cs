using System.Collections.Immutable;
using Dom = AngleSharp.Dom;

namespace ReportIngest.Reading.Html;

/// <summary>Finds out what the tables of a page are; each is looked at once, however deep it is nested.</summary>
/// <param name="areLinked">The page has style sheets that are not in it.</param>
internal sealed class Tables(Limits limits, ListNumbers numbers, StyleSheets? sheets, bool areLinked)
{
    /// <summary>The standard's own ceilings for spans.</summary>
    private const int MaximumColumnSpan = 1000;
    private const int MaximumRowSpan = 65534;

    /// <summary>What the widest spreadsheet has. Laying out takes rows times columns steps, and spans make both cheap to write.</summary>
    private const int MaximumColumns = 16_384;

    private readonly Dictionary<Dom.Element, TableModel> _known = [];
    private readonly Stack<TextLines> _free = [];
    private readonly Grounds _grounds = new(sheets);

    /// <summary>What a style pushes aside as it does everything beside it.</summary>
    private readonly HashSet<Dom.Element> _pushedAlike = [];

    private int _cells;

    public ListNumbers Numbers => numbers;

    public StyleSheets? Sheets => sheets;

    public bool AreLinked => areLinked;

    public TableModel Of(Dom.Element table)
    {
        if (!_known.TryGetValue(table, out var model)) _known[table] = model = Lay(table);
        return model;
    }

    /// <summary>The text of a cell, heading or caption: one line a block, with the text of layout tables, without that of data tables.</summary>
    /// <param name="around">Whether text around it may not be seen.</param>
    public CellContent Content(Dom.Element element, Traits traits, bool around = false)
    {
        // A cell within a cell is laid out while the outer one is read.
        var lines = _free.TryPop(out var free) ? free : new TextLines();
        var content = new CellText(this, element, lines).Read(traits, around);
        _free.Push(lines);
        return content;
    }

    /// <summary>Whether the page's own style sheet leaves no doubt that a table is not shown.</summary>
    public bool AreHidden(Dom.Element table) => sheets is not null && sheets.Hide(table);

    /// <summary>Whether a cell, or the cells of a row, may be shown in another order: one that is elsewhere moves its neighbours.</summary>
    private bool IsMoved(Dom.Element element) => !_pushedAlike.Contains(element)
        && ((Elements.Attribute(element, "style") is { } style && Elements.MayMove(style) && Elsewhere.Is(new Declarations(Style.Plain(style)))) || (sheets is { Moves: true } && sheets.ShiftOf(element) == Lettering.Moved));

    /// <summary>A cell taken out of its row, into whose place the next one moves.</summary>
    private bool IsTakenOut(Dom.Element element) => element.LocalName is "td" or "th"
        && ((Elements.Attribute(element, "style") is { } style && Elements.MayMove(style) && Elsewhere.IsTakenOut(new Declarations(Style.Plain(style)))) || (sheets is { Moves: true } && sheets.TakeOut(element)));

    /// <summary>Whether none stays into whose place, or out of whose place, another could move.</summary>
    private bool AreAllTakenOut(List<List<Dom.Element>> groups) =>
        groups.SelectMany(group => group).SelectMany(row => Elements.Children(row)).All(child => child.Element.LocalName is not ("td" or "th") || IsTakenOut(child.Element));

    /// <summary>Whether digits of the element may not be seen.</summary>
    /// <param name="around">Whether those around it may not.</param>
    public bool IsPale(Dom.Element element, Traits traits, bool around)
    {
        var its = sheets is null ? traits : traits | sheets.Of(element, traits);
        if (its.HasFlag(Traits.Pushed) && _pushedAlike.Contains(element)) its &= ~Traits.Pushed;
        return Elements.IsPale(element, its, around && sheets?.SetLetters(element) != true, _grounds);
    }

    private TableModel Lay(Dom.Element table)
    {
        var grid = new SpanGrid<CellContent>(MaximumColumns);
        var groups = Groups(table);
        if (sheets is null) _pushedAlike.UnionWith(PushedAlike.Of(groups));
        var areAllOut = AreAllTakenOut(groups);
        foreach (var group in groups)
        {
            grid.BeginGroup(group.Count);
            foreach (var row in group)
            {
                grid.BeginRow();
                var isPale = HiddenNames.AreOf(row) || IsMoved(row) || Elements.Children(row).Any(child => IsMoved(child.Element) || (!areAllOut && !_pushedAlike.Contains(child.Element) && IsTakenOut(child.Element))) || (sheets is not null && IsPale(row, Traits.None, around: false));
                foreach (var (cell, traits) in Elements.Children(row))
                {
                    if (cell.LocalName is not ("td" or "th")) continue;
                    if (++_cells > limits.Cells) throw TooMany();
                    grid.Add(
                        Elements.Number(cell, "rowspan", 1, MaximumRowSpan),
                        Math.Max(1, Elements.Number(cell, "colspan", 1, MaximumColumnSpan)),
                        Content(cell, traits, isPale));
                }
            }
        }

        if (!grid.Fits)
        {
            throw new UnreadableException(UnreadableReason.TooLarge, new Message(
                $"网页中有表格超过 {MaximumColumns} 列，不是正常的表格；请重新保存该网页。",
                $"The page has a table of more than {MaximumColumns} columns, which no proper table has; save the page again."));
        }

        var (columns, cells) = grid.Finish();
        var caption = Elements.Children(table).Select(child => child.Element).FirstOrDefault(child => child.LocalName == "caption");
        return new TableModel(caption, grid.Rows, columns, [.. cells]);
    }

    /// <summary>Groups of rows as they are seen: the first head on top, the first foot at the bottom.</summary>
    private static List<List<Dom.Element>> Groups(Dom.Element table)
    {
        var parts = Named(table, "thead", "tbody", "tfoot", "tr");
        var head = parts.Find(part => part.LocalName == "thead");
        var foot = parts.Find(part => part.LocalName == "tfoot");
        return [.. parts
            .OrderBy(part => part == head ? 0 : part == foot ? 2 : 1)
            .Select(part => part.LocalName == "tr" ? [part] : Named(part, "tr"))];
    }

    private static List<Dom.Element> Named(Dom.Element parent, params ReadOnlySpan<string> names)
    {
        var named = new List<Dom.Element>();
        foreach (var (child, _) in Elements.Children(parent))
        {
            if (names.Contains(child.LocalName)) named.Add(child);
        }

        return named;
    }

    private UnreadableException TooMany() => new(UnreadableReason.TooLarge, new Message(
        $"网页的表格超过 {limits.Cells} 个单元格；请提供只含报告的网页。",
        $"The page's tables have more than {limits.Cells} cells; provide a page with the report only."));
}
