using System.Collections.Immutable;

namespace ReportIngest.Rosters;

/// <summary>What is known of every unit in every year.</summary>
/// <param name="Entries">By unit in the roster's order, then by year.</param>
/// <param name="Reports">Every report at hand, with the unit that its name is in the roster.</param>
public sealed record CoverageResult(ImmutableArray<int> Years, ImmutableArray<CoverageEntry> Entries, ImmutableArray<(FoundReport Report, UnitMatch? Match)> Reports);

/// <summary>Lays what is at hand beside the roster. Pure: the day is given.</summary>
public static class Coverage
{
    /// <param name="years">Empty for those that the reports are about.</param>
    /// <param name="files">Files that could not be read or hold no report.</param>
    /// <param name="asOf">The day it is looked at: what is due later cannot be missing.</param>
    /// <param name="complete">False for a run that was stopped or found a path not there: then nothing is missing for certain.</param>
    public static CoverageResult Of(
        Roster roster,
        ImmutableArray<int> years,
        IReadOnlyCollection<FoundReport> reports,
        IEnumerable<FileWithoutReport> files,
        DateOnly asOf,
        bool complete = true)
    {
        var filing = new Filing(new RosterNames(roster), reports, files);
        ImmutableArray<int> asked = years.IsEmpty ? [.. reports.Select(report => report.Year).OfType<int>().Distinct().Order()] : [.. years.Distinct().Order()];
        // A renamed unit has several rows and one code; it stands where its first row does.
        var entries = roster.Units.GroupBy(unit => unit.Code).SelectMany(rows =>
        {
            var unit = new UnitCoverage([.. rows], filing, asOf, complete);
            return asked.Select(unit.In);
        });
        return new CoverageResult(asked, [.. entries], [.. filing.Reports.Select(filed => (filed.Report, filed.Match))]);
    }
}
