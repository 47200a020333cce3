using static ReportIngest.Tests.Forms.TableMatch;

namespace ReportIngest.Tests.Forms;

public sealed class OtherColumnsTests
{
    [Theory]
    [InlineData("2023年", "2022年", "0 1 2 4 5 6")]
    [InlineData("2022年度", "2023年度", "9 8 7 6 5 4")]
    [InlineData("本年", "上年", "0 1 2 4 5 6")]
    [InlineData("2023年", "2021年", "0 1 2 4 5 6")]
    public void Of_two_years_beside_each_other_the_later_is_the_report_s(string first, string second, string expected)
    {
        var match = MatchHtml($"""
            <table><tr><td rowspan=2>信息内容</td><td colspan=2>本年制发件数</td><td colspan=2>本年废止件数</td><td colspan=2>现行有效件数</td></tr>
            <tr><td>{first}</td><td>{second}</td><td>{first}</td><td>{second}</td><td>{first}</td><td>{second}</td></tr>
            <tr><td>规章</td><td>0</td><td>9</td><td>1</td><td>8</td><td>2</td><td>7</td></tr>
            <tr><td>行政规范性文件</td><td>4</td><td>6</td><td>5</td><td>5</td><td>6</td><td>4</td></tr></table>
            """);
        Assert.Equal(expected, Documents(match));
        Assert.Equal(6, Assert.Single(Assert.Single(match.Tables).Extras).At.Length);
    }

    [Theory]
    [InlineData("2023年", "2023年")]
    [InlineData("2023年", "2022年数")]
    [InlineData("甲", "乙")]
    public void Two_columns_below_each_header_that_name_no_two_years_are_doubted(string first, string second) =>
        Assert.Equal("? ? ? ? ? ?", Documents(MatchHtml($"""
            <table><tr><td rowspan=2>信息内容</td><td colspan=2>本年制发件数</td><td colspan=2>本年废止件数</td><td colspan=2>现行有效件数</td></tr>
            <tr><td>{first}</td><td>{second}</td><td>{first}</td><td>{second}</td><td>{first}</td><td>{second}</td></tr>
            <tr><td>规章</td><td>0</td><td>9</td><td>1</td><td>8</td><td>2</td><td>7</td></tr>
            <tr><td>行政规范性文件</td><td>4</td><td>6</td><td>5</td><td>5</td><td>6</td><td>4</td></tr></table>
            """)));

    [Theory]
    [InlineData("| 规章 | 0 | 9 | 1 | 8 | 2 | 7 |", "0 1 2 4 5 6")]
    [InlineData("| 规章 | 9 | 1 | 8 | 2 | 7 |  |", "? ? ? ? ? ?")] // the row has lost a cell, and the next year's stand in this year's place
    public void Where_spans_are_lost_last_year_s_columns_are_known_by_full_rows_only(string row, string expected) =>
        Assert.Equal(expected, Documents(Match($"""
            | 信息内容 | 本年制发件数 |  | 本年废止件数 |  | 现行有效件数 |  |
            |---|---|---|---|---|---|---|
            |  | 2023年 | 2022年 | 2023年 | 2022年 | 2023年 | 2022年 |
            {row}
            | 行政规范性文件 | 4 | 6 | 5 | 5 | 6 | 4 |
            """)));

    [Fact]
    public void Shares_between_values_are_none_of_the_form_s() => Assert.Equal("0 1 2 4 5 6", Documents(Match(
        "| 信息内容 | 本年制发件数 | 占比 | 本年废止件数 | 占比 | 现行有效件数 | 占比 |\n|---|---|---|---|---|---|---|\n| 规章 | 0 | 0% | 1 | 20% | 2 | 33.3% |\n| 行政规范性文件 | 4 | 100% | 5 | 80% | 6 | 66.7% |")));

    [Fact]
    public void A_share_in_the_place_of_a_value_stays_what_is_printed() =>
        Assert.Equal("0 5% 2 4 5 6", Documents(MatchHtml("""
            <table><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
            <tr><td>规章</td><td>0</td><td>5%</td><td>2</td></tr><tr><td>行政规范性文件</td><td>4</td><td>5</td><td>6</td></tr></table>
            """)));

    private static string Documents(ReportIngest.Forms.FormMatch match) =>
        string.Join(' ', new[] { "regulation", "normative_document" }.SelectMany(row => new[] { "issued", "repealed", "in_force" }.Select(column => Print(match, $"proactive.{row}.{column}"))));
}
