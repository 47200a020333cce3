using System.Collections.Immutable;
using System.Globalization;
using ReportIngest.Documents;

namespace ReportIngest.Reading.Docx;

/// <summary>Reads a <c>w:tbl</c>: a grid becomes a table, a table that only lays out gives its contents.</summary>
internal sealed class TableReader(WordXml xml, StoryReader stories, Limits limits)
{
    private int _cells;

    public void Read(Flow flow)
    {
        var rows = new List<RawRow<List<Block>>>();
        var widths = new List<int>();
        Rows(rows, widths);
        if (rows.Count == 0) return;
        var grid = TableGrid<List<Block>>.Of(rows, widths, limits.Cells);
        if (grid.Cells.Exists(HidesText)) stories.Note(StoryNotes.CoveredText);
        flow.Add(LaysOut(grid) ? grid.Cells.SelectMany(cell => cell.Content) : [ToTable(grid), .. InnerTables(grid)]);
    }

    private void Rows(List<RawRow<List<Block>>> rows, List<int> widths)
    {
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            switch (xml.Name)
            {
                case "tr": Row(rows); break;
                case "tblGrid": Widths(widths); break;
                case "sdt": stories.Control(() => Rows(rows, widths)); break;
                case "tblPr": break;
                default: Rows(rows, widths); break;
            }
        }
    }

    /// <summary>Reads the widths of the grid's columns, in twips; 0 where none is given.</summary>
    private void Widths(List<int> widths)
    {
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Name != "gridCol") continue;
            if (widths.Count == limits.Cells) throw Refusal.TooManyCells(limits.Cells);
            widths.Add(xml.Number("w") ?? 0);
        }
    }

    private void Row(List<RawRow<List<Block>>> rows)
    {
        var row = new RowProperties();
        var cells = ImmutableArray.CreateBuilder<RawCell<List<Block>>>();
        Cells(row, cells);
        if (cells.Count > 0 && !row.Dropped) rows.Add(new RawRow<List<Block>>(row.Before, cells.ToImmutable()));
    }

    private void Cells(RowProperties row, ImmutableArray<RawCell<List<Block>>>.Builder cells)
    {
        var depth = xml.Depth;
        while (xml.NextChild(depth) && !row.Dropped)
        {
            switch (xml.Name)
            {
                case "trPr": row.Read(xml); break;
                case "tc": Cell(cells); break;
                case "sdt": stories.Control(() => Cells(row, cells)); break;
                case "tblPrEx": break;
                default: Cells(row, cells); break;
            }
        }
    }

    private void Cell(ImmutableArray<RawCell<List<Block>>>.Builder cells)
    {
        if (++_cells > limits.Cells) throw Refusal.TooManyCells(limits.Cells);
        var properties = new CellProperties();
        var flow = new Flow();
        var (depth, outside) = (xml.Depth, stories.Ground);
        while (xml.NextChild(depth))
        {
            stories.Ground = properties.Ground ?? StoryReader.Paper;
            if (xml.Name == "tcPr") properties.Read(xml);
            else if (!properties.Deleted) stories.Block(flow);
        }

        stories.Ground = outside;
        if (!properties.Deleted) cells.Add(new(properties.Span, properties.Down, properties.Along, flow.Close()));
    }

    private static bool HidesText(GridCell<List<Block>> cell)
    {
        var shown = Text(cell.Content);
        return cell.Covered.Exists(covered => Text(covered) is { Length: > 0 } text && text != shown);
    }

    /// <summary>
    /// One cell is no grid. Around other tables, a grid is only what has two rows with two filled cells each, those that hold a table not counted:
    /// a page made of tables has menus and titles beside its tables, and seldom two such rows.
    /// </summary>
    private static bool LaysOut(TableGrid<List<Block>> grid)
    {
        if (grid.Cells.Count == 1) return true;
        if (!grid.Cells.Exists(HoldsTable)) return false;
        var filled = grid.Cells.Where(cell => !HoldsTable(cell) && Text(cell.Content).Length > 0);
        return filled.GroupBy(cell => cell.Row).Count(row => row.Count() >= 2) < 2;
    }

    private static bool HoldsTable(GridCell<List<Block>> cell) => cell.Content.Exists(block => block is Table);

    private static Table ToTable(TableGrid<List<Block>> grid) => new(
        grid.Rows,
        grid.Columns,
        [.. grid.Cells.Select(cell => new Cell(cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, TextOrMark(cell.Content), default))],
        SpanFidelity.Stated,
        default);

    private static string TextOrMark(List<Block> blocks)
    {
        var text = Text(blocks);
        return text.Length == 0 && blocks.Exists(ShowsMore) ? Documents.Cell.Unclear : text.Any(IsSign) && !text.Any(char.IsLetter) ? text + Documents.Cell.Unclear : text;
    }

    /// <summary>A sign of a font of signs, which may be a digit in a circle as well as a tick.</summary>
    private static bool IsSign(char character) => char.GetUnicodeCategory(character) == UnicodeCategory.PrivateUse;

    /// <summary>A picture, or a table with a number.</summary>
    private static bool ShowsMore(Block block) => block is Picture || (block is Table table && table.Cells.Any(cell => cell.Text.Any(char.IsDigit)));

    private static IEnumerable<Block> InnerTables(TableGrid<List<Block>> grid) =>
        grid.Cells.SelectMany(cell => cell.Content.OfType<Table>());

    private static string Text(List<Block> blocks) => string.Join('\n', blocks.Select(block => block switch
    {
        Paragraph paragraph => paragraph.Text,
        Heading heading => heading.Text,
        _ => null,
    }).OfType<string>());
}
