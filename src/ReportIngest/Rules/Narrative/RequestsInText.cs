using ReportIngest.Reports;
using ReportIngest.Reports.Narratives;

namespace ReportIngest.Rules.Narrative;

/// <summary>A count of requests in the text is neither the new ones of table three nor those with the ones carried in.</summary>
internal sealed class RequestsInText : IRule
{
    public RuleInfo Info { get; } = new("RI301", Category.Narrative, Severity.Warning, new("正文申请数与表三不符", "Requests in the text differ from table three"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) =>
        RequestCounts.Stated(context.Narrative, none: false).Select(claim => Judge(claim, report))
            .Concat(context.Narrative.Claims.Where(claim => claim.Topic == Topic.RequestsCarriedIn).Select(claim => JudgeCarried(claim, TableNumber.Of(report, "requests.carried_in.total"), report)));

    private Observation Judge(Claim claim, Report report)
    {
        if (RequestCounts.Agrees(claim, report)) return Observation.Holds;
        // One applicant's number is said to be one (RI303).
        var (fresh, all) = (RequestCounts.New(report), RequestCounts.WithCarried(report));
        if (!claim.IsClear || fresh.Number is null || all.Number is null || !RequestCounts.Columns(claim, report).IsEmpty) return Observation.CannotTell;
        return Observation.Fails(claim.Number == all.Number ? CountedIn(claim, report, fresh.Number.Value, all) : IsNeither(claim, report, fresh.Number.Value, all));
    }

    private Observation JudgeCarried(Claim claim, TableNumber carried, Report report) =>
        claim.Number == carried.Number ? Observation.Holds
        : claim.IsClear && carried.Number is not null ? Observation.Fails(CarriedDiffers(claim, report, carried))
        : Observation.CannotTell;

    private Finding CarriedDiffers(Claim claim, Report report, TableNumber carried)
    {
        var (said, number) = (Words.Number(claim.Number), Words.Number(carried.Number!.Value));
        return Differs(claim, report, carried.Number.Value, carried,
            $"上年结转为 {said} 件；表三「上年结转」总计为 {number} 件",
            $"{said} carried in. Table three has {number} carried in");
    }

    private Finding CountedIn(Claim claim, Report report, decimal fresh, TableNumber all)
    {
        var (said, carried) = (Words.Number(claim.Number), Words.Number(all.Number!.Value - fresh));
        return Differs(claim, report, fresh, all,
            $"新收为 {said} 件，上年结转另计；表三「本年新收」总计为 {Words.Number(fresh)} 件，加「上年结转」{carried} 件才是 {said} 件",
            $"{said} new requests, those carried in beside them. Table three has {Words.Number(fresh)} new ones; only with the {carried} carried in they are {said}");
    }

    private Finding IsNeither(Claim claim, Report report, decimal fresh, TableNumber all)
    {
        var (said, carried, both) = (Words.Number(claim.Number), Words.Number(all.Number!.Value - fresh), Words.Number(all.Number.Value));
        return Differs(claim, report, fresh, all,
            $"申请为 {said} 件；表三「本年新收」总计为 {Words.Number(fresh)} 件，加「上年结转」{carried} 件为 {both} 件，都不是 {said}",
            $"{said} requests. Table three has {Words.Number(fresh)} new ones and {carried} carried in, {both} together; neither is {said}");
    }

    private Finding Differs(Claim claim, Report report, decimal expected, TableNumber table, string zh, string en)
    {
        var quote = Quotes.Of(claim);
        var message = new Message($"{quote.Zh}，{zh}。请核对正文与表三。", $"{quote.En}: {en}. Check the text and table three.");
        return Finding.Of(Info, report, message, table.Cells) with { Expected = expected, Actual = claim.Number };
    }
}
