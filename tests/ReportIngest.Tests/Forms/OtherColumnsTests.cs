using static ReportIngest.Tests.Forms.TableMatch;

namespace ReportIngest.Tests.Forms;

public sealed class OtherColumnsTests
{
    [Theory]
    [InlineData("2023年", "2022年", "0 1 2 4 5 6")]
    [InlineData("2022年度", "2023年度", "9 8 7 6 5 4")]
    [InlineData("本年", "上年", "0 1 2 4 5 6")]
    [InlineData("2023年", "2021年", "0 1 2 4 5 6")]
    [InlineData("本年", "2023年", "0 1 2 4 5 6")]
    [InlineData("2023年度", "本年度", "9 8 7 6 5 4")]
    [InlineData("今年", "2023年", "0 1 2 4 5 6")]
    [InlineData("本年", "去年", "0 1 2 4 5 6")]
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
    [InlineData("2024年", "上年")] // of 2024, or of the year before 2024's?
    [InlineData("2022年", "去年")]
    [InlineData("甲", "乙")]
    public void Two_columns_below_each_header_that_name_no_two_years_are_doubted(string first, string second) =>
        Assert.Equal("? ? ? ? ? ?", Documents(MatchHtml($"""
            <table><tr><td rowspan=2>信息内容</td><td colspan=2>本年制发件数</td><td colspan=2>本年废止件数</td><td colspan=2>现行有效件数</td></tr>
            <tr><td>{first}</td><td>{second}</td><td>{first}</td><td>{second}</td><td>{first}</td><td>{second}</td></tr>
            <tr><td>规章</td><td>0</td><td>9</td><td>1</td><td>8</td><td>2</td><td>7</td></tr>
            <tr><td>行政规范性文件</td><td>4</td><td>6</td><td>5</td><td>5</td><td>6</td><td>4</td></tr></table>
            """)));

    [Theory]
    [InlineData("2024年", "2023年", 2024, "0 1 2 4 5 6")]
    [InlineData("2024年", "2023年", 2025, "0 1 2 4 5 6")]
    [InlineData("2024年", "2023年", 2023, "? ? ? ? ? ?")]
    [InlineData("本年", "2023年", 2023, "? ? ? ? ? ?")]
    public void A_column_of_a_year_after_the_report_s_leaves_open_whose_numbers_are_asked_for(string first, string second, int year, string expected) =>
        Assert.Equal(expected, Documents(Match($"""
            | 信息内容 | 本年制发件数 |  | 本年废止件数 |  | 现行有效件数 |  |
            |---|---|---|---|---|---|---|
            |  | {first} | {second} | {first} | {second} | {first} | {second} |
            | 规章 | 0 | 9 | 1 | 8 | 2 | 7 |
            | 行政规范性文件 | 4 | 6 | 5 | 5 | 6 | 4 |
            """, year)));

    [Theory]
    [InlineData("| 规章 | 0 | 9 | 1 | 8 | 2 | 7 |", "0 1 2 4 5 6")]
    [InlineData("| 规章 | 9 | 1 | 8 | 2 | 7 |  |", "? ? ? ? ? ?")]
    public void Where_spans_are_lost_last_year_s_columns_are_known_by_full_rows_only(string row, string expected) =>
        Assert.Equal(expected, Documents(Match($"""
            | 信息内容 | 本年制发件数 |  | 本年废止件数 |  | 现行有效件数 |  |
            |---|---|---|---|---|---|---|
            |  | 2023年 | 2022年 | 2023年 | 2022年 | 2023年 | 2022年 |
            {row}
            | 行政规范性文件 | 4 | 6 | 5 | 5 | 6 | 4 |
            """)));

