using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using Xlsx = DocumentFormat.OpenXml.Spreadsheet;

namespace ReportIngest.Sinks.Workbook;

/// <summary>Writes one sheet from its top to its bottom; nothing of it stays in memory.</summary>
internal sealed partial class SheetWriter : IDisposable
{
    /// <summary>Excel's own limits.</summary>
    public const int MostRows = 1_048_576;
    public const int LongestText = 32_767;
    private const double HighestRow = 409;

    /// <summary>Of 11 pt, in points.</summary>
    private const double LineHeight = 15;

    /// <summary>Of a line among several: the font that a program takes for Chinese letters is higher, and the last line would be cut.</summary>
    private const double WrappedHeight = 17;

    private const uint A4 = 9;

    private readonly OpenXmlWriter _xml;
    private readonly ImmutableArray<double> _widths;
    private readonly int _headerRows;
    private readonly int _pagesWide;
    private readonly bool _isUpright;
    private int _row;
    private int _column;

    /// <param name="widths">Of the columns, in letters.</param>
    /// <param name="headerRows">Rows at the top that stay when the rest is scrolled; the last of them can be filtered. 0 for none.</param>
    /// <param name="headerColumns">Columns on the left that stay.</param>
    /// <param name="isTable">One of the tables behind the sheets for people: its tab is grey.</param>
    /// <param name="pagesWide">On paper, pages that the columns are spread over.</param>
    /// <param name="isUpright">On paper higher than wide: few columns and a page's worth of rows.</param>
    public SheetWriter(Stream part, ImmutableArray<double> widths, int headerRows, int headerColumns, bool isTable = false, int pagesWide = 1, bool isUpright = false)
    {
        (_widths, _headerRows, _pagesWide, _isUpright) = (widths, headerRows, pagesWide, isUpright);
        _xml = OpenXmlWriter.Create(part, Encoding.UTF8);
        _xml.WriteStartDocument();
        _xml.WriteStartElement(new Xlsx.Worksheet());
        var properties = new Xlsx.SheetProperties(new Xlsx.PageSetupProperties { FitToPage = true });
        if (isTable) properties.TabColor = new Xlsx.TabColor { Rgb = "FFA6AEB8" };
        _xml.WriteElement(properties);
        _xml.WriteElement(new Xlsx.SheetViews(View(headerRows, headerColumns)));
        _xml.WriteElement(new Xlsx.SheetFormatProperties { DefaultRowHeight = LineHeight });
        _xml.WriteElement(new Xlsx.Columns(widths.Select((width, index) => new Xlsx.Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = width, CustomWidth = true })));
        _xml.WriteStartElement(new Xlsx.SheetData());
    }

    /// <summary>There is room for another row.</summary>
    public bool HasRoom => _row < MostRows;

    /// <summary>Texts that were longer than a cell may hold.</summary>
    public int Shortened { get; private set; }

    /// <param name="lines">As many lines of text as the row shows: LibreOffice does not measure wrapped cells of a file it opens. 0 leaves the height to the program.</param>
    public void Row(Action<SheetWriter> cells, int lines = 0)
    {
        _row++;
        _column = 0;
        _xml.WriteStartElement(lines < 2 ? new Xlsx.Row { RowIndex = (uint)_row } : new Xlsx.Row { RowIndex = (uint)_row, Height = Math.Min(lines * WrappedHeight, HighestRow), CustomHeight = true });
        cells(this);
        _xml.WriteEndElement();
    }

    public void Header(IEnumerable<string> names)
    {
        ImmutableArray<string> texts = [.. names];
        Row(row =>
        {
            foreach (var text in texts) row.Text(text, CellStyle.Header);
        }, texts.Zip(_widths, Lines).DefaultIfEmpty().Max());
    }

    /// <summary>The lines that a text takes in a column of a width; a Chinese letter is two wide.</summary>
    public static int Lines(string? text, double width) =>
        (text ?? "").Split('\n').Sum(line => (int)Math.Ceiling(Math.Max(1, line.Sum(letter => letter < 0x1100 ? 1 : 2)) / width));

    /// <summary>A text, never a formula, whatever it begins with; null leaves the cell empty.</summary>
    public void Text(string? text, CellStyle style = CellStyle.Plain)
    {
        if (string.IsNullOrEmpty(text) && style == CellStyle.Plain)
        {
            _column++;
            return;
        }
        var plain = Plain(text ?? "");
        var cell = Cell(style, quoted: plain.Length > 0 && plain[0] is '=' or '+' or '-' or '@' or '\t' or '\r');
        cell.DataType = Xlsx.CellValues.InlineString;
        cell.Append(new Xlsx.InlineString(new Xlsx.Text(plain) { Space = SpaceProcessingModeValues.Preserve }));
        _xml.WriteElement(cell);
    }

    public void Number(decimal? number, CellStyle style = CellStyle.Plain)
    {
        if (number is not { } known)
        {
            _column++;
            return;
        }
        var cell = Cell(style, quoted: false);
        cell.Append(new Xlsx.CellValue(Spelling.Number(known)));
        _xml.WriteElement(cell);
    }

    /// <summary>A value of a table's column as the spreadsheet computes with it.</summary>
    public void Value(object? value)
    {
        switch (value)
        {
            case null: _column++; break;
            case string text: Text(text); break;
            case long number: Number(number); break;
            case decimal number: Number(number); break;
            case DateOnly day: Number((decimal)day.ToDateTime(default).ToOADate(), CellStyle.Date); break;
            default:
                var cell = Cell(CellStyle.Plain, quoted: false);
                cell.DataType = Xlsx.CellValues.Boolean;
                cell.Append(new Xlsx.CellValue((bool)value ? "1" : "0")); // the SDK's own true and false are more than pandas takes
                _xml.WriteElement(cell);
                break;
        }
    }

    public void Dispose()
    {
        _xml.WriteEndElement();
        if (_headerRows > 0) _xml.WriteElement(new Xlsx.AutoFilter { Reference = $"A{Index(_headerRows)}:{Letters(_widths.Length - 1)}{Index(_row)}" });
        _xml.WriteElement(new Xlsx.PageMargins { Left = 0.4, Right = 0.4, Top = 0.4, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        // On paper as wide as so many pages and as long as it gets.
        _xml.WriteElement(new Xlsx.PageSetup { Orientation = _isUpright ? Xlsx.OrientationValues.Portrait : Xlsx.OrientationValues.Landscape, PaperSize = A4, FitToWidth = (uint)_pagesWide, FitToHeight = 0 });
        _xml.WriteElement(new Xlsx.HeaderFooter(new Xlsx.OddFooter("&L&A&R&P / &N")));
        _xml.WriteEndElement();
        _xml.Close();
    }

    private Xlsx.Cell Cell(CellStyle style, bool quoted) => new() { CellReference = Letters(_column++) + Index(_row), StyleIndex = Styles.IndexOf(style, quoted) };

    private static Xlsx.SheetView View(int rows, int columns)
    {
        var view = new Xlsx.SheetView { WorkbookViewId = 0 };
        if (rows == 0) return view;
        view.Append(new Xlsx.Pane
        {
            HorizontalSplit = columns > 0 ? columns : null, VerticalSplit = rows, TopLeftCell = Letters(columns) + Index(rows + 1), State = Xlsx.PaneStateValues.Frozen,
            ActivePane = columns > 0 ? Xlsx.PaneValues.BottomRight : Xlsx.PaneValues.BottomLeft,
        });
        return view;
    }

    /// <summary>A, B … Z, AA …</summary>
    internal static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    private static string Index(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What XML cannot hold is left out, what the format would take for an escape is escaped, and a text ends where a cell's may.</summary>
    private string Plain(string text)
    {
        var clean = Unwritable().Replace(text, "");
        clean = Escape().Replace(clean, "_x005F_");
        if (clean.Length <= LongestText) return clean;
        Shortened++;
        var end = LongestText - 1;
        return clean[..(char.IsHighSurrogate(clean[end - 1]) ? end - 1 : end)] + "…";
    }

    [GeneratedRegex(@"[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]")]
    private static partial Regex Unwritable();

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escape();
}
