using ReportIngest.Reports;

namespace ReportIngest.Rules.Arithmetic;

/// <summary>（七）总计 is not the sum of the results above it, in a column of table three.</summary>
internal sealed class ResultTotal : IRule
{
    public RuleInfo Info { get; } = new("RI102", Category.Arithmetic, Severity.Error, new("办理结果总计与各项之和不符", "Result total wrong"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) => Sums.Judge(Info, report, context);
}
