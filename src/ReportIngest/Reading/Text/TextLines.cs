using System.Collections.Immutable;

namespace ReportIngest.Reading.Text;

/// <summary>What the readers of text and Markdown do with bytes and lines before anything else.</summary>
internal static class TextLines
{
    /// <summary>The lines without their ends; a form feed (the page break of PDF-to-text programs) ends one too.</summary>
    public static ImmutableArray<string> Of(string text) => [.. text.ReplaceLineEndings("\n").Split('\n')];

    /// <summary>The lines without what a letter program sets before those it quotes (&gt;), and what a spreadsheet sets behind a text that stands alone in its row (commas).</summary>
    public static ImmutableArray<string> Plain(ImmutableArray<string> lines)
    {
        var plain = lines.Any(line => line.StartsWith('>')) ? [.. lines.Select(Unquoted)] : lines;
        return plain.Any(line => line.EndsWith(',')) ? CommaTables.Unfilled(plain) : plain;
    }

    private static string Unquoted(string line)
    {
        var text = line.AsSpan();
        while (text is ['>', ..]) text = text is [_, ' ', ..] ? text[2..] : text[1..];
        return text.ToString();
    }

    /// <exception cref="UnreadableException">The file is too large.</exception>
    public static void CheckSize(ReadOnlyMemory<byte> bytes, Limits limits)
    {
        if (bytes.Length <= limits.InputBytes) return;
        throw new UnreadableException(UnreadableReason.TooLarge, new Message(
            $"文件有 {bytes.Length} 字节，超过 {limits.InputBytes} 字节的上限，未读取；请提供单份报告。",
            $"The file has {bytes.Length} bytes, more than the limit of {limits.InputBytes}, so it was not read; provide a single report."));
    }
}
