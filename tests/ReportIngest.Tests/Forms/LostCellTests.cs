using System.Text;
using ReportIngest.Documents;
using ReportIngest.Forms;
using ReportIngest.Reading;
using ReportIngest.Reports;
using static ReportIngest.Tests.Forms.TableMatch;

namespace ReportIngest.Tests.Forms;

/// <summary>Tables that lost or gained a cell, a label or a header on the way: what can be read in two ways is doubted.</summary>
public sealed class LostCellTests
{
    [Fact]
    public void A_blank_total_behind_a_number_that_may_be_it_makes_the_row_doubtful_where_other_rows_have_theirs()
    {
        var match = MatchHtml($"<table>{HtmlHeader}{Html("一、本年新收政府信息公开申请数量", "3", "0", "0", "1", "0", "4", "")}{HtmlRest}</table>");
        Assert.Equal("? ? ? ? ? ? ?", Row(match, "requests.new"));
        Assert.Contains(match.Doubts, doubt => doubt.Rule == "RI902" && doubt.Indicators.Contains("requests.new.total"));
        Assert.Equal("1 0 0 0 0 0 1", Row(match, "requests.carried_in"));
    }

    [Theory]
    [InlineData("", "", "", "")]
    [InlineData("1", "4", "0", "0")]
    public void A_blank_total_is_blank_where_the_others_are_or_the_numbers_before_it_are_more(string carriedIn, string granted, string partly, string secret)
    {
        var rest = HtmlRest.Replace("<td>1</td></tr>", $"<td>{carriedIn}</td></tr>", StringComparison.Ordinal).Replace("<td>4</td></tr>", $"<td>{granted}</td></tr>", StringComparison.Ordinal)
            .Replace("部分公开</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td>", $"部分公开</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>{partly}</td>", StringComparison.Ordinal)
            .Replace("国家秘密</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td>", $"国家秘密</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>{secret}</td>", StringComparison.Ordinal);
        var match = MatchHtml($"<table>{HtmlHeader}{Html("一、本年新收政府信息公开申请数量", "3", "0", "0", "0", "0", "1", "")}{rest}</table>");
        Assert.Equal("3 0 0 0 0 1 ·", Row(match, "requests.new"));
    }

    [Theory]
    [InlineData("", "2", "5", "5", "0", "0", "0", "7")]
    [InlineData("", "3", "", "1", "0", "0", "2", "6")]
    [InlineData("4", "1", "0", "0", "0", "", "0", "6")]
    public void A_row_with_a_cell_more_than_the_others_is_doubtful_whatever_its_sum_says(params string[] values)
    {
        var match = MatchHtml($"<table>{HtmlHeader}{Html("一、本年新收政府信息公开申请数量", values)}{HtmlRest}</table>");
        Assert.Equal("? ? ? ? ? ? ?", Row(match, "requests.new"));
        Assert.Equal("4 0 0 0 0 0 4", Row(match, "requests.result.granted"));
    }

    [Fact]
    public void A_blank_cell_more_behind_a_total_under_its_header_moves_nothing()
    {
        var match = MatchHtml($"<table>{HtmlHeader}{Html("一、本年新收政府信息公开申请数量", "3", "0", "0", "0", "0", "0", "4", "")}{HtmlRest}</table>");
        Assert.Equal("3 0 0 0 0 0 4", Row(match, "requests.new"));
    }

    [Theory]
    [InlineData("? ? ? ? ? ? ?", "3", "0 1", "0", "0", "2", "6", "5%")]
    [InlineData("3 0 1 0 0 2 6", "3", "0", "1", "0", "0", "2", "6")]
    public void A_row_with_a_cell_less_than_the_others_is_read_where_its_sum_says_that_none_of_the_forms_is_gone(string expected, params string[] values)
    {
        var rows = HtmlRest.Replace("</tr>", "<td>0</td></tr>", StringComparison.Ordinal);
        var match = MatchHtml($"<table>{HtmlHeader.Replace("</tr>", "<td>占比</td></tr>", StringComparison.Ordinal)}{Html("一、本年新收政府信息公开申请数量", values)}{rows}</table>");
        Assert.Equal(expected, Row(match, "requests.new"));
    }

