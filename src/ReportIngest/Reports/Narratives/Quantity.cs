using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ReportIngest.Reports.Narratives;

/// <summary>A number with its unit in a sentence.</summary>
/// <param name="Number">The number; money in 元, 1.2万条 as 12000, a percentage as printed.</param>
/// <param name="Step">What the last printed digit stands for: 1 for 34件, 0.1 for 33.9%, 10 for 0.394万元.</param>
/// <param name="Unit">件, 条, 元, % and the like.</param>
/// <param name="IsExact">False for 十余件, 近100条, 30件以上, 3-5件, 1.2万条.</param>
/// <param name="Start">Position of its first character in the sentence, 约 and the like with it; <paramref name="End"/> is behind its last.</param>
/// <param name="Segment">Counts the ； before it.</param>
/// <param name="Lead">The text between the quantity (or ；) before it and itself.</param>
/// <param name="Tail">The text behind it up to the next punctuation or quantity.</param>
public sealed partial record Quantity(
    decimal Number, decimal Step, string Unit, bool IsExact, int Start, int End, int Segment, string Lead, string Tail)
{
    /// <summary>Looking further back or ahead does not tell what is counted.</summary>
    private const int Reach = 80;

    public bool IsPercentage => Unit == "%";

    public static ImmutableArray<Quantity> All(string plain)
    {
        List<(Match Match, decimal Number)>? matches = null;
        for (var match = Written().Match(plain); match.Success; match = match.NextMatch())
        {
            if (NumberOf(match) is { } number) (matches ??= []).Add((match, number));
        }

        if (matches is null) return [];
        var quantities = ImmutableArray.CreateBuilder<Quantity>(matches.Count);
        for (var i = 0; i < matches.Count; i++)
        {
            var (match, number) = matches[i];
            var before = i == 0 ? 0 : matches[i - 1].Match.Index + matches[i - 1].Match.Length;
            var after = i + 1 < matches.Count ? matches[i + 1].Match.Index : plain.Length;
            quantities.Add(Create(plain, match, number, before, after));
        }

        return quantities.MoveToImmutable();
    }

    private static Quantity Create(string plain, Match match, decimal number, int before, int after)
    {
        var (start, end) = (match.Index, match.Index + match.Length);
        var cut = plain.LastIndexOfAny([';', '；'], Math.Max(start - 1, 0)) + 1;
        var from = Math.Max(Math.Max(before, cut), start - Reach);
        var tail = plain[end..Math.Min(after, end + Reach)];
        var stop = tail.IndexOfAny(['，', ',', '。', '；', ';', '：', ':', '（', '(', '）', ')', '、']);
        var unit = match.Groups["unit"].Value is "％" ? "%" : match.Groups["unit"].Value;
        var scale = Scale(match.Groups["scale"].Value);
        var printed = match.Groups["digits"].Value;
        var decimals = printed.Contains('.', StringComparison.Ordinal) ? printed.Length - printed.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        var step = decimals == 0 ? scale : scale * (decimal)Math.Pow(10, -Math.Min(decimals, 9));
        var nearly = Nearly().Match(plain[from..start]).Length;
        var exact = !match.Groups["open"].Success && nearly == 0 && (scale == 1 || unit == "元");
        var segment = plain.AsSpan(0, start).Count(';') + plain.AsSpan(0, start).Count('；');
        return new Quantity(number * scale, step, unit, exact, start - nearly, end, segment, plain[from..(start - nearly)], stop < 0 ? tail : tail[..stop]);
    }

    private static decimal? NumberOf(Match match) => match.Groups["digits"] is { Success: true } digits
        ? decimal.TryParse(digits.Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < 1_000_000_000_000m ? number : null
        : Numerals.Parse(match.Groups["characters"].Value);

    private static decimal Scale(string characters) => characters.Aggregate(1m, (scale, character) => scale * character switch
    {
        '百' => 100,
        '千' => 1000,
        '万' => 10_000,
        _ => 100_000_000,
    });

    // No quantity: 第二十条, 〔2020〕109号, 1.加强, 每件, the end of a range counts with its beginning. 一 before 个, 次, 条 and so on is mostly no count (一次性, 一条龙).
    [GeneratedRegex(@"(?<![第0-9.〔\[－—~～-])(?:(?<open>[0-9]+(?:\.[0-9]+)?[－—~～-]))?(?:(?<digits>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)(?<scale>[百千万亿]{0,2})|(?<![第每逐同任另这那各几数〇零一二两三四五六七八九十百千万亿])(?!一(?:[个次条份项类起家处部](?!，|。|；|行政|政府)|件事|期))(?<characters>[〇零一二两三四五六七八九十百千万亿]+))(?<open>余|多|来|几)?(?<unit>件次|人次|条次|个百分点|页次|件|条|份|起|宗|例|个|次|人|期|篇|场|项|类|部(?!门|分|署)|元|家|处|天|页|倍|%|％)(?<open>以上|左右|以内|余(?!额)|多(?=[，。；、）]))?", RegexOptions.ExplicitCapture)]
    private static partial Regex Written();

    [GeneratedRegex("(?:近|约|超|超过|逾|大约|将近|不少于|至少|接近)$")]
    private static partial Regex Nearly();
}
