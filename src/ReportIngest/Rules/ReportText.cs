using System.Text.RegularExpressions;
using ReportIngest.Reports;

namespace ReportIngest.Rules;

/// <summary>The running text of a report, as the rules that read it see it.</summary>
internal static class ReportText
{
    /// <summary>The text of a section; null where the section is not there, or holds nothing that could be read.</summary>
    public static string? Of(Report report, int section) =>
        report.Sections.FirstOrDefault(found => found.Number == section)?.Text is { } text && text.Any(char.IsLetter) ? text : null;

    /// <summary>Whether letters of it could not be read: what it does not seem to say may stand there.</summary>
    public static bool IsUnclear(string text) => text.Contains(Documents.Cell.Unclear, StringComparison.Ordinal);

    /// <summary>Preface and sections, each by itself.</summary>
    public static IEnumerable<string> All(Report report) =>
        report.Sections.Select(section => section.Text).Prepend(report.Preface).Where(text => text.Any(char.IsLetter));

    /// <summary>The sentence that a match stands in, for quoting: at most what fits into a message.</summary>
    public static string Sentence(string text, Capture match) => Sentence(text, match.Index, match.Length);

    /// <summary>The sentence up to the end of a match: of a long one the last words, which the match speaks of.</summary>
    public static string SentenceUpTo(string text, Capture match)
    {
        var end = match.Index + match.Length;
        var from = text.LastIndexOfAny(Ends, Math.Max(0, end - 1)) + 1;
        if (end - from <= Longest) return text[from..end].Trim();
        var whole = text.AsSpan(end - Longest, Longest).IndexOfAny("，、") + 1; // where it can, it begins with a whole item
        return "…" + text[(end - Longest + whole)..end].Trim();
    }

    public static string Sentence(string text, int index, int length)
    {
        var from = text.LastIndexOfAny(Ends, Math.Max(0, index - 1)) + 1;
        var to = text.IndexOfAny(Ends, index + length);
        var end = to < 0 ? text.Length : to;
        var sentence = text[Math.Min(from, index)..end].Trim();
        if (sentence.Length <= Longest) return sentence;
        var cut = Math.Min(index + Longest, end);
        return text[index..cut].Trim() + (cut < end ? "…" : "");
    }

    private const int Longest = 60;

    private static readonly char[] Ends = ['。', '；', '！', '？', '\n'];
}
