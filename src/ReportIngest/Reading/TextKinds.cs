using System.Buffers;
using System.Text.RegularExpressions;
using ReportIngest.Documents;

namespace ReportIngest.Reading;

/// <summary>HTML, Markdown or plain text: what decoded text is, by its marks alone.</summary>
internal static partial class TextKinds
{
    private static readonly SearchValues<string> PageEnd = SearchValues.Create(["</html"], StringComparison.OrdinalIgnoreCase);

    /// <summary>How the line that rules off a row of pipes begins.</summary>
    private static readonly SearchValues<string> TableRule = SearchValues.Create(["|-", "|:-", "| -", "| :-"], StringComparison.Ordinal);

    /// <summary>
    /// What tells is the text outside all elements: a page has none, a fragment from a CMS little, Markdown with HTML tables nearly all of its prose.
    /// Where such text has no marks of Markdown, it is HTML if tags break its lines, Markdown if line ends do.
    /// </summary>
    /// <exception cref="UnreadableException">The text is XML data and no page.</exception>
    public static FileKind Of(string text)
    {
        if (IsPage(text)) return FileKind.Html;
        if (HasPipeTable(text)) return FileKind.Markdown;
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

    /// <summary>A page as sites publish it: <c>html</c> is its first tag and nothing but blanks and comments stands behind its end. Then there is nothing outside.</summary>
    private static bool IsPage(string text)
    {
        const string start = "<html";
        var page = BehindDeclarations(text);
        if (!page.StartsWith(start, StringComparison.OrdinalIgnoreCase) || page.Length == start.Length || char.IsAsciiLetterOrDigit(page[start.Length]) || page[start.Length] == ':') return false;
        var last = page.IndexOfAny(PageEnd);
        return last < 0 || (page[(last + "</html".Length)..] is ['>', .. var behind] && BehindDeclarations(behind).IsEmpty);
    }

    /// <summary>The text from its first tag or letter on.</summary>
    private static ReadOnlySpan<char> BehindDeclarations(ReadOnlySpan<char> text)
    {
        for (text = text.TrimStart(); text.StartsWith("<!") || text.StartsWith("<?"); text = text.TrimStart())
        {
            var close = text.StartsWith("<!--") ? "-->" : ">";
            var at = text.IndexOf(close);
            if (at < 0) return text;
            text = text[(at + close.Length)..];
        }

        return text;
    }

    /// <summary>A row of pipes and the line that rules it off, by themselves: a converter's Markdown, though an element of the page stands around all of it (pandoc keeps Word's <c>div</c>).</summary>
    private static bool HasPipeTable(string text)
    {
        if (!text.AsSpan().ContainsAny(TableRule)) return false;
        var above = ReadOnlySpan<char>.Empty;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (above.TrimStart().StartsWith('|') && line.TrimStart().StartsWith('|') && IsTableRule(line)) return true;
            above = line;
        }

        return false;
    }

    private static bool IsMarkdown(string line) => IsTableRule(line) || (MayHaveMark(line) && Mark().IsMatch(line));

    private static bool MayHaveMark(string line) => line[0] is '#' or '`' or '~' || line.Contains("**", StringComparison.Ordinal) || line.Contains("](", StringComparison.Ordinal);

    private static bool IsTableRule(ReadOnlySpan<char> line) =>
        line.Contains('-') && line.Contains('|') && !line.ContainsAnyExcept("|-: \t");

    /// <summary>Heading, fence, bold, link or picture.</summary>
    [GeneratedRegex(@"^(?:#{1,6}[ \t]+\S|```|~~~)|\*\*[^\s*][^*]*\*\*|\[[^\[\]]*\]\([^()\s]+\)")]
    private static partial Regex Mark();
}
