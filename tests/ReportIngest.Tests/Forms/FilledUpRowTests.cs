using ReportIngest.Documents;
using ReportIngest.Forms;
using static ReportIngest.Tests.Forms.TableMatch;

namespace ReportIngest.Tests.Forms;

/// <summary>Rows that lost a cell or a span and were filled up with blanks: which blanks are the form's is doubted.</summary>
public sealed class FilledUpRowTests
{
    [Fact]
    public void Rows_that_all_lack_a_cell_and_were_filled_up_are_doubtful_since_their_last_number_is_as_much_as_the_others()
    {
        var match = Match($"""
            {ApplicantHeader}
            | 一、本年新收政府信息公开申请数量 | | | 3 | 1 | 0 | 0 | 1 | 5 | |
            | 二、上年结转政府信息公开申请数量 | | | 1 | 0 | 0 | 0 | 2 | 4 | |
            | 三、本年度办理结果 | （一）予以公开 | | 2 | 0 | 0 | 0 | 0 | 3 | |
            | | （二）部分公开 | | 0 | 1 | 0 | 0 | 0 | 1 | |
            | | （三）不予公开 | 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | |
            """);
        Assert.All(["requests.new", "requests.carried_in", "requests.result.granted", "requests.result.denied.state_secret"], row => Assert.Equal("? ? ? ? ? ? ?", Row(match, row)));
    }

    [Fact]
    public void Rows_that_were_filled_up_at_their_end_are_doubtful_in_every_table_of_the_document()
    {
        var match = Match($"""
            | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
            |---|---|---|---|
            | 规章 | 0 | 0 | 0 |
            | 行政规范性文件 | 2 | 26 | |

            {ApplicantHeader}
            | 一、本年新收政府信息公开申请数量 | | | 3 | 0 | 1 | 4 | | | |
            {Rest}
            | | | 2.其他法律行政法规禁止公开 | 0 | 0 | 0 | | | | |
            """);
        Assert.Equal("? ? ? ? ? ? ?", Row(match, "requests.new"));
        Assert.Equal("? ? ? ? ? ? ?", Row(match, "requests.result.denied.prohibited_by_law"));
        Assert.Equal("2 0 0 0 0 0 2", Row(match, "requests.result.granted"));
        Assert.Equal(["0", "?", "?"], new[] { "regulation.in_force", "normative_document.issued", "normative_document.in_force" }.Select(key => Print(match, $"proactive.{key}")));
        Assert.Contains(match.Doubts, doubt => doubt.Rule == "RI902" && doubt.Indicators.Contains("proactive.normative_document.in_force"));
    }

    [Theory]
    [InlineData("0 | |", "?")]
    [InlineData("| 0 |", "·")]
    public void A_blank_beside_a_0_may_be_merged_with_it_where_table_three_shows_that_zeros_are(string rules, string inForce)
    {
        var match = Match($"""
            | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
            |---|---|---|---|
            | 规章 | {rules} |
            | 行政规范性文件 | 2 | 1 | 26 |

            {ApplicantHeader}
            | 一、本年新收政府信息公开申请数量 | | | 2 | 0 | | | | | 2 |
            {Rest.Replace("| 0 | 0 | 0 | 0 | 0 | 0 | 0 |", "| 0 | | | | | | 0 |", StringComparison.Ordinal)}
            """);
        Assert.Equal("2 0 ? ? ? ? 2", Row(match, "requests.new"));
        Assert.Equal(inForce, Print(match, "proactive.regulation.in_force"));
    }

    [Fact]
    public void Rows_that_end_before_the_table_does_are_not_moved_to_its_end()
    {
        var match = Match($"{ApplicantHeader}\n| 一、本年新收政府信息公开申请数量 | | | 6 | 3 | 0 | 0 | 1 | 2 |\n| 二、上年结转政府信息公开申请数量 | | | 0 | 0 | 0 | 0 | 0 | 0 |\n"
            + "| （一）予以公开 | | | 6 | 3 | 0 | 0 | 1 | 2 |\n| （二）部分公开 | | | 0 | 0 | 0 | 0 | 0 | 0 |");
        Assert.Equal("? ? ? ? ? ? ?", Row(match, "requests.new"));
        Assert.Contains(match.Doubts, doubt => doubt.Rule is "RI901" or "RI902" && doubt.Indicators.Contains("requests.new.total"));
    }

