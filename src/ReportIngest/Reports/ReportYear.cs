using System.Text.RegularExpressions;

namespace ReportIngest.Reports;

/// <summary>The year a report is about, never the year it was published in.</summary>
internal static partial class ReportYear
{
    /// <summary>Four digits, ASCII or Chinese (二〇二四, with every zero in use: 〇 ○ ◯ 零 Ο O o 0), in compact text.</summary>
    public const string Pattern = "(?:20[0-9]{2}|二[〇○◯零ΟOo0][〇○◯零ΟOo0一二三四五六七八九]{2})";

    private const string Digits = "零一二三四五六七八九";

    /// <summary>The number that text of the shape <see cref="Pattern"/> says.</summary>
    public static int Parse(string text)
    {
        var year = 0;
        foreach (var character in text) year = year * 10 + Digit(character);
        return year;
    }

    /// <summary>统计期限: the year whose 1 January and 31 December the text names together; null where it names no such period.</summary>
    public static int? OfPeriod(string compact) =>
        Period().Match(compact) is { Success: true } match ? Parse(match.Groups["year"].Value) : null;

    private static int Digit(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        '〇' or '○' or '◯' or 'Ο' or 'O' or 'o' => 0,
        _ => Digits.IndexOf(character),
    };

    [GeneratedRegex("(?<year>" + Pattern + ")年(?:1|01|一)月(?:1|01|一)日?起?(?:至|到|—|–|-|－|~|～)+(?:当年|同年|" + Pattern + "年)?(?:12|十二)月(?:31|三十一)日", RegexOptions.ExplicitCapture)]
    private static partial Regex Period();
}
