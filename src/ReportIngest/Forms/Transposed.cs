using System.Collections.Immutable;
using ReportIngest.Documents;

namespace ReportIngest.Forms;

/// <summary>Tables whose headers stand one below another at the left and whose rows run from left to right: applicants down and results across, or table four as a list.</summary>
internal static class Transposed
{
    /// <summary>Table four as the form has it has three of its headers in the first columns.</summary>
    private const int FewestHeaders = 5;

    /// <summary>The form has no more rows of headers, nor columns of labels.</summary>
    private const int Edge = 3;

    /// <summary>Whether more headers stand at the left than on top, and no label of a row below the top. Where spans are lost, labels may have moved to the left. Of two columns of values that no label of a row heads, one may be last year's.</summary>
    public static bool Is(Table table, ImmutableArray<SheetCell> cells)
    {
        if (table.Rows <= FewestHeaders || table.Spans is not (SpanFidelity.Stated or SpanFidelity.Ruled)) return false;
        var (left, top, isHeaded) = (0, 0, false);
        foreach (var cell in cells)
        {
            if (cell.Cell.Column >= Edge && cell.Cell.Row >= Edge) continue;
            if (cell.IsRowOnly && cell.Cell.Row >= Edge) return false;
            isHeaded |= cell.IsRowOnly;
            if (!cell.IsHeaderOnly) continue;
            if (cell.Cell.Column < Edge) left++;
            if (cell.Cell.Row < Edge) top++;
        }

        return left >= FewestHeaders && left > top && (isHeaded || cells.Where(cell => cell.IsValue).Select(cell => cell.Cell.Column).Distinct().Count() == 1);
    }

    /// <summary>The table with rows for columns, and the cells that its cells were.</summary>
    public static (Table Table, ImmutableArray<Cell> Printed) Of(Table table)
    {
        ImmutableArray<Cell> printed = [.. table.Cells.OrderBy(cell => cell.Column).ThenBy(cell => cell.Row)];
        return (table with { Rows = table.Columns, Columns = table.Rows, Cells = [.. printed.Select(cell => new Cell(cell.Column, cell.Row, cell.ColumnSpan, cell.RowSpan, cell.Text, cell.Place))] }, printed);
    }
}
