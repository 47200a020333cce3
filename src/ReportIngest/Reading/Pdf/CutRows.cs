using System.Collections.Immutable;

namespace ReportIngest.Reading.Pdf;

/// <summary>
/// The rows at a page break of a table whose two parts do not fit together (LibreOffice, rows with columns of their own): a label on one page and its numbers on the other look
/// like a row of blanks. A blank is a statement, so such a row ends with its label. Beside a row with label and values, or a header, nothing was cut.
/// </summary>
internal static class CutRows
{
    /// <summary>A header cut by the break has no more cells below its labels than a group has columns.</summary>
    private const int Fewest = 3;

    public static TableInk WithFoot(TableInk upper, TableInk lower) => IsPart(lower, 0) ? WithoutBlanks(upper, Foot(upper)) : upper;

    public static TableInk WithHead(TableInk upper, TableInk lower) => IsPart(upper, Foot(upper)) ? WithoutBlanks(lower, 0) : lower;

    private static int Foot(TableInk table) => table.Cells.Where(cell => !cell.IsEmpty).Select(cell => cell.Span.Row).DefaultIfEmpty(-1).Max();

    /// <summary>Values without a label, or a label before blanks.</summary>
    private static bool IsPart(TableInk table, int row)
    {
        var cells = table.Cells.Where(cell => cell.Span.Row == row).ToList();
        var hasLabel = cells.Exists(cell => cell.Text.Any(Wrapping.IsChinese));
        return hasLabel ? cells.Exists(cell => cell.IsEmpty) && !cells.Exists(IsValue) : cells.Exists(IsValue);

        static bool IsValue(CellInk cell) => cell.Text.Any(char.IsDigit) && !cell.Text.Any(Wrapping.IsChinese);
    }

    private static TableInk WithoutBlanks(TableInk table, int row)
    {
        var cells = table.Cells.Where(cell => cell.Span.Row == row).ToList();
        var last = cells.FindLastIndex(cell => !cell.IsEmpty);
        if (last < 0 || cells.Count - last <= Fewest || !cells[last].Text.Any(Wrapping.IsChinese) || table.Spans != Documents.SpanFidelity.Ruled) return table;
        HashSet<CellInk> blank = [.. cells[(last + 1)..].Where(cell => cell.Span.EndRow == row + 1)];
        return table with { Cells = table.Cells.RemoveAll(blank.Contains) };
    }
}
