using ReportIngest.Forms;
using static ReportIngest.Tests.Forms.TableMatch;

namespace ReportIngest.Tests.Forms;

/// <summary>Rows that stand in the table, but not so that anybody could tell which they are: cells that are missing then are our doubt (RI901), none of them is held against the report.</summary>
public sealed class LostLabelTests
{
    private const string Head = "<tr><td colspan=4>第二十条第（一）项</td></tr><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>";
    private const string Documents = "<tr><td>行政规范性文件</td><td>1</td><td>0</td><td>3</td></tr>";

    [Theory]
    [InlineData($"{Head}<tr><td></td><td>—</td><td>—</td><td>—</td></tr>{Documents}")]
    [InlineData($"{Head}<tr><td>0</td><td>0</td><td>0</td></tr>{Documents}")]
    [InlineData($"{Head}<tr><td></td><td></td><td></td><td></td></tr>{Documents}")]
    [InlineData($"<tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr>{Head}{Documents}")]
    [InlineData("<tr><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr><tr><td>规章</td><td>6</td><td>4</td><td>9</td><td>信息内容</td></tr>" + Documents)]
    public void A_row_that_lost_its_label_or_its_header_is_a_doubt(string rows)
    {
        var match = MatchHtml($"<table>{rows}{Penalties}</table>");

        Assert.Equal("?", Print(match, "proactive.regulation.issued"));
        Assert.True(IsDoubted(match, "proactive.regulation.issued"));
        Assert.Equal("3", Print(match, "proactive.normative_document.in_force"));
    }

    [Fact]
    public void The_last_row_is_a_doubt_where_a_row_of_numbers_without_a_label_stands_in_its_place()
    {
        var match = MatchHtml($"<table>{HtmlHeader}{Html("一、本年新收政府信息公开申请数量", "3", "0", "0", "0", "0", "0", "3")}{HtmlRest}{Html("", "6", "1", "", "", "", "", "7")}</table>");

        Assert.True(IsDoubted(match, "requests.carried_out.total"));
    }

    [Theory]
    [InlineData("<tr><td colspan=2>2.申请人逾期未按收费通知要求缴纳费用</td><td>/</td><td>/</td><td>/</td><td>/</td><td>/</td><td>/</td><td>/</td></tr>", true)]
    [InlineData("<tr><td></td><td></td><td>/</td><td>/</td><td>/</td><td>/</td><td>/</td><td>/</td><td>/</td></tr>", true)]
    [InlineData("", false)] // the single row of another edition
    public void Values_beside_the_label_of_a_group_are_those_of_its_first_row(string below, bool isDoubted)
    {
        var match = MatchHtml($"<table>{Head}{Documents}{Penalties}</table><table>{HtmlHeader}{Html("一、本年新收政府信息公开申请数量", "/", "/", "/", "/", "/", "/", "/")}{HtmlRest}{Html("2.重复申请", "/", "/", "/", "/", "/", "/", "/")}{Html("（六）其他处理", "/", "/", "/", "/", "/", "/", "/")}{below}{Html("四、结转下年度继续办理", "/", "/", "/", "/", "/", "/", "/")}</table>");

        Assert.Equal(isDoubted, IsDoubted(match, "requests.result.other.not_corrected.total"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<tr><td></td><td></td><td></td><td></td></tr>")]
    [InlineData("", "<tr><td colspan=4>&nbsp;</td></tr>")]
    public void A_row_that_is_not_there_is_no_doubt(string end, string between = "")
    {
        var match = MatchHtml($"<table>{Head}{Documents}{between}{Penalties}{end}</table>");

        Assert.Equal("?", Print(match, "proactive.regulation.issued"));
        Assert.False(IsDoubted(match, "proactive.regulation.issued"));
    }

    [Fact]
    public void A_row_that_counts_the_columns_is_no_row_without_a_label()
    {
        var match = MatchHtml($"<table>{HtmlHeader}{Html("", "1", "2", "3", "4", "5", "6", "7")}{Html("一、本年新收政府信息公开申请数量", "3", "0", "0", "0", "0", "0", "3")}{HtmlRest}</table>");

        Assert.False(IsDoubted(match, "requests.carried_out.total"));
        Assert.DoesNotContain(match.Doubts, doubt => doubt.Rule == "RI901" && doubt.Indicators.IsEmpty);
    }

    [Fact]
    public void Beside_a_row_that_does_not_fit_the_columns_what_is_missing_is_a_doubt_too()
    {
        var match = MatchHtml($"<table>{Head}<tr><td>行政规范性文件</td><td>1</td><td>0</td><td>3</td><td>4</td></tr>{Penalties}</table>");

        Assert.True(IsDoubted(match, "proactive.normative_document.issued"));
        Assert.True(IsDoubted(match, "proactive.regulation.issued"));
    }

    [Fact]
    public void Values_that_a_program_wrote_before_their_labels_are_not_those_of_the_row_above_them()
    {
        var match = Match("第二十条第（一）项\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n20\n7\n9\n规章\n2\n1\n8\n行政规范性文件\n第二十条第（五）项\n信息内容\n本年处理决定数量\n行政许可\n5\n第二十条第（六）项\n信息内容\n本年处理决定数量\n行政处罚\n3\n行政强制\n0\n");

        Assert.Equal("?", Print(match, "proactive.regulation.issued"));
        Assert.True(IsDoubted(match, "proactive.regulation.issued"));
    }

    [Theory]
    [InlineData("本年处理决定数量", 0)]
    [InlineData("上年处理决定数量", 1)]
    public void A_number_that_is_there_again_is_a_copy_of_its_merged_cell_where_no_header_of_its_own_stands_over_it(string header, int leftOver)
    {
        var match = Match($"| 第二十条第（五）项 | | |\n|---|---|---|\n| 信息内容 | 本年处理决定数量 | {header} |\n| 行政许可 | 13 | 13 |\n| 第二十条第（六）项 | | |\n| 信息内容 | 本年处理决定数量 | 本年处理决定数量 |\n| 行政处罚 | 4 | 4 |\n| 行政强制 | 1 | 1 |\n");

        Assert.Equal("13", Print(match, "proactive.licensing.decisions"));
        Assert.Equal(leftOver, match.Doubts.Count(doubt => doubt.Rule == "RI901" && doubt.Indicators.IsEmpty) + match.Tables.Sum(table => table.Extras.Length));
    }

    private const string Penalties = "<tr><td colspan=4>第二十条第（六）项</td></tr><tr><td>信息内容</td><td colspan=3>本年处理决定数量</td></tr><tr><td>行政处罚</td><td colspan=3>5</td></tr><tr><td>行政强制</td><td colspan=3>0</td></tr>";

    private static bool IsDoubted(FormMatch match, string code) => match.Doubts.Any(doubt => doubt.Rule == "RI901" && doubt.Indicators.Contains(code));
}
