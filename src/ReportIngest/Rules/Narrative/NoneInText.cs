using ReportIngest.Reports;
using ReportIngest.Reports.Narratives;

namespace ReportIngest.Rules.Narrative;

/// <summary>The text says that no request came; table three has new ones.</summary>
internal sealed class NoneInText : IRule
{
    public RuleInfo Info { get; } = new("RI302", Category.Narrative, Severity.Warning, new("正文称未收到申请，表三不为零", "Text says none; table says some"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) =>
        RequestCounts.Stated(context.Narrative, none: true).Select(claim => Judge(claim, RequestCounts.New(report), report));

    private Observation Judge(Claim claim, TableNumber fresh, Report report) => fresh.Number switch
    {
        0 => Observation.Holds,
        > 0 when claim.IsClear => Observation.Fails(Some(claim, report, fresh)),
        _ => Observation.CannotTell,
    };

    private Finding Some(Claim claim, Report report, TableNumber fresh)
    {
        var (quote, number) = (Quotes.Of(claim), Words.Number(fresh.Number!.Value));
        var message = new Message(
            $"{quote.Zh}，而表三「本年新收」总计为 {number} 件。请核对正文与表三。",
            $"{quote.En}, but table three has {number} new requests. Check the text and table three.");
        return Finding.Of(Info, report, message, fresh.Cells) with { Expected = fresh.Number, Actual = 0 };
    }
}
