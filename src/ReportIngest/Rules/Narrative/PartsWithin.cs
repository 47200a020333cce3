using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportIngest.Reports.Narratives;

namespace ReportIngest.Rules.Narrative;

/// <summary>Parts behind 其中: not all there are, but together no more than what they are parts of.</summary>
/// <param name="Bound">The most that they can be parts of.</param>
/// <param name="IsClear">They are known to count the same thing as the total: 其中 also stands before what belongs to it (会议3次，其中研究议题5次).</param>
internal sealed partial record PartsWithin(Sentence Sentence, Quantity Total, ImmutableArray<Quantity> Parts, decimal Bound, bool IsClear)
{
    public decimal Sum => Parts.Sum(part => part.Number);

    public static IEnumerable<PartsWithin> Of(Sentence sentence)
    {
        var all = sentence.Quantities;
        for (var i = 0; i + 1 < all.Length; i++)
        {
            var (total, first) = (all[i], all[i + 1]);
            if (total.IsPercentage || first.Unit != total.Unit || !Opening().IsMatch(sentence.Plain.AsSpan(total.End..first.Start)) || Each().IsMatch(total.Lead)) continue;
            var parts = Divided(all, i + 1);
            if (!total.IsExact || parts.Any(part => !part.IsExact)) continue;
            yield return new PartsWithin(sentence, total, parts, Most(all, i), AreOfOneThing(sentence, total, parts));
        }
    }

    /// <summary>其中 may go back to all numbers before it: 自然人9件、企业3件，其中网上5件、当面7件; 收到9件，上年转结1件，其中…</summary>
    private static decimal Most(ImmutableArray<Quantity> all, int total) => all.Take(total + 1).Where(one => one.Unit == all[total].Unit).Sum(one => one.Number);

    private static bool AreOfOneThing(Sentence sentence, Quantity total, ImmutableArray<Quantity> parts)
    {
        // What was carried in and is told of behind may be among the parts.
        if (parts.Any(part => Each().IsMatch(part.Lead) || Beside().IsMatch(part.Lead)) || CarriedIn().IsMatch(sentence.Plain.AsSpan(total.End))) return false;
        // Only requests are divided so: messages (条) may be on the site and on the board too.
        return (parts.All(part => RequestDivision.Knows(part.Lead)) && total.Unit != "条" && (sentence.Heading + sentence.Plain[..parts[^1].End]).Contains("申请", StringComparison.Ordinal))
            || (parts is [var only] && NamesAgain(total, only));
    }

    /// <summary>召开会议3次，其中专题会议5次.</summary>
    private static bool NamesAgain(Quantity total, Quantity part) =>
        Thing().Match(total.Lead) is { Success: true } thing && Thing().Match(part.Lead) is { Success: true } again && thing.Groups["name"].Value == again.Groups["name"].Value;

    /// <summary>The parts of one known division; otherwise the first one alone, which may overlap with the others.</summary>
    private static ImmutableArray<Quantity> Divided(ImmutableArray<Quantity> all, int first)
    {
        foreach (var division in RequestDivision.All)
        {
            var (parts, seen) = (ImmutableArray.CreateBuilder<Quantity>(), new HashSet<int>());
            for (var i = first; i < all.Length && all[i].Unit == all[first].Unit; i++)
            {
                if (division.PartOf(all[i].Lead) is not { } part || !seen.Add(part) || (i > first && !Another().IsMatch(all[i].Lead))) break;
                parts.Add(all[i]);
            }

            if (parts.Count > 1) return parts.ToImmutable();
        }

        return [all[first]];
    }

    [GeneratedRegex("^[，,（(]?(?:其中|包括)[：:，,]?[^，。；：（）()0-9]{0,16}$")]
    private static partial Regex Opening();

    [GeneratedRegex("每|各|平均|[日月年]均|增|减|多|少|较|比")]
    private static partial Regex Each();

    // Of another kind than the total, or counted otherwise: 二级目录, 子栏目, 配套文件, 涉及信息项, 参加培训, 累计, 最高.
    [GeneratedRegex("累计|最高|涉及|结转|转结|议题|事项|配套|附件|子|[一二三四五]级|参加|参与|转发|转载")]
    private static partial Regex Beside();

    [GeneratedRegex("(?:上年|上一年|去年)度?(?:结转|转结)|(?:结转|转结)自?(?:上|去)")]
    private static partial Regex CarriedIn();

    // The last two letters of what is counted; a verb names nothing.
    [GeneratedRegex("(?<name>(?!公开|发布|收到|受理|接收|办理|办结|答复|召开|开展|举办|组织)[\\u4E00-\\u9FFF]{2})(?:共计|合计|总计|共|为|达|有)*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Thing();

    [GeneratedRegex("^[、，,和及与][^，。；：（）()0-9]{1,16}$")]
    private static partial Regex Another();
}
