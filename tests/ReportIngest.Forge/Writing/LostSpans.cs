namespace ReportIngest.Forge.Writing;

/// <summary>
/// A sheet as a converter writes it that drops the positions a label's column span covers, so that values start one or two columns early
/// and rows are filled up at their end. After a page break the outer labels are gone and inner ones stand in the first column.
/// </summary>
internal static class LostSpans
{
    public static List<string[]> Rows(Sheet sheet, Random random)
    {
        if (sheet.Section != 3) return Grids.Rows(sheet, repeat: false);
        var pageBreak = sheet.HeaderRows + 3 + random.Next(sheet.Rows - sheet.HeaderRows - 3);
        return [.. Enumerable.Range(0, sheet.Rows).Select(row => Row(sheet, row, afterBreak: row >= pageBreak))];
    }

    private static string[] Row(Sheet sheet, int row, bool afterBreak)
    {
        var covering = sheet.Covering();
        var texts = new List<string>();
        for (var column = 0; column < sheet.Columns; column++)
        {
            if (covering[row, column] is not { } cell) continue;
            if (cell.Row < row)
            {
                // The label's own cell is above: an empty position, but for the corner's first; on a new page nothing of it is left.
                if (!afterBreak && (cell.Role != CellRole.Header || column > 0)) texts.Add("");
            }
            else if (cell.Column == column)
            {
                texts.Add(cell.Text);
            }
            else if (cell.Role == CellRole.Header ? cell.Column > 0 || column > 1 : cell.ColumnSpan == 3 && column == cell.Column + 1)
            {
                texts.Add("");
            }
        }

        while (texts.Count < sheet.Columns) texts.Add("");
        return [.. texts];
    }
}
