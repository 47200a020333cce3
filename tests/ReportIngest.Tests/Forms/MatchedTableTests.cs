using System.Text;
using ReportIngest.Documents;
using ReportIngest.Forms;
using ReportIngest.Reading;
using ReportIngest.Reports;
using static ReportIngest.Tests.Forms.TableMatch;

namespace ReportIngest.Tests.Forms;

/// <summary>Tables as they are found, written as Markdown or HTML, and what the matcher makes of them.</summary>
public sealed class MatchedTableTests
{
    [Fact]
    public void A_row_shifted_by_one_is_repaired_and_said()
    {
        var match = Match($"{ApplicantHeader}\n| 一、本年新收政府信息公开申请数量 | | 3 | 0 | 0 | 0 | 0 | 1 | 4 | |\n{Rest}");
        Assert.Equal("3 0 0 0 0 1 4", Row(match, "requests.new"));
        Assert.Contains(match.Doubts, doubt => doubt.Rule == "RI903" && doubt.Indicators.Contains("requests.new.natural_person"));
    }

    [Fact]
    public void A_blank_keeps_its_place_where_a_full_row_shows_that_empty_cells_do()
    {
        var match = Match($"{ApplicantHeader}\n| 一、本年新收政府信息公开申请数量 | | | 2 | | 0 | 0 | 0 | 0 | |\n{Rest}");
        Assert.Equal("2 · 0 0 0 0 ·", Row(match, "requests.new"));
        Assert.DoesNotContain(match.Doubts, doubt => doubt.Indicators.Contains("requests.new.total"));
    }

    [Fact]
    public void Where_rows_begin_anywhere_a_lone_number_is_refused()
    {
        var match = Match($"{ApplicantHeader}\n| 一、本年新收政府信息公开申请数量 | | | 3 | 1 | 1 | 1 | 1 | 1 | 8 | |\n| 二、上年结转政府信息公开申请数量 | | | | | | | 2 | | | |\n| 三、本年度办理结果 | （一）予以公开 | | 2 | 0 | 0 | 0 | 0 | 0 | 2 | |\n| | （二）部分公开 | | 0 | 0 | 0 | 0 | 0 | 0 | 0 | |\n| 四、结转下年度继续办理 | | | | 8 | | 8 | | 1 | 1 | 18 |");
        Assert.Equal("3 1 1 1 1 1 8", Row(match, "requests.new"));
        Assert.Equal("? ? ? ? ? ? ?", Row(match, "requests.carried_in"));
        Assert.Equal("8 · 8 · 1 1 18", Row(match, "requests.carried_out"));
    }

    [Fact]
    public void Where_a_total_may_be_blank_a_sum_elsewhere_than_the_other_rows_begin_is_refused()
    {
        var match = Match($"{ApplicantHeader}\n| 一、本年新收政府信息公开申请数量 | | | 3 | 1 | 1 | 1 | 1 | 1 | 8 | |\n| 二、上年结转政府信息公开申请数量 | | | | | | | 2 | | | |\n| 三、本年度办理结果 | （一）予以公开 | | 2 | 0 | 0 | 0 | 0 | 0 | 2 | |\n| | （二）部分公开 | | 0 | 0 | 0 | 0 | 0 | 0 | 0 | |\n| 四、结转下年度继续办理 | | | | | | | 6 | 6 | | |");
        Assert.Equal("3 1 1 1 1 1 8", Row(match, "requests.new"));
        Assert.Equal("? ? ? ? ? ? ?", Row(match, "requests.carried_out"));
    }

