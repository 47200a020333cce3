using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportIngest.Reports.Narratives;

namespace ReportIngest.Rules.Narrative;

/// <summary>Parts behind 其中: not all there are, but together no more than what they are parts of.</summary>
/// <param name="Bound">The most that they can be parts of.</param>
internal sealed partial record PartsWithin(Sentence Sentence, Quantity Total, ImmutableArray<Quantity> Parts, decimal Bound)
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
            yield return new PartsWithin(sentence, total, parts, Most(all, i));
        }
    }

    /// <summary>其中 may go back to any number before it, and where something was carried in or out to their sum.</summary>
    private static decimal Most(ImmutableArray<Quantity> all, int total)
    {
        var before = all.Take(total + 1).Where(one => one.Unit == all[total].Unit).ToList();
        return before.Exists(one => one.Lead.Contains("结转", StringComparison.Ordinal)) ? before.Sum(one => one.Number) : before.Max(one => one.Number);
    }

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
