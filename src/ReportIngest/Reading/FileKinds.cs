using System.Buffers;
using ReportIngest.Documents;

namespace ReportIngest.Reading;

/// <summary>Tells a file's format from its bytes.</summary>
public static class FileKinds
{
    /// <summary>A PDF may have other bytes before its header; viewers look this far.</summary>
    private const int PdfHeaderReach = 1024;

    /// <summary>Text is told by its beginning; no report seen is longer than a third of this.</summary>
    private const int TextReach = 256 << 10;

    /// <summary>Share of control and undecodable characters from which bytes are no text. Broken pages have some; a picture has one in four.</summary>
    private const double Noise = 0.05;

    private static readonly SearchValues<char> AsciiNoise = SearchValues.Create([.. Enumerable.Range(0, 0x80).Select(code => (char)code).Where(IsNoise)]);

    /// <exception cref="UnreadableException">The bytes are no document of a format we read; the sentence says what they are and what to do.</exception>
    public static FileKind Of(ReadOnlySpan<byte> bytes) => Tell(bytes).Kind;

    /// <summary>The kind, and the file's text where it had to be decoded to tell: a reader need not do so again. Null for other formats and for longer files.</summary>
    /// <exception cref="UnreadableException">As for <see cref="Of"/>.</exception>
    internal static (FileKind Kind, DecodedText? Text) Tell(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) throw Empty();
        if (IsPdf(bytes)) return (FileKind.Pdf, null);
        if (bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8)) return (Zip(bytes), null);
        if (Signatures.Refusal(bytes) is { } refusal) throw refusal;

        var decoded = TextDecoder.Decode(bytes[..Math.Min(bytes.Length, TextReach)]);
        return (OfText(decoded.Text), bytes.Length <= TextReach ? decoded : null);
    }

    private static FileKind OfText(string text)
    {
        if (text.All(c => char.IsWhiteSpace(c) || c == '\uFEFF')) throw Empty();
        if (CountNoise(text) > text.Length * Noise)
        {
            throw new UnreadableException(UnreadableReason.NotADocument, new Message(
                "文件内容不是文字，也不是可识别的文档格式；请提供网页、DOCX、PDF、Markdown 或纯文本。",
                "The file is neither text nor a known document format; provide a web page, DOCX, PDF, Markdown or plain text."));
        }

        return TextKinds.Of(text);
    }

    private static bool IsPdf(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, PdfHeaderReach)];
        var at = head.IndexOf("%PDF-"u8);
        return at >= 0 && at + 5 < bytes.Length && char.IsAsciiDigit((char)bytes[at + 5]);
    }

    private static FileKind Zip(ReadOnlySpan<byte> bytes)
    {
        var names = ZipDirectory.Names(bytes) ?? throw new UnreadableException(UnreadableReason.Damaged, new Message(
            "文件是 ZIP 容器（如 DOCX），但目录损坏或不完整；请重新下载或重新保存。",
            "The file is a ZIP container (such as DOCX) with a damaged or missing directory; download or save it again."));
        bool Has(string prefix) => names.Exists(name => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
        if (Has("[Content_Types].xml") && names.Exists(IsWordPart)) return FileKind.Docx;

        var (zh, en) =
            Has("xl/") ? ("Excel 表格", "an Excel workbook")
            : Has("ppt/") ? ("PowerPoint 演示文稿", "a PowerPoint presentation")
            : Has("OFD.xml") ? ("OFD 版式文件", "an OFD document")
            : Has("META-INF/manifest.xml") ? ("OpenDocument 文档", "an OpenDocument file")
            : ("ZIP 压缩包", "a ZIP archive");
        throw new UnreadableException(UnreadableReason.NotADocument, new Message(
            $"文件是 {zh}，不是 Word 文档；请另存为 DOCX 或 PDF，压缩包请先解压。",
            $"The file is {en}, not a Word document; save it as DOCX or PDF, or unpack the archive first."));
    }

    /// <summary>The main part is mostly <c>word/document.xml</c>; SharePoint writes <c>word/document2.xml</c>.</summary>
    private static bool IsWordPart(string name) =>
        name.StartsWith("word/document", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    private static int CountNoise(string text)
    {
        // Hardly a text has any, and a search for each kind of it is faster than a look at every character.
        if (!text.AsSpan().ContainsAny(AsciiNoise) && !text.AsSpan().ContainsAnyInRange('\x80', '\x9F') && !text.Contains('\uFFFD')) return 0;
        var noise = 0;
        foreach (var c in text)
        {
            if (IsNoise(c)) noise++;
        }

        return noise;
    }

    private static bool IsNoise(char c) => c is < ' ' or > '~' && (c is '\uFFFD' || (char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u0085')));

    private static UnreadableException Empty() => new(UnreadableReason.Empty, new Message(
        "文件是空的，或只有空白；请重新下载或提供源文件。",
        "The file is empty or holds only blanks; download it again or provide the original."));
}
