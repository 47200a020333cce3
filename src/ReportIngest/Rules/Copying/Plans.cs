using System.Text.RegularExpressions;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Copying;

/// <summary>A sentence on what is still to come, under the year it names.</summary>
/// <param name="Outcome">Fails where the year is over by the time of the report.</param>
/// <param name="From">Where its paragraph begins; <paramref name="To"/> where it ends.</param>
internal readonly record struct Plan(Outcome Outcome, Capture Year, int Index, int From, int To);

/// <summary>「2024年，我镇将进一步加强培训」: what is still to come is told by the year after the report's.</summary>
internal static partial class Plans
{
    // What is looked at before and behind; a text may be one paragraph of a megabyte.
    private const int Near = 500;

    // What introduces a quotation, and the sentence that says what came of it, are no farther away.
    private const int Beside = 60;

    // A heading has fewer letters.
    private const int LongHeading = 16;

    /// <summary>The plans, one for a paragraph whose year is over.</summary>
    public static IEnumerable<Plan> Of(string text, int? own)
    {
        var said = 0;
        foreach (Match match in Planned().Matches(text))
        {
            var year = match.Groups["year"];
            if (match.Index < said || !IsPlan(text, match, year.Index)) continue;
            var outcome = own is not { } now ? Outcome.CannotTell : ReportYear.Parse(year.Value) > now ? Outcome.Holds : IsRecalled(text, match, year.Index) ? Outcome.CannotTell : Outcome.Fails;
            var from = said;
            if (outcome == Outcome.Fails) (from, said) = (text.LastIndexOf('\n', year.Index) + 1, text.IndexOf('\n', year.Index) is >= 0 and var end ? end : text.Length);
            yield return new Plan(outcome, year, match.Index, from, said);
        }
    }

    /// <summary>
    /// 将 is also 把 (「我镇将重点领域信息公开到村」): the clause has a verb and its object alone, no number and nothing done stands in the sentence, and without 进一步 or 继续 the
    /// paragraph, or the heading above it, says that it plans.
    /// </summary>
    private static bool IsPlan(string text, Match match, int at)
    {
        var rest = text.AsSpan(match.Index + match.Length);
        rest = rest[..Math.Min(rest.Length, Near)];
        if (IsDone().IsMatch(rest.IndexOfAny('。', '；', '\n') is >= 0 and var stop ? rest[..stop] : rest)) return false;
        if (match.Groups["sure"].Success) return true;
        var before = text.AsSpan(Math.Max(0, at - Near), Math.Min(at, Near));
        var line = before.LastIndexOf('\n') + 1;
        var above = line == 0 ? 0 : before[..(line - 1)].LastIndexOf('\n') + 1;
        return Ahead().IsMatch(before[(line - above <= LongHeading ? above : line)..]);
    }

    /// <summary>What was planned earlier, and is told of as such: 「年初提出的打算如下：」「上述打算均已完成」.</summary>
    private static bool IsRecalled(string text, Match match, int at)
    {
        var end = match.Index + match.Length;
        return Announces().IsMatch(text.AsSpan(Math.Max(0, at - Beside), Math.Min(at, Beside))) || CameTrue().IsMatch(text.AsSpan(end, Math.Min(2 * Beside, text.Length - end)));
    }

    private const string Verbs = "加强|加大|加快|强化|健全|完善|优化|提升|提高|抓好|做好|规范|推进|细化|深化|拓宽|拓展|丰富|落实|开展|改进|扩大|严格|加密|创新|畅通";

    // A verb and its object to the end of the clause.
    private const string Deed = "(?:" + Verbs + ")[^，。；：:、\\n的到在于为成入与同由至后0-9]{1,16}(?<!一体|开展)(?=[，。；、\\n]|$)";

    private const string Coming = "将(?:(?<sure>(?:进一步|继续)" + Deed + "|从以[下上][^，。；\\n]{0,8}(?:改进|努力|着手|入手|发力)(?=[，。；：:\\n]|$))|(?:持续|不断|着力|着重|认真|深入|切实|积极|扎实|努力|大力|稳步)?" + Deed + ")";

    // 「下一步，2024年我镇将…」「在2024年的工作中，我们将…」; 「2024年印发的方案将…」 and 「2024年将公开纳入考核」 tell of what was done.
    [GeneratedRegex("(?:(?m:^)[ \\t\\u3000\\xA0]{0,8}|[。；：:]|下一步(?:工作)?(?:中)?[，,])(?:[（(]?[一二三四五六七八九十0-9]{1,2}[）)、.．])?在?(?<year>20[0-9]{2})年度?(?:(?:的)?(?:政府信息公开|政务公开)?工作中|里|期间)?[，,]?(?:(?:我|本|全)[省市县区旗乡镇局委厅办]|我们|(?:我|本)?(?:街道(?:办事处)?|单位|机关|部门))?(?:人民政府)?" + Coming, RegexOptions.ExplicitCapture)]
    private static partial Regex Planned();

    [GeneratedRegex("[0-9]\\s*(?:余|多)?[次条个件场期篇人份处项户]|完成|但|仍|已|取得|到位|得到|见效|了(?!解)", RegexOptions.ExplicitCapture)]
    private static partial Regex IsDone();

    [GeneratedRegex("下一?[步来]|今后|打算|改进(?:措施|方向)|接下来", RegexOptions.ExplicitCapture)]
    private static partial Regex Ahead();

    [GeneratedRegex("年初|上(?:一)?年|去年|提出|承诺|曾|原定|20[0-9]{2}年(?:度)?[^，。；\\n]{0,12}(?:报告|年报|计划|打算)", RegexOptions.ExplicitCapture)]
    private static partial Regex Announces();

    [GeneratedRegex("落实情况|完成|经过|目前|截至|上述|[已均]|兑现|[0-9]\\s*[次条个件场期]", RegexOptions.ExplicitCapture)]
    private static partial Regex CameTrue();
}
