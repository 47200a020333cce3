using System.Globalization;
using System.Text.RegularExpressions;

namespace ReportIngest.Reports.Narratives;

/// <summary>The time a statement is about.</summary>
public enum Period
{
    /// <summary>The report's year; also where nothing is said, since the report is about it.</summary>
    ThisYear,

    LastYear,

    /// <summary>累计, 历年, 2019年以来, 截至目前.</summary>
    Cumulative,

    /// <summary>Another year, a quarter or month, a year that the report does not tell to be its own.</summary>
    Other,
}

internal static partial class Periods
{
    /// <summary>The period said last in <paramref name="text"/>; null where none is said.</summary>
    public static Period? Last(string text, int? year)
    {
        Period? last = null;
        foreach (Match match in Said().Matches(text)) last = Of(match, year, last);
        return last;
    }

    private static Period? Of(Match match, int? year, Period? before)
    {
        if (match.Groups["part"].Success) return Period.Other;
        if (match.Groups["total"].Success) return EndsEarly(match, year) ? Period.Other : Period.Cumulative;
        if (match.Groups["last"].Success) return Period.LastYear;
        // 全年累计 is this year's; 累计 alone may be any number of years.
        if (match.Groups["sum"].Success) return before ?? Period.Cumulative;
        if (match.Groups["year"] is not { Success: true } printed) return Period.ThisYear;
        var said = printed.ValueSpan.IndexOfAnyInRange('0', '9') >= 0
            ? int.Parse(printed.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : (int?)Numerals.Parse(printed.Value);
        return said == year ? Period.ThisYear : said == year - 1 ? Period.LastYear : Period.Other;
    }

    /// <summary>截至2023年底 in the report of 2024 leaves out all of its year, 截至2024年6月底 half of it.</summary>
    private static bool EndsEarly(Match match, int? year)
    {
        if (match.Groups["until"] is not { Success: true } until) return false;
        var last = int.Parse(until.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        return last < year || (last == year && match.Groups["early"].Success);
    }

    /// <summary>The period said last in the text is up to now or to a day: 截至目前, 截至2024年底; 上线以来 and 近三年 are not.</summary>
    public static bool IsUntilNow(string text) => Said().Matches(text).LastOrDefault(match => !match.Groups["sum"].Success) is { } last && last.Value[0] == '截';

    [GeneratedRegex("(?<total>截[至止]?(?:到|至)?(?:目前|今|年底|年末|(?<until>[0-9]{4})年(?:底|末|12月(?:底|末|31日|(?![0-9]))|(?<early>[0-9]{1,2}月(?:底|末|[0-9]{1,2}日)?))?)|历年|[0-9]{4}(?:年度?)?(?:至|—|-|－|~|～)[0-9]{4}年|[0-9]{4}年(?:[^，。]{0,16})以来|(?:[三五十两]年|成立|施行|实施|上线)(?:以来|来)|至今|迄今|近[0-9一二三四五两]年)|(?<last>去年|(?<!结转自?)上(?:一)?年(?!度?结转)|前一年|同期|往年)|(?<part>[上下]半年|第?[一二三四]季度|(?<![0-9])[0-9]{1,2}(?:月份|月(?!1日|31日))|前年|每年|每月|月均|年均)|(?<year>[0-9]{4}|[一二][〇零一二三四五六七八九]{3})年|(?<now>本年|今年|全年|年内|当年|年度内|一年来|本报告期|报告期)|(?<sum>累计)", RegexOptions.ExplicitCapture)]
    private static partial Regex Said();
}
