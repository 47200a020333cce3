using ReportIngest.Documents;
using static ReportIngest.Tests.Reading.HtmlText;

namespace ReportIngest.Tests.Reading;

public sealed class HtmlTableTests
{
    [Fact]
    public void Spans_place_the_cells_as_a_browser_does() =>
        Assert.Equal(
            ["3x3", "0,0 2x1 甲", "0,1 1x2 乙", "1,1 丙", "1,2 丁", "2,0 1x3 戊"],
            Cells("<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>丙<td>丁<tr><td colspan=3>戊</table>"));

    [Theory]
    [InlineData("<span style='font-size:0'>5</span>3")]
    [InlineData("<span style='font-size: 0.0pt'>5</span>3")]
    [InlineData("<span style='color:#fff'>5</span>3")]
    [InlineData("<span style='color:#fefefe'>5</span>3")]
    [InlineData("<span style='font-size:1px'>5</span>3")]
    [InlineData("<p style='font-size:8.5pt'>3<span style='font-size:6.5pt'>1</span></p>")]
    [InlineData("<span style='opacity:.01'>5</span>3")]
    [InlineData("3<span style='font-size:70%;vertical-align:3px'>1</span>")]
    [InlineData("3<span style='position:relative;top:-4.0pt;mso-text-raise:4.0pt'>1</span>")]
    [InlineData("<font color=white>5</font>3")]
    [InlineData("<span style='color:#eee;background:#EEE'>5</span>3")]
    [InlineData("<span style='color:transparent'>5</span>3")]
    [InlineData("<span style='opacity:0'>5</span>3")]
    [InlineData("<span style='position:absolute;left:-9999px'>5</span>3")]
    [InlineData("<span style='position:absolute;clip:rect(0,0,0,0)'>5</span>3")]
    [InlineData("<span style='display:inline-block;width:0;overflow:hidden'>5</span>3")]
    [InlineData("<p style='opacity:0'>5<b>3</b></p>")]
    [InlineData("<span style='color:hsl(0 0% 100%)'>5</span>3")]
    [InlineData("<span style='color:#00000000'>5</span>3")]
    [InlineData("<span style='transform:scale(0,0)'>5</span>3")]
    [InlineData("<span style='position:absolute;right:-9999px'>5</span>3")]
    [InlineData("<span style='dis\\play:block;zoom:0'>5</span>3")]
    [InlineData("<span style='font-size:.01em'>5</span>3")]
    [InlineData("<bdo dir=rtl>21</bdo>")]
    [InlineData("<svg><text>3</text></svg>")]
    [InlineData("<img src=3.gif>")]
    [InlineData("<input value=3>")]
    [InlineData("<select><option>3</select>")]
    [InlineData("<script>document.write(3)</script>")]
    [InlineData("<table><tr><td>3<td></table>")]
    public void A_cell_whose_digits_may_not_be_seen_or_that_shows_what_is_no_text_is_marked(string cell) =>
        Assert.EndsWith(Cell.Unclear, Read($"<table><tr><td>甲<td>{cell}<tr><td>乙<td>1<tr><td>丙<td>2</table>").Tables[0].Cells[1].Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("<span style='color:#fff;background:#06c'>3</span>")]
    [InlineData("<div style='background-color:navy'><span style='color:white'>3</span></div>")]
    [InlineData("<p style='font-size:0'><span style='font-size:14px'>3</span></p>")]
    [InlineData("<p style='text-indent:-21pt'>3</p>")]
    [InlineData("<p style='font-size:1.5em;vertical-align:middle;mso-text-raise:0pt'>3</p>")]
    [InlineData("<p style='font-size:12pt'><span style='font-size:16px'>3</span></p>")]
    [InlineData("<img src=blank.gif width=1 height=1>3")]
    [InlineData("<img src=blank.gif width=1 height=1><input type=hidden value=7>3")]
    [InlineData("<span style='text-decoration:red line-through'>5</span>3")]
    [InlineData("3<script>count()</script>")]
    [InlineData("3<rp>9</rp><dialog>9</dialog><i popover>9</i><svg><text>9</text></svg>")]
    [InlineData("<span style='color:rgb(0,0,0);background:rgba(0,0,0,0);line-height:1.5;letter-spacing:-.1pt'>3</span>")]
    [InlineData("<span style='color:inherit;background:inherit'>3</span>")]
    public void A_cell_whose_digits_are_seen_is_read(string cell) =>
        Assert.Equal("3", Read($"<table><tr><td>甲<td>{cell}<tr><td>乙<td>1<tr><td>丙<td>2</table>").Tables[0].Cells[1].Text);

