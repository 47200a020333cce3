using ReportIngest.Corpus;
using ReportIngest.Forms;

namespace ReportIngest.Rules.History;

/// <summary>上年结转 is not what last year's report carried out, in a column of table three.</summary>
internal sealed class CarryOver : ICorpusRule
{
    public RuleInfo Info { get; } = new("RI701", Category.History, Severity.Error, new("上年结转与上年报告的结转下年不符", "Carry-over mismatch"));

    public IEnumerable<Observation> Check(UnitHistory history) =>
        from cell in FormCatalog.Find(history.Report.Record.Edition)?.Indicators ?? []
        where cell.Row.Key == "requests.carried_in"
        select RollForward.Judge(Info, history, cell.Code, new Term($"requests.carried_out.{cell.Column.Key}", LastYear: true));
}
