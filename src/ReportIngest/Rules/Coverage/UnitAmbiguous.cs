using ReportIngest.Rosters;

namespace ReportIngest.Rules.Coverage;

/// <summary>A report whose unit's name fits several units of the roster.</summary>
public static class UnitAmbiguous
{
    public static RuleInfo Info { get; } = new("RI804", Category.Coverage, Severity.Note, new("单位无法唯一确定", "Unit ambiguous"));

    internal static Observation Look(FoundReport report, UnitMatch match)
    {
        if (match.Candidates.IsEmpty) return match.Unit is null ? Observation.CannotTell : Observation.Holds;
        var candidates = CoverageRules.List(match.Candidates);
        return Observation.Fails(new Finding(
            Info,
            CoverageRules.SubjectOf(report),
            new Message(
                $"“{report.Organization}”在名录里有 {match.Candidates.Length} 个单位都可用：{candidates.Zh}。没有认定是哪一个，请在名录里用 parent 或 aliases 区分。",
                $"“{report.Organization}” fits {match.Candidates.Length} units of the roster: {candidates.En}. None was taken; tell them apart by parent or aliases."),
            [],
            []));
    }
}
