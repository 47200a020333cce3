using static ReportIngest.Tests.Forms.TableMatch;

namespace ReportIngest.Tests.Forms;

/// <summary>Labels and rows of which a program or a page break left only a part.</summary>
public sealed class TornLabelTests
{
    private const string Header =
        "<tr><td colspan=3></td><td>自然人</td><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td><td>总计</td></tr>";

    private static readonly string Rows =
        Html("一、本年新收政府信息公开申请数量", "1", "0", "0", "0", "0", "0", "1") + Html("二、上年结转政府信息公开申请数量", "0", "0", "0", "0", "0", "0", "0")
        + Html("（一）予以公开", "1", "0", "0", "0", "0", "0", "1") + Html("（二）部分公开", "0", "0", "0", "0", "0", "0", "0");

    private static string Html(string label, params string[] values) => $"<tr><td colspan=3>{label}</td>{string.Concat(values.Select(value => $"<td>{value}</td>"))}</tr>";

    [Fact]
    public void A_piece_of_a_label_that_is_met_nowhere_is_no_row_of_the_unit_s_own()
    {
        var match = MatchHtml($"<table>{Header}{Rows}{Html("秘密", "2", "0", "0", "0", "0", "0", "2")}{Html("其他主动公开文件", "3", "0", "0", "0", "0", "0", "3")}</table>");

        Assert.Equal("其他主动公开文件", Assert.Single(Assert.Single(match.Tables).Extras).Label);
        Assert.Contains(match.Doubts, doubt => doubt.Rule == "RI901" && doubt.Indicators.Contains("requests.result.denied.state_secret.total"));
    }

    [Theory]
    [InlineData("定”")]
    [InlineData("")]
    public void Numbers_below_a_row_beside_the_end_of_its_label_may_be_the_ends_of_its_numbers(string end)
    {
        var match = MatchHtml($"<table>{Header}{Rows}{Html("3.危及“三安全一稳", "18", "325", "94", "123", "69", "12", "253")}{Html(end, "4件", "件", "件", "45件", "件", "345件", "62件")}{Html("4.保护第三方合法权益", "0", "0", "0", "0", "0", "0", "0")}</table>");

        Assert.Equal("?", Print(match, "requests.result.denied.security_stability.natural_person"));
        Assert.Equal("?", Print(match, "requests.result.denied.security_stability.total"));
        Assert.Empty(Assert.Single(match.Tables).Extras);
    }

    [Theory]
    [InlineData("<td colspan=3>信息</td><td>1</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>1</td>")]
    [InlineData("<td colspan=3>总计</td><td>1</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>1</td>")]
    [InlineData("<td colspan=3>”</td><td>1</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>1</td>")]
    [InlineData("<td colspan=9></td><td>2025</td>")]
    public void A_row_of_its_own_below_a_whole_label_takes_nothing_from_the_row_above(string row)
    {
        var match = MatchHtml($"<table>{Header}{Rows}<tr>{row}</tr></table>");

        Assert.Equal("0 0 0 0 0 0 0", Row(match, "requests.result.partial"));
    }

    [Theory]
    [InlineData("2.其他", "法律行政法规禁止公开")]
    [InlineData("2.其他法律行", "政法规禁止公开")]
    public void A_label_cut_in_two_is_one_also_where_a_part_of_it_is_a_label_by_itself(string above, string below)
    {
        var match = MatchHtml($"<table>{Header}{Rows}{Html("1.属于国家秘密", "0", "0", "0", "0", "0", "0", "0")}{Html(above, "6", "0", "0", "0", "0", "2", "8")}{Html(below, "", "", "", "", "", "", "")}</table>");

        Assert.Equal("6 0 0 0 0 2 8", Row(match, "requests.result.denied.prohibited_by_law"));
        Assert.Empty(Assert.Single(match.Tables).Extras);
    }

    [Theory]
    [InlineData("续表", "? ? ? ? ? ? ?")]
    [InlineData("（", "? ? ? ? ? ? ?")]
    [InlineData("不适用", "4 0 1 0 0 2 不适用")]
    public void A_word_behind_a_row_stands_for_its_last_value_unless_it_goes_on_with_the_table(string word, string carriedIn)
    {
        string[] Lines(string label, params string[] values) => [label, .. values];
        var text = string.Join('\n', (string[])
        [
            "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计",
            .. Lines("一、本年新收政府信息公开申请数量", "1", "0", "0", "0", "0", "0", "1"), .. Lines("二、上年结转政府信息公开申请数量", "4", "0", "1", "0", "0", "2"), word,
            .. Lines("（一）予以公开", "1", "0", "0", "0", "0", "0", "1"), .. Lines("（二）部分公开", "0", "0", "0", "0", "0", "0", "0"), .. Lines("1.属于国家秘密", "0", "0", "0", "0", "0", "0", "0"),
        ]) + "\n";

        Assert.Equal(carriedIn, Row(Match(text), "requests.carried_in"));
        Assert.Equal("1 0 0 0 0 0 1", Row(Match(text), "requests.result.granted"));
    }
}
