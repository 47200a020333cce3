using System.Collections.Immutable;
using CsCheck;
using ReportIngest.Documents;
using ReportIngest.Reading.Pdf;

namespace ReportIngest.Tests.Reading.Pdf;

/// <summary>Words on plain numbers: Chinese letters are 10 pt wide, digits 5; lines of one text stand 12 pt apart, rows 18.</summary>
public class UnruledTablesTests
{
    /// <summary>Words of one line, each with its left edge.</summary>
    private static IEnumerable<Glyph> L(double y, params (double X, string Text)[] words)
    {
        foreach (var (left, text) in words)
        {
            var x = left;
            foreach (var c in text)
            {
                var width = char.IsAscii(c) ? 5 : 10;
                yield return new Glyph(c.ToString(), new Box(x, y, x + width, y + 10), 10);
                x += width;
            }
        }
    }

    private static ImmutableArray<TableInk> Find(params IEnumerable<Glyph>[] lines) => Pages([.. lines.SelectMany(line => line)]);

    private static ImmutableArray<TableInk> Pages(params ImmutableArray<Glyph>[] pages) => UnruledTables.Find(Loose(pages)).Tables;

    private static LoosePage[] Loose(params ImmutableArray<Glyph>[] pages) =>
        [.. pages.Select((glyphs, i) => new LoosePage(new PageInk(i + 1, 600, 800, glyphs, [], []), glyphs, []))];

    private static string Show(TableInk table) =>
        string.Join("; ", table.ToTable().Cells.Select(cell => $"{cell.Row},{cell.Column}{(cell.ColumnSpan > 1 ? $"-{cell.EndColumn - 1}" : "")} {cell.Text}"));

    [Fact]
    public void Values_stand_in_the_columns_of_their_headers()
    {
        var table = Assert.Single(Find(
            L(0, (0, "信息内容"), (100, "制发"), (150, "废止"), (200, "有效")),
            L(18, (10, "规章"), (107, "1"), (157, "0"), (205, "12")),
            L(36, (0, "规范性文件"), (107, "3"), (157, "0"), (207, "4"))));

        Assert.Equal("0,0 信息内容; 0,1 制发; 0,2 废止; 0,3 有效; 1,0 规章; 1,1 1; 1,2 0; 1,3 12; 2,0 规范性文件; 2,1 3; 2,2 0; 2,3 4", Show(table));
        Assert.Equal(SpanFidelity.Inferred, table.Spans);
    }

    [Fact]
    public void A_digit_without_width_on_the_right_edge_stands_in_the_last_column()
    {
        static Glyph Thin(double y) => new("3", new Box(200, y, 200, y + 10), 10);

        var table = Assert.Single(Find([.. L(0, (0, "甲乙"), (100, "1"), (150, "2")), Thin(0)], [.. L(18, (0, "丙丁"), (100, "4"), (150, "5")), Thin(18)]));

        Assert.EndsWith("3", Show(table), StringComparison.Ordinal);
    }