    [Fact]
    public void A_sum_by_chance_where_totals_are_blank_does_not_say_where_the_other_rows_begin()
    {
        var match = Match($"{ApplicantHeader}\n| 一、本年新收政府信息公开申请数量 | | | 99 | 0 | 23 | 4 | 36 | 34 | | |\n| 二、上年结转政府信息公开申请数量 | | | 6 | 0 | 0 | 4 | 0 | 3 | | |\n"
            + "| 三、本年度办理结果 | （一）予以公开 | | 5 | 0 | 0 | 0 | 8 | 0 | | |\n| | （二）部分公开 | | 7 | 0 | 0 | 0 | 0 | 0 | | |\n| 四、结转下年度继续办理 | | | 2 | 0 | 0 | 0 | 0 | 2 | | |");
        Assert.Equal("6 0 0 4 0 3 ·", Row(match, "requests.carried_in"));
    }

    [Fact]
    public void A_number_that_may_be_the_rest_of_the_one_above_makes_both_doubtful()
    {
        var match = Match($"{ApplicantHeader}\n| 一、本年新收政府信息公开申请数量 | | | 6368 | 0 | 0 | 0 | 0 | 0 | 6368 |\n| | | | 4 | | | | | | 4 |\n{Rest}");
        Assert.Equal("? 0 0 0 0 0 ?", Row(match, "requests.new"));
        Assert.Contains(match.Doubts, doubt => doubt.Rule == "RI901" && doubt.Indicators.SequenceEqual(["requests.new.natural_person", "requests.new.total"]));
    }

    [Fact]
    public void In_a_table_inferred_from_words_a_row_beside_an_unknown_text_may_be_the_rest_of_the_one_above()
    {
        var bytes = Encoding.UTF8.GetBytes($"{ApplicantHeader}\n| 一、本年新收政府信息公开申请数 | | | 56893 | 0 | 0 | 0 | 0 | 0 | 56893 |\n| 量 | | | 6 | | | | | | 6 |\n{Rest}");
        var document = Pipeline.Read(bytes, Source.Of("table", bytes), Limits.Default);
        var inferred = document with { Blocks = [.. document.Blocks.Select(block => block is Table table ? table with { Spans = SpanFidelity.Inferred } : block)] };
        Assert.Equal("? 0 0 0 0 0 ?", Row(FormMatcher.Match(inferred), "requests.new"));
    }

    [Fact]
    public void A_table_that_ends_in_a_row_without_cells_below_its_headers_has_missing_values()
    {
        var results = string.Concat(Enumerable.Repeat("<td>结果维持<td>结果纠正<td>其他结果<td>尚未审结<td>总计", 2));
        var match = Match($"""
            <table><tr><td colspan=5>行政复议<td colspan=10>行政诉讼</tr>
            <tr><td rowspan=2>结果维持<td rowspan=2>结果纠正<td rowspan=2>其他结果<td rowspan=2>尚未审结<td rowspan=2>总计<td colspan=5>未经复议直接起诉<td colspan=5>复议后起诉</tr>
            <tr>{results}</tr><tr></tr></table>
            """);
        Assert.Empty(match.Tables);
    }

    [Fact]
    public void A_row_that_lost_a_value_is_refused_and_said()
    {
        var match = Match("""
            | | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
            |---|---|---|---|---|---|---|---|
            | 一、本年新收政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 2 |
            | 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
            | （一）予以公开 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
            | （二）部分公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
            """);
        Assert.Equal("? ? ? ? ? ? ?", Row(match, "requests.new"));
        Assert.Contains(match.Doubts, doubt => doubt.Rule is "RI901" or "RI902" && doubt.Indicators.Contains("requests.new.total"));
    }

    [Fact]
    public void Numbers_glued_into_one_cell_are_no_bad_number_but_cells_not_located()
    {
        var match = Match($"{ApplicantHeader}\n| 一、本年新收政府信息公开申请数量 | | | 32 2 0 0 0 0 34 | | | | | | |\n{Rest}");
        Assert.Equal("? ? ? ? ? ? ?", Row(match, "requests.new"));
        Assert.Contains(match.Doubts, doubt => doubt.Rule == "RI901" && doubt.Indicators.Contains("requests.new.total"));
    }