    [Theory]
    [InlineData("0 9 1 8 2 7", "0 1 2 4 5 6")]
    [InlineData("9 1 8 2 7", "? ? ?")]
    [InlineData("9 1 8 2 7 ·", "? ? ?")]
    [InlineData("· 0 9 1 8 2 7", "? ? ?")]
    [InlineData("0 1 8 2 7", "? ? ?")]
    [InlineData("0 9 1 8 2", "? ? ?")]
    public void A_row_that_has_lost_or_gained_a_cell_would_give_last_year_s_numbers(string row, string expected) =>
        Assert.StartsWith(expected, Documents(MatchHtml($"""
            <table><tr><td rowspan=2>信息内容</td><td colspan=2>本年制发件数</td><td colspan=2>本年废止件数</td><td colspan=2>现行有效件数</td></tr>
            <tr><td>2023年</td><td>2022年</td><td>2023年</td><td>2022年</td><td>2023年</td><td>2022年</td></tr>
            <tr><td>规章</td>{Tds(row)}</tr>
            <tr><td>行政规范性文件</td><td>4</td><td>6</td><td>5</td><td>5</td><td>6</td><td>4</td></tr></table>
            """)), StringComparison.Ordinal);

    [Fact]
    public void A_row_of_table_three_that_has_lost_a_cell_is_not_proved_by_last_year_s_sum()
    {
        var match = MatchHtml($"""
            <table><tr><td colspan=3 rowspan=2></td>{string.Concat(Applicants.Select(name => $"<td colspan=2>{name}</td>"))}</tr>
            <tr>{string.Concat(Applicants.Select(_ => "<td>2024年</td><td>2023年</td>"))}</tr>
            <tr><td colspan=3>一、本年新收政府信息公开申请数量</td>{Tds("2 0 1 0 0 0 0 0 0 1 1 4 4")}</tr>
            <tr><td colspan=3>二、上年结转政府信息公开申请数量</td>{Tds("0 0 0 0 0 0 0 0 0 0 0 0 0 0")}</tr>
            <tr><td colspan=3>（一）予以公开</td>{Tds("3 2 0 1 0 0 0 0 0 0 1 1 4 4")}</tr>
            <tr><td colspan=3>（二）部分公开</td>{Tds("0 0 0 0 0 0 0 0 0 0 0 0 0 0")}</tr></table>
            """);
        Assert.Equal("? ? ? ? ? ? ?", Row(match, "requests.new"));
    }

    [Theory]
    [InlineData("本年制发件数 · 本年废止件数 · 现行有效件数 ·", "? ? ? ? ? ?")] // the names stand above the earlier year alone
    [InlineData("本年制发件数 本年制发件数 本年废止件数 本年废止件数 现行有效件数 现行有效件数", "9 8 7 6 5 4")]
    public void The_earlier_year_first_keeps_the_names_of_the_form_s_columns(string headers, string expected)
    {
        var match = Match($"""
            | 信息内容 | {string.Join(" | ", headers.Split(' ')).Replace("·", "", StringComparison.Ordinal)} |
            |---|---|---|---|---|---|---|
            |  | 2023年 | 2024年 | 2023年 | 2024年 | 2023年 | 2024年 |
            | 规章 | 0 | 9 | 1 | 8 | 2 | 7 |
            | 行政规范性文件 | 4 | 6 | 5 | 5 | 6 | 4 |
            """);
        Assert.Equal(expected, Documents(match));
        Assert.All(Assert.Single(match.Tables).Extras, extra => Assert.Equal("2023年", extra.Label));
    }

    [Fact]
    public void Shares_between_values_are_none_of_the_form_s() => Assert.Equal("0 1 2 4 5 6", Documents(Match(
        "| 信息内容 | 本年制发件数 | 占比 | 本年废止件数 | 占比 | 现行有效件数 | 占比 |\n|---|---|---|---|---|---|---|\n| 规章 | 0 | 0% | 1 | 20% | 2 | 33.3% |\n| 行政规范性文件 | 4 | 100% | 5 | 80% | 6 | 66.7% |")));

    [Fact]
    public void A_share_in_the_place_of_a_value_stays_what_is_printed() =>
        Assert.Equal("0 5% 2 4 5 6", Documents(MatchHtml("""
            <table><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
            <tr><td>规章</td><td>0</td><td>5%</td><td>2</td></tr><tr><td>行政规范性文件</td><td>4</td><td>5</td><td>6</td></tr></table>
            """)));

