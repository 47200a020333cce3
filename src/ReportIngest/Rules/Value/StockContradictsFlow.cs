using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Value;

/// <summary>More documents were issued than repealed in the year, and fewer are in force than that leaves.</summary>
internal sealed class StockContradictsFlow : IRule
{
    private static readonly (string Issued, string Repealed, string InForce)[] Rows =
    [
        ("proactive.regulation.issued", "proactive.regulation.repealed", "proactive.regulation.in_force"),
        ("proactive.normative_document.issued", "proactive.normative_document.repealed", "proactive.normative_document.in_force"),
    ];

    public RuleInfo Info { get; } = new("RI206", Category.Value, Severity.Warning, new("现行有效件数与制发、废止矛盾", "Stock contradicts flow"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) =>
        from row in Rows
        where report[row.InForce] is not null
        select Judge(report, report[row.Issued], report[row.Repealed], report[row.InForce]);

    private Observation Judge(Report report, Field? issued, Field? repealed, Field? inForce)
    {
        // A stock that is left blank is not said to be none; a number that is no count is another rule's.
        if (inForce?.Value.State != CellState.Reported || issued?.Counted is not { } made || repealed?.Counted is not { } ended || !IsCount(inForce.Value.Number!.Value) || !IsCount(made) || !IsCount(ended)) return Observation.CannotTell;
        return inForce.Value.Number < made - ended ? Observation.Fails(Contradiction(report, issued, repealed, inForce)) : Observation.Holds;
    }

    private static bool IsCount(decimal number) => number >= 0 && decimal.IsInteger(number);

    private Finding Contradiction(Report report, Field issued, Field repealed, Field inForce)
    {
        var least = issued.Counted!.Value - repealed.Counted!.Value;
        var (row, made, ended, stock) = (Words.Row(inForce.Indicator), Words.Content(issued), Words.Content(repealed), Words.Content(inForce));
        return Finding.Of(
            Info,
            report,
            new Message(
                $"「{row}」本年制发 {made.Zh} − 本年废止 {ended.Zh} = {Words.Number(least)}，现行有效却只有 {stock.Zh}。本年制发而未废止的至少仍然有效，请核对这三格。",
                $"Row {inForce.Indicator.Row.Key}: issued {made.En} − repealed {ended.En} = {Words.Number(least)}, but only {stock.En} are in force. What was issued and not repealed is in force at least; check these three cells."),
            issued.Indicator, repealed.Indicator, inForce.Indicator) with { Expected = least, Actual = inForce.Value.Number };
    }
}
