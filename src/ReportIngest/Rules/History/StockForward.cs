using ReportIngest.Corpus;
using ReportIngest.Forms;

namespace ReportIngest.Rules.History;

/// <summary>现行有效件数 is not last year's, with what was issued and without what was repealed. Edition 2021 only: 2019 has no such column.</summary>
internal sealed class StockForward : ICorpusRule
{
    public RuleInfo Info { get; } = new("RI702", Category.History, Severity.Warning, new("现行有效件数与上年推算不符", "Stock does not roll forward"));

    public IEnumerable<Observation> Check(UnitHistory history) =>
        from cell in FormCatalog.Find(history.Report.Record.Edition)?.Indicators ?? []
        where cell.Column.Key == "in_force"
        select RollForward.Judge(
            Info, history, cell.Code, new Term(cell.Code, LastYear: true), new Term($"{cell.Row.Key}.issued", LastYear: false), new Term($"{cell.Row.Key}.repealed", LastYear: false, -1));
}
