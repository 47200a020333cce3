using System.Text;
using ReportIngest.Documents;
using ReportIngest.Reading;

namespace ReportIngest.Tests.Reading;

public sealed class MarkdownReaderTests
{
    [Fact]
    public void Headings_and_paragraphs_give_the_text_of_their_marks() =>
        Assert.Equal("## 一、总体情况\n重点 领域见网站，网址 https://example.gov.cn/ 。\n(picture)", Show.Blocks(Show.Markdown(
            "## 一、**总体**情况\n\n*重点* `领域`见[网站](https://example.gov.cn/)，网址 <https://example.gov.cn/> 。![图](a.png)")));

    [Fact]
    public void An_item_of_a_list_is_a_paragraph_that_keeps_its_number() =>
        Assert.Equal("1. 属于国家秘密\n3) 其他\n1.推动公开\n内层\n02. 末项", Show.Blocks(Show.Markdown("1. 属于国家秘密\n\n3) 其他\n\n- 1.推动公开\n  - 内层\n\n02. 末项")));

    [Theory]
    [InlineData("行政处罚\n\n-\n\n0", "行政处罚\n-\n0")]
    [InlineData("行政处罚\n-\n", "行政处罚⏎-")]
    [InlineData("行政处罚\n\n1.\n", "行政处罚\n1.")]
    public void A_dash_that_says_none_and_a_bare_number_are_not_lost(string text, string blocks) => Assert.Equal(blocks, Show.Blocks(Show.Markdown(text)));

    [Fact]
    public void Underlined_headings_are_headings() => Assert.Equal("# 报告\n## 总体情况", Show.Blocks(Show.Markdown("报告\n====\n\n总体情况\n----")));

    [Fact]
    public void The_lines_of_a_paragraph_stay_lines() => Assert.Equal("规章⏎0⏎1", Show.Blocks(Show.Markdown("规章\n0  \n1")));

    [Fact]
    public void A_table_has_the_cells_that_are_written_and_no_others()
    {
        var table = Show.Markdown("| 信息内容 | 制发 | 废止 |\n|:---|:-:|--|\n| 规章 | 0 |\n| 其他 | | 1 | 2 |").Tables[0];
        Assert.Equal("信息内容|制发|废止\n规章|0\n其他|∅|1|2", Show.Grid(table));
        Assert.Equal((3, 4, SpanFidelity.Lost), (table.Rows, table.Columns, table.Spans));
    }

    [Theory]
    [InlineData("规章 | 0\n--- | ---\n其他 | 1")]
    [InlineData("规章 | 0\n- | -\n其他 | 1")]
    [InlineData("规章 | 0\n其他 | 1")]
    [InlineData("| 规章 | 0\n| 其他 | 1")]
    [InlineData("| 规章 | 0 |\n|---|\n| 其他 | 1 |")]
    [InlineData("        | 规章 | 0 |\n        | 其他 | 1 |")]
    [InlineData("> | 规章 | 0 |\n> |---|---|\n> | 其他 | 1 |")]
    [InlineData("```\n| 规章 | 0 |\n| 其他 | 1 |\n```")]
    [InlineData("│ 规章 │ 0 │\n│ 其他 │ 1 │")]
    [InlineData("｜规章｜0｜\n｜其他｜1｜")]
    [InlineData("|---+---|\n| 规章 | 0 |\n| 其他 | 1 |")]
    public void Rows_are_rows_in_whatever_form_the_crawler_left_them(string text) =>
        Assert.Equal("规章|0\n其他|1", Show.Grid(Assert.Single(Show.Markdown(text).Tables)));

    [Fact]
    public void Without_outer_pipes_a_row_may_begin_and_end_with_an_empty_cell() =>
        Assert.Equal("∅|自然人|总计\n新收|2|∅\n∅|3|∅", Show.Grid(Assert.Single(Show.Markdown(" | 自然人 | 总计\n--- | --- | ---\n新收 | 2 |\n | 3 | ").Tables)));

    [Fact]
    public void An_escaped_pipe_is_text_and_an_escaped_backslash_is_not_an_escape() =>
        Assert.Equal(@"a|b|c\|d", Show.Grid(Show.Markdown(@"| a\|b | c\\| d |").Tables[0]));

    [Fact]
    public void What_is_struck_out_marks_of_notes_and_pictures_are_no_digits_of_a_cell() =>
        Assert.Equal("2|2|2|2¹|\uFFFD|7~~|72\uFFFD", Show.Grid(Show.Markdown("| ~~7~~2 | <del>7</del>2 | 2[^1] | 2<sup>1</sup> | ![](7.png) | 7~~ | <b hidden>7</b>2 |").Tables[0]));

