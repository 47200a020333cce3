using ReportIngest.Reports;

namespace ReportIngest.Rules.Arithmetic;

/// <summary>The total of lawsuits, direct or after a review, is not the sum of their outcomes, in table four.</summary>
internal sealed class LitigationTotal : IRule
{
    public RuleInfo Info { get; } = new("RI105", Category.Arithmetic, Severity.Error, new("行政诉讼总计不符", "Litigation total wrong"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) => Sums.Judge(Info, report, context);
}
