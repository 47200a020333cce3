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

    /// <summary>Ways of dividing requests into parts that do not overlap; a word of <c>Whole</c> holds others of its line in it (法人 the companies, 书面 the letters), beside them nothing is added up.</summary>
    private static readonly (Regex[] Parts, Regex Whole)[] Divisions =
    [
        ([Person(), Company(), Research(), Welfare(), Lawyers()], Organisation()),
        ([Person(), Organisation()], Company()),
        ([Online(), Posted(), InPerson(), Faxed()], Written()),
        ([Granted(), Partial(), Refused(), Impossible()], Never()),
    ];

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
        return (parts.All(IsOfDivision) && total.Unit != "条" && (sentence.Heading + sentence.Plain[..parts[^1].End]).Contains("申请", StringComparison.Ordinal))
            || (parts is [var only] && NamesAgain(total, only));
    }

    /// <summary>Only requests are divided so: messages may be on the site and on the board too.</summary>
    private static bool IsOfDivision(Quantity part) => Array.Exists(Divisions, division => Array.Exists(division.Parts, words => words.IsMatch(part.Lead)));

    /// <summary>召开会议3次，其中专题会议5次.</summary>
    private static bool NamesAgain(Quantity total, Quantity part) =>
        Thing().Match(total.Lead) is { Success: true } thing && Thing().Match(part.Lead) is { Success: true } again && thing.Groups["name"].Value == again.Groups["name"].Value;

    /// <summary>The parts of one known division; otherwise the first one alone, which may overlap with the others.</summary>
    private static ImmutableArray<Quantity> Divided(ImmutableArray<Quantity> all, int first)
    {
        foreach (var (kinds, whole) in Divisions)
        {
            var (parts, seen) = (ImmutableArray.CreateBuilder<Quantity>(), new HashSet<int>());
            for (var i = first; i < all.Length && all[i].Unit == all[first].Unit; i++)
            {
                var kind = Array.FindIndex(kinds, words => words.IsMatch(all[i].Lead));
                if (kind < 0 || whole.IsMatch(all[i].Lead) || !seen.Add(kind) || (i > first && !Another().IsMatch(all[i].Lead))) break;
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

    [GeneratedRegex("自然人|公民|个人")]
    private static partial Regex Person();

    [GeneratedRegex("企业|公司")]
    private static partial Regex Company();

    [GeneratedRegex("科研")]
    private static partial Regex Research();

    [GeneratedRegex("公益")]
    private static partial Regex Welfare();

    [GeneratedRegex("法律服务|律师")]
    private static partial Regex Lawyers();

    [GeneratedRegex("法人|组织(?!申请)|单位|其[他它余]")]
    private static partial Regex Organisation();

    [GeneratedRegex("网上|网络|线上|在线|互联网|平台")]
    private static partial Regex Online();

    [GeneratedRegex("邮寄|信函|来信|邮政|快递")]
    private static partial Regex Posted();

    [GeneratedRegex("当面|现场|窗口|线下")]
    private static partial Regex InPerson();

    [GeneratedRegex("传真")]
    private static partial Regex Faxed();

    [GeneratedRegex("书面|纸质|邮箱|邮件|其[他它余]")]
    private static partial Regex Written();

    [GeneratedRegex("^[^部不]*(?:予以公开|全部公开|同意公开)")]
    private static partial Regex Granted();

    [GeneratedRegex("部分公开")]
    private static partial Regex Partial();

    [GeneratedRegex("不予公开")]
    private static partial Regex Refused();

    [GeneratedRegex("无法提供")]
    private static partial Regex Impossible();

    [GeneratedRegex("不予处理|其[他它余]|重复|补正")]
    private static partial Regex Never();
}
