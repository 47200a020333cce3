using System.Globalization;
using System.Text.RegularExpressions;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Copying;

/// <summary>A paragraph that speaks of the unit's own year begins with an earlier one: left over from the year before.</summary>
internal sealed partial class StaleYear : IRule
{
    public RuleInfo Info { get; } = new("RI401", Category.Copying, Severity.Warning, new("残留往年年份", "Stale year"));

    public IEnumerable<Observation> Check(Report report, RuleContext context)
    {
        foreach (var section in report.Sections.Where(section => section.Number is 1 or 5 or 6))
        {
            foreach (Match match in Own().Matches(section.Text))
            {
                var year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
                if (report.Year is not { } own) yield return Observation.CannotTell;
                else if (year >= own || IsComparison(section.Text, match, own)) yield return Observation.Holds;
                else yield return Observation.Fails(Stale(report, section, match, year, own));
            }
        }
    }

    /// <summary>A sentence that names both years, or compares, means the earlier one.</summary>
    private static bool IsComparison(string text, Match match, int own)
    {
        var sentence = ReportText.Sentence(text, match);
        return Compares().IsMatch(sentence) || sentence.Contains(own.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private Finding Stale(Report report, Section section, Match match, int year, int own)
    {
        var sentence = ReportText.Sentence(section.Text, match);
        return Finding.Of(
            Info,
            report,
            new Message(
                $"报告是 {own} 年的，第{Forms.Number.Zh(section.Number)}部分却写着“{sentence}”。疑为沿用 {year} 年的文字，请改正年份。",
                $"The report is for {own}, but section {Forms.Number.En(section.Number)} says “{sentence}”. It seems left over from {year}; correct the year.")) with
        { Part = FormattableString.Invariant($"{section.Number}:{match.Index}"), Expected = own, Actual = year };
    }

    // The year at the beginning of a paragraph and the office itself right behind it: 「2023年，我乡…」. 2023年12月印发的 is no such beginning.
    [GeneratedRegex("(?<=^|\\n)\\s*(?:[（(][一二三四五六七八九十]+[）)][^\\n。]{0,12}[。\\n]?)?(?<year>20[0-9]{2})年(?:度)?(?:以来)?[，,、]?(?=我|本|全[省市县区旗乡镇]|在|[^0-9\\n。]{0,12}(?:坚持|认真|严格|紧紧|高度|切实|共|主动公开))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Own();

    [GeneratedRegex("较|相比|同比|对比|上年|去年|往年|上一年|自20|截至", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Compares();
}