    [Fact]
    public void A_cell_lost_in_a_row_that_was_filled_up_in_front_makes_the_row_doubtful()
    {
        var match = MatchHtml($"<table>{HtmlHeader}{Html("一、本年新收政府信息公开申请数量", "", "3", "0", "1", "0", "2", "7")}{HtmlRest}</table>");
        Assert.Equal("? ? ? ? ? ? ?", Row(match, "requests.new"));
        Assert.Contains(match.Doubts, doubt => doubt.Rule == "RI902" && doubt.Indicators.Contains("requests.new.total"));
    }

    [Theory]
    [InlineData("2 2 2 8 2 2 2 2 8 2 2 2 2 8", "?")]
    [InlineData("2 2 2 2 8 2 2 2 2 8 0 0 0 0", "8")]
    [InlineData("2 2 2 2 9 2 2 2 2 9 0 0 0 0", "9")]
    public void A_cell_lost_in_table_four_that_was_filled_up_at_its_end_makes_its_row_doubtful(string values, string total)
    {
        var match = MatchHtml($"<table>{HeaderOfTableFour}<tr>{string.Concat(values.Split(' ').Append("").Select(value => $"<td>{value}</td>"))}</tr></table>");
        Assert.Equal(total, Print(match, "review.total"));
    }

    [Theory]
    [InlineData("2 2 2 2 8 2 2 2 2 8 2 2 2 8", "?")]
    [InlineData("0 0 0 3 3 2 1 0 0 3 0 0 0 0", "?")]
    [InlineData("0 2 3 5 2 2 2 2 8 0 0 0 0 0", "5")]
    [InlineData("1 0 0 2 0 0 0 0 0 0 0 0 0 0", "2")]
    [InlineData("0 0 0 0 0 1 0 0 2 0 0 0 0 0", "0")]
    public void A_cell_lost_in_table_four_that_was_filled_up_in_front_makes_its_row_doubtful(string values, string total)
    {
        var match = MatchHtml($"<table>{HeaderOfTableFour}<tr>{string.Concat(values.Split(' ').Prepend("").Select(value => $"<td>{value}</td>"))}</tr></table>");
        Assert.Equal(total, Print(match, "review.total"));
    }

    [Fact]
    public void Values_that_moved_up_before_columns_were_set_with_blanks_are_doubtful()
    {
        var match = Match("第二十条第（一）项\n信息内容        本年制发件数  本年废止件数  现行有效件数\n规章            5             12\n行政规范性文件  3\n第二十条第（六）项\n信息内容        本年处理决定数量\n行政处罚        4\n行政强制        2\n");
        Assert.Equal(["?", "?", "?"], new[] { "issued", "repealed", "in_force" }.Select(key => Print(match, $"proactive.regulation.{key}")));
        Assert.Contains(match.Doubts, doubt => doubt.Indicators.Contains("proactive.regulation.issued"));
    }

    [Fact]
    public void Totals_left_blank_in_columns_set_with_blanks_are_blank()
    {
        var match = Match("""
                                              自然人        商业企业      科研机构      社会公益组织  法律服务机构  其他          总计
            一、本年新收政府信息公开申请数量  3             1             0             0             0             0
            二、上年结转政府信息公开申请数量  0             0             0             0             0             0
            （一）予以公开                    2             1             0             0             0             0
            （二）部分公开                    1             0             0             0             0             0
            """);
        Assert.Equal("3 1 0 0 0 0 ·", Row(match, "requests.new"));
        Assert.Equal("0 0 0 0 0 0 ·", Row(match, "requests.carried_in"));
    }