    [Theory]
    [InlineData("0 0% 1 20% 2 33%", "0 1 2 4 5 6")]
    [InlineData("0 · 0 · 0 ·", "0 0 0 4 5 6")]
    [InlineData("0 - 0 - 0 -", "0 0 0 4 5 6")]
    [InlineData("0 0 0 0 0 0", "0 0 0 4 5 6")]
    [InlineData("0% 1 20% 2 33%", "? ? ? 4 5 6")]
    [InlineData("0 0% 1 20% 2", "? ? ? 4 5 6")]
    [InlineData("0% 1 20% 2 33% ·", "? ? ? 4 5 6")]
    [InlineData("· 0 0% 1 20% 2 33%", "? ? ? 4 5 6")]
    [InlineData("· 1 · 2 ·", "? ? ? 4 5 6")]
    [InlineData("· 0 · 1 · 2 ·", "? ? ? 4 5 6")]
    [InlineData("- 1 - 2 - ·", "? ? ? 4 5 6")]
    public void A_row_whose_shares_stand_in_the_place_of_values_has_lost_or_gained_a_cell(string row, string expected) =>
        Assert.Equal(expected, Documents(MatchHtml($"""
            <table><tr><td>信息内容</td><td>本年制发件数</td><td>占比</td><td>本年废止件数</td><td>占比</td><td>现行有效件数</td><td>占比</td></tr>
            <tr><td>规章</td>{Tds(row)}</tr><tr><td>行政规范性文件</td>{Tds("4 100% 5 80% 6 66%")}</tr></table>
            """)));

    [Theory]
    [InlineData("3 1 0 0 0 0 4 80%", "3 1 0 0 0 0 4")]
    [InlineData("3 1 0 0 0 0 4 ·", "3 1 0 0 0 0 4")]
    [InlineData("3 1 0 0 0 4 80%", "? ? ? ? ? ? ?")]
    [InlineData("3 1 0 0 0 4 · ·", "? ? ? ? ? ? ?")]
    [InlineData("· 3 1 0 0 0 0 4", "? ? ? ? ? ? ?")]
    public void One_column_of_shares_tells_it_too(string row, string expected) =>
        Assert.Equal(expected, Row(MatchHtml($"""
            <table><tr><td colspan=3></td>{string.Concat(Applicants.Select(name => $"<td>{name}</td>"))}<td>占比</td></tr>
            <tr><td colspan=3>一、本年新收政府信息公开申请数量</td>{Tds(row)}</tr>
            <tr><td colspan=3>二、上年结转政府信息公开申请数量</td>{Tds("0 0 0 0 0 0 0 0%")}</tr>
            <tr><td colspan=3>（一）予以公开</td>{Tds("3 1 0 0 0 0 4 80%")}</tr>
            <tr><td colspan=3>（二）部分公开</td>{Tds("0 0 0 0 0 0 0 0%")}</tr></table>
            """), "requests.new"));

    [Fact]
    public void Shares_below_the_name_of_a_form_s_column_whose_span_is_lost_are_no_values() =>
        Assert.Equal("? ? ? ? ? ?", Documents(Match(
            "| 信息内容 | 本年制发件数 |  | 本年废止件数 |  | 现行有效件数 |  |\n|---|---|---|---|---|---|---|\n|  | 占比 | 件数 | 占比 | 件数 | 占比 | 件数 |\n| 规章 | 0% | 0 | 20% | 1 | 33.3% | 2 |\n| 行政规范性文件 | 100% | 4 | 80% | 5 | 66.7% | 6 |")));

    private static readonly string[] Applicants = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];

    private static string Tds(string values) => string.Concat(values.Split(' ').Select(value => $"<td>{value.Replace("·", "", StringComparison.Ordinal)}</td>"));

    private static string Documents(ReportIngest.Forms.FormMatch match) =>
        string.Join(' ', new[] { "regulation", "normative_document" }.SelectMany(row => new[] { "issued", "repealed", "in_force" }.Select(column => Print(match, $"proactive.{row}.{column}"))));
}
