using ReportIngest.Reports;

namespace ReportIngest.Rules.Arithmetic;

/// <summary>总计 is not the sum of the six kinds of applicants, in a row of table three.</summary>
internal sealed class RowTotal : IRule
{
    public RuleInfo Info { get; } = new("RI103", Category.Arithmetic, Severity.Error, new("总计列与各类申请人之和不符", "Row total wrong"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) => Sums.Judge(Info, report, context);
}
