using ReportIngest.Reports;

namespace ReportIngest.Rules.Extraction;

/// <summary>Pages that a recognition program read, and their numbers that no sum confirms.</summary>
internal sealed class LowConfidence : IRule
{
    public RuleInfo Info { get; } = new("RI904", Category.Extraction, Severity.Warning, new("识别置信度低", "Low recognition confidence"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) => Doubts.Say(Info, report);
}
