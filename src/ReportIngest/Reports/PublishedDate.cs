using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReportIngest.Reports;

/// <summary>The day that a line labels as the publication's (发布时间：2025-01-20) in a page's head or index table.</summary>
internal static partial class PublishedDate
{
    /// <summary>Pages print number, subject, issuer and day of a document in one line of up to about 300 characters.</summary>
    private const int LongestHead = 600;

    /// <summary>What a label says of its day, the best last: written (成文, 发文, 印发) or nothing (时间), nothing in the head of a report of the year before, published.</summary>
    private enum Kind { Written, Bare, Published }

    /// <summary>The first day labelled as published in the lines before and behind a report's text, else the first under a bare 时间 or 日期 that may be one, else the first as written.</summary>
    public static DateOnly? Labelled(ReadOnlySpan<Line> head, ReadOnlySpan<Line> foot, int? year)
    {
        Line[] lines = [.. head, .. foot];
        (DateOnly Day, Kind Kind)? best = null;
        for (var i = 0; i < lines.Length && best is not { Kind: Kind.Published }; i++)
        {
            // A bare day behind the text is a list's or an event's.
            best = Better(best, Read(lines, i, i < head.Length ? year : null));
        }

        return best?.Day;
    }

    /// <summary>In the year after the report's, if that is known.</summary>
    private static bool MayPublish(DateOnly day, int? year) => year is { } own && day >= new DateOnly(own, 12, 31) && day <= new DateOnly(own + 1, 12, 31);

    private static (DateOnly Day, Kind Kind)? Better((DateOnly Day, Kind Kind)? first, (DateOnly Day, Kind Kind)? second) =>
        second is { } later && (first is not { } former || later.Kind > former.Kind) ? second : first;

    private static (DateOnly Day, Kind Kind)? Read(Line[] lines, int index, int? year)
    {
        var line = lines[index].Text.AsSpan(0, Math.Min(lines[index].Text.Length, LongestHead));
        Span<char> folded = stackalloc char[LongestHead];
        CompactText.WithBlanks(line, folded);
        // 日期, 时间, 发布于: most lines have no such character.
        if (!folded[..line.Length].ContainsAny('期', '间', '于')) return null;
        var text = new string(folded[..line.Length]);
        (DateOnly Day, Kind Kind)? best = null;
        foreach (Match label in Label().Matches(text))
        {
            if (Day(lines, index, text, label) is not { } day) continue;
            var (published, written) = (label.Groups["published"].Success, label.Groups["written"].Success);
            // The clock of a page: 日期：2026-11-27 星期五.
            if (!published && !written && text.Contains("星期", StringComparison.Ordinal)) continue;
            best = Better(best, (day, published ? Kind.Published : !written && MayPublish(day, year) ? Kind.Bare : Kind.Written));
        }

        return best;
    }

    private static DateOnly? Day(Line[] lines, int index, string text, Match label)
    {
        var end = label.Index + label.Length;
        var next = index + 1 < lines.Length ? lines[index + 1].Text : "";
        var value = Value().Match(text, end);
        if (value.Success) return value.Index + value.Length == text.Length && IsCut(value.Groups["day"].Value, next) ? null : PrintedDate.Of(value);
        // A label that ends its line or cell has its day in the next one.
        return text.AsSpan(end).Trim(" :：\u3000\u00A0】]").IsEmpty ? PrintedDate.OfWhole(next) : null;
    }

    /// <summary>A line that was broken at its width may have cut the day: 2024-01-1 | 8. An hour or a number of readers has more digits, or makes no day.</summary>
    private static bool IsCut(string day, string next) =>
        day is [>= '1' and <= '3' and var ten] && next is [>= '0' and <= '9' and var one, ..] && !(next.Length > 1 && char.IsAsciiDigit(next[1])) && (ten - '0') * 10 + (one - '0') <= 31;

    [GeneratedRegex(@"(?:(?<published>(?:发\s*布|公\s*布|公\s*开|刊\s*发|上\s*网)\s*(?:日\s*期|时\s*间)|发布于)|(?<written>(?:发\s*文|成\s*文|生\s*成|印\s*发|签\s*发|制\s*发)\s*(?:日\s*期|时\s*间))|(?:^|(?<=[\s\[【]))(?:日\s*期|时\s*间)(?=\s*[:：]))", RegexOptions.ExplicitCapture)]
    private static partial Regex Label();

    // Not the beginning of a period (时间：2024年1月1日至12月31日).
    [GeneratedRegex(@"\G[\s:：\]】\[【（(]*(?>" + PrintedDate.Pattern + @")(?!\s*(?:起|至|到|[-—–~～]+\s*(?:[0-9]|当年|同年)))", RegexOptions.ExplicitCapture)]
    private static partial Regex Value();
}