    [Theory]
    [InlineData("<input value=7 style='display:none'>")]
    [InlineData("<img src=line.gif style='visibility:hidden'>")]
    [InlineData("<input type=hidden value=7>")]
    public void A_cell_that_shows_nothing_is_blank(string cell) =>
        Assert.Equal("", Read($"<table><tr><td>甲<td>{cell}<tr><td>乙<td>1<tr><td>丙<td>2</table>").Tables[0].Cells[1].Text);

    [Theory]
    [InlineData("3<a href='#note1'>1</a>", "3¹")]
    [InlineData("3<sub>1</sub>", "3¹")]
    [InlineData("3<small>1</small>", "3¹")]
    [InlineData("<small>31</small>", "31")]
    [InlineData("3<sup>①</sup>", "3¹")]
    [InlineData("<a href='#'>31</a>", "31")]
    [InlineData("<a href='list.html'>31</a>", "31")]
    public void A_link_to_a_note_and_a_lowered_digit_are_marks(string cell, string text) =>
        Assert.Equal(text, Read($"<table><tr><td>甲<td>{cell}<tr><td>乙<td>1<tr><td>丙<td>2</table>").Tables[0].Cells[1].Text);

    [Fact]
    public void The_spans_of_a_page_are_stated() =>
        Assert.Equal(SpanFidelity.Stated, Assert.Single(Read("<table><tr><td>1<td>2</table>").Tables).Spans);

    [Fact]
    public void A_rowspan_of_zero_reaches_to_the_end_of_its_group() =>
        Assert.Equal(
            ["3x2", "0,0 2x1 甲", "0,1 乙", "1,1 丙", "2,0 丁", "2,1 戊"],
            Cells("<table><tbody><tr><td rowspan=0>甲<td>乙<tr><td>丙<tbody><tr><td>丁<td>戊</table>"));

    [Fact]
    public void A_rowspan_ends_with_the_rows_there_are() =>
        Assert.Equal(
            ["2x2", "0,0 甲", "0,1 2x1 乙", "1,0 丙"],
            Cells("<table><tr><td>甲<td rowspan=9>乙<tr><td>丙</table>"));

    [Theory]
    [InlineData("4")]
    [InlineData("1000")]
    [InlineData("99999999999")]
    public void A_title_that_is_wider_than_all_rows_ends_with_them(string colspan) =>
        Assert.Equal(
            ["2x2", "0,0 1x2 甲", "1,0 乙", "1,1 丙"],
            Cells($"<table><tr><td colspan={colspan}>甲<tr><td>乙<td>丙</table>"));

    [Fact]
    public void A_last_column_in_which_no_cell_begins_stays_where_every_row_reaches_it() =>
        Assert.Equal(
            ["2x3", "0,0 甲", "0,1 1x2 乙", "1,0 丙", "1,1 1x2 丁"],
            Cells("<table><tr><td>甲<td colspan=2>乙<tr><td>丙<td colspan=2>丁</table>"));

