using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReportIngest.Reports;

/// <summary>Reads a day in the ways it is printed: 2025-01-20, 2025/1/20, 2025.01.20, 2025年1月20日, 二〇二五年一月二十日, with blanks inside.</summary>
internal static partial class PrintedDate
{
    /// <summary>A day within other text, as a pattern with the groups year, month and day.</summary>
    public const string Pattern =
        @"(?<![0-9])(?<year>" + ReportYear.Pattern + @")\s*(?:年|-|/|\.)\s*(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s*(?:月|-|/|\.)\s*" +
        @"(?<day>3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])(?![0-9])(?:\s*[日号])?";

    private const string Digits = "零一二三四五六七八九";

    /// <summary>The day that a match of <see cref="Pattern"/> says; null where the calendar has none (2月30日).</summary>
    public static DateOnly? Of(Match match)
    {
        if (!match.Success) return null;
        var (year, month, day) = (ReportYear.Parse(match.Groups["year"].Value), Number(match.Groups["month"].Value), Number(match.Groups["day"].Value));
        return day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    /// <summary>The day that is all of a line, in brackets or with an hour; null for any other line.</summary>
    public static DateOnly? OfWhole(string text) =>
        text.Length <= LongestLine ? Of(Whole().Match(CompactText.WithBlanks(text))) : null;

    /// <summary>The day that is all of the line at <paramref name="index"/>; null where the lines around it run on (统计期限自 | 2024年1月1日 | 起至…).</summary>
    public static DateOnly? Alone(ImmutableArray<Line> lines, int index) =>
        OfWhole(lines[index].Text) is { } day
        && !(index > 0 && RunsOn().IsMatch(lines[index - 1].Compact))
        && !(index + 1 < lines.Length && GoesOn().IsMatch(lines[index + 1].Compact))
            ? day
            : null;

    /// <summary>A day printed one character a blank has under 30 characters; its hour and brackets the rest.</summary>
    private const int LongestLine = 60;

    /// <summary>1 to 31, in ASCII or Chinese digits (二十一).</summary>
    private static int Number(string text)
    {
        if (char.IsAsciiDigit(text[0])) return int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        var ten = text.IndexOf('十');
        if (ten < 0) return Digits.IndexOf(text[0]);
        return (ten == 0 ? 1 : Digits.IndexOf(text[0])) * 10 + (ten == text.Length - 1 ? 0 : Digits.IndexOf(text[^1]));
    }

    [GeneratedRegex("(?:[自从至到为于]|期限|期间|时限)[:：]?$")]
    private static partial Regex RunsOn();

    [GeneratedRegex("^(?:起|至|到|止|施行|实施|以来|[—~～]+(?:20|当年|同年))")]
    private static partial Regex GoesOn();

    [GeneratedRegex(@"^\s*[（(\[【]?\s*" + Pattern + @"(?:\s+[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?)?\s*[）)\]】]?\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Whole();
}
