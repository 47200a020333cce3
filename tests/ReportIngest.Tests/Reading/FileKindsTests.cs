using System.IO.Compression;
using System.Text;
using CsCheck;
using ReportIngest.Documents;
using ReportIngest.Reading;

namespace ReportIngest.Tests.Reading;

public sealed class FileKindsTests
{
    private static readonly string[] Heads = ["", "PK\x03\x04", "PK\x05\x06", "%PDF-", "<html", "<?xml", "\0", "\0\0a", @"{\rtf", "BM", "\xFF\xFE"];

    [Theory]
    [InlineData("%PDF-1.7\n%âãÏÓ\n")]
    [InlineData("\r\n\r\nHTTP leftovers\r\n%PDF-1.4\n")]
    public void A_PDF_header_within_the_first_kilobyte_makes_a_PDF(string text) => Assert.Equal(FileKind.Pdf, Of(text));

    [Theory]
    [InlineData("""<!DOCTYPE html><html><head><title>年报</title></head><body><p>一、总体情况</p></body></html>""")]
    [InlineData("""<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body>年报</body></html>""")]
    [InlineData("""<!-- saved by CMS --><table><tr><td>规章</td></tr></table>""")]
    [InlineData("""<div class="content"><p>一、总体情况</p></div>""")]
    [InlineData("<p>一、总体情况\n<p>二、主动公开\n<p>三、申请")]
    [InlineData("　　一、总体情况<br/>\n　　全年公开信息三条。<br/>\n<table><tr><td>规章</td></tr></table>")]
    [InlineData("<html><body><p># 号开头的段落</p><p>**星号**</p></body></html>")]
    public void Pages_and_fragments_of_pages_are_HTML(string text) => Assert.Equal(FileKind.Html, Of(text));

    [Fact]
    public void A_page_in_UTF_16_is_HTML() =>
        Assert.Equal(FileKind.Html, FileKinds.Of([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("<html><body>年报</body></html>")]));

    [Theory]
    [InlineData("# 年报\n\n一、总体情况\n")]
    [InlineData("年报\n\n| 信息内容 | 数量 |\n| --- | ---: |\n| 规章 | 0 |\n")]
    [InlineData("信息内容 | 数量\n--- | ---\n规章 | 0\n")]
    [InlineData("**一、总体情况**\n\n全年公开信息三条。\n")]
    [InlineData("# 年报\n\n<table><tr><td>规章</td></tr></table>\n\n正文\n")]
    [InlineData("年报\n\n正文一\n\n<html><body><table><tr><td>规章</td></tr></table></body></html>\n\n正文二\n")]
    [InlineData("<table><tr><td>规章</td></tr></table>\n\n## 二、主动公开\n")]
    [InlineData("<div class=\"WordSection1\">\n\n<span>年报</span>\n\n| 信息内容 | 数量 |\n|----|----|\n| 规章 | 0 |\n\n</div>\n")]
    [InlineData("<div class=\"WordSection1\">\n\n<span>年报</span>\n\n| 信息内容 | 数量 |\n| :--- | ---: |\n| 规章 | 0 |\n\n</div>\n")]
    public void Marks_of_Markdown_outweigh_tags_inside_it(string text) => Assert.Equal(FileKind.Markdown, Of(text));

    [Theory]
    [InlineData("年报\n\n一、总体情况\n　　全年公开信息三条。\n")]
    [InlineData("规章\t0\t0\t0\n")]
    [InlineData("1 < 2，3 > 2，见<附件>。")]
    [InlineData("a")]
    public void What_has_no_marks_is_text(string text) => Assert.Equal(FileKind.Text, Of(text));

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t　\u00A0\n")]
    [InlineData("\uFEFF")]
    public void Nothing_but_blanks_is_empty(string text) => Assert.Equal(UnreadableReason.Empty, Refused(Encoding.UTF8.GetBytes(text)).Reason);

    [Fact]
    public void A_ZIP_with_a_Word_document_inside_is_DOCX() =>
        Assert.Equal(FileKind.Docx, FileKinds.Of(Zip("[Content_Types].xml", "_rels/.rels", "word/document.xml")));

    [Theory]
    [InlineData("Excel", "[Content_Types].xml", "xl/workbook.xml")]
    [InlineData("PowerPoint", "[Content_Types].xml", "ppt/presentation.xml")]
    [InlineData("OFD", "OFD.xml", "Doc_0/Document.xml")]
    [InlineData("ZIP", "年报.docx")]
    [InlineData("ZIP", "word/document.xml")]
    public void A_ZIP_that_is_no_Word_document_is_refused_by_what_it_is(string expected, params string[] names)
    {
        var refused = Refused(Zip(names));
        Assert.Equal(UnreadableReason.NotADocument, refused.Reason);
        Assert.Contains(expected, refused.Sentence.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ZIP_that_was_cut_off_is_damaged()
    {
        var whole = Zip("[Content_Types].xml", "word/document.xml");
        Assert.Equal(UnreadableReason.Damaged, Refused(whole.AsSpan(0, whole.Length / 2)).Reason);
    }

    [Theory]
    [InlineData("WordDocument", UnreadableReason.NotADocument)]
    [InlineData("Workbook", UnreadableReason.NotADocument)]
    [InlineData("EncryptedPackage", UnreadableReason.Encrypted)]
    public void An_OLE_compound_file_is_refused_by_what_it_holds(string stream, UnreadableReason expected) =>
        Assert.Equal(expected, Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[500], .. Encoding.Unicode.GetBytes(stream)]).Reason);

    [Theory]
    [InlineData(@"{\rtf1\ansi 年报}", "RTF")]
    [InlineData("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n", "MHT")]
    [InlineData("From: <Saved by Blink>\r\nSnapshot-Content-Location: http://x.cn/1.html\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\"\r\n", "MHT")]
    [InlineData("GIF89a", "GIF")]
    [InlineData("MZ\0\0", "程序")]
    [InlineData("""<?xml version="1.0"?><w:wordDocument><w:p/></w:wordDocument>""", "XML")]
    public void Other_formats_are_named(string text, string expected) =>
        Assert.Contains(expected, Refused(Encoding.UTF8.GetBytes(text)).Sentence.Zh, StringComparison.Ordinal);

    [Fact]
    public void Bytes_without_meaning_are_no_document() =>
        Assert.Equal(UnreadableReason.NotADocument, Refused([0, 1, 2, 3, 0xFF, 0xFE, 7, 8]).Reason);

    [Fact]
    public void No_bytes_whatever_throw_anything_but_the_one_exception() =>
        Gen.Select(Gen.Int[0, Heads.Length - 1], Gen.Byte.Array[0, 200], (head, tail) => (byte[])[.. Encoding.Latin1.GetBytes(Heads[head]), .. tail]).Sample(bytes =>
        {
            try
            {
                FileKinds.Of(bytes);
            }
            catch (UnreadableException)
            {
                // The one that is allowed.
            }
        });

    private static FileKind Of(string text) => FileKinds.Of(Encoding.UTF8.GetBytes(text));

    private static UnreadableException Refused(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var kind = FileKinds.Of(bytes);
            throw new Xunit.Sdk.XunitException($"read as {kind}");
        }
        catch (UnreadableException refused)
        {
            return refused;
        }
    }

    private static byte[] Zip(params string[] names)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write("<x/>"u8);
            }
        }

        return stream.ToArray();
    }
}
