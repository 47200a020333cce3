using ReportIngest.Reports;
using ReportIngest.Reports.Narratives;

namespace ReportIngest.Rules.Narrative;

/// <summary>A count of requests in the text is neither the new ones of table three nor those with the ones carried in.</summary>
internal sealed class RequestsInText : IRule
{
    public RuleInfo Info { get; } = new("RI301", Category.Narrative, Severity.Warning, new("正文申请数与表三不符", "Requests in the text differ from table three"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) =>
        RequestCounts.Stated(context.Narrative, none: false).Select(claim => Judge(claim, report))
            .Concat(Carried(context, Topic.RequestsCarriedIn, report, "requests.carried_in.total", new("上年结转", "carried in")))
            .Concat(Carried(context, Topic.RequestsCarriedOut, report, "requests.carried_out.total", new("结转下年度继续办理", "carried out")));

    private Observation Judge(Claim claim, Report report)
    {
        if (RequestCounts.Agrees(claim, report)) return Observation.Holds;
        // One applicant's number is said to be one (RI303).
        var (fresh, all) = (RequestCounts.New(report), RequestCounts.WithCarried(report));
        if (!claim.IsClear || fresh.Number is null || all.Number is null || !RequestCounts.Columns(claim, report).IsEmpty) return Observation.CannotTell;
        return Observation.Fails(claim.Number == all.Number ? CountedIn(claim, report, fresh.Number.Value, all) : IsNeither(claim, report, fresh.Number.Value, all));
    }

    private IEnumerable<Observation> Carried(RuleContext context, Topic topic, Report report, string cell, Message name)
    {
        var carried = TableNumber.Of(report, cell);
        return context.Narrative.Claims.Where(claim => claim.Topic == topic).Select(claim =>
            claim.Number == carried.Number ? Observation.Holds
            : claim.IsClear && carried.Number is not null ? Observation.Fails(CarriedDiffers(claim, report, carried, name))
            : Observation.CannotTell);
    }

    private Finding CarriedDiffers(Claim claim, Report report, TableNumber carried, Message name)
    {
        var (said, number) = (Words.Number(claim.Number), Words.Number(carried.Number!.Value));
        return Differs(claim, report, carried.Number.Value, carried,
            $"{name.Zh}为 {said} 件；表三「{name.Zh}」总计为 {number} 件",
            $"{said} {name.En}. Table three has {number} {name.En}");
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
