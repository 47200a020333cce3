using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Value;

/// <summary>Edition 2019: the number of decisions is that of items last year plus their change, which counts something else.</summary>
internal sealed class DecisionsAddedUp : IRule
{
    // A handful of decisions may be as many as there are items by chance.
    private const decimal ByChance = 10;

    public RuleInfo Info { get; } = new("RI209", Category.Value, Severity.Warning, new("处理决定数量疑似填成项目数之和", "Decisions look like items added up"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) =>
        from decisions in report.Fields
        where decisions.Indicator.Column.Key == "decisions" && report[$"{decisions.Indicator.Row.Key}.items_last_year"] is not null
        select Judge(report, report[$"{decisions.Indicator.Row.Key}.items_last_year"]!, report[$"{decisions.Indicator.Row.Key}.items_change"], decisions);

    private Observation Judge(Report report, Field items, Field? change, Field decisions)
    {
        if (items.Value.State != CellState.Reported || change?.Counted is not { } more || decisions.Value.State != CellState.Reported) return Observation.CannotTell;
        var (sum, decided) = (items.Value.Number!.Value + more, decisions.Value.Number!.Value);
        return sum != decided || sum == 0 ? Observation.Holds : sum < ByChance ? Observation.CannotTell : Observation.Fails(AddedUp(report, items, change, decisions));
    }

    private Finding AddedUp(Report report, Field items, Field change, Field decisions)
    {
        var (before, more, decided) = (Words.Content(items), Words.Content(change), Words.Content(decisions));
        return Finding.Of(
            Info,
            report,
            new Message(
                $"「{Words.Row(decisions.Indicator)}」处理决定数量 {decided.Zh} = 上一年项目数量 {before.Zh} + 本年增/减 {more.Zh}。处理决定是办件数，不是项目数，请核对是否误把项目数相加。",
                $"Row {decisions.Indicator.Row.Key}: decisions {decided.En} = items last year {before.En} + change {more.En}. Decisions count cases, not items; check whether items were added up."),
            items.Indicator, change.Indicator, decisions.Indicator) with { Actual = decisions.Value.Number };
    }
}
