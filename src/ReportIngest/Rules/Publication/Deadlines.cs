using System.Globalization;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Publication;

/// <summary>The last day of publication, in the year after the report's (<c>deadlines.csv</c>).</summary>
internal static class Deadlines
{
    private static readonly Dictionary<Level, (int Month, int Day, string By)> Days = EmbeddedTable.Rows("deadlines").ToDictionary(
        row => Enum.Parse<Level>(row[0], ignoreCase: true),
        row => (Whole(row[1][..2]), Whole(row[1][3..]), row[2]));

    /// <summary>The day of 条例第四十九条; null where the article names none.</summary>
    public static DateOnly? Statutory(Level level, int year) => Of(level, year, "law");

    /// <summary>The day that local notices mostly set; null where the law sets one, or nobody does.</summary>
    public static DateOnly? ByNotice(Level level, int year) => Of(level, year, "notice");

    private static DateOnly? Of(Level level, int year, string by) =>
        Days.TryGetValue(level, out var day) && day.By == by ? new DateOnly(year + 1, day.Month, day.Day) : null;

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
