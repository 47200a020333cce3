using ReportIngest.Documents;
using ReportIngest.Reports;

namespace ReportIngest.Tests.Reports;

public sealed class SectionReaderTests
{
    private static readonly string[] Titles =
        ["总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况", "存在的主要问题及改进情况", "其他需要报告的事项"];

    private const string Form = """
        一、总体情况
        甲
        二、主动公开政府信息情况
        | 规章 | 0 |
        三、收到和处理政府信息公开申请情况
        | 总计 | 0 |
        四、政府信息公开行政复议、行政诉讼情况
        | 结果维持 | 0 |
        五、存在的主要问题及改进情况
        乙
        六、其他需要报告的事项
        丙
        """;

    private static string Read(string text) =>
        string.Join(" ", SectionReader.Of(Documents.Of(text)).Select(section => $"{section.Number}:{section.Text.Replace('\n', '/')}"));

    [Fact]
    public void The_six_sections_have_the_form_s_titles_and_no_text_of_tables()
    {
        var sections = SectionReader.Of(Documents.Of(Form));
        Assert.Equal(Titles, sections.Select(section => section.Title));
        Assert.Equal("1:甲 2: 3: 4: 5:乙 6:丙", Read(Form));
        Assert.Equal("五、存在的主要问题及改进情况", sections[4].Heading);
    }

    [Fact]
    public void A_megabyte_of_blanks_within_a_line_is_no_more_than_a_wide_gap() =>
        Assert.Equal("1:甲" + new string(' ', 200) + "乙  丙 2:", Read("一、总体情况\n甲" + new string(' ', 1_000_000) + "乙  丙\n二、主动公开政府信息情况\n"));

    /// <summary>Each line a row of one table of three columns; the rest of a row is merged with its first cell, or blank.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_sheet_that_holds_the_whole_report_is_read_as_text_but_for_its_tables(bool merged)
    {
        string[] rows = [.. Form.Split('\n'), "郏县教育局", "2025年1月20日"];
        var cells = rows.SelectMany((text, row) => text.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries) switch
        {
            [var label, var value] => new Cell[] { new(row, 0, 1, 1, label, default), new(row, 1, 1, 1, value, default) },
            _ when merged => [new(row, 0, 1, 3, text, default)],
            _ => [new(row, 0, 1, 1, text, default), new(row, 1, 1, 1, "", default), new(row, 2, 1, 1, "", default)],
        });
        var document = new Document(FileKind.Html, null, [new Table(rows.Length, 3, [.. cells], SpanFidelity.Stated, default)], [], []);

