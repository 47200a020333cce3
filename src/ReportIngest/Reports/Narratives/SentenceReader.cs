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
        var (number, heading) = (0, "");
        foreach (var paragraph in Paragraphs(section.Text))
        {
            number++;
            if (IsHeading(paragraph))
            {
                heading = CompactText.Of(paragraph);
                continue;
            }

            foreach (var range in Split(paragraph))
            {
                if (range.Length <= LongestSentence && Create(section.Number, number, heading, range) is { Plain.Length: > 0 } sentence) yield return sentence;
            }
        }
    }

    private static IEnumerable<string> Paragraphs(string text)
    {
        var lines = text.Split('\n');
        var widths = Array.ConvertAll(lines, Width);
        var full = widths.Max() * Full;
        var open = "";
        foreach (var (i, line) in lines.Index())
        {
            if (open.Length > 0 && Numbering().IsMatch(CompactText.Of(line.AsSpan(0, Math.Min(line.Length, 12)))))
            {
                yield return open;
                open = "";
            }

            open += line;
            if (widths[i] >= full && !Ends.Contains(line.AsSpan().TrimEnd() is [.., var last] ? last : ' ') && !IsHeading(line)) continue;
            yield return open;
            open = "";
        }

        if (open.Length > 0) yield return open;
    }

    /// <summary>In columns: ideographs take two.</summary>
    private static int Width(string line)
    {
        var width = 0;
        foreach (var character in line) width += character < 0x80 ? 1 : 2;
        return width;
    }

    private static bool IsHeading(string text) => !text.AsSpan().ContainsAny(InSentences) && Heading().IsMatch(CompactText.Of(text));

    /// <summary>Nearly every sentence has one of these, no heading has: only what has none is looked at closer.</summary>
    private static readonly SearchValues<char> InSentences = SearchValues.Create("，；,;");

    private const string Ends = "。；！？：:;!?";

    private static IEnumerable<string> Split(string paragraph)
    {
        var start = 0;
        while (paragraph.AsSpan(start).IndexOfAny("。！？!?") is >= 0 and var length)
        {
            yield return paragraph[start..(start + length + 1)];
            start += length + 1;
        }

        if (start < paragraph.Length) yield return paragraph[start..];
    }

    private static Sentence Create(int section, int paragraph, string heading, string text)
    {
        var plain = CompactText.Of(text);
        return new Sentence(section, paragraph, heading, plain, plain.Length == text.Length ? [] : Gaps(text));
    }

    private static ImmutableHashSet<int> Gaps(string text)
    {
        var gaps = ImmutableHashSet.CreateBuilder<int>();
        var length = 0;
        foreach (var character in text)
        {
            if (!CompactText.IsBlank(character)) length++;
            else gaps.Add(length);
        }

        return gaps.ToImmutable();
    }

    // （二）依申请公开情况, 2.监督保障, 改进情况: short, without the punctuation of a sentence, and it ends like a heading; 无其他事项 says something.
    [GeneratedRegex("^(?:(?:[（(][一二三四五六七八九十0-9]{1,2}[）)]|[一二三四五六七八九十]{1,2}[、.．]|[0-9]{1,2}(?:、|[.．](?![0-9])))[^，。；：,;:0-9未没无]{0,24}(?:情况|方面|工作|公开|管理|建设|保障|措施|问题|不足|机制|监督|处理|事项|打算)[。：:]?|[^，。；：,;:0-9未没无]{0,24}(?:情况|方面|工作|公开|管理|建设|保障|措施|问题|不足|机制|监督|处理|事项|打算)[：:]?)$")]
    private static partial Regex Heading();

    [GeneratedRegex("^(?:[（(][一二三四五六七八九十0-9]{1,2}[）)]|[一二三四五六七八九十]{1,2}[、.．]|[0-9]{1,2}(?:、|[.．](?![0-9])))")]
    private static partial Regex Numbering();
}
