using ReportIngest.Corpus;
using ReportIngest.Forms;

namespace ReportIngest.Rules.History;

/// <summary>上一年项目数量 is not what last year's report ends with. Edition 2019 only.</summary>
internal sealed class ItemsForward : ICorpusRule
{
    public RuleInfo Info { get; } = new("RI703", Category.History, Severity.Note, new("上一年项目数量与上年报告不符", "Items of last year differ"));

    public IEnumerable<Observation> Check(UnitHistory history) =>
        from cell in FormCatalog.Find(history.Report.Record.Edition)?.Indicators ?? []
        where cell.Column.Key == "items_last_year"
        select RollForward.Judge(
            Info, history, cell.Code, new Term(cell.Code, LastYear: true), new Term($"{cell.Row.Key}.items_change", LastYear: true));
}
