using ReportIngest.Reports;
using static ReportIngest.Tests.Forms.TableMatch;

namespace ReportIngest.Tests.Forms;

/// <summary>What offices add to the form: a column that counts the rows, another year in the same cells, tables of another subject with the form's labels.</summary>
public sealed class AddedPartTests
{
    private const string Columns = "<td>自然人</td><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td><td>总计</td>";

    private static readonly string Requests = $"<table><tr><td colspan=3></td>{Columns}</tr>{Html("一、本年新收政府信息公开申请数量", "2", "0", "0", "0", "0", "1", "3")}"
        + Html("二、上年结转政府信息公开申请数量", "1", "0", "0", "0", "0", "0", "1") + Html("（一）予以公开", "3", "0", "0", "0", "0", "1", "4") + Html("（二）部分公开", "0", "0", "0", "0", "0", "0", "0") + "</table>";

    private const string Documents = """
        <table><tr><td colspan=4>第二十条第（一）项</td></tr><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
        <tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr><tr><td>行政规范性文件</td><td>4</td><td>1</td><td>9</td></tr>
        <tr><td colspan=4>第二十条第（五）项</td></tr><tr><td>信息内容</td><td colspan=3>本年处理决定数量</td></tr><tr><td>行政许可</td><td colspan=3>12</td></tr></table>
        """;

    private const string Results = "<td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td>";

    private static string Disputes(string front, string rows) =>
        $"<table><tr>{front}<td colspan=5>行政复议</td><td colspan=10>行政诉讼</td></tr><tr>{Results.Replace("<td>", "<td rowspan=2>", StringComparison.Ordinal)}<td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr><tr>{Results}{Results}</tr>{rows}</table>";

    private const string Fifteen = "<td>1</td><td>2</td><td>0</td><td>0</td><td>3</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>4</td><td>0</td><td>0</td><td>1</td><td>5</td>";

    [Theory]
    [InlineData("序号", "1", "2", "3", "4")]
    [InlineData("行次", "7", "8", "9", "10")]
    public void A_column_that_counts_the_rows_is_none_of_the_form_s(string name, string first, string second, string third, string fourth)
    {
        var match = Match($"""
            | {name} | 事项 | | | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
            |---|---|---|---|---|---|---|---|---|---|---|
            | {first} | 一、本年新收政府信息公开申请数量 | | | 2 | 0 | 0 | 0 | 0 | 1 | 3 |
            | {second} | 二、上年结转政府信息公开申请数量 | | | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
            | {third} | 三、本年度办理结果 | （一）予以公开 | | 3 | 0 | 0 | 0 | 0 | 1 | 4 |
            | {fourth} | | （二）部分公开 | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
            """);
        Assert.Equal("2 0 0 0 0 1 3", Row(match, "requests.new"));
    }

    [Fact]
    public void A_table_whose_headers_stand_at_the_left_is_read_across()
    {
        var groups = new[] { "行政复议", "未经复议直接起诉", "复议后起诉" };
        var rows = groups.SelectMany((group, at) => new[] { "结果维持", "结果纠正", "其他结果", "尚未审结", "总计" }
            .Select((header, row) => $"<tr>{(row > 0 ? "" : at == 0 ? "<td colspan=2 rowspan=5>行政复议</td>" : $"{(at == 1 ? "<td rowspan=10>行政诉讼</td>" : "")}<td rowspan=5>{group}</td>")}<td>{header}</td><td>{(5 * at) + row}</td></tr>"));
        var match = MatchHtml($"<table>{string.Concat(rows)}</table>");
        Assert.Equal("0 3 9 10", string.Join(' ', Print(match, "review.upheld"), Print(match, "review.pending"), Print(match, "litigation.direct.total"), Print(match, "litigation.after_review.upheld")));
        Assert.Equal(3, match.Fields.Single(field => field.Indicator.Code == "review.pending").At!.Row);
    }

