using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Value;

/// <summary>A number below zero where the form counts; only 本年增/减 may fall.</summary>
internal sealed class NegativeCount : IRule
{
    public RuleInfo Info { get; } = new("RI201", Category.Value, Severity.Error, new("出现负数", "Negative count"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) =>
        Numbers.Judge(report, kind => !kind.MayBeNegative(), number => number >= 0, Negative);

    private Finding Negative(Report report, Field field)
    {
        var (cell, number) = (Words.Cell(field.Indicator), Words.Number(field.Value.Number!.Value));
        return Finding.Of(
            Info,
            report,
            new Message($"{cell.Zh}填的是 {number}，这一格不能为负。请核对原始数据。", $"{cell.En} says {number}, which cannot be below zero. Check the register."),
            field.Indicator) with { Actual = field.Value.Number };
    }
}
