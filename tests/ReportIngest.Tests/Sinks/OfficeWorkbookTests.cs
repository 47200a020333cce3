using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ReportIngest.Corpus;
using ReportIngest.Forms;
using ReportIngest.Outputs;
using ReportIngest.Reports;
using ReportIngest.Rosters;
using ReportIngest.Rules;
using ReportIngest.Sinks.Export;
using ReportIngest.Sinks.Workbook;
using ReportIngest.Tests.Cli;
using ReportIngest.Tests.Outputs;
using Xlsx = DocumentFormat.OpenXml.Spreadsheet;

namespace ReportIngest.Tests.Sinks;

public sealed class OfficeWorkbookTests
{
    private const string Formula = "=HYPERLINK(\"http://x\",\"y\")";

    private static readonly ReportRecord Report = ReportRecord.Of(SmallReport.Default with { Unit = new UnitName("+镇人民政府", Level.Township) }, []);

    private static readonly FindingRecord Finding = new(
        "RI103", Category.Arithmetic, Severity.Error, new Subject("abc", "a/年报.html", "410425200", Formula, 2024), ["requests.new.total"], 3, 2, new Message("@自然人 3 ≠ 2", "3 is not 2"),
        [new Location(1, 3, 9, 2, null)], new Suggestion("requests.new.total", 3, new Message("改为 3", "make it 3")), "f1", new Acceptance("县里要求", "李", null), "unchanged");

    private static readonly ImmutableArray<CoverageRecord> Coverage =
    [
        new("410425200", "王集乡", Level.Township, "410425", 2023, CoverageStatus.OnTime, 0, ["abc"], new Message("", ""), false),
        new("410425200", "王集乡", Level.Township, "410425", 2024, CoverageStatus.Late, 20, ["abc"], new Message("逾期 20 天。", ""), false),
        new("410425203", "-庙乡", Level.Township, "410425", 2023, CoverageStatus.Missing, null, [], new Message("没有。", ""), false),
        new("410425203", "-庙乡", Level.Township, "410425", 2024, CoverageStatus.Missing, null, [], new Message("没有。", ""), false),
    ];