    [Theory]
    [InlineData("2023年", "2024年", "", "")]
    [InlineData("", "", "<td>6</td>", "<td></td>")]
    public void A_table_whose_headers_stand_at_the_left_is_not_read_where_two_columns_hold_values(string first, string second, string before, string behind)
    {
        var rows = Enumerable.Range(0, 15).Select(row => $"<tr>{(row % 5 > 0 ? "" : $"<td rowspan=5>{new[] { "行政复议", "未经复议直接起诉", "复议后起诉" }[row / 5]}</td>")}<td>{new[] { "结果维持", "结果纠正", "其他结果", "尚未审结", "总计" }[row % 5]}</td>{before}<td>1</td>{(before.Length > 0 ? "" : "<td>0</td>")}{behind}</tr>");
        var match = MatchHtml($"<table><tr><td>事项</td><td></td><td>{first}</td><td>{second}</td></tr>{string.Concat(rows)}</table>");
        Assert.All(match.Fields.Where(field => field.Indicator.Section == 4), field => Assert.Equal(CellState.Missing, field.Value.State));
        Assert.Contains(match.Doubts, doubt => doubt.Rule == "RI901" && doubt.Indicators.Length == 15);
    }

    [Theory]
    [InlineData("代码", "01")]
    [InlineData("行次", "0")]
    [InlineData("指标代码", "A1")]
    [InlineData("单位", "件")]
    public void A_value_that_stands_in_the_column_of_units_or_codes_shows_that_its_row_lost_a_cell(string name, string text)
    {
        var match = MatchHtml($"""
            <table><tr><td>信息内容</td><td>{name}</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
            <tr><td>规章</td><td>{text}</td><td>0</td><td>0</td><td>5</td></tr><tr><td>行政规范性文件</td><td>4</td><td>1</td><td>9</td><td></td></tr></table>
            """);
        Assert.DoesNotContain(Print(match, "proactive.normative_document.issued"), "019");
        Assert.DoesNotContain(Print(match, "proactive.normative_document.in_force"), "014·");
        Assert.All(match.Tables, table => Assert.Empty(table.Extras));
    }

    [Theory]
    [InlineData("计量单位", "件", "件")]
    [InlineData("指标代码", "A01", "A02")]
    [InlineData("代码", "07", "11")]
    public void A_column_of_units_or_codes_between_labels_and_values_is_none_of_the_form_s(string name, string first, string second)
    {
        var match = MatchHtml($"""
            <table><tr><td>信息内容</td><td>{name}</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
            <tr><td>规章</td><td>{first}</td><td>0</td><td>0</td><td></td></tr><tr><td>行政规范性文件</td><td>{second}</td><td>4</td><td>1</td><td>9</td></tr></table>
            """);
        Assert.Equal("0 · 4 9", string.Join(' ', Print(match, "proactive.regulation.issued"), Print(match, "proactive.regulation.in_force"), Print(match, "proactive.normative_document.issued"), Print(match, "proactive.normative_document.in_force")));
    }

    [Theory]
    [InlineData("信息内容 单位 本年制发件数 本年废止件数 现行有效件数\n规章 件 0 1 2\n行政规范性文件 件 4 1 9\n信息内容 单位 本年处理决定数量\n行政许可 件 12\n行政处罚 件 3")]
    [InlineData("信息内容\n单位\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n件\n0\n1\n2\n行政规范性文件\n件\n4\n1\n9\n信息内容\n单位\n本年处理决定数量\n行政许可\n件\n12\n行政处罚\n件\n3")]
    public void Units_between_labels_and_values_are_none_of_the_form_s_where_lines_hold_rows_or_cells(string text)
    {
        var match = Match(text);
        Assert.Equal("0 9 12 3", string.Join(' ', Print(match, "proactive.regulation.issued"), Print(match, "proactive.normative_document.in_force"), Print(match, "proactive.licensing.decisions"), Print(match, "proactive.penalty.decisions")));
    }

