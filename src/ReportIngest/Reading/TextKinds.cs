using System.Text.RegularExpressions;
using ReportIngest.Documents;

namespace ReportIngest.Reading;

/// <summary>HTML, Markdown or plain text: what decoded text is, by its marks alone.</summary>
internal static class TextKinds
{
    /// <summary>Heading, fence, bold, link or picture.</summary>
    private static readonly Regex Mark = new(
        @"^(?:#{1,6}[ \t]+\S|```|~~~)|\*\*[^\s*][^*]*\*\*|\[[^\[\]]*\]\([^()\s]+\)",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <summary>
    /// What tells is the text outside all elements: a page has none, a fragment from a CMS little, Markdown with HTML tables nearly all of its prose.
    /// Where such text has no marks of Markdown, it is HTML if tags break its lines, Markdown if line ends do.
    /// </summary>
    /// <exception cref="UnreadableException">The text is XML data and no page.</exception>
    public static FileKind Of(string text)
    {
        var outside = OutsideText.Of(text);
        if (outside.Blocks == 0 && text.AsSpan().TrimStart().StartsWith("<?xml", StringComparison.Ordinal))
        {
            throw new UnreadableException(UnreadableReason.NotADocument, new Message(
                "文件是 XML 数据（如 Word 2003 XML），不是网页；请另存为 DOCX。",
                "The file is XML data (such as Word 2003 XML), not a web page; save it as DOCX."));
        }

        var lines = (outside.Blocks == 0 ? text : outside.Text).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (Array.Exists(lines, IsMarkdown)) return FileKind.Markdown;
        if (outside.Blocks == 0) return FileKind.Text;
        return lines.Length > outside.Breaks ? FileKind.Markdown : FileKind.Html;
    }

    private static bool IsMarkdown(string line) => IsTableRule(line) || Mark.IsMatch(line);

    private static bool IsTableRule(string line) =>
        line.Contains('-') && line.Contains('|') && line.All(c => c is '|' or '-' or ':' or ' ' or '\t');
}
