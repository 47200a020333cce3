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
        List<TableModel>? inner = null;
        var (hasHeading, hidesDigits, showsMore, leftOut) = (false, false, false, false);
        Dom.Element? last = null;
        hidesDigits = IsWritten(element);
        if (!traits.HasFlag(Traits.Invisible)) Add(element, traits, Elements.IsRaisedAround(element), HiddenNames.AreOf(element) || IsPale(element, traits, around));
        var text = lines.Take();
        _free.Push(lines);
        return new CellContent(element, traits, text, inner is null ? [] : [.. inner], hasHeading) { IsUnclear = hidesDigits || (showsMore && text.Length == 0) || (leftOut && !text.Any(char.IsDigit)) };

        void Add(Dom.Element parent, Traits its, bool raised, bool pale)
        {
            var raisedHere = its.HasFlag(Traits.Raised);
            var nodes = ((Dom.INode)parent).ChildNodes;
            for (var i = 0; i < nodes.Length; i++)
            {
                var node = nodes[i];
                if (node is Dom.Element child) AddElement(child, Elements.Of(child), raisedHere, pale);
                else if (node is Dom.IText words)
                {
                    var shown = Elements.Text(words, raised || raisedHere);
                    hidesDigits |= (pale && words.Data.Any(char.IsDigit)) || (lines.EndsInDigit && shown is [>= '0' and <= '9', ..] && AreSetApart(last, parent, element));
                    lines.Append(shown, its.HasFlag(Traits.Preformatted));
                    last = parent;
                }
            }
        }

        void AddElement(Dom.Element child, Traits its, bool raised, bool pale)
        {
            showsMore |= (its & (Traits.Field | Traits.Picture)) != Traits.None && Elements.ShowsMore(child, its);
            if ((its & Traits.Unseen) != Traits.None)
            {
                hidesDigits |= sheets is not null && its.HasFlag(Traits.Gone) && sheets.MayShow(child) && child.TextContent.Any(char.IsDigit);
                return;
            }

            if (sheets is not null && sheets.Of(child, its) is var styled && (styled & (Traits.Hidden | Traits.Written)) != Traits.None)
            {
                hidesDigits |= styled.HasFlag(Traits.Written);
                if (styled.HasFlag(Traits.Hidden))
                {
                    // What sorts the rows of a table, or appears below the pointer. Where a cell has nothing else to show, a script may bring it out.
                    leftOut |= child.TextContent.Any(char.IsDigit);
                    return;
                }
            }

            if (its.HasFlag(Traits.Table) && Of(child) is { IsLayout: false } table)
            {
                (inner ??= []).Add(table);
                showsMore |= table.Cells.Any(cell => cell.Content.Text.Any(char.IsDigit));
                lines.Break();
                return;
            }

            hasHeading |= its.HasFlag(Traits.Heading);
            var breaks = (its & (Traits.Block | Traits.LineBreak)) != Traits.None;
            if (breaks) lines.Break();
            if (its.HasFlag(Traits.Item)) lines.Mark(child.TextContent.Any(char.IsLetter) ? numbers.Before(child) : ""); // the number in front of a value is no part of it
            Add(child, its, raised, HiddenNames.AreOf(child) || IsPale(child, its, pale));
            if (its.HasFlag(Traits.Item)) lines.Mark(""); // an empty item
            if (breaks) lines.Break();
        }
    }

    private bool IsWritten(Dom.Element element) => sheets is not null && sheets.Of(element, Traits.None).HasFlag(Traits.Written);

    /// <summary>Whether the page's own style sheet leaves no doubt that a table is not shown.</summary>
    public bool AreHidden(Dom.Element table) => sheets is not null && sheets.Hide(table);

    /// <summary>Whether digits of two elements, one behind the other, may be of two numbers.</summary>
    private bool AreSetApart(Dom.Element? one, Dom.Element other, Dom.Element cell) =>
        one is not null && one != other && (LetteringOf(other, cell).IsUnlike(LetteringOf(one, cell)) || (areLinked && Classes(one, cell) != Classes(other, cell)));

    /// <summary>The names of the nearest element within the cell that has any: a linked sheet may hide one of two that differ.</summary>
    private static string? Classes(Dom.Element? element, Dom.Element cell)
    {
        for (; element is not null && element != cell; element = element.ParentElement as Dom.Element)
        {
            if (Elements.Attribute(element, "class") is { } classes) return classes;
        }

        return null;
    }

    /// <summary>How an element's letters are set: as those around it within the cell where it says nothing of its own.</summary>
    private Lettering LetteringOf(Dom.Element? element, Dom.Element cell)
    {
        var (size, shift) = ((double?)null, (double?)null);
        for (; element is not null && (size is null || shift is null); element = element == cell ? null : element.ParentElement as Dom.Element)
        {
            var style = new Declarations(Elements.Attribute(element, "style"));
            size ??= PaleText.Size(style) ?? sheets?.SizeOf(element);
            shift ??= PaleText.Shift(style) ?? sheets?.ShiftOf(element);
        }

        return new Lettering(size ?? 0, shift ?? 0);
    }

    /// <summary>Whether a cell, or the cells of a row, may be shown in another order: one that is elsewhere moves its neighbours.</summary>
    private bool IsMoved(Dom.Element element) => !_pushedAlike.Contains(element)
        && ((Elements.Attribute(element, "style") is { } style && Elements.MayMove(style) && Elsewhere.Is(new Declarations(Style.Plain(style)))) || (sheets is { Moves: true } && sheets.ShiftOf(element) == Lettering.Moved));

    /// <summary>A cell taken out of its row, into whose place the next one moves.</summary>
    private bool IsTakenOut(Dom.Element element) => element.LocalName is "td" or "th"
        && ((Elements.Attribute(element, "style") is { } style && Elements.MayMove(style) && Elsewhere.IsTakenOut(new Declarations(Style.Plain(style)))) || (sheets is { Moves: true } && sheets.TakeOut(element)));

    /// <summary>Whether none stays into whose place, or out of whose place, another could move.</summary>
    private bool AreAllTakenOut(List<List<Dom.Element>> groups) =>
        groups.SelectMany(group => group).SelectMany(row => Elements.Children(row)).All(child => child.Element.LocalName is not ("td" or "th") || IsTakenOut(child.Element));

    private bool IsPale(Dom.Element element, Traits traits, bool around)
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
