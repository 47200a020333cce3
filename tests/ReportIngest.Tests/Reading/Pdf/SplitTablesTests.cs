using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Reading.Pdf;

namespace ReportIngest.Tests.Reading.Pdf;

/// <summary>Two parts of a table, on pages 1 and 2. Letters are 10 pt wide, lines 12 pt apart, rows as high as their lines and 8 pt more.</summary>
public class SplitTablesTests
{
    private static readonly ImmutableArray<double> Xs = [0, 60, 200, 240, 280];

    /// <summary>A cell by its span and its lines.</summary>
    private static CellInk C(int page, int row, int column, int endRow, int endColumn, params string[] lines)
    {
        var box = new Box(Xs[column], row * 20, Xs[endColumn], endRow * 20);
        return new CellInk(
            new Span(row, column, endRow, endColumn),
            [.. lines.Select((text, i) => new Line(text, new Box(box.Left, box.Top + i * 12, box.Left + text.Length * 10, box.Top + i * 12 + 10), 10, text.Length * 10))],
            box.Width, new Place(page, box));
    }

    private static TableInk Part(int page, int rows, params CellInk[] cells) =>
        new(Xs, rows, [.. cells], SpanFidelity.Ruled, new Place(page, new Box(0, 0, 280, rows * 20)));

    private static Table Join(TableInk upper, TableInk lower) => Assert.Single(SplitTables.Join([upper, lower], [])).ToTable();

    private static string Show(Table table) => string.Join("; ", table.Cells.Select(cell => $"{cell.Row},{cell.Column} {cell.RowSpan}x{cell.ColumnSpan} {cell.Text}"));

    [Fact]
    public void Rows_go_on_without_a_header()
    {
        var table = Join(
            Part(1, 1, C(1, 0, 0, 1, 2, "一、本年新收"), C(1, 0, 2, 1, 3, "1"), C(1, 0, 3, 1, 4, "1")),
            Part(2, 1, C(2, 0, 0, 1, 2, "二、上年结转"), C(2, 0, 2, 1, 3, "2"), C(2, 0, 3, 1, 4, "2")));

        Assert.Equal("0,0 1x2 一、本年新收; 0,2 1x1 1; 0,3 1x1 1; 1,0 1x2 二、上年结转; 1,2 1x1 2; 1,3 1x1 2", Show(table));
        Assert.Equal(2, table.Cells[3].Place.Page);
    }

    [Fact]
    public void A_number_and_its_unit_go_on_below_the_break()
    {
        var table = Join(
            Part(1, 1, C(1, 0, 0, 1, 2, "（七）总计"), C(1, 0, 2, 1, 3, "398"), C(1, 0, 3, 1, 4, "284")),
            Part(2, 1, C(2, 0, 0, 1, 2), C(2, 0, 2, 1, 3, "07件"), C(2, 0, 3, 1, 4, "件")));

        Assert.Equal("0,0 1x2 （七）总计; 0,2 1x1 39807件; 0,3 1x1 284件", Show(table));
    }

    [Fact]
    public void A_repeated_header_is_dropped_once()
    {
        CellInk[] Header(int page) => [C(page, 0, 0, 1, 2, "项目"), C(page, 0, 2, 1, 3, "件数"), C(page, 0, 3, 1, 4, "总计")];
        CellInk[] Row(int page, string label) => [C(page, 1, 0, 2, 2, label), C(page, 1, 2, 2, 3, "0"), C(page, 1, 3, 2, 4, "0")];

        var table = Join(Part(1, 2, [.. Header(1), .. Row(1, "1.国家秘密")]), Part(2, 2, [.. Header(2), .. Row(2, "2.重复申请")]));

        Assert.Equal(3, table.Rows);
        Assert.Single(table.Cells, cell => cell.Text == "总计");
    }