    [Fact]
    public void A_cell_that_runs_into_one_from_above_ends_there() =>
        Assert.Equal(
            ["2x3", "0,0 甲", "0,1 2x1 乙", "0,2 丙", "1,0 丁", "1,2 戊"],
            Cells("<table><tr><td>甲<td rowspan=2>乙<td>丙<tr><td colspan=2>丁<td>戊</table>"));

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("")]
    public void A_colspan_that_is_no_span_is_one(string colspan) =>
        Assert.Equal(["1x2", "0,0 甲", "0,1 乙"], Cells($"""<table><tr><td colspan="{colspan}">甲<td>乙</table>"""));

    [Fact]
    public void A_span_with_a_unit_is_its_number() =>
        Assert.Equal(["2x2", "0,0 1x2 甲", "1,0 乙", "1,1 丙"], Cells("""<table><tr><td colspan=" 2px">甲<tr><td>乙<td>丙</table>"""));

    [Fact]
    public void Rows_with_fewer_cells_leave_positions_without_a_cell() =>
        Assert.Equal(["2x2", "0,0 甲", "0,1 乙", "1,0 丙"], Cells("<table><tr><td>甲<td>乙<tr><td>丙</table>"));

    [Fact]
    public void Unclosed_cells_and_rows_are_closed_by_the_next() =>
        Assert.Equal(
            ["2x2", "0,0 甲", "0,1 乙", "1,0 丙", "1,1 丁"],
            Cells("<table><td><font>甲<td><p>乙<tr><td>丙<th>丁<p>"));

    [Fact]
    public void Head_and_foot_stand_where_they_are_seen() =>
        Assert.Equal(
            ["3x2", "0,0 头", "0,1 头", "1,0 身", "1,1 身", "2,0 脚", "2,1 脚"],
            Cells("<table><tfoot><tr><td>脚<td>脚</tfoot><tbody><tr><td>身<td>身</tbody><thead><tr><td>头<td>头</thead></table>"));

    [Fact]
    public void Blocks_of_a_cell_are_its_lines() =>
        Assert.Equal(
            ["1x2", "0,0 商业\n企业", "0,1 规章"],
            Cells("<table><tr><td><p>&nbsp;</p><p>商业</p>\n<p><span>企业</span></p><td><span>规</span><span>章</span></table>"));

    [Fact]
    public void A_hidden_cell_has_no_place_and_an_invisible_one_no_text() =>
        Assert.Equal(
            ["2x2", "0,0 甲", "0,1 乙", "1,0 ", "1,1 丙"],
            Cells("""
                <table><tr><td>甲<td style="display:none">藏<td>乙<tr style="display:none"><td>藏
                <tr><td style="visibility:hidden">藏<td>丙</table>
                """));

    [Fact]
    public void A_caption_is_a_paragraph_before_its_table() =>
        Assert.Equal(["p 表二", "table 甲|乙"], Outline("<table><tr><td>甲<td>乙</tr><caption>表二</caption></table>"));

    [Fact]
    public void A_table_inside_a_paragraph_ends_it() =>
        Assert.Equal(["p 前", "table 甲|乙", "p 后"], Outline("<!DOCTYPE html><p>前<table><tr><td>甲<td>乙</table>后</p>"));

    [Fact]
    public void Text_between_rows_stands_before_the_table() =>
        Assert.Equal(["p 注", "table 甲|乙"], Outline("<table><tr><td>甲<td>乙</tr>注</table>"));

    [Fact]
    public void A_layout_table_is_what_its_cells_hold() =>
        Assert.Equal(
            ["p 首页", "p 目录", "h1 年度报告", "p 前", "table 甲|乙|丙|丁", "p 后", "p 版权"],
            Outline("""
                <table><tr><td>首页<td>目录
                <tr><td colspan=2><h1>年度报告</h1>前<table><tr><td>甲<td>乙<tr><td>丙<td>丁</table>后
                <tr><td>版权</table>
                """));

    [Fact]
    public void Layout_tables_nest() =>
        Assert.Equal(
            ["p 前", "table 甲|乙|丙|丁"],
            Outline("<table><tr><td><table><tr><td>前<table><tr><td>甲<td>乙<tr><td>丙<td>丁</table></table></table>"));

    [Fact]
    public void A_frame_of_one_cell_is_no_table() =>
        Assert.Equal(["p 一、总体情况"], Outline("<table><tr><td>一、总体情况</table>"));

    [Fact]
    public void A_table_that_is_mostly_prose_is_layout() =>
        Assert.Equal(["p 目录", $"p {Prose}", "p 之二"], Outline($"<table><tr><td>目录<td><p>{Prose}</p><p>之二</p></table>"));

    [Fact]
    public void A_long_remark_does_not_make_a_data_table_layout() =>
        Assert.Equal(
            [$"table 规章|1|行政许可|2|{Prose}"],
            Outline($"<table><tr><td>规章<td>1<tr><td>行政许可<td>2<tr><td colspan=2>{Prose}</table>"));

    [Fact]
    public void A_report_in_the_last_row_of_a_table_of_particulars_is_read_as_text() =>
        Assert.Equal(
            ["p 索引号", "p 1", "p 发布机构", "p 王集乡", .. Enumerable.Repeat($"p {Prose}", 6), "table 甲|乙"],
            Outline($"""
                <table><tr><td>索引号<td>1<tr><td>发布机构<td>王集乡
                <tr><td colspan=2>{string.Concat(Enumerable.Repeat($"<p>{Prose}</p>", 6))}<table><tr><td>甲<td>乙</table></table>
                """));

    [Fact]
    public void Headings_in_the_cells_of_a_grid_leave_it_a_table() =>
        Assert.Equal(["table 信息内容|件数|规章|3"], Outline("<table><tr><th><h4>信息内容</h4><th>件数<tr><td>规章<td>3</table>"));

    [Fact]
    public void A_data_table_in_a_cell_of_a_data_table_is_a_table_of_its_own() =>
        Assert.Equal(
            ["table 甲|1|乙|其中", "table a|b|c|d"],
            Outline("<table><tr><td>甲<td>1<tr><td>乙<td>其中<table><tr><td>a<td>b<tr><td>c<td>d</table></table>"));

    [Fact]
    public void A_frame_in_a_cell_is_text_of_the_cell() =>
        Assert.Equal(["table 甲|1|乙|2"], Outline("<table><tr><td>甲<td>1<tr><td><table><tr><td>乙</table><td>2</table>"));

    [Fact]
    public void Word_export_reads_like_any_table() =>
        Assert.Equal(
            ["1x2", "0,0 规章", "0,1 22"],
            Cells("""
                <div class=WordSection1><!--[if !supportMisalignedColumns]--><table class=MsoNormalTable border=1 style='mso-yfti-tbllook:1184'>
                <tr style='mso-yfti-irow:0'><td width=151 valign=top><p class=MsoNormal align=center><span
                style='font-family:宋体'>规<span lang=EN-US><o:p></o:p></span></span><span>章</span></p></td>
                <![if !supportMisalignedColumns]><td><p class=MsoNormal><span lang=EN-US>2<o:p></o:p></span><span>2</span></p></td><![endif]></tr></table></div>
                """));

    private static string Prose { get; } = string.Concat(Enumerable.Repeat("全年主动公开政府信息三条，未收到申请。", 12));

    [Theory]
    [InlineData("<td>22<sup>1</sup>", "22¹")]
    [InlineData("<td>22<sup><a href=#n>[12]</a></sup>", "22¹²")]
    [InlineData("<td>22<span style='vertical-align: super'>3</span>", "22³")]
    [InlineData("<td><s>3</s>4", "4")]
    [InlineData("<td><del>3</del>4", "4")]
    [InlineData("<td><span style='text-decoration: line-through'>3</span>4", "4")]
    public void Marks_of_notes_and_struck_out_digits_do_not_join_a_number(string cell, string text) =>
        Assert.Equal(["1x2", $"0,0 {text}", "0,1 乙"], Cells($"<table><tr>{cell}<td>乙</table>"));
}
