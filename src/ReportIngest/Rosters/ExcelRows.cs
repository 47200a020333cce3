using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Xlsx = DocumentFormat.OpenXml.Spreadsheet;

namespace ReportIngest.Rosters;

/// <summary>The first sheet of a workbook as rows of text: numbers as they were typed, days as <c>2023-12-31</c>.</summary>
internal sealed partial class ExcelRows
{
    /// <summary>A roster of all 44 690 divisions has 12 MB of XML; a small file that unpacks to more than this is a bomb.</summary>
    private const long LongestPart = 256L << 20;

    /// <summary>Parts nest ten deep or so; the SDK goes down by calling itself, and a full stack ends the process.</summary>
    private const int DeepestPart = 64;

    /// <summary>Of a sheet, as Excel has them, and of all rows together: the empty cells before one count as well.</summary>
    private const int MostColumns = 16_384, MostCells = 1 << 25;

    private readonly ImmutableArray<string> _shared;
    private readonly ImmutableArray<bool> _isDay;

    private ExcelRows(WorkbookPart workbook)
    {
        _shared = [.. (workbook.SharedStringTablePart?.SharedStringTable.Elements<Xlsx.SharedStringItem>() ?? []).Select(item => PlainText(item))];
        _isDay = [.. Formats(workbook.WorkbookStylesPart?.Stylesheet)];
    }

    public static ImmutableArray<TableRow> Of(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var package = SpreadsheetDocument.Open(
                new MemoryStream(file.ToArray()), isEditable: false, new OpenSettings { MaxCharactersInPart = LongestPart });
            var workbook = package.WorkbookPart!;
            CheckDepth(workbook);
            var sheet = (WorksheetPart)workbook.GetPartById(workbook.Workbook.Sheets!.Elements<Xlsx.Sheet>().First().Id!.Value!);
            foreach (var part in (OpenXmlPart?[])[sheet, workbook.SharedStringTablePart, workbook.WorkbookStylesPart]) CheckDepth(part);
            return new ExcelRows(workbook).Read(sheet.Worksheet.Descendants<Xlsx.Row>());
        }
        // The SDK throws these and others for packages that are damaged or no workbooks.
        catch (Exception error) when (error is not OutOfMemoryException and not RosterException)
        {
            throw new RosterException(new Message(
                "名录不是完好的 Excel 工作簿（.xlsx），请用 Excel 重新保存，或另存为 CSV。",
                "The roster is no sound Excel workbook (.xlsx); save it again with Excel, or as CSV."), error);
        }
    }

    private static void CheckDepth(OpenXmlPart? part)
    {
        if (part is null) return;
        using var stream = part.GetStream();
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = LongestPart });
        while (reader.Read())
            if (reader.Depth > DeepestPart) throw new FormatException($"{part.Uri} nests deeper than {DeepestPart}");
    }

    private ImmutableArray<TableRow> Read(IEnumerable<Xlsx.Row> rows)
    {
        var read = ImmutableArray.CreateBuilder<TableRow>();
        var (number, all) = (0, 0);
        foreach (var row in rows)
        {
            number = (int?)row.RowIndex?.Value ?? number + 1;
            var cells = new List<string>();
            foreach (var cell in row.Elements<Xlsx.Cell>())
            {
                var column = Column(cell.CellReference?.Value) ?? cells.Count;
                if (column >= MostColumns) throw new FormatException($"Row {number} has a column {column}");
                while (cells.Count <= column) cells.Add("");
                cells[column] = Text(cell).Trim();
            }
            if ((all += cells.Count) > MostCells) throw new FormatException($"There are more than {MostCells} cells");
            read.Add(new TableRow(number, [.. cells]));
        }
        return read.ToImmutable();
    }

    private string Text(Xlsx.Cell cell)
    {
        var value = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value;
        if (type == Xlsx.CellValues.SharedString) return _shared[int.Parse(value, CultureInfo.InvariantCulture)];
        if (type == Xlsx.CellValues.InlineString) return cell.InlineString is { } text ? PlainText(text) : "";
        if (type is not null && type != Xlsx.CellValues.Number) return value;
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return value;
        return (int?)cell.StyleIndex?.Value is { } style && style < _isDay.Length && _isDay[style]
            ? DateOnly.FromDateTime(DateTime.FromOADate(number)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : ((decimal)number).ToString(CultureInfo.InvariantCulture); // 410425200000 and not 4.10425E+11
    }

    /// <summary>Without the phonetic guides, which are texts too.</summary>
    private static string PlainText(DocumentFormat.OpenXml.OpenXmlElement item) =>
        string.Concat(item.Descendants<Xlsx.Text>().Where(text => text.Parent is not Xlsx.PhoneticRun).Select(text => text.Text));

    /// <summary>For each style of a cell whether it shows a number as a day.</summary>
    private static IEnumerable<bool> Formats(Xlsx.Stylesheet? styles)
    {
        var own = (styles?.NumberingFormats?.Elements<Xlsx.NumberingFormat>() ?? [])
            .ToDictionary(format => format.NumberFormatId!.Value, format => format.FormatCode?.Value ?? "");
        return (styles?.CellFormats?.Elements<Xlsx.CellFormat>() ?? []).Select(cell => IsDay(cell.NumberFormatId?.Value ?? 0));

        // 14–17 and 22 are days everywhere, 27–36 and 50–58 in Chinese Excel (ECMA-376, 18.8.30).
        bool IsDay(uint id) => id is >= 14 and <= 17 or 22 or >= 27 and <= 36 or >= 50 and <= 58
            || (own.TryGetValue(id, out var code) && DayOrYear().IsMatch(Quoted().Replace(code, "")));
    }

    /// <summary>The column of a reference from 0: 2 for C7.</summary>
    private static int? Column(string? reference)
    {
        if (reference is null) return null;
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper)) column = column * 26 + (letter - 'A' + 1);
        return column - 1;
    }

    [GeneratedRegex("[yd]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DayOrYear();

    /// <summary>Literal text and conditions of a number format: "元", [Red].</summary>
    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();
}