    [Theory]
    [InlineData("1 234")]
    [InlineData("12<br>34")]
    [InlineData("012")]
    public void A_number_with_blanks_in_it_or_a_0_in_front_costs_no_other_cell_of_a_row_in_which_each_column_has_its_own(string cell)
    {
        var match = MatchHtml($"""
            <table><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
            <tr><td>规章</td><td>0</td><td>{cell}</td><td>7</td></tr><tr><td>行政规范性文件</td><td>4</td><td>1</td><td>9</td></tr></table>
            """);
        Assert.Equal("0 ? 7", string.Join(' ', Print(match, "proactive.regulation.issued"), Print(match, "proactive.regulation.repealed"), Print(match, "proactive.regulation.in_force")));
        Assert.Contains(match.Doubts, doubt => doubt.Rule == "RI901" && doubt.Indicators.SequenceEqual(["proactive.regulation.repealed"]));
    }

    [Theory]
    [InlineData("2 0 见附件")]
    [InlineData("- - -")]
    public void A_cell_that_holds_several_values_alone_in_its_row_is_refused_and_so_is_a_value_alone_in_such_a_document(string glued)
    {
        var match = Match($"| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n| 规章 | {glued} | | |\n| 行政规范性文件 | 7 0 0 | | |\n\n{ApplicantHeader}\n| 一、本年新收政府信息公开申请数量 | | | 2 | | | | | | | |\n{Rest}");
        foreach (var code in (string[])["proactive.regulation.issued", "proactive.regulation.in_force", "proactive.normative_document.issued", "requests.new.natural_person"])
        {
            Assert.Equal("?", Print(match, code));
            Assert.Contains(match.Doubts, doubt => doubt.Rule == "RI901" && doubt.Indicators.Contains(code));
        }
    }

    [Theory]
    [InlineData("12 3456", "? ? ? ? ? ? ?")]
    [InlineData("2019 204", "? ? ? ? ? ? ?")]
    [InlineData("1 204", "2 · · · · · ·")]
    public void Two_values_in_one_cell_show_that_cells_were_glued_unless_they_may_be_one_number(string cell, string lone)
    {
        var match = Match($"| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n| 规章 | 0 | 0 | 0 |\n| 行政规范性文件 | {cell} | | |\n\n{ApplicantHeader}\n| 一、本年新收政府信息公开申请数量 | | | 2 | | | | | | | |\n{Rest}");
        Assert.Equal(lone, Row(match, "requests.new"));
    }

    [Fact]
    public void Where_no_table_tells_the_edition_the_words_of_one_that_was_not_made_out_do()
    {
        Assert.Equal("2019", Match($"信息内容本年新制作数量本年新公开数量对外公开总数量\n\n{ApplicantHeader}\n{Rest}").Edition);
        Assert.Equal("2021", Match($"信息内容本年制发件数本年废止件数现行有效件数\n\n{ApplicantHeader}\n{Rest}").Edition);
        Assert.Equal("unknown", Match($"{ApplicantHeader}\n{Rest}").Edition);
    }

    [Fact]
    public void A_rowspan_that_is_too_long_pushes_the_next_rows_and_they_are_found_all_the_same()
    {
        var match = MatchHtml("""
            <table>
            <tr><td colspan=3></td><td>自然人</td><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td><td>总计</td></tr>
            <tr><td colspan=3>一、本年新收政府信息公开申请数量</td><td>6</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>6</td></tr>
            <tr><td rowspan=4>三、本年度办理结果</td><td rowspan=2>（三）不予公开</td><td>8.属于行政查询事项</td><td>1</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>1</td></tr>
            <tr><td rowspan=3>（四）无法提供</td><td>1.本机关不掌握相关政府信息</td><td>2</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>2</td></tr>
            <tr><td>2.没有现成信息需要另行制作</td><td>3</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>3</td></tr>
            <tr><td>3.补正后申请内容仍不明确</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td></tr>
            </table>
            """);
        Assert.Equal("2 0 0 0 0 0 2", Row(match, "requests.result.unavailable.not_held"));
        Assert.Equal("3 0 0 0 0 0 3", Row(match, "requests.result.unavailable.needs_creation"));
        Assert.Contains(match.Doubts, doubt => doubt.Rule == "RI903" && doubt.Indicators.Contains("requests.result.unavailable.not_held.total"));
    }

