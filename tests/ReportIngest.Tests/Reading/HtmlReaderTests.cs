using System.Text;
using ReportIngest.Reading;
using static ReportIngest.Tests.Reading.HtmlText;

namespace ReportIngest.Tests.Reading;

/// <summary>Headings, paragraphs, metadata, limits. Tables: <see cref="HtmlTableTests"/>.</summary>
public sealed class HtmlReaderTests
{
    [Fact]
    public void Headings_and_paragraphs_come_in_the_order_of_the_page() =>
        Assert.Equal(
            ["h1 年度报告", "p 前言", "h2 一、总体情况", "p 正文", "p 尾注"],
            Outline("<body>\n<h1>年度报告</h1>前言<h2>一、总体情况</h2>\n<div><p>正文</p></div>尾注</body>"));

    [Fact]
    public void A_br_is_a_line_of_its_paragraph() =>
        Assert.Equal(["p 甲\n乙"], Outline("<p>甲<br>\n　　乙<br><br></p>"));

    [Fact]
    public void Blanks_collapse_as_in_a_browser_and_wide_blanks_with_them() =>
        Assert.Equal(["p 2024 年 度"], Outline("<p>&nbsp;　 2024 \n\t 年&nbsp;&nbsp;度　</p>"));

    [Fact]
    public void Inline_elements_join_without_anything_between() =>
        Assert.Equal(["p 规章制度"], Outline("<p><span>规</span><span><font>章</font></span><b>制</b><o:p>度</o:p></p>"));

    [Theory]
    [InlineData("<ol><li>甲<li>乙</ol>", "p 1. 甲", "p 2. 乙")]
    [InlineData("<ol start=3><li><p>甲</p></li><li value=7>乙</li><li>丙</li></ol>", "p 3. 甲", "p 7. 乙", "p 8. 丙")]
    [InlineData("<ol type=i><li>甲<li>乙</ol>", "p i. 甲", "p ii. 乙")]
    [InlineData("""<ol style="list-style-type:cjk-ideographic"><li>总体情况<li>主动公开</ol>""", "p 一、总体情况", "p 二、主动公开")]
    [InlineData("""<ol style="list-style:none"><li>甲</ol>""", "p 甲")]
    [InlineData("<ol><li></li></ol>甲", "p 甲")]
    [InlineData("<ul><li>甲</ul>", "p 甲")]
    public void Items_have_the_numbers_that_a_browser_prints(string list, params string[] outline) => Assert.Equal(outline, Outline(list));

    [Fact]
    public void A_list_with_bare_links_is_a_menu_whose_numbers_its_site_does_not_show() =>
        Assert.Equal(["p 首页", "p 年报"], Outline("<ol class=breadcrumb><li><a href=/>首页</a></li><li>年报</li></ol>"));

    [Fact]
    public void Items_in_a_cell_have_their_numbers_too() =>
        Assert.Equal(["table 1. 甲\n2. 乙|1|2|3"], Outline("<table><tr><td><ol><li>甲<li>乙</ol><td>1<tr><td>2<td>3</table>"));

    [Fact]
    public void Characters_without_width_are_no_text() =>
        Assert.Equal(["p 规章"], Outline("<p>规\u200B\uFEFF&shy;章</p>"));

    [Fact]
    public void Preformatted_lines_stay_lines() =>
        Assert.Equal(["p 一、总体情况\n正文"], Outline("<pre>一、总体情况\n  正文\n</pre>"));

    [Theory]
    [InlineData("""<p style="display: none">藏</p>""")]
    [InlineData("""<p style="color:red;DISPLAY:NONE !important">藏</p>""")]
    [InlineData("""<div style="visibility:hidden"><p>藏</p></div>""")]
    [InlineData("""<p style="mso-hide:all">藏</p>""")]
    [InlineData("<p hidden>藏</p>")]
    [InlineData("<script>document.write('<p>藏</p>')</script>")]
    [InlineData("<style>藏</style>")]
    [InlineData("<template><p>藏</p></template>")]
    [InlineData("<noscript><p>藏</p></noscript>")]
    [InlineData("<select><option>藏</option></select>")]
    [InlineData("<textarea>藏</textarea><button>藏</button><input value=藏>")]
    [InlineData("<!--[if gte mso 9]><xml><w:View>藏</w:View></xml><![endif]-->")]
    public void What_a_browser_does_not_show_is_no_text(string hidden) =>
        Assert.Equal(["p 明"], Outline($"<body>{hidden}<p>明</p></body>"));

    [Fact]
    public void What_is_hidden_from_screen_readers_only_is_text() =>
        Assert.Equal(["p 明"], Outline("""<p aria-hidden="true">明</p>"""));

    [Fact]
    public void Metadata_keeps_every_entry_in_order()
    {
        var metadata = Read("""
            <head><title>  年度
            报告 </title><meta name="PubDate" content="2025-01-20 10:00"><meta property="og:title" content="甲">
            <meta name="pubdate" content=""><meta http-equiv="refresh" content="5"><meta name="ContentSource" content="王集乡"></head>
            """).Metadata;
        Assert.Equal(
            ["title=年度 报告", "pubdate=2025-01-20 10:00", "og:title=甲", "pubdate=", "contentsource=王集乡"],
            metadata.Select(entry => $"{entry.Key}={entry.Value}"));
    }

    [Fact]
    public void A_declaration_that_is_wrong_does_not_reach_the_parser()
    {
        var document = Read("""<html><head><meta charset="gb2312"></head><body><p>政府信息公开工作年度报告</p></body></html>""");
        Assert.Equal(["p 政府信息公开工作年度报告"], Outline(document));
        Assert.Equal("utf-8", document.Encoding);
        Assert.Equal("RI906", Assert.Single(document.Notes).Rule);
    }

    [Fact]
    public void A_page_over_the_byte_limit_is_refused() =>
        Refused("<p>甲乙丙</p>", Limits.Default with { InputBytes = 10 });

    [Fact]
    public void More_cells_than_the_limit_are_refused() =>
        Refused("<table><tr><td>1<td>2<tr><td>3<td>4</table>", Limits.Default with { Cells = 3 });

    [Fact]
    public void A_table_wider_than_any_is_refused() =>
        Refused("<table><tr>" + string.Concat(Enumerable.Repeat("<td colspan=1000>1", 17)) + "</table>", Limits.Default);

    [Theory]
    [InlineData("<div>")]
    [InlineData("<span>")]
    [InlineData("<b>")]
    [InlineData("<ul><li>")]
    [InlineData("<table><tr><td>")]
    public void Nesting_that_would_stall_the_parser_is_refused(string tag) =>
        Refused(string.Concat(Enumerable.Repeat(tag, 100_000)), Limits.Default);

    [Fact]
    public void Unclosed_paragraphs_do_not_nest() =>
        Assert.Equal(2000, Read(string.Concat(Enumerable.Repeat("<p>甲", 2000))).Blocks.Length);

    private static void Refused(string html, Limits limits)
    {
        var bytes = Encoding.UTF8.GetBytes(html);
        var refused = Assert.Throws<UnreadableException>(() => HtmlReader.Read(bytes, Source.Of("a.html", bytes), limits));
        Assert.Equal(UnreadableReason.TooLarge, refused.Reason);
    }
}
