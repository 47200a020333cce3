using System.Collections.Immutable;
using ReportIngest.Documents;
using Dom = AngleSharp.Dom;

namespace ReportIngest.Reading.Html;

/// <summary>What a <c>td</c> or <c>th</c> holds: its own text, and the data tables inside it, whose text is theirs.</summary>
internal sealed record CellContent(Dom.IElement Element, string Text, ImmutableArray<TableModel> Inner, bool HasHeading);

/// <summary>A <c>table</c> element, laid out on its grid and judged to be data or layout.</summary>
internal sealed record TableModel(Dom.IElement? Caption, int Rows, int Columns, ImmutableArray<GridCell<CellContent>> Cells)
{
    /// <summary>The longest label of the form has 64 characters and the longest filling note below 100: twice that is prose.</summary>
    private const int Prose = 200;

    /// <summary>
    /// A table made for looks: a frame of one cell; one around other tables, or with headings in it, that has no grid of short texts itself;
    /// one most of whose text is prose.
    /// </summary>
    public bool IsLayout { get; } = Judge(Cells);

    public Table ToTable() => new(
        Rows, Columns,
        [.. Cells.Select(cell => new Cell(cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, cell.Content.Text, default))],
        SpanFidelity.Stated, default);

    private static bool Judge(ImmutableArray<GridCell<CellContent>> cells)
    {
        if (cells.Length <= 1) return true;
        if (cells.Any(cell => cell.Content.Inner.Length > 0 || cell.Content.HasHeading) && !HasGrid(cells)) return true;
        long all = cells.Sum(cell => cell.Content.Text.Length);
        return cells.Where(cell => cell.Content.Text.Length > Prose).Sum(cell => cell.Content.Text.Length) * 2 > all;
    }

    /// <summary>Two rows with two short texts each: page frames have one such row at most, the navigation.</summary>
    private static bool HasGrid(ImmutableArray<GridCell<CellContent>> cells) =>
        cells.Where(cell => cell.Content.Text.Length is > 0 and <= Prose).GroupBy(cell => cell.Row).Count(row => row.Skip(1).Any()) >= 2;
}