    [Fact]
    public void A_header_that_a_stray_rule_has_cut_in_two_is_one_label()
    {
        var match = MatchHtml("""
            <table>
            <tr><td rowspan=2></td><td rowspan=2>自然人</td><td colspan=5>法人或其他组织</td><td>总</td></tr>
            <tr><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td><td>计</td></tr>
            <tr><td>一、本年新收政府信息公开申请数量</td><td>1</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>1</td></tr>
            <tr><td>二、上年结转政府信息公开申请数量</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td></tr>
            <tr><td>（一）予以公开</td><td>1</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>1</td></tr>
            <tr><td>（二）部分公开</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td></tr>
            </table>
            """);
        Assert.Equal("1 0 0 0 0 0 1", Row(match, "requests.new"));
    }

    [Fact]
    public void A_remark_in_a_column_of_its_own_is_no_value()
    {
        var rest = Rest.ReplaceLineEndings(" |\n");
        var match = Match($"{ApplicantHeader.Replace("总计 |", "总计 | 备注 |").Replace("|\n|---", "|\n|---|---")}\n| 一、本年新收政府信息公开申请数量 | | | | 25 | | 61 | | 43 | | 含转办件 |\n{rest} |");
        Assert.Equal("· 25 · 61 · 43 ·", Row(match, "requests.new"));
    }

    [Fact]
    public void A_misprinted_header_without_spans_is_known_by_its_neighbour_and_said()
    {
        var match = Match("""
            | 行政复议 | | | | | 行政诉讼 | | | | | | | | | |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
            | 结果维持 | 结果纠正 | 其他结果 | 尚末审结 | 总计 | 未经复议直接起诉 | | | | | 复议后起诉 | | | | |
            | | | | | | 结果维持 | 结果纠正 | 其他结果 | 尚末审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚末审结 | 总计 |
            | 1 | 0 | 0 | 2 | 3 | 0 | 0 | 0 | 4 | 4 | 18 | 11 | 0 | 4 | 33 |
            """);
        Assert.Equal(("2", "4", "4"), (Print(match, "review.pending"), Print(match, "litigation.direct.pending"), Print(match, "litigation.after_review.pending")));
        Assert.Contains(match.Doubts, doubt => doubt.Rule is "RI902" or "RI903" && doubt.Indicators.Contains("review.pending"));
    }

    [Fact]
    public void A_row_padded_at_its_end_whose_label_is_too_narrow_is_laid_out_as_its_sum_says()
    {
        var match = MatchHtml("""
            <table>
            <tr><td colspan=3></td><td>自然人</td><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td><td>总计</td></tr>
            <tr><td colspan=2>一、本年新收政府信息公开申请数量</td><td></td><td>1</td><td>0</td><td>0</td><td>0</td><td>0</td><td>1</td><td></td></tr>
            <tr><td colspan=3>二、上年结转政府信息公开申请数量</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td></tr>
            <tr><td colspan=3>（一）予以公开</td><td>0</td><td>1</td><td>0</td><td>0</td><td>0</td><td>0</td><td>1</td></tr>
            <tr><td colspan=3>（二）部分公开</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td></tr>
            </table>
            """);
        Assert.Equal("· 1 0 0 0 0 1", Row(match, "requests.new"));
        Assert.Contains(match.Doubts, doubt => doubt.Rule == "RI903" && doubt.Indicators.Contains("requests.new.business"));
    }

