using ReportIngest.Reports;

namespace ReportIngest.Rules.Arithmetic;

/// <summary>What came in is not what was answered or carried over: new + carried in ≠ results + carried out, in a column of table three.</summary>
internal sealed class RequestBalance : IRule
{
    public RuleInfo Info { get; } = new("RI101", Category.Arithmetic, Severity.Error, new("收支不平：新收加结转不等于总计加结转下年", "Request balance broken"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) => Sums.Judge(Info, report, context);
}
