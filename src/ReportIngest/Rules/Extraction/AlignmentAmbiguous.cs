using ReportIngest.Reports;

namespace ReportIngest.Rules.Extraction;

/// <summary>More than one way to lay a table on the form fits.</summary>
internal sealed class AlignmentAmbiguous : IRule
{
    public RuleInfo Info { get; } = new("RI902", Category.Extraction, Severity.Warning, new("行列对应有歧义", "Alignment ambiguous"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) => Doubts.Say(Info, report);
}
