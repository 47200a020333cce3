using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Value;

/// <summary>Edition 2019: more was disclosed in the year than has been disclosed in all.</summary>
internal sealed class DisclosedTotalTooLow : IRule
{
    public RuleInfo Info { get; } = new("RI207", Category.Value, Severity.Warning, new("对外公开总数小于本年新公开数", "Disclosed total below this year's"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) =>
        from total in report.Fields
        where total.Indicator.Column.Key == "disclosed_total"
        select Judge(report, report[$"{total.Indicator.Row.Key}.disclosed"], total);

    private Observation Judge(Report report, Field? disclosed, Field total)
    {
        if (total.Value.State != CellState.Reported || disclosed?.Value.State != CellState.Reported) return Observation.CannotTell;
        return total.Value.Number >= disclosed.Value.Number ? Observation.Holds : Observation.Fails(TooLow(report, disclosed, total));
    }

    private Finding TooLow(Report report, Field disclosed, Field total)
    {
        var (year, all) = (Words.Number(disclosed.Value.Number!.Value), Words.Number(total.Value.Number!.Value));
        return Finding.Of(
            Info,
            report,
            new Message(
                $"「{Words.Row(total.Indicator)}」对外公开总数量 {all} < 本年新公开数量 {year}。总数包含本年新公开的，请核对这两格。",
                $"Row {total.Indicator.Row.Key}: disclosed in all {all} < disclosed this year {year}. The total includes this year's; check these two cells."),
            disclosed.Indicator, total.Indicator) with { Expected = disclosed.Value.Number, Actual = total.Value.Number };
    }
}
