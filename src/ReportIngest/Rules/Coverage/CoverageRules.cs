using System.Collections.Immutable;
using ReportIngest.Rosters;

namespace ReportIngest.Rules.Coverage;

/// <summary>The rules that hold what is at hand against the roster.</summary>
public static class CoverageRules
{
    public static ImmutableArray<RuleInfo> All { get; } = [ReportMissing.Info, UnitNotInRoster.Info, UnitAmbiguous.Info];

    /// <summary>Findings by rule: missing reports in the roster's order, the others in that of the reports.</summary>
    public static Verdict Judge(CoverageResult coverage)
    {
        ImmutableArray<(RuleInfo Rule, ImmutableArray<Observation> Looks)> looks =
        [
            (ReportMissing.Info, [.. coverage.Entries.Where(entry => entry.IsDue).Select(ReportMissing.Look)]),
            (UnitNotInRoster.Info, [.. coverage.Reports.Select(pair => UnitNotInRoster.Look(pair.Report, pair.Match))]),
            (UnitAmbiguous.Info, [.. coverage.Reports.Where(pair => pair.Match is not null).Select(pair => UnitAmbiguous.Look(pair.Report, pair.Match!))]),
        ];
        return new Verdict(
            [.. looks.SelectMany(rule => rule.Looks).Select(look => look.Finding).OfType<Finding>()],
            [.. looks.Select(rule => Tally.Of(rule.Rule, rule.Looks))]);
    }

    internal static Subject SubjectOf(FoundReport report) => new(report.Id, report.Path, null, report.Organization, report.Year);

    internal static Message List(IEnumerable<RosterUnit> units)
    {
        var names = units.Select(unit => $"{unit.Name}（{unit.Code}）").ToList();
        return new Message(string.Join('、', names), string.Join(", ", names.Select(name => name.Replace("（", " (", StringComparison.Ordinal).Replace('）', ')'))));
    }
}