    [Fact]
    public void A_first_row_of_numbers_that_occurs_again_is_no_repeated_header()
    {
        TableInk Zeros(int page) => Part(page, 1, C(page, 0, 0, 1, 2, "0"), C(page, 0, 2, 1, 3, "0"), C(page, 0, 3, 1, 4, "0"));

        Assert.Equal(2, Join(Zeros(1), Zeros(2)).Rows);
    }

    [Fact]
    public void A_merged_label_cut_in_the_middle_becomes_one()
    {
        var table = Join(
            Part(1, 1, C(1, 0, 0, 1, 1, "（四）无"), C(1, 0, 1, 1, 2, "1.本机关不掌握"), C(1, 0, 2, 1, 3, "746"), C(1, 0, 3, 1, 4, "769")),
            Part(2, 1, C(2, 0, 0, 1, 1, "法提供"), C(2, 0, 1, 1, 2, "2.没有现成信息"), C(2, 0, 2, 1, 3, "11"), C(2, 0, 3, 1, 4, "11")));

        Assert.Equal("0,0 2x1 （四）无法提供; 0,1 1x1 1.本机关不掌握; 0,2 1x1 746; 0,3 1x1 769; 1,1 1x1 2.没有现成信息; 1,2 1x1 11; 1,3 1x1 11", Show(table));
    }

    [Fact]
    public void A_merged_label_whose_text_is_all_on_one_page_covers_both_parts()
    {
        var table = Join(
            Part(1, 1, C(1, 0, 0, 1, 1), C(1, 0, 1, 1, 2, "1.本机关不掌握"), C(1, 0, 2, 1, 3, "1"), C(1, 0, 3, 1, 4, "1")),
            Part(2, 1, C(2, 0, 0, 1, 1, "（四）", "无法提供"), C(2, 0, 1, 1, 2, "2.没有现成信息"), C(2, 0, 2, 1, 3, "2"), C(2, 0, 3, 1, 4, "2")));

        Assert.Equal((2, "（四）无法提供", 2), (table.Cells[0].RowSpan, table.Cells[0].Text, table.Cells[0].Place.Page));
    }

    [Fact]
    public void A_row_cut_inside_its_label_becomes_one_row()
    {
        var table = Join(
            Part(1, 1, C(1, 0, 0, 1, 2, "5.要求行政机关确认或重新出具本机关已获"), C(1, 0, 2, 1, 3, "1"), C(1, 0, 3, 1, 4, "1")),
            Part(2, 1, C(2, 0, 0, 1, 2, "取信息"), C(2, 0, 2, 1, 3), C(2, 0, 3, 1, 4)));

        Assert.Equal("0,0 1x2 5.要求行政机关确认或重新出具本机关已获取信息; 0,2 1x1 1; 0,3 1x1 1", Show(table));
    }

    [Theory]
    [InlineData("﹙", "七﹚总计", "﹙七﹚总计")]
    [InlineData("（七）", "总计", "（七）总计")]
    [InlineData("5.", "属于三类内部事务信息", "5.属于三类内部事务信息")]
    public void A_label_of_which_no_more_than_its_number_stands_above_goes_on_below(string upper, string lower, string label)
    {
        var table = Join(
            Part(1, 1, C(1, 0, 0, 1, 2, upper), C(1, 0, 2, 1, 3, "1"), C(1, 0, 3, 1, 4, "1")),
            Part(2, 1, C(2, 0, 0, 1, 2, lower), C(2, 0, 2, 1, 3), C(2, 0, 3, 1, 4)));

        Assert.Equal($"0,0 1x2 {label}; 0,2 1x1 1; 0,3 1x1 1", Show(table));
    }

    [Fact]
    public void A_row_at_a_break_whose_parts_do_not_fit_has_no_blanks()
    {
        TableInk Row(int page) => Part(page, 1, C(page, 0, 0, 1, 1, "（七）总"), C(page, 0, 1, 1, 2), C(page, 0, 2, 1, 3), C(page, 0, 3, 1, 4));

        var tables = SplitTables.Join([Row(1), Row(2) with { Xs = [0, 80, 180, 230, 280] }], []);

        Assert.Equal(["0,0 1x1 （七）总", "0,0 1x1 （七）总"], tables.Select(table => Show(table.ToTable())));
    }

