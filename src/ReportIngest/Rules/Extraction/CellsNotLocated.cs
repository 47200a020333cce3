using ReportIngest.Reports;

namespace ReportIngest.Rules.Extraction;

/// <summary>Cells of a recognised table that could not be found. Ours, not the unit's.</summary>
internal sealed class CellsNotLocated : IRule
{
    public RuleInfo Info { get; } = new("RI901", Category.Extraction, Severity.Warning, new("单元格未能定位", "Cells not located"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) => Doubts.Say(Info, report);
}
