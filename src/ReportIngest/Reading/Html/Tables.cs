using System.Collections.Immutable;
using Dom = AngleSharp.Dom;

namespace ReportIngest.Reading.Html;

/// <summary>Finds out what the tables of a page are; each is looked at once, however deep it is nested.</summary>
internal sealed class Tables(Limits limits, ListNumbers numbers)
{
    /// <summary>The standard's own ceilings for spans.</summary>
    private const int MaximumColumnSpan = 1000;
    private const int MaximumRowSpan = 65534;

    /// <summary>What the widest spreadsheet has. Laying out takes rows times columns steps, and spans make both cheap to write.</summary>
    private const int MaximumColumns = 16_384;

    private readonly Dictionary<Dom.IElement, TableModel> _known = [];
    private int _cells;

    public TableModel Of(Dom.IElement table)
    {
        if (!_known.TryGetValue(table, out var model)) _known[table] = model = Lay(table);
        return model;
    }

    /// <summary>The text of a cell, heading or caption: one line a block, with the text of layout tables, without that of data tables.</summary>
    public CellContent Content(Dom.IElement element)
    {
        var lines = new TextLines();
        var inner = ImmutableArray.CreateBuilder<TableModel>();
        var hasHeading = false;
        if (!Elements.IsInvisible(element)) Add(element);
        return new CellContent(element, lines.Take(), inner.DrainToImmutable(), hasHeading);

        void Add(Dom.INode parent)
        {
            var nodes = parent.ChildNodes;
            for (var i = 0; i < nodes.Length; i++)
            {
                var node = nodes[i];
                if (node is Dom.IText text) lines.Append(Elements.Text(text), keepLines: text.ParentElement?.LocalName == "pre");
                else if (node is Dom.IElement child && !Elements.IsGone(child) && !Elements.IsInvisible(child)) AddElement(child);
            }
        }

        void AddElement(Dom.IElement child)
        {
            if (child.LocalName == "table" && !Of(child).IsLayout)
            {
                inner.Add(Of(child));
                lines.Break();
                return;
            }

            hasHeading |= Elements.HeadingLevel(child) > 0;
            var breaks = child.LocalName == "br" || Elements.IsBlock(child);
            if (breaks) lines.Break();
            if (child.LocalName == "li") lines.Mark(numbers.Before(child));
            Add(child);
            if (child.LocalName == "li") lines.Mark(""); // an empty item
            if (breaks) lines.Break();
        }
    }

    private TableModel Lay(Dom.IElement table)
    {
        var grid = new SpanGrid<CellContent>(MaximumColumns);
        foreach (var group in Groups(table))
        {
            grid.BeginGroup(group.Count);
            foreach (var row in group)
            {
                grid.BeginRow();
                foreach (var cell in row.Children.Where(child => child.LocalName is "td" or "th" && !Elements.IsGone(child)))
                {
                    if (++_cells > limits.Cells) throw TooMany();
                    grid.Add(
                        Elements.Number(cell, "rowspan", 1, MaximumRowSpan),
                        Math.Max(1, Elements.Number(cell, "colspan", 1, MaximumColumnSpan)),
                        Content(cell));
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
        var caption = table.Children.FirstOrDefault(child => child.LocalName == "caption" && !Elements.IsGone(child));
        return new TableModel(caption, grid.Rows, columns, [.. cells]);
    }

    /// <summary>Groups of rows as they are seen: the first head on top, the first foot at the bottom.</summary>
    private static List<List<Dom.IElement>> Groups(Dom.IElement table)
    {
        var parts = table.Children.Where(child => child.LocalName is "thead" or "tbody" or "tfoot" or "tr" && !Elements.IsGone(child)).ToList();
        var head = parts.Find(part => part.LocalName == "thead");
        var foot = parts.Find(part => part.LocalName == "tfoot");
        return [.. parts
            .OrderBy(part => part == head ? 0 : part == foot ? 2 : 1)
            .Select(part => part.LocalName == "tr" ? [part] : part.Children.Where(row => row.LocalName == "tr" && !Elements.IsGone(row)).ToList())];
    }

    private UnreadableException TooMany() => new(UnreadableReason.TooLarge, new Message(
        $"网页的表格超过 {limits.Cells} 个单元格；请提供只含报告的网页。",
        $"The page's tables have more than {limits.Cells} cells; provide a page with the report only."));
}
