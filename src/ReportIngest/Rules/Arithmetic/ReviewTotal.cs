using ReportIngest.Reports;

namespace ReportIngest.Rules.Arithmetic;

/// <summary>The total of administrative reviews is not the sum of their outcomes, in table four.</summary>
internal sealed class ReviewTotal : IRule
{
    public RuleInfo Info { get; } = new("RI104", Category.Arithmetic, Severity.Error, new("行政复议总计不符", "Review total wrong"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) => Sums.Judge(Info, report, context);
}
