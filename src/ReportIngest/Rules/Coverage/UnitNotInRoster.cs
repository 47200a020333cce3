using ReportIngest.Rosters;

namespace ReportIngest.Rules.Coverage;

/// <summary>A report of a unit that the roster does not have.</summary>
public static class UnitNotInRoster
{
    public static RuleInfo Info { get; } = new("RI803", Category.Coverage, Severity.Note, new("名录外单位", "Unit not in the roster"));

    internal static Observation Look(FoundReport report, UnitMatch? match) => match switch
    {
        null => Observation.CannotTell,
        { Unit: null, Candidates.IsEmpty: true } => Observation.Fails(new Finding(Info, CoverageRules.SubjectOf(report), Say(report, match), [], [])),
        _ => Observation.Holds,
    };

    private static Message Say(FoundReport report, UnitMatch match)
    {
        var near = CoverageRules.List(match.Elsewhere);
        var (zh, en) = match.Elsewhere.IsEmpty ? ("", "") : ($"名录里名称相近的是 {near.Zh}，上级不同，没有认作同一单位。", $" {near.En} is called alike and belongs elsewhere, so it was not taken for it.");
        return new Message(
            $"名录里没有“{report.Organization}”。{zh}如果就是名录里的单位，请把这个名称填入它的 aliases；否则请补进名录。",
            $"The roster does not have “{report.Organization}”.{en} If it is one of its units, add the name to the unit's aliases; else add the unit.");
    }
}
