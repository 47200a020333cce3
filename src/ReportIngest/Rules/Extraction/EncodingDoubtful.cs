using ReportIngest.Reports;

namespace ReportIngest.Rules.Extraction;

/// <summary>The file declares another encoding than its bytes have, or has bytes that mean nothing in it.</summary>
internal sealed class EncodingDoubtful : IRule
{
    public RuleInfo Info { get; } = new("RI906", Category.Extraction, Severity.Note, new("编码存疑", "Encoding doubtful"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) => Doubts.Say(Info, report);
}