    [Fact]
    public void A_blank_between_values_is_an_empty_cell_and_moves_no_value()
    {
        var table = Assert.Single(Find(
            L(0, (0, "甲乙"), (100, "1"), (150, "2"), (200, "3")),
            L(18, (0, "丙丁"), (100, "4"), (200, "6"))));

        Assert.EndsWith("1,0 丙丁; 1,1 4; 1,2 ; 1,3 6", Show(table), StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_without_values_has_blanks_beside_it()
    {
        var table = Assert.Single(Find(
            L(0, (0, "甲乙"), (100, "1"), (150, "2")),
            L(18, (0, "丙丁")),
            L(36, (0, "戊己"), (100, "5"), (150, "6"))));

        Assert.Equal("0,0 甲乙; 0,1 1; 0,2 2; 1,0 丙丁; 1,1 ; 1,2 ; 2,0 戊己; 2,1 5; 2,2 6", Show(table));
    }

    [Fact]
    public void A_label_without_values_has_no_blanks_where_values_without_a_label_may_be_its_own()
    {
        var table = Assert.Single(Find(
            L(0, (0, "甲乙"), (100, "1"), (150, "2")),
            L(18, (0, "丙丁")),
            L(27, (100, "3"), (150, "4")),
            L(36, (0, "戊己"), (100, "5"), (150, "6"))));

        Assert.DoesNotContain("1,1 ;", Show(table), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(24)] // beside the first line: cells aligned at their top
    [InlineData(30)] // in the middle
    [InlineData(36)] // beside the last
    public void A_wrapped_label_belongs_to_the_values_it_stands_beside(double values)
    {
        var table = Assert.Single(Find(
            L(0, (0, "甲乙"), (100, "1"), (150, "2")),
            L(24, (0, "其他法律")),
            L(36, (0, "禁止公开")),
            L(values, (100, "3"), (150, "4")),
            L(60, (0, "丙丁"), (100, "5"), (150, "6"))));

        Assert.Equal("0,0 甲乙; 0,1 1; 0,2 2; 1,0 其他法律禁止公开; 1,1 3; 1,2 4; 2,0 丙丁; 2,1 5; 2,2 6", Show(table));
    }

    [Fact]
    public void A_label_of_several_rows_stands_in_a_column_of_its_own()
    {
        var table = Assert.Single(Find(
            L(0, (60, "甲乙"), (150, "1"), (200, "2")),
            L(18, (0, "不予公开"), (60, "丙丁"), (150, "3"), (200, "4")),
            L(36, (60, "戊己"), (150, "5"), (200, "6"))));

        Assert.Equal("0,0 ; 0,1 甲乙; 0,2 1; 0,3 2; 1,0 不予公开; 1,1 丙丁; 1,2 3; 1,3 4; 2,0 ; 2,1 戊己; 2,2 5; 2,3 6", Show(table));
    }

    [Fact]
    public void A_label_over_two_columns_merges_them()
    {
        var table = Assert.Single(Find(
            L(0, (20, "上年结转申请"), (150, "1"), (200, "2")),
            L(18, (0, "公开"), (60, "丙丁"), (150, "3"), (200, "4"))));

        Assert.StartsWith("0,0-1 上年结转申请; 0,2 1", Show(table), StringComparison.Ordinal);
    }

    [Fact]
    public void Headers_that_touch_are_parted_where_the_values_are()
    {
        var table = Assert.Single(Find(
            L(0, (100, "公益组织"), (141, "法律服务"), (182, "其他")),
            L(18, (0, "甲乙"), (117, "1"), (158, "2"), (190, "3")),
            L(36, (0, "丙丁"), (117, "4"), (158, "5"), (190, "6"))));

        Assert.StartsWith("0,0 ; 0,1 公益组织; 0,2 法律服务; 0,3 其他; 1,0 甲乙", Show(table), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_header_begins_a_new_table()
    {
        var tables = Find(
            L(0, (0, "规章"), (100, "1"), (150, "2"), (200, "3")),
            L(18, (0, "信息内容"), (130, "处理决定")),
            L(36, (0, "行政许可"), (150, "7")));

        Assert.Equal(["0,0 规章; 0,1 1; 0,2 2; 0,3 3", "0,0 信息内容; 0,1 处理决定; 1,0 行政许可; 1,1 7"], tables.Select(Show));
    }

    [Fact]
    public void A_number_that_wraps_stays_one_number_of_one_row()
    {
        var table = Assert.Single(Find(
            L(0, (0, "甲乙"), (100, "1"), (150, "2")),
            L(20, (100, "123456")),
            L(26, (0, "丙丁"), (150, "3")),
            L(32, (112, "78")),
            L(52, (0, "戊己"), (100, "5"), (150, "6"))));

        Assert.Contains("1,0 丙丁; 1,1 12345678; 1,2 3; 2,0 戊己", Show(table), StringComparison.Ordinal);
    }

    [Fact]
    public void Prose_with_numbers_and_a_list_of_contents_are_no_table() =>
        Assert.Empty(Find(
            L(0, (0, "全年共公开信息"), (75, "631"), (95, "条，其中"), (140, "54"), (155, "条。")),
            L(40, (0, "总体情况"), (200, "1")),
            L(58, (0, "主动公开"), (200, "2")),
            L(76, (0, "收到申请"), (200, "3"))));

    [Fact]
    public void A_column_without_any_value_is_a_column_of_blanks_though_its_header_stands_half_a_line_off()
    {
        var table = Assert.Single(Find(
            L(0, (0, "信息"), (100, "制发"), (150, "废止")),
            L(9, (200, "总计")),
            L(27, (0, "规章"), (107, "1"), (157, "0")),
            L(45, (0, "文件"), (107, "3"), (157, "0"))));

        Assert.EndsWith("2,0 规章; 2,1 1; 2,2 0; 2,3 ; 3,0 文件; 3,1 3; 3,2 0; 3,3 ", Show(table), StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_belongs_to_the_values_on_the_next_page()
    {
        var table = Assert.Single(Pages(
            [.. L(700, (0, "信息内容"), (100, "制发"), (150, "废止"), (200, "有效"))],
            [.. L(60, (0, "规章"), (107, "1"), (157, "0"), (205, "12")), .. L(78, (0, "规范性文件"), (107, "3"), (157, "0"), (207, "4"))]));

        Assert.Equal("0,0 信息内容; 0,1 制发; 0,2 废止; 0,3 有效; 1,0 规章; 1,1 1; 1,2 0; 1,3 12; 2,0 规范性文件; 2,1 3; 2,2 0; 2,3 4", Show(table));
        Assert.Equal(new Place(2, new Box(107, 60, 112, 70)), table.Cells[5].Place);
    }

    [Fact]
    public void A_row_alone_on_the_next_page_stands_in_the_columns_of_its_table()
    {
        var table = Assert.Single(Pages(
            [.. L(700, (0, "甲乙"), (100, "1"), (150, "2"), (200, "3")), .. L(718, (0, "丙丁"), (100, "4"), (150, "5"), (200, "6"))],
            [.. L(60, (0, "戊己"), (200, "9"))]));

        Assert.EndsWith("2,0 戊己; 2,1 ; 2,2 ; 2,3 9", Show(table), StringComparison.Ordinal);
    }

    [Fact]
    public void Page_numbers_and_a_repeated_header_between_the_parts_are_no_rows()
    {
        IEnumerable<Glyph> header = L(60, (0, "信息内容"), (100, "制发"), (150, "废止"), (200, "有效"));
        var table = Assert.Single(Pages(
            [.. header, .. L(78, (0, "规章"), (107, "1"), (157, "0"), (205, "12")), .. L(780, (295, "1"))],
            [.. header, .. L(78, (0, "规范性文件"), (107, "3"), (157, "0"), (207, "4")), .. L(780, (295, "2"))]));

        Assert.Equal("0,0 信息内容; 0,1 制发; 0,2 废止; 0,3 有效; 1,0 规章; 1,1 1; 1,2 0; 1,3 12; 2,0 规范性文件; 2,1 3; 2,2 0; 2,3 4", Show(table));
    }

    [Fact]
    public void Every_letter_of_a_table_is_in_one_cell_and_every_other_in_the_prose() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 200], Gen.Int[0, 12]).Array[0, 60].Sample(places =>
        {
            Glyph[] letters = [.. places.Select((place, i) => new Glyph(((char)('0' + i % 10)).ToString(), new Box(place.Item2 * 2, place.Item3 * 9 + place.Item1 * 0.5, place.Item2 * 2 + 5, place.Item3 * 9 + place.Item1 * 0.5 + 10), 10))];
            var found = UnruledTables.Find(Loose([.. letters]));
            var inCells = string.Concat(found.Tables.SelectMany(table => table.Cells).SelectMany(cell => cell.Lines).Select(line => line.Text));

            Assert.Equal(
                letters.Select(letter => letter.Text[0]).Order(),
                inCells.Where(c => c != ' ').Concat(letters.Where(letter => !found.Letters.Contains(letter)).Select(letter => letter.Text[0])).Order());
            foreach (var table in found.Tables)
                NoneOverlaps(table.ToTable());
        });

    internal static void NoneOverlaps(Table table)
    {
        var taken = new HashSet<(int, int)>();
        foreach (var cell in table.Cells)
            for (var row = cell.Row; row < cell.EndRow; row++)
                for (var column = cell.Column; column < cell.EndColumn; column++)
                    Assert.True(taken.Add((row, column)) && row < table.Rows && column < table.Columns);
    }
}