    [Fact]
    public void Columns_in_another_order_are_read_by_their_headers()
    {
        var match = Match("""
            | | 总计 | 自然人 | 商业企业 | 科研机构 | 法律服务机构 | 社会公益组织 | 其他 |
            |---|---|---|---|---|---|---|---|
            | 一、本年新收政府信息公开申请数量 | 15 | 1 | 2 | 0 | 5 | 4 | 3 |
            | 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
            | （一）予以公开 | 2 | 2 | 0 | 0 | 0 | 0 | 0 |
            | （二）部分公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
            """);
        Assert.Equal("1 2 0 4 5 3 15", Row(match, "requests.new"));
        Assert.DoesNotContain(match.Doubts, doubt => doubt.Indicators.Contains("requests.new.total"));
    }

    [Fact]
    public void A_misprinted_label_is_taken_by_its_place_and_said()
    {
        var match = Match($"{ApplicantHeader}\n| 一、本年新收政府信息公开申请数量 | | | 2 | 0 | 0 | 0 | 0 | 0 | 2 |\n{Rest.Replace("属于国家秘密", "属于国家秘蜜", StringComparison.Ordinal)}\n| | | 2.其他法律行政法规禁止公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |");
        Assert.Equal("0 0 0 0 0 0 0", Row(match, "requests.result.denied.state_secret"));
    }

    [Fact]
    public void A_local_row_is_an_extra_and_shifts_nothing()
    {
        var match = Match("""
            | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
            |---|---|---|---|
            | 规章 | 0 | 0 | 0 |
            | 其他主动公开文件 | 7 | 8 | 9 |
            | 行政规范性文件 | 1 | 2 | 3 |
            """);
        Assert.Equal(["1", "2", "3"], new[] { "issued", "repealed", "in_force" }.Select(key => Print(match, $"proactive.normative_document.{key}")));
        Assert.Equal("其他主动公开文件", Assert.Single(Assert.Single(match.Tables).Extras).Label);
    }

    [Theory]
    [InlineData("本年收费金额（单位：万元）", "3.5", "3.5")]
    [InlineData("本年收费金额（单位：元）", "35000", "3.5")]
    [InlineData("本年收费金额（单位：万元）", "35000元", "3.5")]
    [InlineData("本年收费金额（单位：万<br>元）", "3.5", "3.5")]
    [InlineData("本年收费金额（单位：万 元）[1]", "3.5", "3.5")]
    [InlineData("本年收费金额", "3.5", "3.5")]
    public void Money_is_in_the_unit_that_its_cell_or_its_header_names(string header, string cell, string value)
    {
        var match = Match($"""
            | 信息内容 | 本年处理决定数量 |
            |---|---|
            | 行政处罚 | 1 |
            | 行政强制 | 0 |
            | 信息内容 | {header} |
            | 行政事业性收费 | {cell} |
            """);
        Assert.Equal(value, Print(match, "proactive.fee.amount"));
    }

    [Fact]
    public void A_table_written_one_cell_a_line_is_a_table_again()
    {
        var lines = $"申请人情况\n自然人\n法人或其他组织\n总计\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n{Lines("一、本年新收政府信息公开申请数量", 1, 2, 0, 0, 0, 0, 3)}{Lines("二、上年结转政府信息公开申请数量", 0, 0, 0, 0, 0, 0, 0)}"
            + $"三、本年度办理结果\n{Lines("（一）予以公开", 1, 2, 0, 0, 0, 0, 3)}{Lines("（二）部分公开", 0, 0, 0, 0, 0, 0, 0)}（三）不予公开\n{Lines("1.属于国家秘密", 0, 0, 0, 0, 0, 0)}{Lines("2.其他法律行政法规禁止公开", 0, 0, 0, 0, 0, 0, 0)}";
        var match = Match(lines);
        Assert.Equal("1 2 0 0 0 0 3", Row(match, "requests.new"));
        Assert.Equal("1 2 0 0 0 0 3", Row(match, "requests.result.granted"));
        Assert.Equal("? ? ? ? ? ? ?", Row(match, "requests.result.denied.state_secret"));
        Assert.Contains(match.Doubts, doubt => doubt.Rule == "RI901" && doubt.Indicators.Contains("requests.result.denied.state_secret.total"));
    }