    [Fact]
    public void An_amount_whose_unit_is_another_beside_its_label_than_in_its_header_is_doubted()
    {
        var match = MatchHtml("""
            <table><tr><td>信息内容</td><td>单位</td><td>本年处理决定数量</td></tr><tr><td>行政许可</td><td>件</td><td>12</td></tr><tr><td>行政处罚</td><td>件</td><td>3</td></tr>
            <tr><td>信息内容</td><td>单位</td><td>本年收费金额（单位：万元）</td></tr><tr><td>行政事业性收费</td><td>元</td><td>3500</td></tr></table>
            """);
        Assert.Equal("12 ?", string.Join(' ', Print(match, "proactive.licensing.decisions"), Print(match, "proactive.fee.amount")));
        Assert.Contains(match.Doubts, doubt => doubt.Indicators.Contains("proactive.fee.amount"));
    }

    [Fact]
    public void A_column_that_counts_the_rows_may_have_captions_over_it_and_begin_anew_below_each()
    {
        var match = MatchHtml("""
            <table><tr><td colspan=5>第二十条第（一）项</td></tr><tr><td>序号</td><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
            <tr><td>1</td><td>规章</td><td>0</td><td>0</td><td>0</td></tr><tr><td>2</td><td>行政规范性文件</td><td>4</td><td>1</td><td>9</td></tr>
            <tr><td colspan=5>第二十条第（五）项</td></tr><tr><td>序号</td><td>信息内容</td><td colspan=3>本年处理决定数量</td></tr><tr><td>1</td><td>行政许可</td><td colspan=3>12</td></tr></table>
            """);
        Assert.Equal("4 9 12", string.Join(' ', Print(match, "proactive.normative_document.issued"), Print(match, "proactive.normative_document.in_force"), Print(match, "proactive.licensing.decisions")));
        Assert.Empty(Assert.Single(match.Tables).Extras);
    }

    [Fact]
    public void The_numbers_of_a_column_that_counts_the_rows_are_no_values_of_table_four()
    {
        var match = MatchHtml(Disputes("<td rowspan=3>序号</td>", $"<tr><td>1</td>{Fifteen}</tr>"));
        Assert.Equal("1 3 5", string.Join(' ', Print(match, "review.upheld"), Print(match, "review.total"), Print(match, "litigation.after_review.total")));
    }

    [Theory]
    [InlineData("件数", "", true)]
    [InlineData("2024年", "<tr><td>2023年</td><td colspan=15></td></tr>", false)]
    public void A_label_that_the_form_lacks_in_front_of_the_only_row_of_table_four_costs_nothing(string label, string more, bool read)
    {
        var match = MatchHtml(Disputes("<td rowspan=3>项目</td>", $"<tr><td>{label}</td>{Fifteen}</tr>{more}"));
        Assert.Equal(read ? "3" : "?", Print(match, "review.total"));
    }

