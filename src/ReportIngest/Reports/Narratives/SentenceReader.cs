using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReportIngest.Reports.Narratives;

/// <summary>Section text → paragraphs (lines wrapped by hand are joined) → sentences.</summary>
internal static partial class SentenceReader
{
    /// <summary>A line of wrapped text reaches the width that its neighbours have; the last character or a word in Latin letters may go to the next one.</summary>
    private const double Full = 0.85;

    /// <summary>Longer than any sentence of a report; what is longer (a table turned into text) says nothing that could be checked.</summary>
    private const int LongestSentence = 1500;

    public static IEnumerable<Sentence> Of(Section section)
    {
        var (text, number, heading) = (section.Text, 0, "");
        foreach (var (start, end) in Paragraphs(text))
        {
            number++;
            if (IsHeading(text.AsSpan(start..end)))
            {
                heading = CompactText.Of(text.AsSpan(start..end));
                continue;
            }

            heading = OpeningHeading(text.AsSpan(start..end)) ?? heading;
            for (int from = start, to; from < end; from = to)
            {
                to = text.AsSpan(from..end).IndexOfAny("。！？!?") is >= 0 and var length ? from + length + 1 : end;
                if (Create(section.Number, number, heading, text.AsSpan(from..to)) is { } sentence) yield return sentence;
            }
        }
    }

    /// <summary>Where the paragraphs end that <see cref="Sentence.Paragraph"/> counts, in order.</summary>
    public static ImmutableArray<int> ParagraphEnds(string text) => [.. Paragraphs(text).Select(paragraph => paragraph.End)];

    /// <summary>Where each paragraph begins and ends in the text; the breaks of its lines are still in it.</summary>
    private static IEnumerable<(int Start, int End)> Paragraphs(string text)
    {
        var widest = 0;
        foreach (var line in text.AsSpan().Split('\n')) widest = Math.Max(widest, Width(text.AsSpan(line)));
        var open = 0;
        for (int start = 0, end; start <= text.Length; start = end + 1)
        {
            end = text.AsSpan(start).IndexOf('\n') is >= 0 and var length ? start + length : text.Length;
            if (start > open && Numbering().IsMatch(CompactText.Of(text.AsSpan(start, Math.Min(end - start, 12)))))
            {
                yield return (open, start);
                open = start;
            }

            if (!IsWrapped(text.AsSpan(start..end), widest))
            {
                yield return (open, end);
                open = end + 1;
            }
        }

        if (open < text.Length) yield return (open, text.Length);
    }

    /// <summary>A line that goes on in the next one.</summary>
    private static bool IsWrapped(ReadOnlySpan<char> line, int widest) =>
        Width(line) >= widest * Full && !Ends.Contains(line.TrimEnd() is [.., var last] ? last : ' ') && !IsHeading(line);

    /// <summary>In columns: ideographs take two.</summary>
    private static int Width(ReadOnlySpan<char> line)
    {
        var width = 0;
        foreach (var character in line) width += character < 0x80 ? 1 : 2;
        return width;
    }

    /// <summary>（二）依申请公开情况。2024年…: a heading that its text goes on behind; null for a paragraph without.</summary>
    private static string? OpeningHeading(ReadOnlySpan<char> paragraph)
    {
        var length = paragraph[..Math.Min(paragraph.Length, LongestHeading)].IndexOfAny("。：:") + 1;
        return length > 0 && IsHeading(paragraph[..length]) ? CompactText.Of(paragraph[..length]) : null;
    }

    private const int LongestHeading = 40;

    private static bool IsHeading(ReadOnlySpan<char> text) => !text.ContainsAny(InSentences) && Heading().IsMatch(CompactText.Of(text));

    /// <summary>Nearly every sentence has one of these, no heading has: only what has none is looked at closer.</summary>
    private static readonly SearchValues<char> InSentences = SearchValues.Create("，；,;");

    private const string Ends = "。；！？：:;!?";

    /// <summary>Null for one without a letter, and for one too long.</summary>
    private static Sentence? Create(int section, int paragraph, string heading, ReadOnlySpan<char> text)
    {
        var printed = text.Length - text.Count('\n');
        if (printed > LongestSentence || CompactText.Of(text) is not { Length: > 0 } plain) return null;
        return new Sentence(section, paragraph, heading, Punctuated(plain), plain, plain.Length == printed ? [] : Gaps(text));
    }

    private const string Ascii = ",;:()", Chinese = "，；：（）";

    /// <summary>With Chinese punctuation: half the reports of some makers have ASCII commas between their clauses. 1,234 and 8:30 keep theirs.</summary>
    private static string Punctuated(string plain)
    {
        if (plain.AsSpan().IndexOfAny(Ascii) < 0) return plain;
        return string.Create(plain.Length, plain, static (punctuated, plain) =>
        {
            for (var i = 0; i < plain.Length; i++)
            {
                var mark = Ascii.IndexOf(plain[i], StringComparison.Ordinal);
                var isInNumber = plain[i] is ',' or ':' && i > 0 && i + 1 < plain.Length && char.IsAsciiDigit(plain[i - 1]) && char.IsAsciiDigit(plain[i + 1]);
                punctuated[i] = mark < 0 || isInNumber ? plain[i] : Chinese[mark];
            }
        });
    }

    private static ImmutableHashSet<int> Gaps(ReadOnlySpan<char> text)
    {
        var gaps = ImmutableHashSet.CreateBuilder<int>();
        var length = 0;
        foreach (var character in text)
        {
            if (!CompactText.IsBlank(character)) length++;
            else if (character != '\n') gaps.Add(length);
        }

        return gaps.ToImmutable();
    }

    // （二）依申请公开情况, 2.监督保障, 改进情况: short, without the punctuation of a sentence, and it ends like a heading; 无其他事项 says something.
    [GeneratedRegex("^(?:(?:[（(][一二三四五六七八九十0-9]{1,2}[）)]|[一二三四五六七八九十]{1,2}[、.．]|[0-9]{1,2}(?:、|[.．](?![0-9])))[^，。；：,;:0-9未没无]{0,24}(?:情况|方面|工作|公开|管理|建设|保障|措施|问题|不足|机制|监督|处理|事项|打算)[。：:]?|[^，。；：,;:0-9未没无]{0,24}(?:情况|方面|工作|公开|管理|建设|保障|措施|问题|不足|机制|监督|处理|事项|打算)[：:]?)$")]
    private static partial Regex Heading();

    [GeneratedRegex("^(?:[（(][一二三四五六七八九十0-9]{1,2}[）)]|[一二三四五六七八九十]{1,2}[、.．]|[0-9]{1,2}(?:、|[.．](?![0-9])))")]
    private static partial Regex Numbering();
}
