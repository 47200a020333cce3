using System.Globalization;
using System.Text.RegularExpressions;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Publication;

/// <summary>The stated period is not the calendar year of the report.</summary>
internal sealed partial class WrongPeriod : IRule
{
    public RuleInfo Info { get; } = new("RI604", Category.Publication, Severity.Warning, new("统计期限有误", "Period wrong"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) =>
        ReportText.All(report).SelectMany(text => Period().Matches(text).Select(match => (text, match))).Take(1).Select(hit =>
            report.Year is not { } year ? Observation.CannotTell
            : IsYear(hit.match, year) ? Observation.Holds
            : Observation.Fails(Wrong(report, year, ReportText.Sentence(hit.text, hit.match.Groups["period"]))));

    private static bool IsYear(Match match, int year)
    {
        int Number(string name) => match.Groups[name] is { Success: true } group ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : year;
        return (Number("year"), Number("month"), Number("day"), Number("lastyear"), Number("lastmonth"), Number("lastday")) == (year, 1, 1, year, 12, 31);
    }

    private Finding Wrong(Report report, int year, string sentence) => Finding.Of(
        Info,
        report,
        new Message(
            $"统计期限应为 {year} 年 1 月 1 日至 12 月 31 日，报告写的是“{sentence}”。请改正，并核对数据是否为全年。",
            $"The period should be 1 January to 31 December {year}; the report says “{sentence}”. Correct it, and check that the numbers are the year's.")) with { Part = "period" };

    [GeneratedRegex("(?:统计|期限|数据)[^。\\n]{0,20}?(?<period>(?<year>20[0-9]{2})\\s*年\\s*(?<month>[0-9]{1,2})\\s*月\\s*(?<day>[0-9]{1,2})\\s*日?\\s*(?:起|开始)?\\s*[，,]?(?:至|到|—+|-+|－|~|～)\\s*(?:(?<lastyear>20[0-9]{2})\\s*年|同年)?\\s*(?<lastmonth>[0-9]{1,2})\\s*月\\s*(?<lastday>[0-9]{1,2})\\s*日)", RegexOptions.ExplicitCapture)]
    private static partial Regex Period();
}
