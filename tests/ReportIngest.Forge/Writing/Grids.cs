namespace ReportIngest.Forge.Writing;

/// <summary>A sheet as rows of texts, one for each position of the grid.</summary>
internal static class Grids
{
    /// <param name="repeat">A merged cell's text stands in every position it covers, else only in its first.</param>
    public static List<string[]> Rows(Sheet sheet, bool repeat)
    {
        var covering = sheet.Covering();
        return
        [
            .. Enumerable.Range(0, sheet.Rows).Select(row => Enumerable.Range(0, sheet.Columns).Select(column =>
                covering[row, column] is { } cell && (repeat || (cell.Row == row && cell.Column == column)) ? cell.Text : "").ToArray()),
        ];
    }
}
