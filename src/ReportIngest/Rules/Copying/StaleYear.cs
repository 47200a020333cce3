using System.Globalization;
using System.Text.RegularExpressions;
using ReportIngest.Reports;
using ReportIngest.Rules.Narrative;

namespace ReportIngest.Rules.Copying;

/// <summary>A paragraph that speaks of the unit's own year begins with an earlier one: left over from the year before.</summary>
internal sealed partial class StaleYear : IRule
{
    public RuleInfo Info { get; } = new("RI401", Category.Copying, Severity.Warning, new("残留往年年份", "Stale year"));

    public IEnumerable<Observation> Check(Report report, RuleContext context)
    {
        foreach (var section in report.Sections.Where(section => section.Number is 1 or 5 or 6))
        {
            foreach (Match match in Own().Matches(section.Text).Concat(section.Number == 6 ? Fee().Matches(section.Text) : []).DistinctBy(match => match.Groups["year"].Index))
            {
                var year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
                var sentence = ReportText.Sentence(section.Text, match.Groups["year"]);
                yield return report.Year is not { } own ? Observation.CannotTell
                    : year >= own || IsComparison(sentence, own) ? Observation.Holds
                    : section.Number != 6 && Requests().IsMatch(sentence) && !IsThisYears(report, sentence) ? Observation.CannotTell
                    : Observation.Fails(Stale(report, section, match, sentence, year, own));
            }
        }
    }

    /// <summary>A sentence that names both years, compares, or tells of a time up to now, means the earlier one.</summary>
    private static bool IsComparison(string sentence, int own) =>
        Compares().IsMatch(sentence) || sentence.Contains(own.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>A count of requests under an earlier year may be that year's; it is this year's with the year left over where it is table three's.</summary>
    private static bool IsThisYears(Report report, string sentence)
    {
        var numbers = Digits().Matches(sentence).Select(match => decimal.Parse(match.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)).ToList();
        return RequestCounts.New(report).Number is > 0 and var fresh && (numbers.Contains(fresh) || (RequestCounts.WithCarried(report).Number is { } all && numbers.Contains(all)));
    }

    private Finding Stale(Report report, Section section, Match match, string sentence, int year, int own) => Finding.Of(
        Info,
        report,
        new Message(
            $"报告是 {own} 年的，第{Forms.Number.Zh(section.Number)}部分却写着“{sentence}”。疑为沿用 {year} 年的文字，请改正年份。",
            $"The report is for {own}, but section {Forms.Number.En(section.Number)} says “{sentence}”. It seems left over from {year}; correct the year.")) with
    { Part = FormattableString.Invariant($"{section.Number}:{match.Index}"), Expected = own, Actual = year };

    private const string Opening = "(?m:^)\\s*(?:[（(][一二三四五六七八九十]+[）)][^\\n。]{0,12}[。\\n]?)?(?<year>20[0-9]{2})年(?:度)?(?:以来)?[，,、]?";

    // The year at the beginning of a paragraph and the office itself right behind it: 「2023年，我乡…」. 2023年12月印发的 is no such beginning.
    [GeneratedRegex(Opening + "(?=我|本|全[省市县区旗乡镇]|在|[^0-9\\n。]{0,12}(?:坚持|认真|严格|紧紧|高度|切实|共|主动公开|收到|受理|未收到))", RegexOptions.ExplicitCapture)]
    private static partial Regex Own();

    // Section six has nothing but the year's.
    [GeneratedRegex(Opening + "(?=[^0-9\\n。]{0,16}(?:处理费|收费|费用))", RegexOptions.ExplicitCapture)]
    private static partial Regex Fee();

    [GeneratedRegex("较|相比|同比|对比|上年|去年|往年|上一年|自20|截至|^\\s*20[0-9]{2}年[^，。]{0,16}以来", RegexOptions.ExplicitCapture)]
    private static partial Regex Compares();

    [GeneratedRegex("申请", RegexOptions.ExplicitCapture)]
    private static partial Regex Requests();

    // Longer ones are no counts.
    [GeneratedRegex("(?<![0-9.])[0-9]{1,12}(?![0-9.年])", RegexOptions.ExplicitCapture)]
    private static partial Regex Digits();
}
