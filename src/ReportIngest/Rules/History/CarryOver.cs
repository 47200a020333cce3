using ReportIngest.Corpus;
using ReportIngest.Forms;

namespace ReportIngest.Rules.History;

/// <summary>上年结转 is not what last year's report carried out, in a column of table three.</summary>
internal sealed class CarryOver : ICorpusRule
{
    private const string Total = "requests.carried_in.total";

    public RuleInfo Info { get; } = new("RI701", Category.History, Severity.Error, new("上年结转与上年报告的结转下年不符", "Carry-over mismatch"));

    public IEnumerable<Observation> Check(UnitHistory history)
    {
        List<Observation> looks =
        [
            .. from cell in FormCatalog.Find(history.Report.Record.Edition)?.Indicators ?? []
               where cell.Row.Key == "requests.carried_in"
               select RollForward.Judge(Info, history, cell.Code, new Term($"requests.carried_out.{cell.Column.Key}", LastYear: true)),
        ];
        var total = looks.FindIndex(look => look.Finding is { Indicators: [Total] });
        // Where applicants differ their total does too: that is one fault and not two.
        var parts = looks.Where((look, i) => i != total && look.Finding is not null).Select(look => Difference(look)).ToList();
        if (total >= 0 && parts.Count > 0 && parts.Sum() == Difference(looks[total])) looks[total] = Observation.CannotTell;
        return looks;
    }

    private static decimal? Difference(Observation look) => look.Finding!.Actual - look.Finding.Expected;
}
