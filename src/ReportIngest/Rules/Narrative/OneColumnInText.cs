using System.Collections.Immutable;
using ReportIngest.Forms;
using ReportIngest.Reports;
using ReportIngest.Reports.Narratives;

namespace ReportIngest.Rules.Narrative;

/// <summary>The text gives the number of one kind of applicant as the number of requests.</summary>
internal sealed class OneColumnInText : IRule
{
    public RuleInfo Info { get; } = new("RI303", Category.Narrative, Severity.Warning, new("正文只引用了一列", "Text quotes a single column"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) =>
        RequestCounts.Stated(context.Narrative, none: false).Select(claim => Judge(claim, report));

    private Observation Judge(Claim claim, Report report)
    {
        if (RequestCounts.Agrees(claim, report)) return Observation.Holds;
        var (fresh, all) = (RequestCounts.New(report), RequestCounts.WithCarried(report));
        if (!claim.IsClear || fresh.Number is null || all.Number is null) return Observation.CannotTell;
        // A number that is no applicant's either is another fault (RI301).
        return RequestCounts.Columns(claim, report) is { IsEmpty: false } columns ? Observation.Fails(OneColumn(claim, report, fresh, columns)) : Observation.Holds;
    }

    private Finding OneColumn(Claim claim, Report report, TableNumber fresh, ImmutableArray<Indicator> columns)
    {
        var (quote, said, total) = (Quotes.Of(claim), Words.Number(claim.Number), Words.Number(fresh.Number!.Value));
        var names = string.Join("、", columns.Select(cell => $"「{Words.Column(cell)}」"));
        var message = new Message(
            $"{quote.Zh}，申请为 {said} 件；这是表三「本年新收」行{names}一列的数，总计为 {total} 件。请在正文写总数。",
            $"{quote.En}: {said} requests. In table three that is the number of {string.Join(", ", columns.Select(cell => cell.Column.Key))} alone; the total is {total}. Give the total in the text.");
        return Finding.Of(Info, report, message, columns.Concat(fresh.Cells)) with { Expected = fresh.Number, Actual = claim.Number };
    }
}
