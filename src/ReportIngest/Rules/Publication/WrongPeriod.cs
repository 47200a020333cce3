using System.Globalization;
using System.Text.RegularExpressions;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Publication;

/// <summary>The stated period is not the calendar year of the report.</summary>
internal sealed partial class WrongPeriod : IRule
{
    public RuleInfo Info { get; } = new("RI604", Category.Publication, Severity.Warning, new("统计期限有误", "Period wrong"));

    public IEnumerable<Observation> Check(Report report, RuleContext context)
    {
        // Of several, the one that says it is the numbers' comes first; one that is the year's is it.
        (string Text, Match Match)? stated = null;
        foreach (var text in ReportText.All(report))
        {
            foreach (Match match in Period().Matches(text))
            {
                if (match.Groups["covers"].Success && !ReferenceEquals(text, report.Preface)) continue; // what a section's doings cover is no period of the report
                if (report.Year is not { } own) return [Observation.CannotTell];
                if (IsYear(match, own)) return [Observation.Holds];
                if (stated is not { Match: var first } || (!IsOfNumbers(first) && IsOfNumbers(match))) stated = (text, match);
            }
        }

        if (report.Year is { } year) stated ??= Unbegun(report, year);
        return stated is { } wrong ? [Observation.Fails(Wrong(report, report.Year!.Value, Where(report, wrong.Text), ReportText.Sentence(wrong.Text, wrong.Match.Groups["period"])))] : [];
    }

    private static bool IsOfNumbers(Match match) => match.Groups["numbers"].Success;

    private static bool IsYear(Match match, int year)
    {
        int Year(string name) => match.Groups[name] is { Success: true } group ? ReportYear.Parse(CompactText.Of(group.ValueSpan)) : year;
        int Number(string name, int unsaid) => match.Groups[name] is { Success: true } group ? Whole(group.Value) : unsaid;
        return (Year("year"), Number("month", 0), Number("day", 1), Year("lastyear"), Number("lastmonth", 0), Number("lastday", 31)) == (year, 1, 1, year, 12, 31);
    }

    /// <summary>A period without its beginning, of another year: in the preface, which dates nothing else, or where the sentence speaks of the report's own numbers.</summary>
    private static (string Text, Match Match)? Unbegun(Report report, int year)
    {
        foreach (var text in ReportText.All(report))
        {
            foreach (Match match in Short().Matches(text))
            {
                if ((ReferenceEquals(text, report.Preface) || IsOwn(text, match)) && !IsYearsEnd(match, year)) return (text, match);
            }
        }

        return null;
    }

    // 本报告中所列数据的 and the like.
    private const int LongestOpening = 24;

    private static bool IsOwn(string text, Match match)
    {
        var before = text.AsSpan(Math.Max(0, match.Index - LongestOpening), Math.Min(match.Index, LongestOpening));
        var opening = before.LastIndexOfAny("。；\n") + 1;
        return (opening > 0 || match.Index <= LongestOpening) && Own().IsMatch(text[(match.Index - before.Length + opening)..(match.Index + match.Length)]);
    }

    /// <summary>Or later: 「截至2025年1月5日」 tells when it was counted.</summary>
    private static bool IsYearsEnd(Match match, int year)
    {
        if (match.Groups["month"].Success && ReportYear.Parse(CompactText.Of(match.Groups["year"].ValueSpan)) > year) return true;
        if (ReportYear.Parse(CompactText.Of(match.Groups["year"].ValueSpan)) != year) return false;
        return !match.Groups["month"].Success || (Whole(match.Groups["month"].Value) == 12 && (!match.Groups["day"].Success || Whole(match.Groups["day"].Value) == 31));
    }

    private static Message Where(Report report, string text) =>
        report.Sections.FirstOrDefault(section => ReferenceEquals(section.Text, text)) is { } section ? Words.Section(section.Number) : new("前言", "The preface");

