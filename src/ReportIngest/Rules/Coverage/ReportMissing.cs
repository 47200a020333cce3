using System.Globalization;
using ReportIngest.Rosters;

namespace ReportIngest.Rules.Coverage;

/// <summary>A unit of the roster without a report for a year that is due.</summary>
public static class ReportMissing
{
    public static RuleInfo Info { get; } = new("RI801", Category.Coverage, Severity.Error, new("应报未报", "Report missing"));

    internal static Observation Look(CoverageEntry entry)
    {
        if (entry.IsPublished) return Observation.Holds;
        if (!entry.IsAbsent) return Observation.CannotTell;
        var year = entry.Year.ToString(CultureInfo.InvariantCulture);
        return Observation.Fails(new Finding(
            Info,
            new Subject(null, null, entry.Unit.Code, entry.Unit.Name, entry.Year),
            new Message($"{entry.Unit.Name}没有 {year} 年度的报告：{entry.Reason.Zh}", $"{entry.Unit.Name} has no report on {year}: {entry.Reason.En}"),
            [],
            []));
    }
}
