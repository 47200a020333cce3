using ReportIngest.Reports;

namespace ReportIngest.Rules.Extraction;

/// <summary>Cells were moved to the row or column they belong to: lost spans, a page break.</summary>
internal sealed class ShiftRepaired : IRule
{
    public RuleInfo Info { get; } = new("RI903", Category.Extraction, Severity.Note, new("已纠正错位", "Shift repaired"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) => Doubts.Say(Info, report);
}