    [Theory]
    [InlineData("<span class='x hidden'>9</span>4", "94\uFFFD")]
    [InlineData("<span class='d-none'>9</span>4", "94\uFFFD")]
    [InlineData("<span style='color:white'>9</span>4", "94\uFFFD")]
    [InlineData("<span style='color:#000;font-size:0'>9</span>4", "94\uFFFD")]
    [InlineData("<span style='font-size:0.9em;opacity:0.9'>4</span>", "4")]
    [InlineData("<span style='background:#333;color:#fff' class='overflow-hidden'>4</span>", "4")]
    public void Digits_are_doubted_where_the_attributes_of_a_tag_may_hide_them(string cell, string text) =>
        Assert.Equal(text, Show.Grid(Show.Markdown($"| {cell} | 1 |").Tables[0]).Split('|')[0]);

    [Fact]
    public void Formulas_that_recognisers_of_print_write_are_marks_of_notes_and_plain_numbers() =>
        Assert.Equal("2¹|2¹|2¹|12|$a$", Show.Grid(Show.Markdown("| 2$^{1}$ | 2 $ { } ^ { 1 } $ | 2^1^ | $12$ | $a$ |").Tables[0]).Replace(" ", "", StringComparison.Ordinal));

    [Theory]
    [InlineData(@"$12$")]
    [InlineData(@"\$12\$")]
    [InlineData(@"**$12$**")]
    [InlineData(@"$\mathrm{12}$")]
    public void A_plain_number_that_a_recogniser_of_print_took_for_mathematics_is_one(string cell) =>
        Assert.Equal("12|3", Show.Grid(Show.Markdown($"| {cell} | 3 |").Tables[0]));

    [Fact]
    public void Thousands_of_mathematics_are_parted_by_a_comma() => Assert.Equal("1,234|12,345|(12)|$a$", Show.Grid(Show.Markdown(@"| $1{,}234$ | $12\,345$ | (12) | $a$ |").Tables[0]));

    [Theory]
    [InlineData(@"$12\,34$")]
    [InlineData("$1,2$")]
    [InlineData("$12^{1}$")]
    [InlineData(@"$\underline{12}$")]
    [InlineData(@"\(12\)")]
    [InlineData(@"**\(12\)**")]
    public void Mathematics_that_is_no_plain_number_or_may_be_none_is_doubtful(string cell) =>
        Assert.EndsWith("\uFFFD", Show.Grid(Show.Markdown($"| {cell} | 3 |").Tables[0]).Split('|')[0], StringComparison.Ordinal);

    [Fact]
    public void Round_brackets_of_mathematics_are_taken_where_every_number_stands_in_them() =>
        Assert.Equal("规章|12|3", Show.Grid(Show.Markdown(@"| 规章 | \(12\) | \( \text{ 3 } \) |").Tables[0]));

    [Fact]
    public void Stars_on_one_side_of_mathematics_are_no_emphasis() => Assert.NotEqual("12", Show.Grid(Show.Markdown("| *$12$ | 3 |").Tables[0]).Split('|')[0]);

    [Fact]
    public void The_bullets_of_rows_in_a_list_are_no_signs_of_numbers() =>
        Assert.Equal("行政复议|总计\n14|3", Show.Grid(Assert.Single(Show.Markdown("- 行政复议 | 总计\n- 14 | 3").Tables)));

    [Fact]
    public void The_text_of_a_cell_is_what_the_page_shows() =>
        Assert.Equal("商业⏎企业|12|a_b|1. 其他|-|m²|a b", Show.Grid(Show.Markdown("| 商业<br/>企业 | **12** | a\\_b | 1. 其他 | - | m<sup>2</sup> | a&#32;b |").Tables[0]));

    [Fact]
    public void A_table_directly_below_and_above_text_takes_no_line_of_it() =>
        Assert.Equal("情况如下\n[2×2]\n以上", Show.Blocks(Show.Markdown("情况如下\n| a | b |\n|---|---|\n| 1 | 2 |\n以上")));

    [Fact]
    public void A_second_rule_begins_a_second_table() =>
        Assert.Equal("[2×2]\n[1×3]\n[2×2]", Show.Blocks(Show.Markdown("| a | b |\n|---|---|\n| 1 | 2 |\n| c | d | e |\n|---|---|---|\n| f | g |\n|---|---|\n| 3 | 4 |")));

