using ReportIngest.Documents;
using ReportIngest.Reports;
using static ReportIngest.Tests.Forms.TableMatch;

namespace ReportIngest.Tests.Forms;

/// <summary>A table that is there twice, or of which another copy has left some of its rows: whether a row is this year's.</summary>
public sealed class TwoCopiesTests
{
    private static readonly string HtmlRest =
        Html("二、上年结转政府信息公开申请数量", "1", "0", "0", "0", "0", "0", "1") + Html("（一）予以公开", "4", "0", "0", "0", "0", "0", "4")
        + Html("（二）部分公开", "0", "0", "0", "0", "0", "0", "0") + Html("1.属于国家秘密", "0", "0", "0", "0", "0", "0", "0");

    [Fact]
    public void A_row_that_fits_only_in_last_years_table_is_not_this_years()
    {
        static string Table(string normative) => $"| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n| 规章 | 0 | 0 | 0 |\n| 行政规范性文件 {normative}\n";
        var match = Match($"{Table("| 7 | 3 |")}\n2023年数据\n\n{Table("| 36 | 4 | 9 |")}");
        Assert.Equal(["?", "?", "?"], new[] { "issued", "repealed", "in_force" }.Select(key => Print(match, $"proactive.normative_document.{key}")));
        Assert.Contains(match.Doubts, doubt => doubt.Rule == "RI902" && doubt.Indicators.Contains("proactive.normative_document.issued"));
    }

    [Fact]
    public void A_row_of_last_years_values_beside_blanks_is_not_this_years_where_the_other_rows_have_both()
    {
        static string Both(string label, string now, string then) => Html(label, [.. Enumerable.Repeat(now, 7), .. Enumerable.Repeat(then, 7)]);
        const string columns = "<td>自然人</td><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td><td>总计</td>";
        var match = MatchHtml($"<table><tr><td colspan=3></td>{columns}{columns}</tr>{Both("一、本年新收政府信息公开申请数量", "4", "2")}{Both("二、上年结转政府信息公开申请数量", "1", "0")}"
            + $"{Both("（一）予以公开", "5", "2")}{Both("（二）部分公开", "", "0")}</table>");
        Assert.Equal("? ? ? ? ? ? ?", Row(match, "requests.result.partial"));
    }

    [Fact]
    public void Rows_of_which_another_copy_has_left_only_the_labels_may_be_either_copys()
    {
        var match = Match("2024年\n\n规章\n\n行政规范性文件\n\n行政许可\n\n行政处罚\n\n2023年\n\n| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n| 规章 | 1 | 2 | 3 |\n| 行政规范性文件 | 4 | 5 | 6 |\n"
            + "| 信息内容 | 本年处理决定数量 | | |\n| 行政许可 | 7 | | |\n| 行政处罚 | 8 | | |\n");
        Assert.Equal("? ?", $"{Print(match, "proactive.regulation.issued")} {Print(match, "proactive.licensing.decisions")}");
        Assert.Contains(match.Doubts, doubt => doubt.Rule == "RI902" && doubt.Indicators.Contains("proactive.licensing.decisions"));
    }

    /// <summary>The menus of sites have these words, and reports have them as headings.</summary>
    [Theory]
    [InlineData("规章\n\n行政规范性文件\n\n行政许可\n\n行政处罚\n\n政府信息公开年报\n\n")]
    [InlineData("规章\n\n行政规范性文件\n\n行政许可\n\n行政处罚\n\n甲县教育局2024年政府信息公开工作年度报告\n\n")]
    [InlineData("规章\n\n行政规范性文件\n\n行政许可\n\n行政处罚\n\n二、主动公开政府信息情况\n\n")]
    [InlineData("行政规范性文件\n\n制发4件。\n\n行政许可\n\n办理7件。\n\n行政处罚\n\n作出8件。\n\n")]
    public void Labels_alone_that_do_not_stand_beside_the_table_are_no_copy_of_it(string lines)
    {
        const string table = "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n| 规章 | 1 | 2 | 3 |\n| 行政规范性文件 | 4 | 5 | 6 |\n"
            + "| 信息内容 | 本年处理决定数量 | | |\n| 行政许可 | 7 | | |\n| 行政处罚 | 8 | | |\n";
        foreach (var text in new[] { lines + table, $"{table}\n三、收到和处理政府信息公开申请情况\n\n{lines}" })
        {
            var match = Match(text);
            Assert.Equal("1 4 7 8", $"{Print(match, "proactive.regulation.issued")} {Print(match, "proactive.normative_document.issued")} {Print(match, "proactive.licensing.decisions")} {Print(match, "proactive.penalty.decisions")}");
        }
    }

    [Fact]
    public void Rows_of_text_before_a_table_are_no_second_one()
    {
        var match = Match("行政许可,30,0\n行政处罚,9,0\n\n信息内容,本年制发件数,本年废止件数,现行有效件数\n规章,0,0,0\n行政规范性文件,3,1,12\n\n信息内容,本年处理决定数量,\n行政许可,25,\n行政处罚,7,\n行政强制,2,\n");
        Assert.Equal("12 25 2", string.Join(' ', Print(match, "proactive.normative_document.in_force"), Print(match, "proactive.licensing.decisions"), Print(match, "proactive.coercion.decisions")));
    }

    [Fact]
    public void A_table_that_is_there_once_may_be_last_years_where_another_is_there_twice()
    {
        static string Three(string number) => $"<table>{HtmlHeader}{Html("一、本年新收政府信息公开申请数量", number, "0", "0", "0", "0", "0", number)}{HtmlRest.Replace("<td>0</td>", $"<td>{number}</td>", StringComparison.Ordinal)}"
            + string.Concat(new[] { "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益", "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项", "1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确" }
                .Select(label => Html(label, [.. Enumerable.Repeat(number, 7)]))) + "</table>";
        var four = $"<table>{HeaderOfTableFour}<tr>{string.Concat(Enumerable.Repeat("<td>0</td>", 15))}</tr></table>";
        Assert.Equal("0", Print(MatchHtml(Three("5") + four), "review.upheld"));
        var match = MatchHtml($"{Three("5")}<p>2023年</p>{Three("6")}{four}");
        Assert.Equal("?", Print(match, "review.upheld"));
        Assert.Contains(match.Doubts, doubt => doubt.Rule == "RI902" && doubt.Indicators.Contains("review.upheld"));
        // Of a table that was cut in parts, one row was made out once only.
        var parts = MatchHtml($"{Three("5")}<p>2023年</p>{Three("6").Replace("</table>", Html("4.无正当理由大量反复申请", [.. Enumerable.Repeat("6", 7)]) + "</table>", StringComparison.Ordinal)}");
        Assert.Equal("?", Print(parts, "requests.result.not_processed.excessive.natural_person"));
    }
}
