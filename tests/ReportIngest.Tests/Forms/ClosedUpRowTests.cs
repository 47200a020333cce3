using static ReportIngest.Tests.Forms.TableMatch;

namespace ReportIngest.Tests.Forms;

/// <summary>Rows that lost a cell and closed up where no sum of their own shows it: columns, other tables and numbers beside them do.</summary>
public sealed class ClosedUpRowTests
{
    [Fact]
    public void A_row_that_ends_in_a_blank_is_doubtful_where_a_cell_put_in_makes_the_sums_down_its_columns_hold()
    {
        // All totals are blank; 7 and 2 stand one column early, and （七）总计 says so.
        var match = Match(TotalsBlank("4 | 0 | 7 | 0 | 2 | 0 |", "4 | 7 | 0 | 2 |"));
        Assert.Equal("? ? ? ? ? ? ?", Row(match, "requests.result.denied.state_secret"));
        Assert.Contains(match.Doubts, doubt => doubt.Rule == "RI902" && doubt.Indicators.Contains("requests.result.denied.state_secret.total"));
    }

    [Fact]
    public void A_row_that_ends_in_a_blank_is_read_where_no_cell_put_in_mends_the_sums_down_its_columns() =>
        Assert.Equal("3 7 0 2 · · ·", Row(Match(TotalsBlank("3 | 0 | 0 | 9 | 0 | 0 |", "3 | 7 | 0 | 2 |")), "requests.result.denied.state_secret"));

    /// <summary>Of the rows under （七）总计 only 国家秘密 has numbers.</summary>
    private static string TotalsBlank(string total, string secret)
    {
        string[] none = ["（一）予以公开", "（二）部分公开", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益", "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷",
            "8.属于行政查询事项", "1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确", "1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请",
            "5.要求行政机关确认或重新出具已获取信息", "1.申请人无正当理由逾期不补正", "2.申请人逾期未按收费通知要求缴纳费用"];
        return $"{ApplicantHeader}\n| 一、本年新收政府信息公开申请数量 | | | {total} |\n| 二、上年结转政府信息公开申请数量 | | | 0 | 0 | 0 | 0 | 0 | 0 | |\n"
            + string.Concat(none[..2].Select(label => $"| | {label} | | 0 | 0 | 0 | 0 | 0 | 0 | |\n")) + $"| | （三）不予公开 | 1.属于国家秘密 | {secret} | | |\n"
            + string.Concat(none[2..].Select(label => $"| | | {label} | 0 | 0 | 0 | 0 | 0 | 0 | |\n"))
            + $"| | （六）其他处理 | 3.其他 | 0 | 0 | 0 | 0 | 0 | 0 | |\n| | （七）总计 | | {total} |\n| 四、结转下年度继续办理 | | | 0 | 0 | 0 | 0 | 0 | 0 | |";
    }

    [Fact]
    public void Where_the_rows_of_table_three_show_that_blanks_were_dropped_no_row_with_a_blank_is_read_in_any_table()
    {
        var match = Match($"""
            | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
            |---|---|---|---|
            | 规章 | 1 | 2 | 3 |
            | 行政规范性文件 | 26 | | |

            {ApplicantHeader}
            | 一、本年新收政府信息公开申请数量 | | | 3 | 1 | 1 | 4 | 1 | 2 | 12 |
            | 二、上年结转政府信息公开申请数量 | | | 5 | 5 | | | | | |
            | 三、本年度办理结果 | （一）予以公开 | | 8 | 2 | 10 | | | | |
            | | （二）部分公开 | | 4 | 4 | | | | | |
            | | （三）不予公开 | 1.属于国家秘密 | 3 | 1 | 4 | | | | |
            """);
        Assert.Equal("3 1 1 4 1 2 12", Row(match, "requests.new"));
        Assert.Equal("? ? ? ? ? ? ?", Row(match, "requests.carried_in"));
        Assert.Equal(["3", "?"], new[] { "regulation.in_force", "normative_document.issued" }.Select(key => Print(match, $"proactive.{key}")));
    }

    [Fact]
    public void So_they_are_where_totals_were_left_blank_and_no_blank_stands_among_or_in_front_of_numbers()
    {
        var match = Match($"""
            {ApplicantHeader}
            | 一、本年新收政府信息公开申请数量 | | | 82 | 28 | 7 | 17 | 15 | 26 | |
            | 二、上年结转政府信息公开申请数量 | | | 3 | 19 | | | | | |
            | 三、本年度办理结果 | （一）予以公开 | | 8 | | | | | | |
            | | （二）部分公开 | | | | | | | | |
            | | （三）不予公开 | 1.属于国家秘密 | 5 | 15 | | | | | |
            | | | 2.其他法律行政法规禁止公开 | 2 | 10 | 4 | | | | |
            | | | 3.危及“三安全一稳定” | 3 | 3 | | | | | |
            """);
        Assert.Equal("? ? ? ? ? ? ?", Row(match, "requests.carried_in"));
        Assert.Equal("· · · · · · ·", Row(match, "requests.result.partial"));
    }

