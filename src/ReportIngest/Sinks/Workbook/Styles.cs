using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using Xlsx = DocumentFormat.OpenXml.Spreadsheet;

namespace ReportIngest.Sinks.Workbook;

/// <summary>The formats of the cells. Each stands there twice, the second time for a text that a spreadsheet would take for a formula once somebody edits the cell.</summary>
internal static class Styles
{
    private sealed record Look(CellStyle Style, string? Fill = null, string Ink = "FF1D2329", bool Bold = false, bool Italic = false, bool Wrap = false, uint NumberFormat = 0);

    /// <summary>The first number of a format that is not the program's own.</summary>
    private const uint IsoDate = 164;

    /// <summary>Of wrapped texts, in letters.</summary>
    public const int Indent = 1;

    /// <summary>Dark for grave, light for harmless: on a grey printout they still differ.</summary>
    private static readonly ImmutableArray<Look> Looks =
    [
        new(CellStyle.Plain),
        new(CellStyle.Title, Bold: true),
        new(CellStyle.Header, "FFDFE5EC", Bold: true, Wrap: true),
        new(CellStyle.Wrapped, Wrap: true),
        new(CellStyle.Faint, Ink: "FF6B7580", Italic: true),
        new(CellStyle.Error, "FF9B1C1C", "FFFFFFFF", Bold: true),
        new(CellStyle.Warning, "FFFFE3A3", Bold: true),
        new(CellStyle.Note, "FFE6EEF6"),
        new(CellStyle.Doubt, "FFE9E3F5", Italic: true),
        new(CellStyle.Good, "FFE4F2E7"),
        new(CellStyle.Late, "FFFFE3A3"),
        new(CellStyle.Bad, "FF8C1515", "FFFFFFFF", Bold: true),
        new(CellStyle.Odd, "FFE9C9EF"),
        new(CellStyle.Date, NumberFormat: IsoDate),
    ];

    public static uint IndexOf(CellStyle style, bool quoted) => ((uint)style * 2) + (quoted ? 1u : 0u);

    public static Xlsx.Stylesheet Stylesheet() => new(
        new Xlsx.NumberingFormats(new Xlsx.NumberingFormat { NumberFormatId = IsoDate, FormatCode = "yyyy-mm-dd" }),
        new Xlsx.Fonts(Looks.Select(FontOf)),
        // The first two fills are fixed by the format.
        new Xlsx.Fills([new Xlsx.Fill(new Xlsx.PatternFill { PatternType = Xlsx.PatternValues.None }), new Xlsx.Fill(new Xlsx.PatternFill { PatternType = Xlsx.PatternValues.Gray125 }), .. Looks.Select(FillOf)]),
        new Xlsx.Borders(new Xlsx.Border(new Xlsx.LeftBorder(), new Xlsx.RightBorder(), new Xlsx.TopBorder(), new Xlsx.BottomBorder(), new Xlsx.DiagonalBorder())),
        new Xlsx.CellStyleFormats(new Xlsx.CellFormat()),
        new Xlsx.CellFormats(Looks.SelectMany((look, index) => (Xlsx.CellFormat[])[Format(look, (uint)index, quoted: false), Format(look, (uint)index, quoted: true)])),
        // The default style by its number: libraries that write the file again warn where a workbook has none.
        new Xlsx.CellStyles(new Xlsx.CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    private static Xlsx.Font FontOf(Look look)
    {
        var font = new Xlsx.Font();
        if (look.Bold) font.Append(new Xlsx.Bold());
        if (look.Italic) font.Append(new Xlsx.Italic());
        font.Append(new Xlsx.FontSize { Val = look.Style == CellStyle.Title ? 14 : 11 }, new Xlsx.Color { Rgb = look.Ink }, new Xlsx.FontName { Val = "Calibri" });
        return font;
    }

    private static Xlsx.Fill FillOf(Look look) => look.Fill is { } color
        ? new Xlsx.Fill(new Xlsx.PatternFill(new Xlsx.ForegroundColor { Rgb = color }) { PatternType = Xlsx.PatternValues.Solid })
        : new Xlsx.Fill(new Xlsx.PatternFill { PatternType = Xlsx.PatternValues.None });

    // A number that stands on the right of its cell does not touch the text of the next.
    private static Xlsx.Alignment AlignmentOf(Look look) => look.Style == CellStyle.Wrapped
        ? new() { Vertical = Xlsx.VerticalAlignmentValues.Top, WrapText = true, Horizontal = Xlsx.HorizontalAlignmentValues.Left, Indent = Indent }
        : new() { Vertical = Xlsx.VerticalAlignmentValues.Top, WrapText = look.Wrap };

    private static Xlsx.CellFormat Format(Look look, uint index, bool quoted) => new(AlignmentOf(look))
    {
        NumberFormatId = look.NumberFormat, ApplyNumberFormat = look.NumberFormat > 0 ? BooleanValue.FromBoolean(true) : null, FontId = index, FillId = index + 2, BorderId = 0, FormatId = 0, ApplyFont = true, ApplyFill = true, ApplyAlignment = true, QuotePrefix = quoted ? BooleanValue.FromBoolean(true) : null,
    };
}
