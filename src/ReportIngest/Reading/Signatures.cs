using System.Collections.Immutable;
using System.Text;

namespace ReportIngest.Reading;

/// <summary>Files that are often handed in as reports and are none we read, by their first bytes.</summary>
internal static class Signatures
{
    private static readonly ImmutableArray<(byte[] Magic, string Zh, string En)> Known =
    [
        ([.. @"{\rtf"u8], " RTF 文档，请用 Word 或 WPS 另存为 DOCX", "an RTF document; save it as DOCX with Word or WPS"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], " PNG 图片，请提供含文字的原文件", "a PNG picture; provide the document with text"),
        ([0xFF, 0xD8, 0xFF], " JPEG 图片，请提供含文字的原文件", "a JPEG picture; provide the document with text"),
        ([.. "GIF8"u8], " GIF 图片，请提供含文字的原文件", "a GIF picture; provide the document with text"),
        ([(byte)'I', (byte)'I', 0x2A, 0], " TIFF 图片，请提供含文字的原文件", "a TIFF picture; provide the document with text"),
        ([(byte)'M', (byte)'M', 0, 0x2A], " TIFF 图片，请提供含文字的原文件", "a TIFF picture; provide the document with text"),
        ([.. "Rar!"u8], " RAR 压缩包，请先解压", "a RAR archive; unpack it first"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], " 7-Zip 压缩包，请先解压", "a 7-Zip archive; unpack it first"),
        ([0x1F, 0x8B, 8], " GZIP 压缩文件，请先解压", "a GZIP archive; unpack it first"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "可执行程序，不是文档", "a program, not a document"),
    ];

    /// <summary>Streams that tell what an OLE compound file holds, as their directory names them (UTF-16).</summary>
    private static readonly ImmutableArray<(string Stream, UnreadableReason Reason, string Zh, string En)> Compound =
    [
        ("EncryptedPackage", UnreadableReason.Encrypted, "加密的 Office 文档，请去除密码后再提供", "an encrypted Office document; remove its password first"),
        ("WordDocument", UnreadableReason.NotADocument, "旧版 Word 或 WPS 文档（.doc、.wps），请另存为 DOCX", "an old Word or WPS document (.doc, .wps); save it as DOCX"),
        ("Workbook", UnreadableReason.NotADocument, "旧版 Excel 表格（.xls），请提供报告正文的 DOCX 或 PDF", "an old Excel workbook (.xls); provide the report as DOCX or PDF"),
        ("PowerPoint Document", UnreadableReason.NotADocument, "旧版演示文稿（.ppt），请提供报告正文的 DOCX 或 PDF", "an old presentation (.ppt); provide the report as DOCX or PDF"),
    ];

    /// <summary>Why the file is refused; null where its first bytes are of none of these.</summary>
    public static UnreadableException? Refusal(ReadOnlySpan<byte> bytes)
    {
        foreach (var (magic, zh, en) in Known)
        {
            if (bytes.StartsWith(magic)) return Refuse(UnreadableReason.NotADocument, zh, en);
        }

        if (bytes is [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..]) return OfCompound(bytes);

        // Word begins with the version, browsers with who saved the page; the headers are in any order.
        var headers = bytes[..Math.Min(bytes.Length, 1024)];
        if (headers.IndexOf("MIME-Version:"u8) >= 0 && headers.IndexOf("multipart/related"u8) >= 0) return Refuse(UnreadableReason.NotADocument, "单个文件网页（MHT），请另存为普通网页或 DOCX", "a single-file web page (MHT); save it as a plain web page or DOCX");

        // Two letters are no signature by themselves: a text may begin with them. The headers behind them have zero bytes.
        var hasZero = bytes[..Math.Min(bytes.Length, 64)].Contains((byte)0);
        if (hasZero && bytes.StartsWith("BM"u8)) return Refuse(UnreadableReason.NotADocument, " BMP 图片，请提供含文字的原文件", "a BMP picture; provide the document with text");
        if (hasZero && bytes.StartsWith("MZ"u8)) return Refuse(UnreadableReason.NotADocument, "可执行程序，不是文档", "a program, not a document");
        if (bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..].StartsWith("WEBP"u8)) return Refuse(UnreadableReason.NotADocument, " WebP 图片，请提供含文字的原文件", "a WebP picture; provide the document with text");
        return null;
    }

    private static UnreadableException OfCompound(ReadOnlySpan<byte> bytes)
    {
        foreach (var (stream, reason, zh, en) in Compound)
        {
            if (bytes.IndexOf(Encoding.Unicode.GetBytes(stream)) >= 0) return Refuse(reason, zh, en);
        }

        return Refuse(UnreadableReason.NotADocument, "旧版 Office 复合文件，请另存为 DOCX 或 PDF", "an old Office compound file; save it as DOCX or PDF");
    }

    private static UnreadableException Refuse(UnreadableReason reason, string zh, string en) =>
        new(reason, new Message($"文件是{zh}。", $"The file is {en}."));
}