    [Theory]
    [InlineData("2024年", "2023年")]
    [InlineData("", "")]
    public void Last_year_s_value_is_not_taken_for_this_year_s_blank_beside_it(string now, string before)
    {
        string Years(string label, params string[] last) => $"<tr><td colspan=3>{label}</td>{string.Concat(last.Select(value => $"<td></td><td>{value}</td>"))}</tr>";
        var match = MatchHtml($"<table><tr><td colspan=3 rowspan=2></td>{Columns.Replace("<td>", "<td colspan=2>", StringComparison.Ordinal)}</tr><tr>{string.Concat(Enumerable.Repeat($"<td>{now}</td><td>{before}</td>", 7))}</tr>"
            + Years("一、本年新收政府信息公开申请数量", "2", "0", "0", "0", "0", "1", "3") + Years("二、上年结转政府信息公开申请数量", "1", "0", "0", "0", "0", "0", "1") + Years("（一）予以公开", "3", "0", "0", "0", "0", "1", "4") + Years("（二）部分公开", "", "", "", "", "", "", "") + "</table>");
        Assert.Equal("? ? ? ? ? ? ?", Row(match, "requests.new"));
        Assert.Contains(match.Doubts, doubt => doubt.Rule == "RI901" && doubt.Indicators.Contains("requests.new.total"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_table_of_other_years_with_the_form_s_labels_does_not_make_the_form_s_own_doubtful(bool first)
    {
        const string years = """
            <table><tr><td>信息内容</td><td>2022年</td><td>2023年</td></tr><tr><td>规章</td><td>3</td><td>5</td></tr><tr><td>行政规范性文件</td><td>7</td><td>6</td></tr>
            <tr><td>行政许可</td><td>8</td><td>2</td></tr><tr><td>行政处罚</td><td>1</td><td>2</td></tr></table>
            """;
        var match = MatchHtml((first ? years : "") + "<p>主动公开</p>" + Documents + "<p>近年情况</p>" + (first ? "" : years) + Requests);
        Assert.Equal("4 12", string.Join(' ', Print(match, "proactive.normative_document.issued"), Print(match, "proactive.licensing.decisions")));
        Assert.Equal("2 0 0 0 0 1 3", Row(match, "requests.new"));
        Assert.Equal("?", Print(match, "proactive.penalty.decisions"));
    }

    [Fact]
    public void Rows_under_the_pieces_of_a_header_that_was_cut_are_the_form_s()
    {
        var match = Match($"| 业 | 构 | 益组织 | 务机构 | | | | |\n|---|---|---|---|---|---|---|---|\n| 一、本年新收政府信息公开申请数量 | 32 | 2 | 0 | 0 | 0 | 0 | 34 |\n| 二、上年结转政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |\n"
            + "| （一）予以公开 | 30 | 2 | 0 | 0 | 0 | 0 | 32 |\n| （二）部分公开 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |");
        Assert.Equal("32 2 0 0 0 0 34", Row(match, "requests.new"));
    }

    [Fact]
    public void A_row_of_the_form_with_words_for_values_heads_no_table_of_another_subject()
    {
        var match = MatchHtml("<table><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr></table>"
            + "<table><tr><td>规章</td><td>未制发</td><td>未废止</td><td>见附件</td></tr><tr><td>行政规范性文件</td><td>1</td><td>2</td><td>3</td></tr></table>" + Requests);
        Assert.Equal("1 3", string.Join(' ', Print(match, "proactive.normative_document.issued"), Print(match, "proactive.normative_document.in_force")));
    }

    [Fact]
    public void A_row_is_not_moved_where_others_have_a_value_more_than_there_are_headers()
    {
        static string Wide(string label, params string[] values) => $"<tr><td colspan=3>{label}</td>{string.Concat(values.Select(value => $"<td>{value}</td>"))}</tr>";
        var match = MatchHtml($"<table><tr><td colspan=3></td>{Columns}<td></td></tr>{Wide("一、本年新收政府信息公开申请数量", "", "1", "3", "1", "1", "2", "8", "3")}{Wide("二、上年结转政府信息公开申请数量", "1", "1", "1", "1", "1", "1", "6", "9")}"
            + Wide("（一）予以公开", "1", "1", "1", "2", "1", "1", "7", "1") + Wide("（二）部分公开", "", "0", "3", "0", "0", "1", "4", "2") + Wide("1.属于国家秘密", "", "", "", "", "", "", "", "") + "</table>");
        Assert.Equal("? ? ? ? ? ? ?", Row(match, "requests.new"));
    }

    [Fact]
    public void Two_columns_of_one_name_are_not_one_where_their_values_differ()
    {
        var match = MatchHtml(Requests.Replace("<td>其他</td>", "<td>其他</td><td>其他</td>", StringComparison.Ordinal)
            .Replace("<td>1</td><td>3</td>", "<td></td><td>1</td><td>3</td>", StringComparison.Ordinal).Replace("<td>0</td><td>1</td></tr>", "<td>0</td><td></td><td>1</td></tr>", StringComparison.Ordinal));
        Assert.Equal("?", Print(match, "requests.new.other"));
    }

    [Fact]
    public void Results_in_a_row_for_reviews_and_one_for_suits_are_no_second_table_four()
    {
        var match = MatchHtml(Disputes("", $"<tr>{Fifteen}</tr>") + $"<p>对比</p><table><tr><td>类别</td>{Results}</tr><tr><td>行政复议</td><td>1</td><td>2</td><td>0</td><td>0</td><td>3</td></tr><tr><td>行政诉讼</td><td>4</td><td>0</td><td>0</td><td>1</td><td>5</td></tr></table>");
        Assert.Equal("1 3 5", string.Join(' ', Print(match, "review.upheld"), Print(match, "review.total"), Print(match, "litigation.after_review.total")));
    }

    [Fact]
    public void A_header_cell_that_lost_its_text_does_not_push_the_others_aside()
    {
        var match = Match("""
            | 行政复议 | 行政复议 | 行政复议 | 行政复议 | 行政复议 | 行政诉讼 | 行政诉讼 | 行政诉讼 | 行政诉讼 | 行政诉讼 | 行政诉讼 | 行政诉讼 | 行政诉讼 | 行政诉讼 | 行政诉讼 |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
            | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 未经复议直接起诉 | 未经复议直接起诉 | 未经复议直接起诉 | 未经复议直接起诉 | 复议后起诉 | 复议后起诉 | 复议后起诉 | 复议后起诉 | 复议后起诉 |
            | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
            | 2 | 2 | 2 | 2 | 8 | 2 | 2 | 2 | 2 | 8 | 2 | 2 | 2 | 2 | 8 |
            """);
        Assert.DoesNotContain(match.Fields, field => field.Indicator.Code.EndsWith(".pending", StringComparison.Ordinal) && field.Value.Number == 8);
        Assert.DoesNotContain(match.Fields, field => field.Indicator.Code.EndsWith(".total", StringComparison.Ordinal) && field.Value.Number == 2);
    }

    [Fact]
    public void A_total_in_front_of_the_rows_that_it_adds_up_is_said_not_to_be_located()
    {
        var match = MatchHtml(Requests.Replace("<tr><td colspan=3>（一）", Html("（七）总计", "3", "0", "0", "0", "0", "1", "4") + "<tr><td colspan=3>（一）", StringComparison.Ordinal));
        Assert.Equal("? ? ? ? ? ? ?", Row(match, "requests.result.total"));
        Assert.Contains(match.Doubts, doubt => doubt.Rule == "RI901" && doubt.Indicators.Contains("requests.result.total.total"));
    }

    [Fact]
    public void Blank_totals_beside_numbers_are_not_merged_with_the_0_in_front_of_them()
    {
        var match = Match($"{ApplicantHeader}\n| 一、本年新收政府信息公开申请数量 | | | 2 | 1 | 0 | 0 | 0 | 0 | |\n| 二、上年结转政府信息公开申请数量 | | | 1 | 0 | 0 | 0 | 0 | 0 | |\n"
            + "| 三、本年度办理结果 | （一）予以公开 | | 3 | 1 | 0 | 0 | 0 | 0 | |\n| | （二）部分公开 | | 0 | 0 | 0 | 0 | 0 | 0 | |\n| | （三）不予公开 | 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | |");
        Assert.Equal("2 1 0 0 0 0 ·", Row(match, "requests.new"));
    }

    [Fact]
    public void Columns_are_known_by_what_offices_call_them()
    {
        var names = Requests.Replace("自然人", "公民", StringComparison.Ordinal).Replace("商业企业", "公司", StringComparison.Ordinal).Replace("科研机构", "科研单位", StringComparison.Ordinal)
            .Replace("社会公益组织", "社会组织", StringComparison.Ordinal).Replace("法律服务机构", "律师事务所", StringComparison.Ordinal).Replace("总计", "共计", StringComparison.Ordinal);
        Assert.Equal("2 0 0 0 0 1 3", Row(MatchHtml(names), "requests.new"));
    }

    private static string Html(string label, params string[] values) => $"<tr><td colspan=3>{label}</td>{string.Concat(values.Select(value => $"<td>{value}</td>"))}</tr>";
}