    [Fact]
    public void A_blank_row_before_a_new_page_that_begins_with_a_whole_row_keeps_its_blanks()
    {
        var upper = Part(1, 1, C(1, 0, 0, 1, 1, "规章"), C(1, 0, 1, 1, 2), C(1, 0, 2, 1, 3), C(1, 0, 3, 1, 4));
        var lower = Part(2, 1, C(2, 0, 0, 1, 1, "（七）总计"), C(2, 0, 1, 1, 2, "1"), C(2, 0, 2, 1, 3, "0"), C(2, 0, 3, 1, 4, "1")) with { Xs = [0, 80, 180, 230, 280] };

        Assert.Equal(4, SplitTables.Join([upper, lower], [])[0].Cells.Length);
    }

    [Theory]
    [InlineData("规章", "行政规范性文件")] // the upper label leaves room: nothing wrapped
    [InlineData("4.无正当理由大量反复申请件数频次过多一", "5.要求行政机关确认")] // the lower label has its own number
    public void A_blank_row_above_a_row_of_values_stays_a_row(string upper, string lower)
    {
        var table = Join(
            Part(1, 1, C(1, 0, 0, 1, 2, upper), C(1, 0, 2, 1, 3), C(1, 0, 3, 1, 4)),
            Part(2, 1, C(2, 0, 0, 1, 2, lower), C(2, 0, 2, 1, 3, "8"), C(2, 0, 3, 1, 4, "26")));

        Assert.Equal(2, table.Rows);
        Assert.Equal([upper, lower], table.Cells.Where(cell => cell.Column == 0).Select(cell => cell.Text));
    }

    [Fact]
    public void A_blank_value_below_a_value_stays_a_cell_of_its_own()
    {
        var table = Join(
            Part(1, 1, C(1, 0, 0, 1, 1, "（五）"), C(1, 0, 1, 1, 2, "1.信访"), C(1, 0, 2, 1, 3, "无"), C(1, 0, 3, 1, 4, "5")),
            Part(2, 1, C(2, 0, 0, 1, 1), C(2, 0, 1, 1, 2, "2.重复申请"), C(2, 0, 2, 1, 3), C(2, 0, 3, 1, 4, "5")));

        Assert.Contains(table.Cells, cell => cell is { Row: 1, Column: 2, Text: "" });
    }

    [Fact]
    public void Text_between_the_parts_keeps_them_apart()
    {
        TableInk Row(int page) => Part(page, 1, C(page, 0, 0, 1, 2, "规章"), C(page, 0, 2, 1, 3, "1"), C(page, 0, 3, 1, 4, "1"));
        var heading = new PageLine(1, new Line("三、收到和处理", new Box(0, 100, 70, 110), 10, 70));

        Assert.Equal(2, SplitTables.Join([Row(1), Row(2)], [heading]).Length);
    }

    [Fact]
    public void A_number_that_wraps_over_the_break_is_one_number_of_one_row()
    {
        var table = Join(
            Part(1, 1, C(1, 0, 0, 1, 2, "（一）予以公开"), C(1, 0, 2, 1, 3, "6368"), C(1, 0, 3, 1, 4, "0")),
            Part(2, 2, C(2, 0, 0, 1, 2), C(2, 0, 2, 1, 3, "4"), C(2, 0, 3, 1, 4), C(2, 1, 0, 2, 2, "（二）部分公开"), C(2, 1, 2, 2, 3, "49"), C(2, 1, 3, 2, 4, "0")));

        Assert.Equal("0,0 1x2 （一）予以公开; 0,2 1x1 63684; 0,3 1x1 0; 1,0 1x2 （二）部分公开; 1,2 1x1 49; 1,3 1x1 0", Show(table));
    }
}