    [Fact]
    public void A_blank_of_a_label_is_no_value_where_other_rows_begin_behind_it()
    {
        var match = Match($"""
            {ApplicantHeader}
            | 一、本年新收政府信息公开申请数量 | | | 7 | 2 | 3 | 2 | 1 | 15 | |
            | 二、上年结转政府信息公开申请数量 | | | 1 | 2 | 1 | 1 | 1 | 1 | 7 |
            | 三、本年度办理结果 | （一）予以公开 | | 2 | 1 | 1 | 1 | 1 | 1 | 7 |
            | | （二）部分公开 | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
            """);
        Assert.Equal("? ? ? ? ? ? ?", Row(match, "requests.new"));
        Assert.Equal("1 2 1 1 1 1 7", Row(match, "requests.carried_in"));
    }

    [Fact]
    public void One_number_behind_a_label_is_not_taken_where_numbers_without_labels_show_that_lines_stand_in_another_order()
    {
        var match = Match("信息内容\n规章\n行政规范性文件\n\n第二十条第（一）项\n本年制发件数\n本年废止件数\n102\n631\n254\n616\n第二十条第（六）项\n本年处理决定数量\n6469\n\n现行有效件数\n138\n944\n\n行政强制\n信息内容\n行政事业性收费\n\n802\n第二十条第（八）项\n本年收费金额（单位：万元）\n66.35\n");
        Assert.Equal("?", Print(match, "proactive.fee.amount"));
        Assert.Contains(match.Doubts, doubt => doubt.Rule == "RI901" && doubt.Indicators.Contains("proactive.fee.amount"));
    }

    [Fact]
    public void Where_rows_were_inferred_from_words_the_rest_of_a_label_is_no_blank_row()
    {
        var blank = string.Concat(Enumerable.Repeat(" |", 7));
        var bytes = Encoding.UTF8.GetBytes($"{ApplicantHeader}\n| 一、本年新收政府信息公开申请数量 | | | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n{Rest}\n| | （四）无法提供 | 不掌握相关政府信息 |{blank}\n| | | 2.没有现成信息需要另行制作 |{blank}");
        var document = Pipeline.Read(bytes, Source.Of("table", bytes), Limits.Default);
        var match = FormMatcher.Match(document with { Blocks = [.. document.Blocks.Select(block => block is Table table ? table with { Spans = SpanFidelity.Inferred } : block)] });
        Assert.Equal("? ? ? ? ? ? ?", Row(match, "requests.result.unavailable.not_held"));
        Assert.Equal("· · · · · · ·", Row(match, "requests.result.unavailable.needs_creation"));
    }

    [Theory]
    [InlineData("3.危及“三安全", "一稳定”", true)]
    [InlineData("3.危及“三安", "全一稳定”", false)]
    public void A_label_cut_in_two_rows_is_that_of_the_row_with_the_values(string above, string below, bool valuesAbove)
    {
        const string values = "| 273 | 0 | 0 | 0 | 0 | 0 | 273 |", blanks = "| | | | | | | |";
        var match = Match($"{ApplicantHeader}\n| 一、本年新收政府信息公开申请数量 | | | 2 | 0 | 0 | 0 | 0 | 0 | 2 |\n{Rest}\n| | | {above} {(valuesAbove ? values : blanks)}\n| | | {below} {(valuesAbove ? blanks : values)}");
        Assert.Equal("273 0 0 0 0 0 273", Row(match, "requests.result.denied.security_stability"));
        Assert.Contains(match.Doubts, doubt => doubt.Rule == "RI903" && doubt.Indicators.Contains("requests.result.denied.security_stability.total"));
        Assert.Empty(Assert.Single(match.Tables).Extras);
    }

