using ReportIngest.Reports;
using static ReportIngest.Tests.Forms.TableMatch;

namespace ReportIngest.Tests.Forms;

/// <summary>Headers that a lost, moved or unlike cell has pushed from their columns, and columns that no header names.</summary>
public sealed class MovedHeaderTests
{
    private static readonly string HtmlRest =
        Html("二、上年结转政府信息公开申请数量", "1", "0", "0", "0", "0", "0", "1") + Html("（一）予以公开", "4", "0", "0", "0", "0", "0", "4")
        + Html("（二）部分公开", "0", "0", "0", "0", "0", "0", "0") + Html("1.属于国家秘密", "0", "0", "0", "0", "0", "0", "0");

    [Fact]
    public void A_group_that_lost_its_span_lets_the_header_beside_it_slip_over_its_columns_and_is_read_by_its_order()
    {
        var match = MatchHtml($"""
            <table><tr><td rowspan=3 colspan=3></td><td colspan=7>申请人情况</td></tr>
            <tr><td rowspan=2>自然人</td><td>法人或其他组织</td><td rowspan=2>总计</td></tr>
            <tr><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td></tr>
            {Html("一、本年新收政府信息公开申请数量", "3", "1", "2", "0", "0", "4", "10")}{HtmlRest}</table>
            """);
        Assert.Equal("3 1 2 0 0 4 10", Row(match, "requests.new"));
        Assert.Equal("1 0 0 0 0 0 1", Row(match, "requests.carried_in"));
    }

    [Fact]
    public void A_header_in_another_order_under_which_sums_fail_was_moved_and_its_rows_are_doubtful()
    {
        var moved = HtmlHeader.Replace("<td>自然人</td>", "", StringComparison.Ordinal).Replace("<td>总计</td>", "<td>总计</td><td>自然人</td>", StringComparison.Ordinal);
        var match = MatchHtml($"<table>{moved}{Html("一、本年新收政府信息公开申请数量", "3", "1", "2", "0", "0", "4", "10")}{HtmlRest}</table>");
        Assert.Equal("? ? ? ? ? ? ?", Row(match, "requests.new"));
        Assert.Contains(match.Doubts, doubt => doubt.Rule == "RI902" && doubt.Indicators.Contains("requests.new.total"));
    }

    [Fact]
    public void A_header_that_moved_with_what_stands_over_the_labels_is_read_by_its_order()
    {
        var match = Match("| 第二十条第（一）项 | | | | |\n|---|---|---|---|---|\n| | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 规章 | 8 | 1 | 13 | |\n| 行政规范性文件 | 2 | 3 | 26 | |");
        Assert.Equal(["8", "1", "13", "2", "3", "26"], new[] { "regulation", "normative_document" }.SelectMany(row => new[] { "issued", "repealed", "in_force" }.Select(key => Print(match, $"proactive.{row}.{key}"))));
    }

    [Fact]
    public void A_column_of_its_own_in_a_header_without_spans_leaves_no_order_to_count_by()
    {
        var match = Match("""
            | | 申请人情况 | | | | | | | |
            |---|---|---|---|---|---|---|---|---|
            | 自然人 | 法人或其他组织 | 总计 | | | | | | |
            | 商业企业 | 科研机构 | 个体工商户 | 社会公益组织 | 法律服务机构 | 其他 | | | |
            | 一、本年新收政府信息公开申请数量 | | 0 | 0 | 5 | 0 | 0 | 1 | 6 |
            | 二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 1 |
            | （一）予以公开 | | 0 | 0 | 5 | 0 | 0 | 1 | 6 |
            | （二）部分公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
            """);
        Assert.Equal("? ? ? ? ? ? ?", Row(match, "requests.new"));
    }

    [Fact]
    public void A_column_that_no_header_shows_makes_rows_with_blanks_doubtful()
    {
        var match = Match("""
            | | 自然人 | 法人或其他组织 | 法人或其他组织 | 法人或其他组织 | 法人或其他组织 | 法人或其他组织 | 法人或其他组织 | 总计 |
            |---|---|---|---|---|---|---|---|---|
            | | 自然人 | 商业企业 | | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
            | 一、本年新收政府信息公开申请数量 | 3 | 1 | | 0 | 0 | 0 | 1 | 5 |
            | 二、上年结转政府信息公开申请数量 | 0 | 0 | | 0 | 0 | 0 | 0 | 0 |
            | （一）予以公开 | 2 | 0 | | 0 | 0 | 0 | 1 | 3 |
            | （二）部分公开 | 2 | 0 | | 0 | 0 | 0 | 1 | |
            """);
        Assert.Equal("? ? ? ? ? ? ?", Row(match, "requests.result.partial"));
    }

    [Fact]
    public void A_header_that_a_long_rowspan_has_pushed_aside_is_read_by_its_order()
    {
        var match = MatchHtml($"""
            <table>{HtmlHeader}{Html("一、本年新收政府信息公开申请数量", "5", "0", "0", "0", "0", "2", "7")}{HtmlRest}
            <tr><td rowspan=4></td><td rowspan=4>（三）不予公开</td><td>2.其他法律行政法规禁止公开</td><td>3</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>3</td></tr>
            <tr><td colspan=3 rowspan=3></td><td colspan=7>申请人情况</td></tr>
            <tr><td rowspan=2>自然人</td><td colspan=5>法人或其他组织</td><td rowspan=2>总计</td></tr>
            <tr><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td></tr>
            {Html("3.危及“三安全一稳定”", "387", "0", "0", "0", "0", "0", "387")}</table>
            """);
        Assert.Equal("387 0 0 0 0 0 387", Row(match, "requests.result.denied.security_stability"));
    }

    [Fact]
    public void A_misprinted_group_is_the_group_where_a_table_was_written_one_cell_a_line()
    {
        var match = Match("申请人情况\n自然人\n法人和其他组织\n总计\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n一、本年新收政府信息公开申请数量\n1\n2\n3\n4\n5\n6\n21\n"
            + "二、上年结转政府信息公开申请数量\n0\n0\n0\n0\n0\n0\n0\n（一）予以公开\n1\n2\n3\n4\n5\n6\n21\n（二）部分公开\n0\n0\n0\n0\n0\n0\n0\n");
        Assert.Equal("1 2 3 4 5 6 21", Row(match, "requests.new"));
    }

    [Fact]
    public void Equal_words_under_one_header_of_a_table_set_with_blanks_are_several_values()
    {
        var match = Match("信息内容  上一年项目数量  本年增/减  处理决定数量\n行政许可  0  0  0\n其他对外管理服务事项  0  0  0\n\n信息内容  上一年项目数量  本年增/减  处理决定数量\n行政处罚  0  0  0\n行政强制  0  0  0");
        Assert.DoesNotContain(match.Fields, field => field.Value.State == CellState.Blank);
    }

    [Fact]
    public void Numbers_that_count_the_columns_of_table_four_are_no_values()
    {
        var match = MatchHtml($"<table>{HeaderOfTableFour}<tr>{string.Concat(Enumerable.Range(1, 15).Select(number => $"<td>{number}</td>"))}</tr><tr>{string.Concat(Enumerable.Repeat("<td>0</td>", 15))}</tr></table>");
        Assert.Equal("0 0", $"{Print(match, "review.upheld")} {Print(match, "litigation.after_review.total")}");
    }
}