    private Finding Wrong(Report report, int year, Message where, string sentence) => Finding.Of(
        Info,
        report,
        new Message(
            $"统计期限应为 {year} 年 1 月 1 日至 12 月 31 日，{where.Zh}写的是“{sentence}”。请改正，并核对数据是否为全年。",
            $"{where.En} says “{sentence}”; the period should be 1 January to 31 December {year}. Correct it, and check that the numbers are the year's.")) with { Part = "period" };

    private const string Numerals = "零一二三四五六七八九十";

    /// <summary>12, 十二, 三十一: a month's or a day's number.</summary>
    private static int Whole(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        var ten = text.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0) return Numerals.IndexOf(text, StringComparison.Ordinal);
        return (ten == 0 ? 10 : Numerals.IndexOf(text[0]) * 10) + (ten == text.Length - 1 ? 0 : Numerals.IndexOf(text[^1]));
    }

    private const string Year = "20[0-9]{2}|二[〇○零][〇○零一二三四五六七八九]{2}";

    private const string Count = "[0-9]{1,2}|[一二三]?十?[一二三四五六七八九十]";

    private const string Month = "\\s*[年.．]\\s*(?<month>" + Count + ")\\s*[月.．]\\s*";

    private const string Day = "(?<day>" + Count + ")\\s*日?";

    private const string OfOneYear = "(?:统计|数据)(?:期限?|时间|周期)\\s*(?:为|是|[：:])\\s*(?<year>" + Year + ")\\s*年度?(?=[。，,；\\n]|$)";

    private const string Until = "(?:统计数据|所列数据|报告数据|数据统计|统计期限?|统计时间)(?:均|为|时间)?\\s*截[至止]到?\\s*(?<year>" + Year + ")" + Month + "(?:" + Day + ")?";

    // 「统计期限为2023年度」「统计数据截至2024年11月30日」: a period without its beginning.
    [GeneratedRegex("(?<period>" + OfOneYear + "|" + Until + ")", RegexOptions.ExplicitCapture)]
    private static partial Regex Short();

    // 「统计数据截至6月，我镇常住人口3万人」 tells of other numbers.
    [GeneratedRegex("^\\s*(?:本(?:年度)?报告|所列数据)", RegexOptions.ExplicitCapture)]
    private static partial Regex Own();

    private const string OthersReport = "(?<!巡察|巡视|审计|财务|自查|检查|上年|上年度)";

    // 「本报告内容涵盖郏县2024年1月1日至12月31日期间的政府信息公开工作」; a check or a training may cover other months.
    // 据统计，2024年3月1日至4月30日 is no statement on the report's numbers, nor is 申请期限 or 审计报告期.
    private const string Named = "(?:(?<covers>(?<=(?:本(?:年度)?报告|报告内容)[^，,。；\\n]{0,12})涵盖)(?=[^。\\n]{0,80}信息公开工作)|(?<numbers>(?<!据)统计|所列数据)|(?<!申请|公开|公示|整改|征求意见)期限|时间段|" + OthersReport + "报告期(?=为|自|从|是|[：:])|" + OthersReport + "(?:报告|数据|统计)的?时间范围|数据(?=为|从|自|时间|起止|统计|期|截))";

    private const string From = "(?<year>" + Year + ")" + Month + "(?:" + Day + "\\s*)?(?:起|开始)?\\s*[，,]?";

    private const string To = "(?:至|到|—+|-+|－|–|~|～)\\s*(?:(?<lastyear>" + Year + ")\\s*[年.．]|同年|当年)?\\s*(?<lastmonth>" + Count + ")\\s*(?:月|[.．](?=\\s*[0-9]))\\s*(?:(?<lastday>" + Count + ")\\s*日?)?";

    [GeneratedRegex(Named + "[^。\\n]{0,20}?(?<period>" + From + To + ")", RegexOptions.ExplicitCapture)]
    private static partial Regex Period();
}
