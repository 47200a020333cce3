using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using ReportIngest.Reports;
using ReportIngest.Rosters;
using Xlsx = DocumentFormat.OpenXml.Spreadsheet;

namespace ReportIngest.Tests.Rosters;

public sealed class RosterTests
{
    [Fact]
    public void A_short_roster_in_UTF_8_is_read_as_such() =>
        Assert.Equal("枫林自治旗交通运输局", Roster.Read(System.Text.Encoding.UTF8.GetBytes("code,name,due\n1,枫林自治旗交通运输局,01-10\n")).Units.Single().Name);

    [Fact]
    public void Code_and_name_are_enough()
    {
        var unit = Assert.Single(Csv("code,name\n410425200,王集乡").Units);
        Assert.Equal(("410425200", "王集乡", Level.Township, null), (unit.Code, unit.Name, unit.Level, unit.Parent));
        Assert.Equal(new DateOnly(2025, 1, 31), unit.DueFor(2024));
    }

    [Fact]
    public void Every_column_is_read_in_any_order_and_others_are_named()
    {
        var roster = Csv("""
            Name,code,备注,exempt,due,level,parent,aliases,valid_from,valid_to
            "高新区,管委会",X1,x,是,2-29,department,410425,高新区；产业集聚区; 示范区,2022,2023/6/30
            """);
        var unit = Assert.Single(roster.Units);
        Assert.Equal(["备注"], roster.UnusedColumns);
        Assert.Equal(["高新区", "产业集聚区", "示范区"], unit.Aliases);
        Assert.Equal(("高新区,管委会", true, Level.Department, "410425"), (unit.Name, unit.Exempt, unit.Level, unit.Parent));
        Assert.Equal((new DateOnly(2022, 1, 1), new DateOnly(2023, 6, 30)), (unit.ValidFrom, unit.ValidTo));
        Assert.Equal((new DateOnly(2025, 2, 28), new DateOnly(2024, 2, 29)), (unit.DueFor(2024), unit.DueFor(2023)));
        Assert.Equal((false, true, false), (unit.IsValidIn(2021), unit.IsValidIn(2022), unit.IsValidIn(2023)));
    }

    [Theory]
    [InlineData("郏县教育局", "2025-01-31")]
    [InlineData("王集乡", "2025-01-31")]
    [InlineData("郏县", "2025-03-31")]
    [InlineData("河南省人民政府", "2025-03-31")]
    [InlineData("郏县某某集团", "2025-03-31")]
    public void Without_a_day_of_its_own_a_unit_has_that_of_its_level(string name, string due) =>
        Assert.Equal(due, Csv($"code,name\n1,{name}").Units[0].DueFor(2024).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("", "The roster is empty.")]
    [InlineData("code,name", "The roster has a header and no units.")]
    [InlineData("编码,名称\n1,甲", "The roster has no column “code”: the first row is the header, with columns out of code, name, level, parent, aliases, valid_from, valid_to, exempt, due.")]
    [InlineData("code,name,name\n1,甲,乙", "The roster has two columns “name”.")]
    [InlineData("code,name\n1,甲乡\n\n,乙乡", "Row 4 of the roster: it has no code.")]
    [InlineData("code,name\n1,", "Row 2 of the roster: it has no name.")]
    [InlineData("code,name,level\n1,甲乡,乡级", "Row 2 of the roster: there is no level “乡级”; there is national, province, city, county, township, department.")]
    [InlineData("code,name\n1,甲乡\n1,乙乡", "Row 3 of the roster: code 1 is that of row 2; of a renamed unit valid_from and valid_to part the periods.")]
    [InlineData("code,name\n4.10425E+11,甲乡", "Row 2 of the roster: Excel has rounded the code to “4.10425E+11”; make that column text.")]
    [InlineData("code,name,valid_to\n1,甲乡,去年", "Row 2 of the roster: valid_to is a day (2023-12-31) or a year, not “去年”.")]
    [InlineData("code,name,valid_from,valid_to\n1,甲乡,2023,2022", "Row 2 of the roster: valid_from is later than valid_to.")]
    [InlineData("code,name,exempt\n1,甲乡,保密", "Row 2 of the roster: exempt is yes or no, not “保密”.")]
    [InlineData("code,name,due\n1,甲乡,2-30", "Row 2 of the roster: due is MM-DD (01-31), not “2-30”.")]
    [InlineData("code,name,parent\n1,甲乡,999", "Row 2 of the roster: its parent 999 is neither a unit of the roster nor a division.")]
    [InlineData("code,name,parent\n1,甲县,2\n2,乙县,3\n3,丙县,1", "Row 2 of the roster: 1 is above what is above it.")]
    [InlineData("\u00d0\u00cf\u0011\u00e0", "The roster is an old Excel file (.xls); save it as .xlsx or CSV.")]
    [InlineData("PK\u0003\u0004 and nothing else", "The roster is no sound Excel workbook (.xlsx); save it again with Excel, or as CSV.")]
    public void A_bad_roster_is_refused_with_one_sentence_that_names_the_row(string text, string sentence)
    {
        var bytes = text.StartsWith('\u00d0') || text.StartsWith('P') ? Encoding.Latin1.GetBytes(text) : Encoding.UTF8.GetBytes(text);
        Assert.Equal(sentence, Assert.Throws<RosterException>(() => Roster.Read(bytes)).Sentence.En);
    }

    [Fact]
    public void A_renamed_unit_has_a_row_for_each_of_its_names()
    {
        var units = Csv("code,name,valid_from,valid_to\n1,王集乡,,2022\n1,王集镇,2023,").Units;
        Assert.Equal([true, false], units.Select(unit => unit.IsValidIn(2022)));
        Assert.Equal([false, true], units.Select(unit => unit.IsValidIn(2023)));
    }