    [Theory]
    [InlineData("0 | | | | | | 0", "3 | 0 | 0 | 0 | 0 | 0 | 3", "0 | 0 | 0 | 0 | 0 | 0 | 0", "0 ? ? ? ? ? 0")]
    [InlineData("0 | | | | | | 0", "3 | | 0 | 0 | 0 | 0 | 3", "0 | 0 | 0 | 0 | 0 | 0 | 0", "0 · · · · · 0")]
    [InlineData("0 | | | 0 | 0 | 0 | 0", "3 | 0 | 0 | 0 | 0 | 0 | 3", "0 | 0 | 0 | 0 | 0 | 0 | 0", "0 · · 0 0 0 0")]
    [InlineData("0 | | | | | | 0", "3 | 0 | 0 | 0 | 0 | 0 | 3", " | | | | | | ", "0 · · · · · 0")]
    public void Blanks_beside_a_0_where_no_blank_stands_elsewhere_may_be_merged_with_it(string partly, string received, string secret, string read)
    {
        var rest = Rest.Replace("（二）部分公开 | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |", $"（二）部分公开 | | {partly} |", StringComparison.Ordinal)
            .Replace("国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |", $"国家秘密 | {secret} |", StringComparison.Ordinal);
        var match = Match($"{ApplicantHeader}\n| 一、本年新收政府信息公开申请数量 | | | {received} |\n{rest}");
        Assert.Equal(read, Row(match, "requests.result.partial"));
    }

    [Theory]
    [InlineData("6 | 0 | 0 | 0 | 0 | 6 | 17 | |", "? ? ? ? ? ? ?")]
    [InlineData("6 | 0 | 0 | 0 | 0 | 6 | 12 | |", "6 0 0 0 0 6 12")]
    [InlineData("6 | 0 | 0 | 0 | 0 | 0 | 17 | |", "6 0 0 0 0 0 17")] // 0 is no total of 6
    public void A_row_whose_sum_fails_may_have_taken_the_number_of_a_column_of_remarks(string values, string expected)
    {
        var match = Match($"""
            {ApplicantHeader.Replace("总计 |\n", "总计 | 备注 |\n", StringComparison.Ordinal).Replace("|\n|---|", "|\n|---|---|", StringComparison.Ordinal)}
            | 一、本年新收政府信息公开申请数量 | | | {values}
            {Rest.Replace("|\n", "| 8 |\n", StringComparison.Ordinal)}
            """);
        Assert.Equal(expected, Row(match, "requests.new"));
        Assert.Equal("2 0 0 0 0 0 2", Row(match, "requests.result.granted"));
    }

    [Fact]
    public void A_blank_total_above_a_row_with_a_number_too_many_is_no_blank()
    {
        var match = Match($"""
            {ApplicantHeader.Replace("|\n", "| |\n", StringComparison.Ordinal)}
            | 一、本年新收政府信息公开申请数量 | | | 2 | 1 | 1 | 0 | 0 | 1 | | |
            {Rest.Replace("0 | 0 | 0 | 0 |\n| 三", "0 | 0 | 0 | 0 | 5 |\n| 三", StringComparison.Ordinal)}
            """);
        Assert.Equal("2 1 1 0 0 1 ?", Row(match, "requests.new"));
        Assert.Contains(match.Doubts, doubt => doubt.Rule == "RI901" && doubt.Indicators.Contains("requests.new.total"));
    }

    [Fact]
    public void Beside_totals_that_were_left_blank_a_total_behind_a_blank_has_moved()
    {
        var match = Match($"""
            {ApplicantHeader}
            | 一、本年新收政府信息公开申请数量 | | | 1 | 4 | 0 | 0 | 0 | | 1 |
            | 二、上年结转政府信息公开申请数量 | | | 0 | 3 | 0 | 0 | 0 | 0 | |
            | 三、本年度办理结果 | （一）予以公开 | | 2 | 0 | 9 | 0 | 0 | 0 | |
            | | （二）部分公开 | | 2 | 0 | 0 | 0 | 0 | 7 | |
            | | （三）不予公开 | 1.属于国家秘密 | 0 | 0 | 8 | 0 | 0 | 1 | |
            """);
        Assert.Equal("? ? ? ? ? ? ?", Row(match, "requests.new"));
        Assert.Equal("0 3 0 0 0 0 ·", Row(match, "requests.carried_in"));
    }
}