    [Fact]
    public void The_sheets_are_read_back_with_what_was_written()
    {
        using var book = Open(Written("zh", Coverage));
        Assert.Equal(["概况", "问题", "公开情况", "数据", "reports", "values", "wide", "findings", "coverage", "sections", "codebook", "crosswalk"], book.WorkbookPart!.Workbook.Sheets!.Elements<Xlsx.Sheet>().Select(sheet => sheet.Name!.Value));
        Assert.Empty(new OpenXmlValidator().Validate(book, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath} {error.Description}"));
        var finding = Rows(book, "问题")[1];
        Assert.Equal(
            ["错误", "报告的问题", "RI103", "总计列与各类申请人之和不符", Formula, "2024", "@自然人 3 ≠ 2", "改为 3", "「一、本年新收政府信息公开申请数量」行「总计」列：第 2 页，文中第 2 张表第 4 行第 10 列", "3", "2", "李：县里要求", "a/年报.html", "410425200", "未变", "f1"],
            finding);
        Assert.Equal(["代码 单位 级别 上级 上级代码 2023 2024 说明", "410425200 王集乡 乡级 郏县 410425 按时 逾期 20 天 2024：逾期 20 天。", "410425203 -庙乡 乡级 郏县 410425 缺报 缺报 2023：没有。\n2024：没有。"], Rows(book, "公开情况").Select(row => string.Join(' ', row)));
        var summary = Rows(book, "概况").Select(row => string.Join(' ', row)).ToList();
        Assert.Contains("报告 1", summary);
        Assert.Contains("报告的问题 错误 RI103 总计列与各类申请人之和不符 1 1", summary);
    }

    [Fact]
    public void Of_the_cells_of_a_long_sum_the_one_to_mend_stands_first_then_the_total()
    {
        var equation = FormCatalog.Find("2021")!.Identities.First(identity => identity.Rule == "RI102");
        var finding = Finding with
        {
            Rule = "RI102", Indicators = [.. equation.Indicators.Select(cell => cell.Code)], At = [.. equation.Indicators.Index().Select(cell => new Location(2, cell.Index, 3, null, null))],
            Suggestion = new Suggestion(equation.Left[6].Code, 6, new Message("", "")),
        };
        using var book = Open(Written("zh", [], finding));
        var places = Rows(book, "问题")[1][8].Split('\n');
        Assert.Equal("文中第 3 张表", places[0]);
        Assert.Equal("「（三）不予公开·5.属于三类内部事务信息」：第 7 行第 4 列", places[1]);
        Assert.Equal("「（七）总计」：第 22 行第 4 列", places[2]);
        Assert.Equal("「（一）予以公开」：第 1 行第 4 列", places[3]);
        Assert.Equal((10, "另有 14 处"), (places.Length, places[9]));
    }

    [Fact]
    public void Cells_without_a_place_and_doubts_give_no_place_to_a_wrong_name()
    {
        var (lacking, doubt) = (Finding with { Indicators = ["requests.new.total", "requests.new.other"] }, Finding with { Rule = "RI901", Category = Category.Extraction });
        using var book = Open(Written("zh", [], lacking, doubt));
        Assert.All(Rows(book, "问题").Skip(1), row => Assert.Equal("第 2 页，文中第 2 张表第 4 行第 10 列", row[8]));
    }

    [Fact]
    public void The_numbers_stand_in_the_order_of_the_roster_and_of_the_years()
    {
        ReportRecord Of(string? division, string name, int year) =>
            Report with { Division = division, Organization = name, Year = year, Source = Report.Source with { Path = name, Sha256 = $"{name} {year.ToString(CultureInfo.InvariantCulture)}" } };
        using var output = WrittenOutput.Of([Of(null, "安良镇", 2024), Of("410425203", "白庙乡", 2024), Of("410425200", "王集乡", 2024), Of("410425200", "王集乡", 2023)], [], Coverage);
        using var stream = new MemoryStream();
        OfficeWorkbook.Write(stream, output, ExportOptions.Default);
        using var book = Open(stream.ToArray());
        Assert.Equal(["王集乡 2023", "王集乡 2024", "白庙乡 2024", "安良镇 2024"], Rows(book, "数据").Skip(2).Select(row => $"{row[1]} {row[3]}"));
        Assert.Equal(["安良镇 2024", "白庙乡 2024", "王集乡 2024", "王集乡 2023"], Rows(book, "wide").Skip(1).Select(row => $"{row[1]} {row[3]}"));
    }

    [Fact]
    public void Every_number_of_the_values_is_a_number_and_what_is_none_says_why()
    {
        using var book = Open(Written("en", []));
        var rows = Rows(book, "Numbers");
        string Value(string indicator) => rows[2][rows[1].IndexOf(indicator)];
        Assert.Equal(("3", "blank", "not found", ""), (Value("requests.new.total"), Value("review.upheld"), Value("review.corrected"), Value("proactive.regulation.made")));
        var cell = Sheet(book, "Numbers").Descendants<Xlsx.Row>().Last().Elements<Xlsx.Cell>().Single(cell => cell.CellValue?.Text == "3");
        Assert.Null(cell.DataType);
    }

    [Theory]
    [InlineData("zh", "数据", "乡级", "未说明", "2021")]
    [InlineData("en", "Numbers", "township", "not said", "2021")]
    public void What_the_tables_have_as_codes_is_said_in_words(string language, string sheet, string level, string scope, string edition)
    {
        using var output = WrittenOutput.Of([Report], [], []);
        using var stream = new MemoryStream();
        OfficeWorkbook.Write(stream, output, ExportOptions.Default with { Language = language });
        using var book = Open(stream.ToArray());
        var row = Rows(book, sheet)[2];
        Assert.Equal([level, "2024", scope, edition], row[2..6]);
    }

    [Fact]
    public void On_paper_a_sheet_is_as_wide_as_its_pages_and_repeats_its_header()
    {
        using var book = Open(Written("zh", Coverage));
        var names = book.WorkbookPart!.Workbook.DefinedNames!.Elements<Xlsx.DefinedName>().Select(name => $"{name.LocalSheetId!.Value} {name.Name!.Value} {name.Text}").ToList();
        Assert.Equal(
            ["1 _xlnm.Print_Area '问题'!$A$1:$I$2", "1 _xlnm.Print_Titles '问题'!$1:$1", "2 _xlnm.Print_Titles '公开情况'!$A:$B,'公开情况'!$1:$1", "3 _xlnm.Print_Titles '数据'!$A:$D,'数据'!$1:$2", "4 _xlnm.Print_Titles 'reports'!$1:$1"],
            names.Take(5));
        Assert.All(book.WorkbookPart.WorksheetParts, part => Assert.NotEqual(0u, part.Worksheet.Elements<Xlsx.PageSetup>().Single().FitToWidth!.Value));
    }

    [Fact]
    public void What_is_true_or_false_is_1_or_0_which_every_reader_takes()
    {
        using var book = Open(Written("zh", [Coverage[0], Coverage[2] with { NewlySilent = true }]));
        var written = new Dictionary<string, List<string>>();
        foreach (var name in book.WorkbookPart!.Workbook.Sheets!.Elements<Xlsx.Sheet>().Select(sheet => sheet.Name!.Value!))
        {
            var cells = Sheet(book, name).Descendants<Xlsx.Cell>().Where(cell => cell.DataType?.Value == Xlsx.CellValues.Boolean).Select(cell => cell.CellValue!.Text).ToList();
            if (cells.Count > 0) written[name] = cells;
        }
        Assert.Equal(["0", "1"], written["coverage"]);
        Assert.All(written.Values.SelectMany(cells => cells), text => Assert.Contains(text, (string[])["0", "1"]));
    }

    [Fact]
    public void A_text_that_is_cut_is_said_to_be()
    {
        var report = Report with { Sections = [Report.Sections[0] with { Text = new string('长', 40_000) }] };
        using var output = WrittenOutput.Of([report], [Finding], []);
        using var stream = new MemoryStream();
        OfficeWorkbook.Write(stream, output, ExportOptions.Default with { Language = "en" });
        using var book = Open(stream.ToArray());
        Assert.Contains("1 texts are longer than the 32767 letters of a cell and end in “…”; reports.jsonl has them whole.", Rows(book, "Summary").Select(row => string.Join(' ', row)));
    }

    [Fact]
    public void A_text_that_looks_like_a_formula_is_a_text_and_stays_one_when_it_is_edited()
    {
        using var book = Open(Written("zh", Coverage));
        var formats = book.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<Xlsx.CellFormat>().ToList();
        var cells = book.WorkbookPart.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<Xlsx.Cell>()).ToList();
        Assert.All(cells, cell => Assert.Null(cell.CellFormula));
        var dangerous = cells.Where(cell => cell.DataType?.Value == Xlsx.CellValues.InlineString && cell.InnerText is ['=' or '+' or '-' or '@', ..]).ToList();
        Assert.Equal(["+镇人民政府", "-庙乡", Formula, "@自然人 3 ≠ 2"], dangerous.Select(cell => cell.InnerText).Distinct().Order(StringComparer.Ordinal));
        Assert.All(dangerous, cell => Assert.True(formats[(int)cell.StyleIndex!.Value].QuotePrefix!.Value));
        Assert.All(cells.Except(dangerous), cell => Assert.Null(formats[(int)(cell.StyleIndex?.Value ?? 0)].QuotePrefix));
    }

