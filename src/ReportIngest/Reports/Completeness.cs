using ReportIngest.Forms;

namespace ReportIngest.Reports;

/// <summary>How many cells the report's edition has, and how many of those were located. A report of unknown edition expects none.</summary>
public readonly record struct Completeness(int Expected, int Found)
{
    public static Completeness Of(Report report)
    {
        var indicators = FormCatalog.Find(report.Edition)?.Indicators ?? [];
        return new Completeness(
            indicators.Length, indicators.Count(indicator => report[indicator] is { Value.State: not CellState.Missing }));
    }

    public static Completeness operator +(Completeness left, Completeness right) => new(left.Expected + right.Expected, left.Found + right.Found);
}