    [Theory]
    [InlineData("{0}\n|\n")]
    [InlineData("{0} |\n")]
    [InlineData("| {0}\n")]
    public void Pipes_on_lines_of_their_cells_bound_them_and_show_blank_ones(string cell)
    {
        string[] cells = ["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "申请人情况", "自然人", "法人或其他组织", "总计", "商业 企业", "科研机构", "社会公益组织", "法律服务机构", "其他",
            "一、本年新收政府信息公开申请数量", "5", "", "0", "0", "0", "2", "7", "二、上年结转政府信息公开申请数量", "", "1", "0", "0", "0", "0", "1",
            "三、本年度办理结果", "（一）予以公开", "4", "0", "0", "0", "0", "0", "4", "（二）部分公开", "0", "0", "0", "0", "0", "0", "0", "四、结转下年度继续办理", "1", "1", "0", "0", "0", "2", "4"];
        var match = Match($"三、收到和处理政府信息公开申请情况\n{string.Concat(cells.Select(text => string.Format(System.Globalization.CultureInfo.InvariantCulture, cell, text)))}\n五、存在的主要问题及改进情况\n");
        Assert.Equal("5 · 0 0 0 2 7", Row(match, "requests.new"));
        Assert.Equal("1 1 0 0 0 2 4", Row(match, "requests.carried_out"));
        Assert.NotEqual("1", Print(match, "requests.carried_in.natural_person"));
    }

    [Fact]
    public void Several_pipes_on_a_line_fill_a_row_up()
    {
        var match = Match("第二十条第（一）项 |\n|||\n信息内容 |\n本年制发件数 |\n本年废止件数 |\n现行有效件数 |\n规章 |\n0 |\n0 |\n0 |\n行政规范性文件 |\n3 |\n|\n12 |\n第二十条第（五）项 |\n|||\n信息内容 |\n本年处理决定数量 |\n||\n行政许可 |\n41 |\n||\n第二十条第（六）项 |\n|||\n信息内容 |\n本年处理决定数量 |\n||\n行政处罚 |\n5 |\n||\n行政强制 |\n2 |\n||\n");
        Assert.Equal(["3", "·", "12", "41"], new[] { "normative_document.issued", "normative_document.repealed", "normative_document.in_force", "licensing.decisions" }.Select(key => Print(match, $"proactive.{key}")));
    }

    [Fact]
    public void A_label_that_the_form_sets_in_two_paragraphs_is_one_where_a_table_was_written_one_cell_a_line()
    {
        var match = Match($"申请人情况\n\n自然人\n\n法人或其他组织\n\n总计\n\n商业\n\n企业\n\n科研\n\n机构\n\n社会公益组织\n\n法律服务机构\n\n其他\n\n{Lines("一、本年新收政府信息公开申请数量", 1, 2, 0, 0, 0, 0, 3)}{Lines("二、上年结转政府信息公开申请数量", 0, 0, 0, 0, 0, 0, 0)}"
            + $"（三）\n\n不予公开\n\n{Lines("1.属于国家秘密", 0, 1, 0, 0, 0, 0, 1)}{Lines("2.其他法律行政法规禁止公开", 0, 0, 0, 0, 0, 0, 0)}");
        Assert.Equal("1 2 0 0 0 0 3", Row(match, "requests.new"));
        Assert.Equal("0 0 0 0 0 0 0", Row(match, "requests.carried_in"));
        Assert.Equal("0 1 0 0 0 0 1", Row(match, "requests.result.denied.state_secret"));
    }

