using DocumentFormat.OpenXml.Packaging;
using Xlsx = DocumentFormat.OpenXml.Spreadsheet;

namespace ReportIngest.Tests.Sinks;

/// <summary>Cells of a workbook as a program that opens it shows them.</summary>
internal static class SheetCells
{
    public static List<string> SharedTexts(this SpreadsheetDocument book) => [.. book.WorkbookPart!.SharedStringTablePart!.SharedStringTable.Elements<Xlsx.SharedStringItem>().Select(item => item.InnerText)];

    public static bool IsText(this Xlsx.Cell cell) => cell.DataType?.Value == Xlsx.CellValues.InlineString || cell.DataType?.Value == Xlsx.CellValues.SharedString;

    public static string Text(this Xlsx.Cell cell, List<string> shared) =>
        cell.DataType?.Value == Xlsx.CellValues.SharedString ? shared[int.Parse(cell.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture)] : cell.InnerText;
}
