using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportIngest.Reports.Narratives;

namespace ReportIngest.Rules.Narrative;

/// <summary>A total and its parts in one sentence.</summary>
/// <param name="IsClosed">The sentence says that these are all parts: 分别为, a colon, a bracket, 共计 behind them; no 等, 余, 其中, 以上.</param>
internal sealed partial record NumberList(Sentence Sentence, Quantity Total, ImmutableArray<Quantity> Parts, bool IsClosed)
{
    public static IEnumerable<NumberList> Of(Sentence sentence)
    {
        var all = sentence.Quantities;
        for (var i = 0; i < all.Length; i++)
        {
            if (Following(sentence, all, i) is { } list) yield return list;
            if (Preceding(sentence, all, i) is { } sum) yield return sum;
        }
    }

    /// <summary>12件，分别为网上9件、当面3件; 12件（网上9件，当面3件）; 12条：要闻3条、公告9条.</summary>
    private static NumberList? Following(Sentence sentence, ImmutableArray<Quantity> all, int total)
    {
        if (total + 1 >= all.Length || all[total].IsPercentage || !Opening().IsMatch(Gap(sentence, all[total], all[total + 1]))) return null;
        var end = Closing(sentence.Plain, all[total].End);
        var parts = ImmutableArray.CreateBuilder<Quantity>();
        var broken = false;
        for (var i = total + 1; i < all.Length && all[i].End <= end; i++)
        {
            // 网上9件，占75%: a share of a part is no part.
            if (all[i].IsPercentage && Share().IsMatch(all[i].Lead)) continue;
            if (all[i].Unit != all[total].Unit) break;
            if (parts.Count > 0)
            {
                var gap = Gap(sentence, all[i - 1], all[i]);
                if (Another().IsMatch(gap)) break;

                // Parts between commas do not go on behind a semicolon: 「31件：有效22件、修改5件、废止4件；移交12件」.
                var isBroken = gap.Contains('；', StringComparison.Ordinal);
                if (isBroken && parts.Count > 1 && !broken) break;
                broken |= isBroken;
            }

            parts.Add(all[i]);
        }

        if (parts.Count < 2) return null;
        var text = sentence.Plain[all[total].End..parts[^1].End] + parts[^1].Tail;
        var whole = parts.Count == all.Count(one => one.Start > all[total].Start && one.End <= end && !one.IsPercentage);
        return new NumberList(sentence, all[total], parts.ToImmutable(), whole && all[total].IsExact && parts.All(part => part.IsExact) && !Open().IsMatch(text));
    }

    /// <summary>自然人9件、企业3件，共计12件. Behind 其中 it is a list of its own: 收到13件，其中自然人9件、企业3件、律所2件，共计13件.</summary>
    private static NumberList? Preceding(Sentence sentence, ImmutableArray<Quantity> all, int total)
    {
        if (total < 2 || !Sum().IsMatch(all[total].Lead)) return null;
        var first = all.Take(total).ToList().FindLastIndex(part => OfWhich().IsMatch(part.Lead));
        ImmutableArray<Quantity> parts = [.. all[Math.Max(first, 0)..total].Where(part => part.Segment == all[total].Segment)];
        if (parts.Length < 2 || parts.Any(part => part.Unit != all[total].Unit)) return null;
        var text = OfWhich().Replace(parts[0].Lead, "") + sentence.Plain[parts[0].Start..parts[^1].End];
        var closed = first < 0 || IsSumOfParts(sentence, all, first, total);
        return new NumberList(sentence, all[total], parts, closed && all[total].IsExact && parts.All(part => part.IsExact) && !Open().IsMatch(text) && !Another().IsMatch(text));
    }

    /// <summary>
    /// The number behind 其中 and its parts sums up these parts, and nothing that stands beside or around them:
    /// 「收到13件，结转2件，其中自然人9件、企业3件，共计15件」 and 「处罚12件，其中简易6件、一般6件、强制3件，合计15件」 count all again. A sum above its whole is some such, said or unsaid.
    /// </summary>
    private static bool IsSumOfParts(Sentence sentence, ImmutableArray<Quantity> all, int first, int total)
    {
        var sum = all[total];
        if (all.Take(first).Where(one => one.Unit == sum.Unit).ToList() is not [{ IsExact: true } whole] || sum.Number > whole.Number) return false;
        if (sum.Tail.Length > 0 || Open().IsMatch(sentence.Plain.AsSpan(sum.End))) return false;
        var added = 0m;
        for (var i = first; i < total; i++)
        {
            // The first parts fill the whole: what follows stands beside it.
            if (i > first && added == whole.Number) return false;
            added += all[i].Number;
        }

        // 「13件，其中自然人9件、企业3件，共计13件」 leaves parts out.
        return sum.Number < whole.Number || added > sum.Number;
    }

    private static string Gap(Sentence sentence, Quantity first, Quantity second) => sentence.Plain[first.End..second.Start];

    /// <summary>Where a list that begins behind <paramref name="start"/> ends at the latest: with its bracket, or with the sentence.</summary>
    private static int Closing(string plain, int start)
    {
        var end = plain.Length;
        if (start < plain.Length && plain[start] is '（' or '(' && plain.IndexOfAny(['）', ')'], start) is > 0 and var bracket) end = bracket;
        return end;
    }

    [GeneratedRegex("^(?:(?:，|,)?(?:按[^，。；：0-9]{1,14}[，,]?)?(?:分别)(?:为|是)|[：:]|[（(])[^，。；：（）0-9]{0,24}$")]
    private static partial Regex Opening();

    [GeneratedRegex("^[，,]?(?:共计|合计|总计)$")]
    private static partial Regex Sum();

    [GeneratedRegex("^[，,（(]?其中[：:，,]?")]
    private static partial Regex OfWhich();

    [GeneratedRegex("^[，,（(]?占")]
    private static partial Regex Share();

    // What follows is no part: a comparison, another sentence, another total.
    [GeneratedRegex("比上|比去|较|同比|增加|减少|增长|下降|相比|共计|合计|其中|办结|答复|[。：:]")]
    private static partial Regex Another();

    [GeneratedRegex("等|余|加|其中|以上|以下|主要|包[括含]|含|另|约|部分(?!公开)|分别比|如|多次|若干|重复|去重|同一|同时|既|又|计划|去年|上年")]
    private static partial Regex Open();
}
