using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Value;

/// <summary>A fraction where the form counts whole things; only money has decimals.</summary>
internal sealed class FractionalCount : IRule
{
    public RuleInfo Info { get; } = new("RI202", Category.Value, Severity.Error, new("件数出现小数", "Fractional count"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) =>
        Numbers.Judge(report, kind => !kind.MayHaveFraction(), decimal.IsInteger, Fractional);

    private Finding Fractional(Report report, Field field)
    {
        var (cell, number) = (Words.Cell(field.Indicator), Words.Number(field.Value.Number!.Value));
        return Finding.Of(
            Info,
            report,
            new Message($"{cell.Zh}填的是 {number}，这一格以{field.Indicator.Unit}计，应为整数。请核对是否填错位置或单位。", $"{cell.En} says {number}; this cell counts whole things. Check whether the place or the unit is wrong."),
            field.Indicator) with { Actual = field.Value.Number };
    }
}