        Assert.Equal("1:甲 2: 3: 4: 5:乙 6:丙", string.Join(" ", SectionReader.Of(document).Select(section => $"{section.Number}:{section.Text}")));
        Assert.Equal(new DateOnly(2025, 1, 20), ReportHeader.Of(document).Published);
    }

    [Fact]
    public void Sheets_of_one_column_between_sheets_of_tables_are_text()
    {
        Table Sheet(params string[] rows) => new(rows.Length, 1, [.. rows.Select((text, row) => new Cell(row, 0, 1, 1, text, default))], SpanFidelity.Stated, default);
        var document = new Document(FileKind.Html, null, [Sheet("一、总体情况", "全年公开信息30条。", "二、主动公开政府信息情况"), Sheet("五、存在的主要问题及改进情况", "更新不及时。", "六、其他需要报告的事项", "无。")], [], []);

        Assert.Equal("1:全年公开信息30条。 2: 5:更新不及时。 6:无。", string.Join(" ", SectionReader.Of(document).Select(section => $"{section.Number}:{section.Text}")));
    }

    /// <summary>One table with the six titles, below the report or by itself.</summary>
    [Theory]
    [InlineData("", "", Form)]
    [InlineData("（点击查看）", "", Form)]
    [InlineData("", "9", Form)]
    [InlineData("（点击查看）", "", "")]
    [InlineData("", "9", "")]
    public void A_table_of_the_titles_is_no_sheet(string behind, string beside, string report)
    {
        var rows = Titles.SelectMany((title, row) => new Cell[] { new(row, 0, 1, 1, "一二三四五六"[row] + "、" + title + behind, default), new(row, 1, 1, 1, beside, default) });
        var document = Documents.Of(report);
        var read = SectionReader.Of(document with { Blocks = document.Blocks.Add(new Table(Titles.Length, 2, [.. rows], SpanFidelity.Stated, default)) });
        Assert.Equal(Read(report), string.Join(" ", read.Select(section => $"{section.Number}:{section.Text.Replace('\n', '/')}")));
    }

    [Fact]
    public void Tables_of_two_rows_below_a_report_with_titles_worded_anew_are_no_sheets()
    {
        string[] report = ["一、关于总体情况", "全年公开信息30条。", "五、关于存在的主要问题和改进情况", "更新不及时。", "六、关于其他需要报告的事项", "无。"];
        var menu = Titles.Select((title, i) => new Table(2, 1, [new(0, 0, 1, 1, "一二三四五六"[i] + "、" + title, default), new(1, 0, 1, 1, "本栏目由办公室维护。", default)], SpanFidelity.Stated, default));
        var document = Documents.Of(string.Join('\n', report));

        Assert.StartsWith("1:全年公开信息30条。 5:更新不及时。 6:无。", string.Join(" ", SectionReader.Of(document with { Blocks = [.. document.Blocks, .. menu] }).Select(section => $"{section.Number}:{section.Text}")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_form_s_own_heading_at_the_head_of_a_table_s_cell_opens_its_section() =>
        Assert.Contains("3:", Read(Form.Replace("三、收到和处理政府信息公开申请情况", "| 三、收到和处理政府信息公开申请情况（本列数据的勾稽关系为） | 申请人情况 |", StringComparison.Ordinal)));

    [Theory]
    [InlineData("一、 总体 情况", 1)]
    [InlineData("# 一、总体情况", 1)]
    [InlineData("第一部分 总体情况", 1)]
    [InlineData("1.总体情况", 1)]
    [InlineData("一．政府信息公开工作总体情况", 1)]
    [InlineData("一、概述", 1)]
    [InlineData("一、工作基本情况", 1)]
    [InlineData("一、政府信息公开工作的基本概况", 1)]
    [InlineData("总体情况", 1)]
    [InlineData("二、政府信息主动公开情况", 2)]
    [InlineData("三、主动公开政府信息的情况", 2)]
    [InlineData("三、政府信息公开申请办理情况", 3)]
    [InlineData("三、依申请公开政府信息办理情况", 3)]
    [InlineData("二、收到和处理政府信息公开申请情况", 3)]
    [InlineData("四、因政府信息公开申请行政复议、提起行政诉讼情况", 4)]
    [InlineData("四、政府信息公开行政复议和行政诉讼情况", 4)]
    [InlineData("四、复议诉讼", 4)]
    [InlineData("五、政府信息公开工作存在的主要问题及改进情况", 5)]
    [InlineData("五、存在问题和改进措施", 5)]
    [InlineData("五、存在的不足与下一步打算", 5)]
    [InlineData("六、其它需要报告的事项", 6)]
    [InlineData("六、需要报告的其他事项", 6)]
    [InlineData("四、政府信息公开行政复议、行政诉讼情\n况", 4)]
    [InlineData("# 其他需要报告的事项情况", 6)]
    public void A_heading_is_known_by_its_title(string heading, int number)
    {
        var section = Assert.Single(SectionReader.Of(Documents.Of(heading + "\n文字")));
        Assert.Equal((number, Titles[number - 1], "文字"), (section.Number, section.Title, section.Text));
    }

    [Theory]
    [InlineData("一、总体情况。2024年，全乡公开信息30条。\n又", "一、总体情况")]
    [InlineData("一、总体情况：2024年，全乡公开信息30条。\n又", "一、总体情况")]
    [InlineData("一、总体情况⏎2024年，全乡公开信息30条。⏎又", "一、总体情况")]
    [InlineData("一、总体情况 2024年，全乡公开信息30条。\n又", "一、总体情况")]
    [InlineData("一、总体情况按照条例，全乡公开信息30条。\n又", "一、总体情况", "按照条例，全乡公开信息30条。\n又")]
    [InlineData("一、总 体 情 况　2024年，全乡公开信息30条。\n又", "一、总 体 情 况")]
    public void A_heading_and_text_in_one_paragraph_are_parted(string text, string heading, string rest = "2024年，全乡公开信息30条。\n又")
    {
        var section = Assert.Single(SectionReader.Of(Documents.Of(text)));
        Assert.Equal((heading, rest), (section.Heading, section.Text));
    }

    [Fact]
    public void A_heading_alone_in_a_row_of_a_table_without_borders_is_one()
    {
        Document Of(SpanFidelity spans) => Documents.Of("") with { Blocks = [new Table(2, 2, [Cell(0, 0, "四、政府信息公开行政复议、行政诉讼情况"), Cell(0, 1, ""), Cell(1, 0, "结果维持"), Cell(1, 1, "0")], spans, default)] };
        Assert.Empty(SectionReader.Of(Of(SpanFidelity.Stated)));
        Assert.Equal(4, Assert.Single(SectionReader.Of(Of(SpanFidelity.Inferred))).Number);

        static Cell Cell(int row, int column, string text) => new(row, column, 1, 1, text, default);
    }

    [Theory]
    [InlineData("乙。六、其他需要报告的事项\n丙")]
    [InlineData("乙。 六、 其他需要报告的事项\n丙")]
    [InlineData("乙。六、其他需要报告的事项丙")]
    [InlineData("乙六、其他需要报告的事项\n丙", "乙")]
    public void A_heading_glued_to_the_line_before_it_is_found(string text, string before = "乙。") =>
        Assert.Equal($"5:{before} 6:丙", Read("五、存在的主要问题及改进情况\n" + text));

    [Theory]
    [InlineData("二、其他需要报告的事项：无。")]
    [InlineData("二、其他事项：无。")]
    public void A_title_with_another_number_behind_the_section_s_own_heading_is_an_item_of_it(string item)
    {
        const string fee = "一、收取信息处理费情况：未收取。";
        Assert.EndsWith($" 6:{fee}/{item}", Read(Form.Replace("丙", $"{fee}\n{item}", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_sentence_that_lists_the_sections_opens_none() =>
        Assert.Equal("1:甲 2: 3: 4: 5:乙 6:丙", Read("报告包括一、总体情况；二、主动公开政府信息情况；六、其他需要报告的事项\n全文如下：\n" + Form));

    [Theory]
    [InlineData("1:一 3:三 2:二 4:四 5:五 6:六", 1, 3, 2, 4, 5, 6)]
    [InlineData("1:一 2:二 3:三 6:六 4:四 5:五", 1, 2, 3, 6, 4, 5)]
    [InlineData("2:二 1:一 3:三 4:四 5:五 6:六", 2, 1, 3, 4, 5, 6)]
    [InlineData("6:六 5:五 4:四 3:三 2:二 1:一", 6, 5, 4, 3, 2, 1)]
    public void Sections_in_another_order_keep_their_headings_and_their_text(string expected, params int[] order)
    {
        var numbered = order.Select(number => $"{"一二三四五六"[number - 1]}、{Titles[number - 1]}\n{"一二三四五六"[number - 1]}");
        Assert.Equal(expected, Read(string.Join('\n', numbered)));
        var renumbered = order.Select((number, i) => $"{"一二三四五六"[i]}、{Titles[number - 1]}\n{"一二三四五六"[number - 1]}");
        Assert.Equal(expected, Read(string.Join('\n', renumbered)));
        var bare = order.Select(number => $"# {Titles[number - 1]}\n{"一二三四五六"[number - 1]}");
        Assert.Equal(expected, Read(string.Join('\n', bare)));
    }

    [Fact]
    public void A_table_of_contents_gives_no_section_that_stands_among_those_it_lists() =>
        Assert.Equal("2:二 3:三", Read("""
            二、主动公开政府信息情况 2
            六、其他需要报告的事项 6
            三、收到和处理政府信息公开申请情况 3
            二、主动公开政府信息情况
            二
            三、收到和处理政府信息公开申请情况
            三
            """));

    [Theory]
    [InlineData("-5-")]
    [InlineData("— 3 —")]
    [InlineData("－ １２ －")]
    [InlineData("第 3 页 共 8 页")]
    [InlineData("第3页")]
    public void Page_numbers_are_no_text_of_a_section(string number) =>
        Assert.Equal("1:甲/乙", Read($"一、总体情况\n甲\n{number}\n乙"));

    [Theory]
    [InlineData("5")]
    [InlineData("-5")]
    [InlineData("第3页见附件")]
    public void What_only_looks_like_a_page_number_stays(string line) => Assert.Equal($"1:甲/{line}", Read($"一、总体情况\n甲\n{line}"));

    [Theory]
    [InlineData("报告全文包括总体情况、主动公开政府信息情况和其他需要报告的事项。")]
    [InlineData("（一）总体情况")]
    [InlineData("总体情况良好")]
    [InlineData("一、加强主动公开的监督检查。每季度一次。")]
    [InlineData("| 一、总体情况 |")]
    public void What_is_no_heading_opens_no_section(string text) => Assert.Empty(SectionReader.Of(Documents.Of(text + "\n文字")));

    [Theory]
    [InlineData("一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n")]
    [InlineData("目录\n一、总体情况……1\n二、主动公开政府信息情况……2\n五、存在的主要问题及改进情况……5\n六、其他需要报告的事项……6\n")]
    [InlineData("总体情况\n主动公开政府信息情况\n其他需要报告的事项\n")]
    public void Of_a_table_of_contents_and_the_text_the_text_counts(string contents) =>
        Assert.Equal("1:甲 2: 3: 4: 5:乙 6:丙", Read(contents + Form));

    [Fact]
    public void A_table_of_contents_counts_less_than_headings_that_lost_their_numbers() =>
        Assert.Equal("1:甲 2: 5:乙 6:丙", Read("""
            一、总体情况 1
            二、主动公开政府信息情况 2
            五、存在的主要问题及改进情况 5
            六、其他需要报告的事项 6
            2024年度
            总体情况
            甲
            主动公开政府信息情况
            | 规章 | 0 |
            存在的主要问题及改进情况
            乙
            其他需要报告的事项
            丙
            """));

    [Fact]
    public void A_menu_behind_the_text_is_no_second_report() =>
        Assert.StartsWith("1:甲 2: 3: 4: 5:乙 6:丙", Read(Form + "\n总体情况\n主动公开政府信息情况\n其他需要报告的事项"), StringComparison.Ordinal);

    [Fact]
    public void Lists_inside_a_section_belong_to_it() =>
        Assert.Equal("1:1、主动公开情况/甲/2、依申请公开情况/乙/二、机制保障/丙 2: 5:一、加强公开培训/丁", Read("""
            一、总体情况
            1、主动公开情况
            甲
            2、依申请公开情况
            乙
            二、机制保障
            丙
            二、主动公开政府信息情况
            | 规章 | 0 |
            五、存在的主要问题及改进情况
            一、加强公开培训
            丁
            """));

    [Fact]
    public void Parts_of_its_own_before_the_form_s_belong_to_section_one() =>
        Assert.Equal("1:甲/二、工作机制/乙/三、主动公开工作情况/丙/四、信息公开申请情况/丁/五、信息管理/戊 2: 3: 6:己", Read("""
            一、总体情况
            甲
            二、工作机制
            乙
            三、主动公开工作情况
            丙
            四、信息公开申请情况
            丁
            五、信息管理
            戊
            一、主动公开政府信息情况
            | 规章 | 0 |
            二、收到和处理政府信息公开申请情况
            | 总计 | 0 |
            五、其他需要报告的事项
            己
            """));

    [Theory]
    [InlineData("郏县王集乡人民政府\n2025年1月20日")]
    [InlineData("上一篇：郏县2023年政府信息公开工作年度报告")]
    [InlineData("【打印】【关闭】\n主办：郏县人民政府")]
    public void The_last_section_ends_before_signature_and_page_foot(string foot) => Assert.EndsWith("6:丙", Read(Form + "\n" + foot), StringComparison.Ordinal);

    [Fact]
    public void A_section_that_is_there_and_empty_has_no_text() => Assert.EndsWith("6:", Read(Form[..^2]), StringComparison.Ordinal);
}