    [Theory]
    [InlineData("1 2 0 0 0 0 3", "1 2 0 0 0 0 3")]
    [InlineData("3 1 2 0 0 0 0", "? ? ? ? ? ? ?")]
    public void A_total_written_right_behind_its_group_is_the_last_column_where_the_sum_says_so(string values, string read)
    {
        var match = Match($"申请人情况\n总计\n自然人\n法人或其他组织\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n一、本年新收政府信息公开申请数量\n{values.Replace(' ', '\n')}\n{Lines("二、上年结转政府信息公开申请数量", 0, 0, 0, 0, 0, 0, 0)}"
            + $"（一）予以公开\n{values.Replace(' ', '\n')}\n{Lines("（二）部分公开", 0, 0, 0, 0, 0, 0, 0)}");
        Assert.Equal(read, Row(match, "requests.new"));
    }

    /// <summary>As w3m writes the header: what is merged over rows stands between their lines.</summary>
    [Fact]
    public void Headers_that_stand_lower_are_no_columns_behind_those_above()
    {
        var match = Match("申请人情况\n\n（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）   法人或其他组织\n\n自然人   总计\n\n商业企业   科研机构   社会公益组织   法律服务机构   其他\n\n"
            + "一、本年新收政府信息公开申请数量   1   2   3   4   5   6   21\n\n二、上年结转政府信息公开申请数量   0   0   0   0   0   0   0\n\n（一）予以公开   1   2   3   4   5   6   21\n\n（二）部分公开   0   0   0   0   0   0   0\n\n1.属于国家秘密   0   0   0   0   0   0   0");
        Assert.Equal("1 2 3 4 5 6 21", Row(match, "requests.new"));
    }

    [Fact]
    public void Where_blanks_left_no_line_values_behind_an_unknown_label_are_not_the_row_above_it()
    {
        var match = Match("第二十条第（一）项\n信息内容\n本年新制作数量\n本年新公开数量\n对外公开总数量\n规章\n规范性文件\n" + Lines("其他主动公开文件", 5, 36, 24)
            + "第二十条第（五）项\n信息内容\n上一年项目数量\n本年增/减\n处理决定数量\n" + Lines("行政许可", 2, -2, 16) + Lines("其他对外管理服务事项", 9, 3, 3));
        Assert.Equal(["?", "?", "?"], new[] { "made", "disclosed", "disclosed_total" }.Select(key => Print(match, $"proactive.normative_document.{key}")));
        Assert.Equal("16", Print(match, "proactive.licensing.decisions"));
    }

    [Fact]
    public void A_table_two_of_2019_over_a_table_three_of_2021_is_a_mixture_too()
    {
        var newer = ReportIngest.Forge.Forger.Forge(1, new ReportIngest.Forge.Order("2021"));
        var older = ReportIngest.Forge.Forger.Forge(1, new ReportIngest.Forge.Order("2019"));
        var text = string.Join("\n\n", new[] { older.Sections[1], newer.Sections[2], newer.Sections[3] }.SelectMany(section => section.Sheets).Select(ToHtml));
        var match = MatchHtml(text);
        Assert.Equal("2019", match.Edition);
        Assert.Equal(198 + 21, match.Fields.Length);
        Assert.Equal(7, match.Fields.Count(field => field.Value.State == CellState.Missing));
    }

    private static string ToHtml(ReportIngest.Forge.Sheet sheet) => "<table>" + string.Concat(Enumerable.Range(0, sheet.Rows).Select(row =>
        "<tr>" + string.Concat(sheet.Row(row).Select(cell => $"<td rowspan={cell.RowSpan} colspan={cell.ColumnSpan}>{cell.Text}</td>")) + "</tr>")) + "</table>";

    private static string Lines(string label, params int[] values) => $"{label}\n{string.Concat(values.Select(value => $"{value}\n"))}";
}
