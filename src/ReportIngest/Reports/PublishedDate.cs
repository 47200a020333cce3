using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReportIngest.Reports;

/// <summary>The day that a line labels as the publication's (发布时间：2025-01-20) in a page's head or index table.</summary>
internal static partial class PublishedDate
{
    /// <summary>Pages print number, subject, issuer and day of a document in one line of up to about 300 characters.</summary>
    private const int LongestHead = 600;

    /// <summary>The first day labelled as published, else as written (成文, 发文, 印发) in <paramref name="lines"/>.</summary>
    public static DateOnly? Labelled(IReadOnlyList<Line> lines)
    {
        DateOnly? written = null;
        for (var i = 0; i < lines.Count; i++)
        {
            if (Read(lines, i) is not var (day, published)) continue;
            if (published) return day;
            written ??= day;
        }

        return written;
    }

    private static (DateOnly Day, bool Published)? Read(IReadOnlyList<Line> lines, int index)
    {
        var line = lines[index].Text.AsSpan(0, Math.Min(lines[index].Text.Length, LongestHead));
        Span<char> folded = stackalloc char[LongestHead];
        CompactText.WithBlanks(line, folded);
        // 日期, 时间, 发布于: most lines have no such character.
        if (!folded[..line.Length].ContainsAny('期', '间', '于')) return null;
        var text = new string(folded[..line.Length]);
        (DateOnly Day, bool Published)? written = null;
        foreach (Match label in Label().Matches(text))
        {
            var end = label.Index + label.Length;
            // A label that ends its line or cell has its day in the next one.
            var day = PrintedDate.Of(Value().Match(text, end))
                ?? (text.AsSpan(end).Trim(" :：\u3000\u00A0】]").IsEmpty && index + 1 < lines.Count ? PrintedDate.OfWhole(lines[index + 1].Text) : null);
            if (day is not { } found) continue;
            if (label.Groups["published"].Success) return (found, true);
            written ??= (found, false);
        }

        return written;
    }

    [GeneratedRegex(@"(?:(?<published>(?:发\s*布|公\s*布|公\s*开|刊\s*发|上\s*网)\s*(?:日\s*期|时\s*间)|发布于)|(?:发\s*文|成\s*文|生\s*成|印\s*发|签\s*发|制\s*发)\s*(?:日\s*期|时\s*间)|(?:^|(?<=[\s\[【]))(?:日\s*期|时\s*间)(?=\s*[:：]))", RegexOptions.ExplicitCapture)]
    private static partial Regex Label();

    // Not the beginning of a period (时间：2024年1月1日至12月31日).
    [GeneratedRegex(@"\G[\s:：\]】\[【（(]*(?>" + PrintedDate.Pattern + @")(?!\s*(?:起|至|到|[-—–~～]+\s*(?:[0-9]|当年|同年)))", RegexOptions.ExplicitCapture)]
    private static partial Regex Value();
}
