using System.Text;
using ReportIngest.Documents;
using ReportIngest.Forms;
using ReportIngest.Reading;

namespace ReportIngest.Tests.Reading;

public sealed class TextReaderTests
{
    [Fact]
    public void A_line_is_a_paragraph_and_blank_lines_are_nothing() =>
        Assert.Equal("行政许可\n97\n0\n行政处罚", Show.Blocks(Show.Text("行政许可\n97\n\n　\n 0　\r\n行政处罚\n")));

    [Fact]
    public void Lines_with_tabs_are_rows_whose_leading_tabs_are_empty_cells()
    {
        var document = Show.Text("信息内容\t本年制发件数\t本年废止件数\n\t0\t\n规章\t0\t1\n以上。");
        Assert.Equal("[3×3]\n以上。", Show.Blocks(document));
        Assert.Equal("信息内容|本年制发件数|本年废止件数\n∅|0|∅\n规章|0|1", Show.Grid(document.Tables[0]));
        Assert.Equal(SpanFidelity.Lost, document.Tables[0].Spans);
    }

    [Theory]
    [InlineData("信息内容,本年制发件数,本年废止件数\n规章,\"1,234\",\n\"行政规范性\n文件\",0,7", "信息内容|本年制发件数|本年废止件数\n规章|1,234|∅\n行政规范性⏎文件|0|7")]
    [InlineData("规章,1,234,0\n行政规范性文件,0,7", null)]
    [InlineData("规章 1,234 5,678 9\n行政规范性文件 1,000 2,000 3", null)]
    [InlineData("2024年,全乡公开信息12条,其中网站10条。\n2023年,全乡公开信息10条,其中网站8条。", null)]
    public void Rows_of_fields_between_commas_are_a_table_where_all_have_as_many(string text, string? grid) =>
        Assert.Equal(grid, Show.Text(text).Tables is [var table] ? Show.Grid(table) : null);

    [Fact]
    public void What_a_spreadsheet_sets_behind_a_lone_text_and_a_letter_program_before_a_line_is_no_text_of_the_report()
    {
        Assert.Equal("一、总体情况\n[2×3]", Show.Blocks(Show.Text("一、总体情况,,\n规章,0,1\n行政规范性文件,0,7\n")));
        Assert.Equal("[4×3]", Show.Blocks(Show.Text("规章,0,1\n行政许可,,\n二、行政处罚,,\n行政强制,0,7\n")));
        Assert.Equal("[2×3]\n三、办理情况\n[2×3]", Show.Blocks(Show.Text("规章,0,1\n行政许可,0,1\n三、办理情况,,\n事项,新收,结转\n行政强制,0,7\n")));
        Assert.Equal("一、总体情况\n[2×3]", Show.Blocks(Show.Text("> 一、总体情况\n>\n>> 规章\t0\t1\n>> 行政规范性文件\t0\t7\n")));
    }

    [Fact]
    public void Dashes_in_groups_say_where_columns_stand_also_where_cells_are_empty() =>
        Assert.Equal("信息内容|本年制发件数|现行有效件数\n规章|∅|∅\n行政规范性文件|∅|12", Show.Grid(Assert.Single(Show.Text("""
              信息内容         本年制发件数   现行有效件数
              ---------------- -------------- --------------
              规章
              行政规范性文件                  12

            以上。
            """).Tables)));

    [Fact]
    public void Between_two_lines_of_dashes_rows_of_several_lines_stand_apart() =>
        Assert.Equal("信息内容|本年制发件数|现行有效件数\n规章|∅|0\n行政规范性⏎文件|3|12", Show.Grid(Assert.Single(Show.Text("""
              ---------------------------------------------
              信息内容         本年制发件数   现行有效件数
              ---------------- -------------- -------------
              规章                            0

              行政规范性       3              12
              文件
              ---------------------------------------------

            以上。
            """).Tables)));

    [Fact]
    public void Blanks_of_one_width_everywhere_set_no_columns() =>
        Assert.Empty(Show.Text("规章  1  0  7\n行政规范性文件  3  5\n行政许可  12\n").Tables);