    [Theory]
    [InlineData("18", "?")]
    [InlineData("", "9")]
    public void A_number_that_belongs_nowhere_beside_a_row_that_ends_in_its_only_blank_may_be_that_rows(string stray, string expected)
    {
        var match = Match($"{ApplicantHeader}\n{Rest}\n| | | 2.其他法律行政法规禁止公开 | 9 | 0 | 0 | 0 | 4 | 5 | |\n| {stray} | | 3.危及“三安全一稳定” | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n| | | 4.保护第三方合法权益 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |");
        Assert.Equal(expected, Print(match, "requests.result.denied.prohibited_by_law.natural_person"));
    }

    [Theory]
    [InlineData("4 | 0 | 0 | 4 | 6 | 0 | 0 | 160 | 166 | 0 | 1816 | 3 | 0 | 1820 |", "?")] // 4 0 0 0 4, 6 0 0 160 166, and a third that is at fault
    [InlineData("4 | 0 | 0 | 4 | 6 | 5 | 0 | 0 | 0 | 0 | 0 | 1 | 0 | 0 |", "4")] // no cell mends any
    public void The_row_of_table_four_is_doubtful_where_a_cell_put_in_makes_a_sum_hold_though_another_fails(string values, string expected)
    {
        var match = Match($"""
            | 行政复议 | | | | | 行政诉讼 | | | | | | | | | |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
            | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | | | | | 复议后起诉 | | | | |
            | | | | | | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
            | {values} |
            """);
        Assert.Equal(expected, Print(match, "review.upheld"));
    }

    [Fact]
    public void In_a_part_of_a_table_without_a_header_rows_of_one_kind_do_not_say_where_others_begin()
    {
        var match = Match($"""
            {ApplicantHeader}
            | 一、本年新收政府信息公开申请数量 | | | 62 | 14 | 58 | 21 | 30 | 34 | |

            | （三）不予公开 | 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 9 | | |
            |---|---|---|---|---|---|---|---|---|---|
            | | 2.其他法律行政法规禁止公开 | 8 | 0 | 9 | 0 | 0 | 0 | | |
            | | 3.危及“三安全一稳定” | 6 | 0 | 0 | 11 | 9 | 0 | | |
            | | 4.保护第三方合法权益 | 8 | 0 | 0 | 0 | 0 | 0 | | |
            | 四、结转下年度继续办理 | | | 6 | 0 | 0 | 0 | 0 | 0 | |
            """);
        Assert.Equal("? ? ? ? ? ? ?", Row(match, "requests.carried_out"));
    }

    [Fact]
    public void A_row_of_zeros_with_a_cell_more_than_the_others_is_doubtful_where_the_others_totals_are_blank()
    {
        var rest = HtmlRest.Replace("<td>0</td></tr>", "<td></td></tr>", StringComparison.Ordinal).Replace("<td>1</td></tr>", "<td></td></tr>", StringComparison.Ordinal).Replace("<td>4</td></tr>", "<td></td></tr>", StringComparison.Ordinal);
        Assert.Equal("? ? ? ? ? ? ?", Row(MatchHtml($"<table>{HtmlHeader}{Html("2.重复申请", "0", "0", "0", "0", "0", "0", "0", "")}{rest}</table>"), "requests.result.not_processed.duplicate"));
    }

    [Fact]
    public void A_label_behind_a_number_that_is_no_value_leaves_its_row_doubtful_and_nothing_that_is_missing_is_held_against_the_report()
    {
        var match = MatchHtml("<table><tr><td>占比</td><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr><tr><td>2</td><td>规章</td><td>0</td><td>0</td><td>0</td></tr>"
            + "<tr><td></td><td>行政规范性文件</td><td>1</td><td>2</td><td>3</td></tr><tr><td></td><td>信息内容</td><td colspan=3>本年处理决定数量</td></tr><tr><td>12%</td><td>行政许可</td><td colspan=3>53</td></tr></table>");
        Assert.Contains(match.Doubts, doubt => doubt.Rule == "RI901" && doubt.Indicators.Contains("proactive.regulation.in_force"));
    }

    [Fact]
    public void A_row_of_the_units_own_with_a_header_of_the_form_in_the_groups_place_is_an_extra_row()
    {
        var match = MatchHtml($"<table>{HtmlHeader}{HtmlRest}<tr><td>自然人</td><td colspan=2>其中：涉及农村土地</td><td>1</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>1</td></tr>{Html("四、结转下年度继续办理", "0", "0", "0", "0", "0", "0", "0")}</table>");
        Assert.Contains(match.Tables[0].Extras, extra => extra.Label == "其中：涉及农村土地");
    }
}