    [Fact]
    public void Headers_stay_in_sight_and_filter_all_rows()
    {
        using var book = Open(Written("zh", Coverage));
        Assert.Equal("A1:P2", Sheet(book, "问题").Elements<Xlsx.AutoFilter>().Single().Reference!.Value);
        Assert.Equal(("frozen", "A2"), Pane("问题"));
        Assert.Equal(("frozen", "C2"), Pane("公开情况"));
        Assert.Equal(("frozen", "E3"), Pane("数据"));

        (string?, string?) Pane(string name) => Sheet(book, name).Descendants<Xlsx.Pane>().Single() is var pane ? (pane.State!.InnerText, pane.TopLeftCell!.Value) : default;
    }

    [Fact]
    public void Errors_come_first_our_own_doubts_last_and_rows_are_as_high_as_their_text()
    {
        var doubt = Finding with { Rule = "RI901", Category = Category.Extraction, Severity = Severity.Warning };
        var note = Finding with { Rule = "RI211", Category = Category.Value, Severity = Severity.Note };
        using var book = Open(Written("zh", [], doubt, note, Finding with { Message = new Message(new string('长', 100), "") }));

        Assert.Equal(["RI103", "RI211", "RI901"], Rows(book, "问题").Skip(1).Select(row => row[2]));
        Assert.Equal([85, 68, 51], Sheet(book, "问题").Descendants<Xlsx.Row>().Skip(1).Select(row => row.Height?.Value));
    }