    [Fact]
    public void A_row_with_fewer_tabs_has_fewer_cells() =>
        Assert.Equal("行政复议|行政诉讼\n结果维持|结果纠正|总计\n0|0|0", Show.Grid(Show.Text("行政复议\t行政诉讼\n结果维持\t结果纠正\t总计\n0\t0\t0").Tables[0]));

    [Theory]
    [InlineData("\t2024年，全乡政府信息公开工作稳步推进。\n\t一是加强领导。")]
    [InlineData("1.\t推动政府信息公开的力度不够；\n2.\t公开的内容不够充实；")]
    [InlineData("（一）\t主动公开情况\n（二）\t依申请公开情况")]
    [InlineData("2024 年  全乡共公开信息 12 条。\n2023 年  全乡共公开信息 10 条。")]
    [InlineData("一、  总体情况\n二、  主动公开政府信息情况")]
    [InlineData("　　2024 年，我乡认真落实条例，\n　　全面推进公开，\n　　取得成效")]
    [InlineData("首页 | 政务公开\n2024 年工作稳步推进 | 见附件。\n其他情况|无。")]
    [InlineData("──────────\n说明\n──────────")]
    [InlineData("┌──────┐\n│ 本年无 │\n└──────┘")]
    [InlineData("2024 年  共受理\n申请 3 件，  已办结\n2 件，转下年  1 件")]
    public void Prose_is_no_table(string prose) => Assert.Empty(Show.Text(prose).Tables);

    [Fact]
    public void Columns_set_with_blanks_are_told_by_their_place()
    {
        var table = Show.Text("""
            信息内容        本年制发件数  本年废止件数
            规　章                     0             1
            行政规范性文件                          12
            """).Tables[0];
        Assert.Equal("信息内容|本年制发件数|本年废止件数\n规　章|0|1\n行政规范性文件|∅|12", Show.Grid(table));
        Assert.Equal(SpanFidelity.Inferred, table.Spans);
    }

    [Fact]
    public void A_value_as_wide_as_its_column_leaves_one_blank_to_the_next() =>
        Assert.Equal("信息 内容|商业企业|科研机构\n一、 新收|26463|5\n二、 结转|0|52039", Show.Grid(Assert.Single(Show.Text("""
            信息 内容   商业企业 科研机构
            一、 新收   26463    5
            二、 结转   0        52039
            """).Tables)));

    [Fact]
    public void A_heading_over_several_aligned_columns_spans_them() =>
        Assert.Equal("总计|申请人情况{1×2}\n∅|自然人|商业企业\n3|2|1", Show.Grid(Show.Text("""
            总计    申 请 人 情 况
                    自然人  商业企业
            3       2       1
            """.Replace("申 请 人 情 况", "申请人情况", StringComparison.Ordinal)).Tables[0]));

    [Fact]
    public void Columns_padded_by_the_number_of_characters_are_straight_too() =>
        Assert.Equal("信息内容|制发|废止\n规章|0|1\n行政规范性文件|22|3", Show.Grid(Show.Text("""
            信息内容     制发  废止
            规章       0   1
            行政规范性文件  22  3
            """).Tables[0]));

    [Fact]
    public void A_drawn_table_merges_cells_where_a_line_is_missing()
    {
        var table = Show.Text("""
            ┌──────┬─────────────┐
            │      │ 申请人情况  │
            │ 项目 ├──────┬──────┤
            │      │ 自然 │ 企业 │
            ├──────┼──────┼──────┤
            │ 新收 │ 2    │ 1    │
            ├──────┴──────┼──────┤
            │ 结转        │ 0    │
            └─────────────┴──────┘
            """).Tables[0];
        Assert.Equal("项目{2×1}|申请人情况{1×2}\n自然|企业\n新收|2|1\n结转{1×2}|0", Show.Grid(table));
        Assert.Equal(SpanFidelity.Ruled, table.Spans);
    }

    [Fact]
    public void A_table_drawn_for_Chinese_fonts_has_strokes_of_double_width() =>
        Assert.Equal("规章|“０”\n其他|0", Show.Grid(Show.Text("""
            ┌──┬───┐
            │规章│“０”│
            ├──┼───┤
            │其他│0     │
            └──┴───┘
            """.Replace("“０”│", "“０”│", StringComparison.Ordinal)).Tables[0]));

