using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportIngest.Reports.Narratives;

namespace ReportIngest.Rules.Narrative;

internal enum PercentageKind { Share, Growth, Fall }

/// <summary>A percentage and the pairs of numbers of its sentence that it may be worked out from.</summary>
/// <param name="Bases">Part and whole; for a growth or fall, the difference and last year's number.</param>
/// <param name="IsClear">The words name no other base, and every number is exact.</param>
internal sealed partial record PercentageSaid(
    Sentence Sentence, Quantity Percent, PercentageKind Kind, ImmutableArray<(decimal Part, decimal Whole)> Bases, bool IsClear)
{
    public static IEnumerable<PercentageSaid> Of(Sentence sentence, int? year)
    {
        var all = sentence.Quantities;
        for (var i = 0; i < all.Length; i++)
        {
            if (!all[i].IsPercentage) continue;
            if (i > 0 && Share().IsMatch(all[i].Lead)) yield return ShareOf(sentence, all, i);
            else if (i > 1 && all[i].Lead == "的" && ShareOfTotal().IsMatch(all[i - 1].Lead)) yield return ShareOf(sentence, all[i - 2], all[i - 1], all[i]);
            else if (i == 2 && Rate().Match(all[i].Lead) is { Success: true } rate && all[1].Lead.Contains(rate.Groups["done"].Value, StringComparison.Ordinal)) yield return RateOf(sentence, all);
            else if (Change().Match(all[i].Lead) is { Success: true } change) yield return ChangeOf(sentence, all, i, change, year);
        }
    }

    /// <summary>Reports round, and some cut off: anything within one step of the last digit is right.</summary>
    public bool Fits((decimal Part, decimal Whole) pair) => Math.Abs(pair.Part / pair.Whole * 100 - Percent.Number) < Percent.Step;

    /// <summary>34件，其中网上12件，占35.3%: the whole is a number before the part that is no part with a share itself.</summary>
    private static PercentageSaid ShareOf(Sentence sentence, ImmutableArray<Quantity> all, int percent)
    {
        var part = all[percent - 1];
        List<Quantity> wholes =
        [
            .. all.Take(percent - 1).Where((whole, i) => whole.Unit == part.Unit && whole.Number >= part.Number && whole.Number > 0
                && !(all[i + 1].IsPercentage && Share().IsMatch(all[i + 1].Lead))),
        ];
        var clear = part.IsExact && all[percent].IsExact && wholes.All(whole => whole.IsExact && !Year().IsMatch(whole.Lead)) && PlainShare().IsMatch(all[percent].Lead)
            && (!OfAll().IsMatch(all[percent].Lead) || wholes.All(whole => Unqualified().IsMatch(whole.Lead)));
        return new PercentageSaid(
            sentence, all[percent], PercentageKind.Share, [.. part.IsPercentage ? [] : wholes.Select(whole => (part.Number, whole.Number)).Distinct()], clear);
    }

    /// <summary>办结12件，占受理总数15件的80%: the whole stands behind 占.</summary>
    private static PercentageSaid ShareOf(Sentence sentence, Quantity part, Quantity whole, Quantity percent) => new(
        sentence, percent, PercentageKind.Share, part.Unit == whole.Unit && whole.Number > 0 ? [(part.Number, whole.Number)] : [], part.IsExact && whole.IsExact && percent.IsExact && part.Number <= whole.Number);

    /// <summary>受理15件，办结12件，办结率80%; one of 100 % may leave out those not yet due.</summary>
    private static PercentageSaid RateOf(Sentence sentence, ImmutableArray<Quantity> all) => new(
        sentence, all[2], PercentageKind.Share, all[0].Unit == all[1].Unit && all[0].Number > 0 ? [(all[1].Number, all[0].Number)] : [],
        all[0].IsExact && all[1].IsExact && all[2] is { IsExact: true, Number: not 100 } && all[1].Number <= all[0].Number && Came().IsMatch(all[0].Lead)
        && Answered().IsMatch(all[1].Lead) && !NotYet().IsMatch(sentence.Plain));

    private static PercentageSaid ChangeOf(Sentence sentence, ImmutableArray<Quantity> all, int percent, Match change, int? year)
    {
        var kind = change.Groups["up"].Success ? PercentageKind.Growth : PercentageKind.Fall;
        var sign = kind == PercentageKind.Growth ? 1 : -1;
        var pair = Difference(all, percent) ?? FromTo(all, percent, year, sign) ?? TwoYears(all, percent, year, sign) ?? Behind(sentence, all, percent, year, sign);
        var clear = pair is not null && all[percent].IsExact && PlainChange().IsMatch(all[percent].Lead);
        return new PercentageSaid(sentence, all[percent], kind, pair is { Whole: > 0 } found ? [found] : [], clear);
    }

    /// <summary>34件，比上年增加4件，增长13.3%.</summary>
    private static (decimal Part, decimal Whole)? Difference(ImmutableArray<Quantity> all, int percent)
    {
        if (percent < 2 || all[percent - 1] is not { IsExact: true } step || all[percent - 2] is not { IsExact: true } now || step.Unit != now.Unit) return null;
        if (More().Match(step.Lead) is not { Success: true } more) return null;
        return (step.Number, more.Groups["up"].Success ? now.Number - step.Number : now.Number + step.Number);
    }

    /// <summary>由上年的30件增加到34件，增长13.3%; 「从2021年的100条增加到236条，较上年增长18%」 compares with a number that is not there.</summary>
    private static (decimal Part, decimal Whole)? FromTo(ImmutableArray<Quantity> all, int percent, int? year, int sign) =>
        percent >= 2 && all[percent - 2] is { IsExact: true } first && all[percent - 1] is { IsExact: true } now && first.Unit == now.Unit && !now.IsPercentage
        && From().IsMatch(first.Lead) && To().IsMatch(now.Lead) && (!Year().IsMatch(all[percent].Lead) || Periods.Last(first.Lead, year) == Period.LastYear)
            ? (sign * (now.Number - first.Number), first.Number)
            : null;

    /// <summary>34件，同比增长13.3%（上年为30件）.</summary>
    private static (decimal Part, decimal Whole)? Behind(Sentence sentence, ImmutableArray<Quantity> all, int percent, int? year, int sign) =>
        percent == 1 && all.Length == 3 && all[0] is { IsExact: true } now && all[2] is { IsExact: true } last && last.Unit == now.Unit
        && InBracket().IsMatch(last.Lead) && Periods.Last(last.Lead, year) == Period.LastYear && (Periods.Last(now.Lead, year) ?? Period.ThisYear) == Period.ThisYear
        && last.End < sentence.Plain.Length && sentence.Plain[last.End] is '）' or ')'
            ? (sign * (now.Number - last.Number), last.Number)
            : null;

    /// <summary>上年30件，今年34件，增长13.3%: one number of each year and no other.</summary>
    private static (decimal Part, decimal Whole)? TwoYears(ImmutableArray<Quantity> all, int percent, int? year, int sign)
    {
        ImmutableArray<Quantity> before = [.. all.Take(percent)];
        if (before is not [{ IsExact: true } first, { IsExact: true } second] || first.Unit != second.Unit || first.IsPercentage) return null;
        var (one, two) = (Periods.Last(first.Lead, year) ?? Period.ThisYear, Periods.Last(second.Lead, year) ?? Period.ThisYear);
        if (Compared().IsMatch(second.Lead)) two = Period.LastYear;
        return (one, two) switch
        {
            (Period.ThisYear, Period.LastYear) => (sign * (first.Number - second.Number), second.Number),
            (Period.LastYear, Period.ThisYear) => (sign * (second.Number - first.Number), first.Number),
            _ => null,
        };
    }

    [GeneratedRegex("占[^，。；：（）]{0,16}$")]
    private static partial Regex Share();

    [GeneratedRegex("^[，,、（(]?占[^，。；：（）]{0,12}(?:总数|总量|总件数|全部|申请|信息)$")]
    private static partial Regex ShareOfTotal();

    [GeneratedRegex("^[，,、（(]?占(?:比|总数|总量|总件数|申请总数|申请总量|总申请量|申请量|(?:全部|所有)(?:申请|信息|件数)?|全年|比例|比重|的|为|达到|达|到|了|总计|约)*$")]
    private static partial Regex PlainShare();

    [GeneratedRegex("^[，,](?<done>办结|答复|回复)率(?:为|达到|达|是)*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Rate();

    [GeneratedRegex("^(?!.*结转)(?=.*申请).*(?:收到|受理|接收)")]
    private static partial Regex Came();

    // 按期办结12件 is not all that was answered.
    [GeneratedRegex("^[，,]?(?:已|均|共|全部)*(?:办结|答复|回复)(?:申请)?$")]
    private static partial Regex Answered();

    [GeneratedRegex("未到期|其余|尚未|正在|在办|结转")]
    private static partial Regex NotYet();

    // 占全部信息的5%: of all there is, not of what a site or a column has.
    [GeneratedRegex("全部|所有")]
    private static partial Regex OfAll();

    [GeneratedRegex("^(?:20[0-9]{2}年度?|[，,的]|全年|今年|本年度?|[我本][省市县区旗乡镇局委]|全[省市县区旗乡镇局]|共计?|总计|主动|依法|收到|受理|接收|办理|公开|发布|各类|政府|信息|申请|总数|总量|件数)*$")]
    private static partial Regex Unqualified();

    [GeneratedRegex("[由从](?:20[0-9]{2}年度?|上年度?|上一年度?|去年)?的?$")]
    private static partial Regex From();

    [GeneratedRegex("^(?:[，,]?(?:上升|增加|增长|提高|增|下降|减少|降低|降|减))(?:到|至|为)(?:了|20[0-9]{2}年度?的?|今年的?|本年度?的?)?$")]
    private static partial Regex To();

    [GeneratedRegex("^[（(](?:20[0-9]{2}年度?|上年度?|上一年度?|去年)(?:同期)?(?:共)?(?:收到|受理)?(?:政府信息公开)?(?:申请)?(?:为|是)?$")]
    private static partial Regex InBracket();

    [GeneratedRegex("(?:(?<up>增长|增加|上升|提高|增幅|上涨|增多)|(?<down>下降|减少|降低|回落|下滑|降幅|减幅))(?:率|幅度|幅|了|达到|达|为|约)*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Change();

    // The longer word first and no way back: 同比同比同比… could be split in 2ⁿ ways.
    [GeneratedRegex("^(?>[，,、）)（(]*)(?>(?:上一年度|上一年|上年度|上年|去年同期|去年|同期|年度|相比|同比|与|同|比|较|的|，|到|为|了)*)(?:增长|增加|上升|提高|增幅|上涨|增多|下降|减少|降低|回落|下滑|降幅|减幅)(?:率|幅度|幅|了|达到|达|为)*$")]
    private static partial Regex PlainChange();

    [GeneratedRegex("(?:比|较|同比)[^，。；]{0,8}(?:(?<up>增加|多|增长|上升)|(?<down>减少|少|下降))了?$|^[，,]同比(?:(?<up>增加)|(?<down>减少))了?$", RegexOptions.ExplicitCapture)]
    private static partial Regex More();

    [GeneratedRegex("(?:比|较|与|同)(?:上年度?|去年|上一年度?|去年同期)(?:同期)?(?:的|[（(])?$")]
    private static partial Regex Compared();

    [GeneratedRegex("去年|上年|同期|上一年|同比")]
    private static partial Regex Year();
}
