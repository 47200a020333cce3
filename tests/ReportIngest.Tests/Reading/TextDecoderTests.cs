using System.Text;
using ReportIngest.Reading;

namespace ReportIngest.Tests.Reading;

public sealed class TextDecoderTests
{
    private const string Prose = "郏县王集乡人民政府2024年政府信息公开工作年度报告，全年主动公开政府信息。";
    private const string Traditional = "政府資訊公開工作年度報告，全年主動公開政府資訊，受理申請三件。";

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("gb2312", "gb18030")]
    [InlineData("gbk", "gb18030")]
    [InlineData("gb18030", "gb18030")]
    public void A_right_declaration_is_followed_without_a_note(string declared, string used)
    {
        var read = TextDecoder.Decode(Encode(used, Page(declared, Prose)));
        Assert.Equal((Page(declared, Prose), used), (read.Text, read.Encoding));
        Assert.Empty(read.Notes);
    }

    [Theory]
    [InlineData("gb2312", "utf-8")]
    [InlineData("utf-8", "gb18030")]
    [InlineData("iso-8859-1", "gb18030")]
    [InlineData("big5", "gb18030")]
    public void A_wrong_declaration_does_not_garble_and_is_said(string declared, string used)
    {
        var read = TextDecoder.Decode(Encode(used, Page(declared, Prose)));
        Assert.Equal((Page(declared, Prose), used), (read.Text, read.Encoding));
        Assert.Equal("RI906", Assert.Single(read.Notes).Rule);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Without_a_declaration_the_bytes_tell(string used)
    {
        var read = TextDecoder.Decode(Encode(used, Prose));
        Assert.Equal(Prose, read.Text);
        Assert.Empty(read.Notes);
    }

    [Fact]
    public void Traditional_text_in_Big5_is_told_from_GBK()
    {
        var read = TextDecoder.Decode(Encode("big5", Traditional));
        Assert.Equal((Traditional, "big5"), (read.Text, read.Encoding));
    }

    [Fact]
    public void UTF_16_prose_full_of_一_and_wide_blanks_keeps_its_byte_order()
    {
        const string text = "　　一、一是统一\n　　一、一是统一\n";
        Assert.Equal(("utf-16le", text), (TextDecoder.Decode(Encoding.Unicode.GetBytes(text)).Encoding, TextDecoder.Decode(Encoding.Unicode.GetBytes(text)).Text));
        Assert.Equal(text, TextDecoder.Decode(Encoding.BigEndianUnicode.GetBytes(text)).Text);
    }

    [Fact]
    public void A_byte_order_mark_is_no_text()
    {
        Assert.Equal("年报", TextDecoder.Decode([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("年报")]).Text);
        Assert.Equal("年报", TextDecoder.Decode([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("年报")]).Text);
    }

    [Fact]
    public void A_UTF_8_mark_before_GBK_bytes_is_a_wrong_declaration()
    {
        var read = TextDecoder.Decode([.. Encoding.UTF8.Preamble, .. Encode("gb18030", Prose)]);
        Assert.Equal((Prose, "gb18030"), (read.Text, read.Encoding));
        Assert.Single(read.Notes);
    }

    [Fact]
    public void Two_declarations_that_contradict_each_other_are_said()
    {
        var read = TextDecoder.Decode(Encode("gb18030", """<meta charset="gbk"><meta charset="utf-8">""" + Prose));
        Assert.Equal("gb18030", read.Encoding);
        Assert.Single(read.Notes);
    }

    [Fact]
    public void A_declaration_in_a_comment_declares_nothing() =>
        Assert.Empty(TextDecoder.Decode(Encode("utf-8", "<!-- <meta charset=gbk> -->" + Prose)).Notes);

    [Fact]
    public void Plain_ASCII_cannot_disagree() =>
        Assert.Empty(TextDecoder.Decode("<meta charset=gbk><p>2024</p>"u8).Notes);

    [Fact]
    public void A_character_cut_in_half_is_said_and_costs_itself_only()
    {
        var bytes = Encode("utf-8", Prose + Prose);
        var read = TextDecoder.Decode(bytes.AsSpan(0, bytes.Length - 1));
        Assert.Equal((Prose + Prose)[..^1] + "\uFFFD", read.Text);
        Assert.Equal("RI906", Assert.Single(read.Notes).Rule);
    }

    [Fact]
    public void An_unknown_declaration_is_passed_over() =>
        Assert.Equal(Prose, TextDecoder.Decode(Encode("gb18030", "<meta charset=\"zh-cn\">" + Prose)).Text["<meta charset=\"zh-cn\">".Length..]);

    [Theory]
    [InlineData("gb18030", Prose + "𠮷")]
    [InlineData("gb18030", Prose + "ë")]
    [InlineData("gb18030", "2024 " + Prose + " 25%")]
    [InlineData("big5", "2024 " + Traditional + " 25%")]
    public void Characters_of_one_two_and_four_bytes_are_read(string used, string text)
    {
        var read = TextDecoder.Decode(Encode(used, text));
        Assert.Equal((text, used), (read.Text, read.Encoding));
        Assert.Empty(read.Notes);
    }

    [Fact]
    public void Of_GBK_cut_within_a_pair_the_last_character_is_said_to_be_unreadable()
    {
        var bytes = Encode("gb18030", Prose + Prose);
        var read = TextDecoder.Decode(bytes.AsSpan(0, bytes.Length - 1));
        Assert.Equal((Prose + Prose)[..^1] + "\uFFFD", read.Text);
        Assert.Equal("RI906", Assert.Single(read.Notes).Rule);
    }

    [Fact]
    public void A_declaration_behind_a_comment_that_is_not_closed_counts() =>
        Assert.Single(TextDecoder.Decode(Encode("utf-8", "<p>1 < 2</p><!-- <META http-equiv=x content='text/html; CHARSET=gbk'>" + Prose)).Notes);

    private static string Page(string charset, string text) =>
        $"""<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"></head><body>{text}</body></html>""";

    private static byte[] Encode(string encoding, string text) =>
        (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding)).GetBytes(text);
}
