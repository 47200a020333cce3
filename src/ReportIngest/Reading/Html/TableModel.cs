using System.Collections.Immutable;
using ReportIngest.Documents;
using Dom = AngleSharp.Dom;

namespace ReportIngest.Reading.Html;

/// <summary>What a <c>td</c> or <c>th</c> holds: its own text, and the data tables inside it, whose text is theirs.</summary>
internal sealed record CellContent(Dom.Element Element, Traits Traits, string Text, ImmutableArray<TableModel> Inner, bool HasHeading)
{
    /// <summary>It shows what is no text, or digits that may not be seen.</summary>
    public bool IsUnclear { get; init; }
}

/// <summary>A <c>table</c> element, laid out on its grid and judged to be data or layout.</summary>
internal sealed record TableModel(Dom.Element? Caption, int Rows, int Columns, ImmutableArray<GridCell<CellContent>> Cells)
{
    /// <summary>An estimate, not measured on sites: five times the longest label in the forge's pages (38 characters); more is prose.</summary>
    private const int Prose = 200;

    /// <summary>
    /// An estimate: a remark in a table of data stays below it; the text of a report in the last row of a site's table of particulars
    /// (索引号, 发布机构 …) does not, if it is as long as the seed's. The forge's short ones (400 to 700 characters without their tables) do.
    /// </summary>
    private const int WholeText = 1000;

    /// <summary>
    /// A table made for looks: a frame of one cell; one around other tables, or with headings in it, that has no grid of short texts itself;
    /// one most of whose text is prose, which beside such a grid must be as long as a whole report's.
    /// </summary>
    public bool IsLayout { get; } = Judge(Cells);

    public Table ToTable() => new(
        Rows, Columns,
        [.. Cells.Select(cell => new Cell(cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, cell.Content.IsUnclear ? cell.Content.Text + Cell.Unclear : cell.Content.Text, default))],
        SpanFidelity.Stated, default);

    private static bool Judge(ImmutableArray<GridCell<CellContent>> cells)
    {
        if (cells.Length <= 1) return true;
        var hasGrid = HasGrid(cells);
        if (!hasGrid && cells.Any(cell => cell.Content.Inner.Length > 0 || cell.Content.HasHeading)) return true;
        var longest = hasGrid ? WholeText : Prose;
        var prose = cells.Where(cell => cell.Content.Text.Length > longest).Sum(cell => cell.Content.Text.Length);
        return prose * 2L > cells.Sum(cell => (long)cell.Content.Text.Length);
    }

    /// <summary>Two rows with two short texts each: page frames have one such row at most, the navigation.</summary>
    private static bool HasGrid(ImmutableArray<GridCell<CellContent>> cells)
    {
        int rows = 0, row = -1, texts = 0;
        foreach (var cell in cells)
        {
            if (cell.Content.Text.Length is 0 or > Prose) continue;
            texts = cell.Row == row ? texts + 1 : 1;
            row = cell.Row;
            if (texts == 2 && ++rows == 2) return true;
        }

        return false;
    }
}
