using System.Buffers;
using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Reports;

namespace ReportIngest.Forms;

/// <summary>
/// Several values in one cell: cells were glued together, and which is whose cannot be told. In a document where that happened, a value
/// alone in its row may have lost the blanks around it.
/// </summary>
internal static class GluedCells
{
    private static readonly SearchValues<char> DigitsAndBlanks = SearchValues.Create("0123456789 \n\t\u3000\u00A0");

    private static readonly char[] Blanks = [' ', '\n', '\t', '\u3000', '\u00A0'];

    /// <summary>Whether a row of the document ends in a cell with several values.</summary>
    public static bool AreIn(ImmutableArray<Sheet> sheets) => sheets.Any(sheet => sheet.Table.Spans == SpanFidelity.Lost && sheet.HasRow(EndsInSeveralValues));

    /// <summary>Whether the values of a row stand in such cells.</summary>
    /// <param name="elsewhere">The document has such a row.</param>
    public static bool Hold(RowHit hit, bool elsewhere)
    {
        if (!elsewhere && !hit.Sheet.Rows[hit.Row].Cells.Any(HasBlanks)) return false;
        var filled = RowReader.Behind(hit.Sheet, hit.Row, hit.Label).RemoveAll(cell => cell.Kind == SheetCellKind.Blank);

        // Where each column has its cell and each cell something in it, nothing was lost: what has blanks in it is unclear, and the others are as they stand. Not so where it is merged from two cells: then the row has one too many.
        if (hit.Sheet.Table.Spans is SpanFidelity.Stated or SpanFidelity.Ruled && filled.Length > 1 && filled.Length == hit.Form.Grid.Columns.Length && !filled.Any(cell => HasBlanks(cell) && cell.Cell.ColumnSpan > filled.Min(other => other.Cell.ColumnSpan))) return false;
        return filled.Any(cell => HasBlanks(cell) && Values(cell) is { Length: > 1 } parts && (filled.Length == 1 ? parts.Count(part => CellReader.IsValue(part)) > 1 : cell.Kind == SheetCellKind.Text && Array.TrueForAll(parts, part => CellReader.IsValue(part))))
            || (filled.Length == 1 && hit.Form.Grid.Columns.Length > 1 && elsewhere && hit.Sheet.Table.Spans == SpanFidelity.Lost);
    }

    /// <summary>Numbers with blanks between them: several, or one that is cut.</summary>
    public static bool AreNumbers(string text) =>
        text.AsSpan().Trim() is { IsEmpty: false } numbers && !numbers.ContainsAnyExcept(DigitsAndBlanks) && numbers.ContainsAny(Blanks);

    private static bool EndsInSeveralValues(SheetRow row) =>
        row.Cells.LastOrDefault(cell => cell.Kind != SheetCellKind.Blank) is { } last && HasBlanks(last) && AreSeveral(Array.FindAll(Values(last), part => CellReader.IsValue(part)));

    /// <summary>Two may be one number with a blank before its thousands.</summary>
    private static bool AreSeveral(string[] values) => values.Length > 2 || values is [{ Length: > 3 }, _] or [_, { Length: not 3 }];

    private static bool HasBlanks(SheetCell cell) => cell.Cell.Text.AsSpan().ContainsAny(Blanks);

    private static string[] Values(SheetCell cell) => cell.Cell.Text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
}
