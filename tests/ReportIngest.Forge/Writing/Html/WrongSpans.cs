using System.Text;

namespace ReportIngest.Forge.Writing.Html;

/// <summary>Tables whose spans and cells do not add up, as they are typed by hand; each takes a sheet and gives its table.</summary>
internal static class WrongSpans
{
    /// <summary>三、本年度办理结果 and （三）不予公开 span <paramref name="rows"/> rows more than they have (less where negative).</summary>
    public static Func<Sheet, string> RowSpansOff(int rows) => sheet => HandPage.Table(sheet with
    {
        Cells = [.. sheet.Cells.Select(cell => IsTypedWrong(cell) ? cell with { RowSpan = cell.RowSpan + rows } : cell)],
    });

    /// <summary>Labels that span two or three columns span one more or one less, each row in its own way.</summary>
    public static Func<Sheet, string> ColumnSpansOff(int seed) => sheet =>
    {
        var random = new Random(seed);
        return HandPage.Table(sheet with
        {
            Cells =
            [
                .. sheet.Cells.Select(cell => cell is { Role: CellRole.RowLabel, ColumnSpan: > 1 } && random.Next(2) == 0
                    ? cell with { ColumnSpan = cell.ColumnSpan + (random.Next(2) == 0 ? 1 : -1) }
                    : cell),
            ],
        });
    };

    /// <summary>Every row ends with an empty cell.</summary>
    public static string TrailingCells(Sheet sheet) => Rewritten(sheet, "</tr>", "<td></td></tr>");

    /// <summary>No cell and no row is closed.</summary>
    public static string Unclosed(Sheet sheet) => Rewritten(Rewritten(sheet, "</td>", ""), "</tr>", "");

    /// <summary>In some rows the last cell, in others the row itself is not closed, and some rows are closed twice.</summary>
    public static Func<Sheet, string> CarelesslyClosed(int seed) => sheet =>
    {
        var random = new Random(seed);
        var lines = HandPage.Table(sheet).Split('\n').Select(line => random.Next(4) switch
        {
            0 => line.Replace("</td></tr>", "</tr>"),
            1 => line.Replace("</tr>", ""),
            2 => line.Replace("</tr>", "</tr></tr>"),
            _ => line,
        });
        return string.Join('\n', lines);
    };

    private static bool IsTypedWrong(SheetCell cell) =>
        cell.RowSpan > 2 && (cell.Text.StartsWith("三、", StringComparison.Ordinal) || cell.Text.StartsWith("（三）", StringComparison.Ordinal));

    private static string Rewritten(Sheet sheet, string written, string instead) => Rewritten(HandPage.Table(sheet), written, instead);

    private static string Rewritten(string table, string written, string instead) => new StringBuilder(table).Replace(written, instead).ToString();
}