    [Fact]
    public void CSV_as_Excel_saves_it_in_China_is_read()
    {
        var text = "code,name,aliases\r\n410425,郏县,\r\n410425200,王集乡,\"王集,乡;王集\"\r\n";
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text);
        Assert.Equal(["郏县", "王集乡"], Roster.Read(gbk).Units.Select(unit => unit.Name));
        Assert.Equal(["郏县", "王集乡"], Roster.Read((byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]).Units.Select(unit => unit.Name));
    }

    [Fact]
    public void A_workbook_gives_texts_numbers_and_days_as_they_are_shown()
    {
        var bytes = Workbook(
            [Shared(0), Inline("name"), Inline("valid_to"), Inline("due"), Inline("exempt")],
            [Number(410425200), Shared(1), Day(2023, 12, 31), Day(2026, 1, 31)],
            [],
            [Number(410425203000), Inline("白庙乡"), Number(2023)]);
        var units = Roster.Read(bytes).Units;
        Assert.Equal(["410425200", "410425203000"], units.Select(unit => unit.Code));
        Assert.Equal(["王集乡", "白庙乡"], units.Select(unit => unit.Name));
        Assert.All(units, unit => Assert.Equal(new DateOnly(2023, 12, 31), unit.ValidTo));
        Assert.Equal(new DueDay(1, 31), units[0].Due);
    }

    [Fact]
    public void The_row_of_a_workbook_is_named_as_Excel_counts()
    {
        var bytes = Workbook([Inline("code"), Inline("name")], [], [Number(1)]);
        Assert.Equal("Row 3 of the roster: it has no name.", Assert.Throws<RosterException>(() => Roster.Read(bytes)).Sentence.En);
    }

    [Fact]
    public void A_quotation_mark_that_is_missing_is_said_also_of_a_long_roster()
    {
        var wrong = Assert.Throws<RosterException>(() => Csv("code,name\n1,\"" + new string('乡', 17_000_000)));
        Assert.StartsWith("A row of the roster is longer than any can be", wrong.Sentence.En, StringComparison.Ordinal);
    }

    /// <summary>The cell in the last column of a sheet is one of 16 384.</summary>
    [Theory]
    [InlineData("A1", 100_000, 1)]
    [InlineData("ZZZZZ1", 1, 1)]
    [InlineData("XFD1", 1, 3_000)]
    public void A_workbook_that_was_made_to_fill_the_memory_or_the_stack_is_none(string reference, int depth, int rows)
    {
        var text = Inline("code");
        text.CellReference = reference;
        var bytes = Workbook([.. Enumerable.Repeat((Xlsx.Cell[])[text], rows)]);
        using var file = new MemoryStream();
        file.Write(bytes);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var sheet = zip.Entries.Single(entry => entry.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal) || entry.FullName.EndsWith("sheet.xml", StringComparison.Ordinal));
            using var part = sheet.Open();
            var xml = new StreamReader(part).ReadToEnd();
            part.SetLength(0);
            part.Write(Encoding.UTF8.GetBytes(xml.Replace("</x:sheetData>", string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth)) + "</x:sheetData>", StringComparison.Ordinal)));
        }
        Assert.StartsWith("The roster is no sound Excel workbook", Assert.Throws<RosterException>(() => Roster.Read(file.ToArray())).Sentence.En, StringComparison.Ordinal);
    }

    private static Roster Csv(string text) => Roster.Read(Encoding.UTF8.GetBytes(text));

    private static Xlsx.Cell Inline(string text) => new(new Xlsx.InlineString(new Xlsx.Text(text))) { DataType = Xlsx.CellValues.InlineString };

    private static Xlsx.Cell Shared(int index) => new(new Xlsx.CellValue(index)) { DataType = Xlsx.CellValues.SharedString };

    private static Xlsx.Cell Number(decimal number) => new(new Xlsx.CellValue(number));

    private static Xlsx.Cell Day(int year, int month, int day) => new(new Xlsx.CellValue(new DateTime(year, month, day).ToOADate())) { StyleIndex = 1 };

    /// <summary>A sheet whose empty rows are left out, as Excel does; style 1 shows a day as 2023年12月31日.</summary>
    private static byte[] Workbook(params Xlsx.Cell[][] rows)
    {
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = package.AddWorkbookPart();
            workbook.AddNewPart<SharedStringTablePart>().SharedStringTable = new Xlsx.SharedStringTable(
                new Xlsx.SharedStringItem(new Xlsx.Text("code")),
                new Xlsx.SharedStringItem(new Xlsx.Run(new Xlsx.Text("王集")), new Xlsx.Run(new Xlsx.Text("乡")), new Xlsx.PhoneticRun(new Xlsx.Text("wáng"))));
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = new Xlsx.Stylesheet(
                new Xlsx.NumberingFormats(new Xlsx.NumberingFormat { NumberFormatId = 176, FormatCode = "yyyy\"年\"m\"月\"d\"日\"" }),
                new Xlsx.CellFormats(new Xlsx.CellFormat(), new Xlsx.CellFormat { NumberFormatId = 176 }));
            var sheet = workbook.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Xlsx.Worksheet(new Xlsx.SheetData(rows.Index().Where(row => row.Item.Length > 0)
                .Select(row => new Xlsx.Row(row.Item.Select(cell => cell.CloneNode(true))) { RowIndex = (uint)row.Index + 1 })));
            workbook.Workbook = new Xlsx.Workbook(new Xlsx.Sheets(new Xlsx.Sheet { Name = "名录", SheetId = 1, Id = workbook.GetIdOfPart(sheet) }));
        }
        return stream.ToArray();
    }
}
