using static ReportIngest.Tests.Forms.TableMatch;

namespace ReportIngest.Tests.Forms;

/// <summary>Tables as programs print them that have read them elsewhere: headers in one row, counted rows and columns, words for what they had nothing of.</summary>
public sealed class ProgramPrintTests
{
    private const string Rows = """
        | 一、本年新收政府信息公开申请数量 | | | 3 | 0 | 0 | 0 | 0 | 1 | 4 |
        | 二、上年结转政府信息公开申请数量 | | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
        | 三、本年度办理结果 | （一）予以公开 | | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
        | | （二）部分公开 | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
        | | （七）合计 | | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
        """;

    [Theory]
    [InlineData("申请人情况 自然人 | 申请人情况 法人或其他组织 商业企业 | 申请人情况 法人或其他组织 科研机构 | 申请人情况 法人或其他组织 社会公益组织 | 申请人情况 法人或其他组织 法律服务机构 | 申请人情况 法人或其他组织 其他 | 申请人情况 总计")]
    [InlineData("自然人 | 法人或其他组织-商业企业 | 法人或其他组织-科研机构 | 法人或其他组织-社会公益组织 | 法人或其他组织-法律服务机构 | 法人或其他组织-其他 | 总计")]
    public void A_header_written_in_one_row_with_its_groups_in_front_names_its_columns(string header)
    {
        var match = Match($"| | | | {header} |\n|---|---|---|---|---|---|---|---|---|---|\n{Rows}");
        Assert.Equal("3 0 0 0 0 1 4", Row(match, "requests.new"));
        Assert.Equal("2 0 0 0 0 0 2", Row(match, "requests.result.total"));
    }

    [Fact]
    public void A_header_of_table_four_in_one_row_names_the_columns_of_each_block()
    {
        var results = new[] { "结果维持", "结果纠正", "其他结果", "尚未审结", "总计" };
        var header = string.Join(" | ", new[] { "行政复议", "行政诉讼 未经复议直接起诉", "行政诉讼 复议后起诉" }.SelectMany(block => results.Select(result => $"{block} {result}")));
        var match = Match($"| {header} |\n|{string.Concat(Enumerable.Repeat("---|", 15))}\n| 1 | 0 | 0 | 0 | 1 | 0 | 2 | 0 | 0 | 2 | 0 | 0 | 3 | 0 | 3 |");
        Assert.Equal("1 2 3", $"{Print(match, "review.total")} {Print(match, "litigation.direct.total")} {Print(match, "litigation.after_review.total")}");
    }

    [Fact]
    public void Rows_and_columns_that_a_program_has_counted_from_0_are_no_values()
    {
        var match = Match("| | 0 | 1 | 2 | 3 |\n|---|---|---|---|---|\n| 0 | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 1 | 规章 | 5 | 7 | 9 |\n| 2 | 行政规范性文件 | 3 | 1 | 2 |");
        Assert.Equal("5 9 3 2", string.Join(' ', new[] { "regulation.issued", "regulation.in_force", "normative_document.issued", "normative_document.in_force" }.Select(key => Print(match, $"proactive.{key}"))));
    }

    [Fact]
    public void What_a_program_wrote_for_nothing_beside_a_label_moves_no_value_and_in_the_place_of_one_is_unknown()
    {
        var match = Match($"{ApplicantHeader}\n{Rows.Replace("| |", "| NaN |", StringComparison.Ordinal).Replace("| 3 | 0 |", "| 3 | nan |", StringComparison.Ordinal)}");
        Assert.Equal("3 ? 0 0 0 1 4", Row(match, "requests.new"));
        Assert.Equal("2 0 0 0 0 0 2", Row(match, "requests.result.granted"));
    }

    [Fact]
    public void Thin_blanks_part_the_thousands_of_a_web_page() =>
        Assert.Equal("1234 0 0 0 0 0 1234", Row(MatchHtml($"<table>{HtmlHeader}{Html("一、本年新收政府信息公开申请数量", "1&thinsp;234", "0", "0", "0", "0", "0", "1\u202F234")}{HtmlRest}</table>"), "requests.new"));

    [Fact]
    public void A_cell_that_its_style_takes_out_of_its_row_makes_the_row_doubtful() =>
        Assert.Equal("? ? ? ? ? ? ?", Row(MatchHtml($"<table>{HtmlHeader}{Html("一、本年新收政府信息公开申请数量", "3", "0", "0", "0", "0", "0", "3").Replace("<td>3", "<td style='position:absolute;right:0'>3", StringComparison.Ordinal)}{HtmlRest}</table>"), "requests.new"));
}