    [Fact]
    public void A_grid_of_plus_and_minus_keeps_the_lines_of_a_cell_together() =>
        Assert.Equal("结果⏎维持|-3\n商业⏎企业|+5{2×1}\n其他", Show.Grid(Show.Text("""
            +------+-----+
            | 结果 | -3  |
            | 维持 |     |
            +======+=====+
            | 商业 |     |
            | 企业 | +5  |
            +------+     |
            | 其他 |     |
            +------+-----+
            """).Tables[0]));

    [Fact]
    public void A_table_without_rules_between_its_rows_has_a_row_a_line() =>
        Assert.Equal("信息内容|制发\n规章|0\n其他|-", Show.Grid(Show.Text("""
            +----------+------+
            | 信息内容 | 制发 |
            +----------+------+
            | 规章     |    0 |
            | 其他     |    - |
            +----------+------+
            """).Tables[0]));

    [Fact]
    public void A_drawing_whose_strokes_do_not_meet_still_gives_its_cells()
    {
        var table = Show.Text("""
            ┌────┬──┐
            │ 行政规范性文件 │ 12 │
            │ 规章 │ 0 │
            └────┴──┘
            """).Tables[0];
        Assert.Equal("行政规范性文件|12\n规章|0", Show.Grid(table));
        Assert.Equal(SpanFidelity.Lost, table.Spans);
    }

    [Fact]
    public void Pipe_rows_need_no_rule() =>
        Assert.Equal("规章|0\n其他|1|2", Show.Grid(Show.Text("规章情况\n| 规章 | 0 |\n| 其他 | 1 | 2 |\n以上").Tables[0]));

    [Fact]
    public void Rows_that_all_end_in_a_pipe_need_none_in_front_and_no_equal_width() =>
        Assert.Equal("第二十条第（五）项\n信息内容|本年处理决定数量\n行政许可|3", Show.Grid(Show.Text("第二十条第（五）项 |\n信息内容 | 本年处理决定数量 |\n行政许可 | 3 |\n以上").Tables[0]));

    [Fact]
    public void Lines_of_pipes_alone_are_no_table() => Assert.Empty(Show.Text("规章 |\n0 |\n|||\n其他 |\n").Tables);

    [Fact]
    public void A_table_as_a_database_prints_it_is_read() =>
        Assert.Equal("信息内容|制发\n规章|0\n其他|1", Show.Grid(Show.Text(" 信息内容 | 制发 \n----------+------\n 规章     |    0\n 其他     |    1\n(2 rows)").Tables[0]));

    [Fact]
    public void A_text_in_another_encoding_is_read_in_it()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes("郏县王集乡人民政府2024年政府信息公开工作年度报告");
        Assert.Equal("gb18030", Show.Text(bytes, Limits.Default).Encoding);
    }

    [Theory]
    [InlineData("| a | b |\n| c | d |")]
    [InlineData("a\tb\nc\td")]
    [InlineData("a   b\ncc  d")]
    [InlineData("+--+--+\n|a |b |\n+--+--+\n|c |d |\n+--+--+")]
    public void More_cells_than_allowed_are_refused(string text)
    {
        var refusal = Assert.Throws<UnreadableException>(() => Show.Text(Encoding.UTF8.GetBytes(text), Limits.Default with { Cells = 3 }));
        Assert.Equal(UnreadableReason.TooLarge, refusal.Reason);
    }

    [Fact]
    public void More_bytes_than_allowed_are_refused() =>
        Assert.Equal(UnreadableReason.TooLarge, Assert.Throws<UnreadableException>(() => Show.Text(new byte[5], Limits.Default with { InputBytes = 4 })).Reason);

    [Fact]
    public void Letters_without_width_between_columns_leave_no_cell_outside_its_table()
    {
        var bytes = Encoding.UTF8.GetBytes("信息内容        本年数量        总数\n规章            12              34\n文件     \u200b\u200b     56              78\n其他            90              12\n");
        var document = Pipeline.Read(bytes, Source.Of("a.txt", bytes), Limits.Default);
        Assert.All(document.Tables.SelectMany(table => table.Cells), cell => Assert.True(cell.RowSpan > 0 && cell.ColumnSpan > 0));
        Assert.NotNull(FormMatcher.Match(document));
    }
}