    [Theory]
    [InlineData("1. 属于国家秘密 0 0 0 1 0 0 1", "0 0 0 1 0 0 1")]
    [InlineData("1. 属于国家秘密 0 0 1 0 1", "? ? ? ? ? ? ?")]
    [InlineData("1. 属于国家秘密 1 0 0 0 0 0\n- 1 -", "? ? ? ? ? ? ?")]
    public void Rows_set_with_single_blanks_are_laid_out_where_they_have_all_their_values(string row, string values)
    {
        var match = Match($"收到和处理政府信息公开申请情况\n申请人情况\n自然人 法人或其他组织 总计\n商业企业 科研机构 社会公益组织 法律服务机构 其他\n一、本年新收政府信息公开申请数量 1 2 3 4 5 6 21\n"
            + $"二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n三、本年度办理结果 （一）予以公开 2 0 0 0 0 0 2\n（二）部分公开 0 0 0 0 0 0 0\n（三）不予公开 {row}\n");
        Assert.Equal("1 2 3 4 5 6 21", Row(match, "requests.new"));
        Assert.Equal(values, Row(match, "requests.result.denied.state_secret"));
    }

    [Fact]
    public void A_line_with_blanks_that_is_no_row_of_a_table_stays_a_paragraph()
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes("行政许可 12\n本年度工作情况如下。\n1\n2\n3\n4\n5\n6\n7\n8\n");
        var read = Pipeline.Read(bytes, Source.Of("x.txt", bytes), Limits.Default);
        Assert.Equal(["行政许可 12", "本年度工作情况如下。", "1"], read.Blocks.OfType<Documents.Paragraph>().Select(paragraph => paragraph.Text).Take(3));
    }

    [Fact]
    public void A_label_and_a_number_on_a_line_in_front_of_a_table_cost_no_more_than_that_cell()
    {
        var match = Match("行政许可 12\n信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 0 25 1288\n行政规范性文件 6 1 14\n信息内容 本年处理决定数量\n行政许可 2795\n信息内容 本年处理决定数量\n行政处罚 1653\n行政强制 1631");
        Assert.Equal("1288 6 ? 1653", string.Join(' ', Print(match, "proactive.regulation.in_force"), Print(match, "proactive.normative_document.issued"), Print(match, "proactive.licensing.decisions"), Print(match, "proactive.penalty.decisions")));
    }

    [Fact]
    public void A_label_of_the_other_edition_is_no_value()
    {
        var match = MatchHtml($"<table>{HtmlHeader}{HtmlRest}{Html("（六）其他处理", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "0", "0", "0", "0", "0", "0")}</table>");
        Assert.DoesNotContain(match.Fields, field => field.Value.State == CellState.Unreadable);
    }

    [Fact]
    public void A_column_that_counts_the_rows_is_no_value_where_a_table_was_written_one_cell_a_line()
    {
        var match = Match("序号\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n1\n规章\n5\n7\n2\n行政规范性文件\n3\n1\n2\n信息内容\n本年处理决定数量\n3\n行政许可\n8\n信息内容\n本年处理决定数量\n4\n行政处罚\n9\n5\n行政强制\n6\n");
        Assert.Equal(["?", "?", "?"], new[] { "issued", "repealed", "in_force" }.Select(key => Print(match, $"proactive.regulation.{key}")));
        Assert.Equal(["3", "1", "2"], new[] { "issued", "repealed", "in_force" }.Select(key => Print(match, $"proactive.normative_document.{key}")));
        Assert.Equal("9 6", $"{Print(match, "proactive.penalty.decisions")} {Print(match, "proactive.coercion.decisions")}");
    }

    [Theory]
    [InlineData("1", "1", "1", "1", "1")]
    [InlineData("1", "2", "3", "4", "5")]
    public void Values_that_count_up_behind_their_labels_are_no_column_that_counts_the_rows(string regulations, string documents, string licences, string penalties, string coercions)
    {
        const string decisions = "信息内容\n本年处理决定数量";
        var match = Match($"信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n0\n0\n{regulations}\n行政规范性文件\n0\n0\n{documents}\n{decisions}\n行政许可\n{licences}\n{decisions}\n行政处罚\n{penalties}\n行政强制\n{coercions}\n");
        string[] keys = ["regulation.in_force", "normative_document.in_force", "licensing.decisions", "penalty.decisions", "coercion.decisions"];
        Assert.Equal([regulations, documents, licences, penalties, coercions], keys.Select(key => Print(match, $"proactive.{key}")));
    }

    [Fact]
    public void A_table_set_with_two_blanks_whose_labels_are_repeated_is_read_line_by_line()
    {
        const string results = "结果维持  结果纠正  其他结果  尚未审结  总计";
        var match = Match($"{Five("行政复议")}  {Five("行政诉讼")}  {Five("行政诉讼")}\n{results}  {Five("未经复议直接起诉")}  {Five("复议后起诉")}\n{results}  {results}  {results}\n1  2  3  4  10  5  6  7  8  26  9  1  2  3  15");
        Assert.Equal(["10", "5", "26", "9"], new[] { "review.total", "litigation.direct.upheld", "litigation.direct.total", "litigation.after_review.upheld" }.Select(code => Print(match, code)));

        static string Five(string text) => string.Join("  ", Enumerable.Repeat(text, 5));
    }

    [Fact]
    public void A_number_in_front_of_a_row_without_a_label_is_no_value()
    {
        var match = Match("| 序号 | 行政复议 | | | | | 行政诉讼 | | | | | | | | | |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n"
            + "| | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | | | | | 复议后起诉 | | | | |\n"
            + "| | | | | | | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n| 1 | 2 | 0 | 0 | 3 | 5 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 4 | |\n");
        Assert.Equal("? ?", $"{Print(match, "review.upheld")} {Print(match, "review.total")}");
    }

    [Fact]
    public void What_could_not_be_read_is_doubted_and_not_held_against_the_report()
    {
        var match = MatchHtml($"<table>{HtmlHeader}{Html("一、本年新收政府信息公开申请数量", "3", "<img src=3.gif>", "\uFFFD", "0", "0", "4", "7")}{HtmlRest}</table>");
        Assert.Equal("3 ? ? 0 0 4 7", Row(match, "requests.new"));
        Assert.Equal(["requests.new.business", "requests.new.research"], Assert.Single(match.Doubts, doubt => doubt.Rule == "RI901" && doubt.Indicators.Contains("requests.new.business")).Indicators);
    }

    [Theory]
    [InlineData("1. 114", "?")]
    [InlineData("12. 5", "?")]
    [InlineData("0. 35", "0.35")]
    public void A_number_behind_that_of_a_list_or_a_decimal_with_a_blank_in_it_is_doubtful(string amount, string expected) =>
        Assert.Equal(expected, Print(MatchHtml($"""
            <table><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr><tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr><tr><td>行政规范性文件</td><td>0</td><td>0</td><td>0</td></tr>
            <tr><td>信息内容</td><td colspan=3>本年收费金额（单位：万元）</td></tr><tr><td>行政事业性收费</td><td colspan=3>{amount}</td></tr></table>
            """), "proactive.fee.amount"));

    [Fact]
    public void The_beginning_of_a_decimal_with_a_blank_in_it_is_no_end_of_the_label_before_it() =>
        Assert.Equal("0 1 2 ?", string.Join(' ', new[] { "regulation.issued", "regulation.repealed", "regulation.in_force", "fee.amount" }.Select(key => Print(
            Match("信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 0 1 2\n行政规范性文件 3 0 5\n信息内容 本年处理决定数量\n行政许可 7\n行政处罚 8\n行政强制 9\n信息内容 本年收费金额（单位：万元）\n行政事业性收费 10. 39\n"), $"proactive.{key}"))));

    [Theory]
    [InlineData("<sup>3</sup>")]
    [InlineData("<sub>3</sub>")]
    [InlineData("<a href='#list'>3</a>")]
    [InlineData("&#x202E;3&#x202C;")]
    public void A_number_that_is_raised_as_a_whole_or_shown_backwards_is_no_blank(string number)
    {
        var match = MatchHtml($"<table>{HtmlHeader}{Html("一、本年新收政府信息公开申请数量", "3", number, "0", "0", "0", "1", "7")}{HtmlRest}</table>");
        Assert.Equal("3 ? 0 0 0 1 7", Row(match, "requests.new"));
        Assert.Contains(match.Doubts, doubt => doubt.Rule == "RI901" && doubt.Indicators.Contains("requests.new.business"));
    }

    [Fact]
    public void The_end_of_a_label_in_a_cell_of_values_is_none()
    {
        var match = MatchHtml($"<table>{HtmlHeader}{Html("一、本年新收政府信息公开申请数量", "公开申请数量", "0", "0", "0", "0", "4", "7")}{HtmlRest}</table>");
        Assert.Equal("? 0 0 0 0 4 7", Row(match, "requests.new"));
    }

    [Fact]
    public void A_row_whose_label_has_run_together_with_the_one_above_is_neither()
    {
        var match = MatchHtml($"<table>{HtmlHeader}{HtmlRest}{Html("（七）总计四、结转下年度继续办理", "40", "20", "7", "63", "17", "19", "1093")}</table>");
        Assert.Equal("? ? ? ? ? ? ?", Row(match, "requests.carried_out"));
        Assert.Equal("? ? ? ? ? ? ?", Row(match, "requests.result.total"));
        Assert.Contains(match.Doubts, doubt => doubt.Rule == "RI901" && doubt.Indicators.Contains("requests.carried_out.total"));
    }

    [Theory]
    [InlineData("（三）不予公开1.属于国家秘密", "requests.result.denied.state_secret")]
    [InlineData("（六）其他处理1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "requests.result.other.not_corrected")]
    public void A_label_that_has_run_together_with_its_groups_is_the_rows(string label, string row) =>
        Assert.Equal("1 0 0 0 0 0 1", Row(MatchHtml($"<table>{HtmlHeader}{HtmlRest.Replace("1.属于国家秘密", "3.其他", StringComparison.Ordinal)}{Html(label, "1", "0", "0", "0", "0", "0", "1")}</table>"), row));

    [Fact]
    public void The_number_of_a_row_in_a_column_that_counts_rows_is_no_value_of_table_four()
    {
        var header = HeaderOfTableFour.Replace("<tr><td colspan=5>行政复议", "<tr><td rowspan=3>序号</td><td colspan=5>行政复议", StringComparison.Ordinal);
        var match = MatchHtml($"<table>{header}<tr><td>1</td>{string.Concat(Enumerable.Repeat("<td>0</td>", 14))}<td></td></tr></table>");
        Assert.Equal("0 0 ·", $"{Print(match, "review.upheld")} {Print(match, "review.total")} {Print(match, "litigation.after_review.total")}");
    }

    [Fact]
    public void Blanks_above_numbers_without_a_label_are_no_blanks()
    {
        var match = MatchHtml($"<table>{HtmlHeader}{HtmlRest}{Html("（三）不予公开", "", "", "", "", "", "", "")}{Html("7.属于行政执法案卷", "", "", "", "", "", "", "")}{Html("", "1", "0", "0", "0", "0", "0", "1")}</table>");
        Assert.Equal("? ? ? ? ? ? ?", Row(match, "requests.result.denied.enforcement_file"));
    }

    [Fact]
    public void A_blank_total_behind_a_number_that_may_be_it_among_blanks_makes_the_row_doubtful_too()
    {
        var match = MatchHtml($"<table>{HtmlHeader}{Html("一、本年新收政府信息公开申请数量", "21", "7", "", "14329", "", "15197", "")}{HtmlRest}</table>");
        Assert.Equal("? ? ? ? ? ? ?", Row(match, "requests.new"));
    }

    [Fact]
    public void A_row_in_which_one_cell_was_merged_from_two_and_another_is_there_twice_has_no_place_for_its_values()
    {
        var row = Html("（七）总计", "9", "1", "3", "3", "@", "4", "20").Replace("<td>@", "<td colspan=2>0<br>3", StringComparison.Ordinal);
        Assert.Equal("? ? ? ? ? ? ?", Row(MatchHtml($"<table>{HtmlHeader}{HtmlRest}{row}</table>"), "requests.result.total"));
    }

    [Fact]
    public void A_row_of_zeros_with_a_cell_more_than_the_others_is_doubtful_where_the_others_lack_a_column()
    {
        var rest = HtmlRest.Replace("<td>0</td></tr>", "</tr>", StringComparison.Ordinal).Replace("<td>1</td></tr>", "</tr>", StringComparison.Ordinal).Replace("<td>4</td></tr>", "</tr>", StringComparison.Ordinal);
        Assert.Equal("? ? ? ? ? ? ?", Row(MatchHtml($"<table>{HtmlHeader}{Html("2.重复申请", "0", "0", "0", "0", "0", "0", "0")}{rest}</table>"), "requests.result.not_processed.duplicate"));
    }
}