    [Fact]
    public void A_blank_line_ends_a_table() => Assert.Equal("[2×1]\n[1×1]", Show.Blocks(Show.Markdown("| a |\n|---|\n| 1 |\n\n| b |")));

    [Fact]
    public void Headings_of_several_rows_above_the_rule_stay_with_their_table() =>
        Assert.Equal("a|b\nc|d\n1|2", Show.Grid(Assert.Single(Show.Markdown("| a | b |\n| c | d |\n|---|---|\n| 1 | 2 |").Tables)));

    [Fact]
    public void A_last_row_of_dashes_is_values() => Assert.Equal("维持|纠正\n-|-", Show.Grid(Assert.Single(Show.Markdown("| 维持 | 纠正 |\n| - | - |").Tables)));

    [Fact]
    public void Front_matter_is_metadata()
    {
        var document = Show.Markdown("---\nTitle: \"年度报告\"\ndate: 2025-01-20\ntags:\n  - a\n---\n正文");
        Assert.Equal([KeyValuePair.Create("title", "年度报告"), KeyValuePair.Create("date", "2025-01-20")], document.Metadata);
        Assert.Equal("正文", Show.Blocks(document));
    }

    [Fact]
    public void A_table_in_HTML_is_read_as_HTML_and_stays_in_its_place()
    {
        var document = Show.Markdown("一\n<table>\n<tr><td rowspan=\"2\">a</td>\n\n    <td>1 | 2</td></tr>\n<tr><td>3<br>4</td></tr></table>二\n\n<div align=\"center\">三</div>");
        Assert.Equal("一\n[2×2]\n二\n三", Show.Blocks(document));
        Assert.Equal("a{2×1}|1 | 2\n3⏎4", Show.Grid(document.Tables[0]));
        Assert.Equal(SpanFidelity.Stated, document.Tables[0].Spans);
    }

    [Fact]
    public void A_line_across_the_top_begins_no_front_matter() =>
        Assert.Equal("年度报告\n正文", Show.Blocks(Show.Markdown("---\n年度报告\n\n---\n正文")));

    [Fact]
    public void Tables_and_text_come_in_their_order_also_inside_a_fence() =>
        Assert.Equal("一\n[1×2]\n二\n[2×2]\n三", Show.Blocks(Show.Markdown("```text\n一\n| a | b |\n二\na\t1\nb\t2\n```\n三")));

    [Theory]
    [InlineData('>')]
    [InlineData('[')]
    [InlineData('*')]
    public void Deep_nesting_is_refused_or_read(char mark)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat($"{mark} ", 3000)) + "a" + string.Concat(Enumerable.Repeat($"{mark}b", 3000)));
        try
        {
            Assert.NotEmpty(Show.Markdown(bytes, Limits.Default).Blocks);
        }
        catch (UnreadableException refusal)
        {
            Assert.Equal(UnreadableReason.Damaged, refusal.Reason);
        }
    }

    [Fact]
    public void The_seed_gives_its_three_tables_as_printed()
    {
        var seed = File.ReadAllText(Repository.File("seeds/seed.md"));
        var printed = seed.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith('|') && line.Any(c => c is not ('|' or '-')))
            .Select(line => string.Join('|', line[1..^1].Split('|').Select(cell => cell.Trim() is { Length: > 0 } text ? text : "∅")));
        var tables = Show.Markdown(seed).Tables;
        Assert.Equal([(14, 4), (28, 10), (4, 15)], tables.Select(table => (table.Rows, table.Columns)));
        Assert.Equal(printed, tables.SelectMany(table => Show.Grid(table).Split('\n')));
    }

    [Fact]
    public void A_shattered_report_loses_nothing()
    {
        var path = Repository.File("../shared/real/kewei-2024-shattered.md");
        Assert.SkipUnless(File.Exists(path), "shared/real is not here");
        var source = File.ReadAllText(path);
        var document = Show.Markdown(source);
        Assert.Equal(19, document.Tables.Length);

        static IEnumerable<char> Content(string text) => text.Where(c => !char.IsWhiteSpace(c) && c is not ('|' or '-' or '#')).Order();
        var read = document.Blocks.Select(block => block switch
        {
            Heading heading => heading.Text,
            Paragraph paragraph => paragraph.Text,
            _ => string.Concat(((Table)block).Cells.Select(cell => cell.Text)),
        });
        Assert.Equal(string.Concat(Content(source)), string.Concat(Content(string.Concat(read))));
    }
}
