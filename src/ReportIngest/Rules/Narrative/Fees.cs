using System.Text.RegularExpressions;
using ReportIngest.Reports;
using ReportIngest.Reports.Narratives;

namespace ReportIngest.Rules.Narrative;

/// <summary>The processing fee is given in two ways, is left out of section six, or is an amount that the tariff cannot give.</summary>
internal sealed partial class Fees : IRule
{
    public RuleInfo Info { get; } = new("RI308", Category.Narrative, Severity.Warning, new("收费与说明矛盾", "Fees contradict section six"));

    public IEnumerable<Observation> Check(Report report, RuleContext context)
    {
        var said = context.Narrative.Claims.Where(claim => claim.Topic == Topic.ProcessingFee).ToLookup(IsOfOtherFee);
        List<Claim> claims = [.. said[false]];
        foreach (var _ in said[true]) yield return Observation.CannotTell;
        foreach (var claim in claims) yield return Alone(claim, report);
        if (claims.Count == 0) yield break;
        foreach (var other in claims.Skip(1)) yield return Against(claims[0], other, report);
        if (claims.TrueForAll(claim => claim.Sentence.Section != 6) && Remaining(report, context) is { } nothing)
            yield return Nothing(claims[0], nothing, report);
    }

    /// <summary>「信息处理费33元，系资料复印费」: the next clause says that it was another.</summary>
    private static bool IsOfOtherFee(Claim claim) => claim.Quantity is { } amount && OtherFee().IsMatch(claim.Sentence.Plain.AsSpan(amount.End));

    /// <summary>One amount against the tariff and the number of requests.</summary>
    private Observation Alone(Claim claim, Report report)
    {
        if (claim.Number == 0) return Observation.Holds;
        // 0.4万元 may be rounded from an amount that the tariff gives; whose fee it is, and of how many years, does not matter to it.
        if (claim.Quantity is { IsExact: true } amount && amount.Step < FeeTariff.Step && claim.Number % FeeTariff.Step != 0) return Observation.Fails(NoTariff(claim, report));
        if (!claim.IsClear) return Observation.CannotTell;
        var handled = RequestCounts.WithCarried(report);
        return handled.Number == 0 ? Observation.Fails(NoRequest(claim, handled, report)) : Observation.Holds;
    }

    private Observation Against(Claim first, Claim other, Report report)
    {
        if (first.Number == other.Number) return Observation.Holds;
        var coarse = Math.Max(first.Quantity?.Step ?? 0, other.Quantity?.Step ?? 0);
        var clear = first.IsClear && other.IsClear && ClaimOwners.AreOne(first, other, report) && (first.Number == 0 || other.Number == 0 || Math.Abs(first.Number - other.Number) >= coarse);
        return clear ? Observation.Fails(Differ(first, other, report)) : Observation.CannotTell;
    }

    private Observation Nothing(Claim claim, Sentence nothing, Report report) =>
        claim.Number == 0 ? Observation.Holds
        : claim.IsClear ? Observation.Fails(LeftOut(claim, nothing, report))
        : Observation.CannotTell;

    /// <summary>The only sentence of section six, where it says that there is nothing to report.</summary>
    private static Sentence? Remaining(Report report, RuleContext context) =>
        context.Narrative.Sentences.Where(sentence => sentence.Section == 6).ToList() is [var only] && NothingElse().IsMatch(only.Plain) ? only : null;

    private Finding NoTariff(Claim claim, Report report)
    {
        var (quote, amount) = (Quotes.Of(claim), Words.Number(claim.Number));
        return Of(report, claim, new Message(
            $"{quote.Zh}，收取 {amount} 元。{FeeTariff.Words.Zh}，金额应是 {Words.Number(FeeTariff.Step)} 元的整数倍。请核对金额。",
            $"{quote.En}: {amount} yuan. The tariff ({FeeTariff.Words.En}) gives multiples of {Words.Number(FeeTariff.Step)} yuan only. Check the amount."));
    }

    private Finding NoRequest(Claim claim, TableNumber handled, Report report)
    {
        var (quote, amount) = (Quotes.Of(claim), Words.Number(claim.Number));
        var message = new Message(
            $"{quote.Zh}，收取 {amount} 元，而表三新收与上年结转的申请都是 0 件，没有可以收费的申请。请核对。",
            $"{quote.En}: {amount} yuan, but table three has no request, new or carried in, that could be charged. Check both.");
        return Finding.Of(Info, report, message, handled.Cells) with { Expected = 0, Actual = claim.Number };
    }

    private Finding Differ(Claim first, Claim other, Report report)
    {
        var (one, two) = (Quotes.Of(first), Quotes.Of(other));
        return Of(report, other, new Message(
            $"{one.Zh}，{two.Zh}：信息处理费一处为 {Words.Number(first.Number)} 元，一处为 {Words.Number(other.Number)} 元。请核对后统一。",
            $"{one.En}; {two.En}: the processing fee is {Words.Number(first.Number)} yuan in one place and {Words.Number(other.Number)} in the other. Make them agree."))
            with { Expected = first.Number };
    }

    private Finding LeftOut(Claim claim, Sentence nothing, Report report)
    {
        var (one, two) = (Quotes.Of(claim), Quotes.Of(nothing, 0));
        return Of(report, claim, new Message(
            $"{one.Zh}，收取 {Words.Number(claim.Number)} 元，而{two.Zh}。收取信息处理费的情况应当写在第六部分。",
            $"{one.En}: {Words.Number(claim.Number)} yuan, but {two.En}. The processing fee belongs in section six."));
    }

    private Finding Of(Report report, Claim claim, Message message) =>
        Finding.Of(Info, report, message) with { Actual = claim.Number, Part = claim.Sentence.Skeleton };

    [GeneratedRegex("^[，；（](?:均|全部|实际|其实|实)*(?:系|为|属于?|是)(?![^，。；]{0,12}处理费)[^，。；]{0,16}费")]
    private static partial Regex OtherFee();

    [GeneratedRegex("^(?:本年度?|[0-9]{4}年度?)?(?:，)?(?:我[局镇乡县区市委街道]+|本[机单][关位])?(?:暂无|无|没有)(?:其[他它])?(?:需要?(?:报告|说明)的?)?(?:其[他它])?(?:事项|情况|内容)?[。.]?$")]
    private static partial Regex NothingElse();
}