    [Fact]
    public void Characters_that_XML_cannot_hold_and_texts_that_no_cell_can_hold_do_no_harm()
    {
        var finding = Finding with { Message = new Message("a\0b\u0001\uffffc_x0041_\n" + new string('长', 40_000), "") };
        using var book = Open(Written("zh", [], finding));
        var text = Rows(book, "问题")[1][6];
        Assert.StartsWith("abc_x005F_x0041_\n长长", text, StringComparison.Ordinal);
        Assert.Equal((32_767, '…'), (text.Length, text[^1]));
    }

    [Fact]
    public void The_same_output_gives_the_same_bytes() => Assert.Equal(Written("zh", Coverage), Written("zh", Coverage));

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(701, "ZZ")]
    [InlineData(702, "AAA")]
    public void Columns_are_called_as_spreadsheets_call_them(int column, string letters) => Assert.Equal(letters, SheetWriter.Letters(column));

    [Fact]
    public void LibreOffice_reads_it()
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);
        Assert.SkipUnless(program is not null, "needs soffice on the PATH");
        using var shell = new Shell();
        var file = shell.Write("reportingest.xlsx", Written("zh", Coverage));
        // Sheet 2 as text, as its cells are shown.
        var start = new ProcessStartInfo(program, [
            "-env:UserInstallation=" + new Uri(shell.Path("profile")).AbsoluteUri, "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2", "--outdir", shell.Folder, file])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using (var convert = Process.Start(start)!) convert.WaitForExit();
        var written = Assert.Single(Directory.GetFiles(shell.Folder, "*.csv"));
        Assert.Contains("错误,报告的问题,RI103,总计列与各类申请人之和不符,\"=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",2024,@自然人 3 ≠ 2,改为 3,", File.ReadAllText(written), StringComparison.Ordinal);
    }

    private static byte[] Written(string language, ImmutableArray<CoverageRecord> coverage, params FindingRecord[] findings)
    {
        using var output = WrittenOutput.Of([Report], findings is [] ? [Finding] : [.. findings], coverage);
        using var stream = new MemoryStream();
        OfficeWorkbook.Write(stream, output, ExportOptions.Default with { Language = language });
        return stream.ToArray();
    }

    private static SpreadsheetDocument Open(byte[] file) => SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);

    private static Xlsx.Worksheet Sheet(SpreadsheetDocument book, string name) =>
        ((WorksheetPart)book.WorkbookPart!.GetPartById(book.WorkbookPart.Workbook.Sheets!.Elements<Xlsx.Sheet>().Single(sheet => sheet.Name == name).Id!)).Worksheet;

    /// <summary>The texts of the rows; a cell left out is empty.</summary>
    private static List<List<string>> Rows(SpreadsheetDocument book, string sheet) => [.. Sheet(book, sheet).Descendants<Xlsx.Row>().Select(row =>
    {
        var texts = new List<string>();
        foreach (var cell in row.Elements<Xlsx.Cell>())
        {
            var letters = cell.CellReference!.Value!.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
            while (SheetWriter.Letters(texts.Count) != letters) texts.Add("");
            texts.Add(cell.InnerText);
        }
        while (texts.Count < 500) texts.Add("");
        return texts[..(texts.FindLastIndex(text => text.Length > 0) is var last && sheet == "Numbers" ? 500 : last + 1)];
    })];
}
