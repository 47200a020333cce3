using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ReportIngest.Forge.Writing;

/// <summary>Tables and runs of a Word document.</summary>
internal static class DocxTables
{
    /// <param name="split">Splits runs and puts content controls around things; null for neither.</param>
    public static Table Table(Sheet sheet, Random? split)
    {
        var borders = new TableBorders(
            new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 },
            new BottomBorder { Val = BorderValues.Single, Size = 4 }, new RightBorder { Val = BorderValues.Single, Size = 4 },
            new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 });
        var table = new Table(new TableProperties(new TableWidth { Width = "9000", Type = TableWidthUnitValues.Dxa }, borders));
        var width = (9000 / sheet.Columns).ToString(CultureInfo.InvariantCulture);
        table.Append(new TableGrid(Enumerable.Range(0, sheet.Columns).Select(_ => new GridColumn { Width = width })));
        var covering = sheet.Covering();
        for (var row = 0; row < sheet.Rows; row++)
        {
            var line = new TableRow();
            var columns = Enumerable.Range(0, sheet.Columns).Reverse().SkipWhile(column => covering[row, column] is null).Count(); // a row may end early
            for (var column = 0; column < columns;)
            {
                var cell = covering[row, column] ?? new SheetCell(row, column, 1, 1, "", CellRole.Value);
                line.Append(Cell(cell, row, split));
                column = cell.EndColumn;
            }

            table.Append(split?.Next(12) == 0 ? new SdtRow(new SdtContentRow(line)) : line);
        }

        return table;
    }

    public static Run Run(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    /// <summary>The text in runs that end anywhere, also inside a number; some runs in content controls.</summary>
    public static IEnumerable<OpenXmlElement> SplitRuns(string text, Random random)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Min(text.Length - at, 1 + random.Next(9));
            var run = Run(text.Substring(at, length));
            yield return random.Next(8) == 0 ? new SdtRun(new SdtContentRun(run)) : run;
            at += length;
        }
    }

    private static OpenXmlElement Cell(SheetCell cell, int row, Random? split)
    {
        var properties = new TableCellProperties();
        if (cell.ColumnSpan > 1) properties.Append(new GridSpan { Val = cell.ColumnSpan });
        if (cell.RowSpan > 1) properties.Append(row == cell.Row ? new VerticalMerge { Val = MergedCellValues.Restart } : new VerticalMerge());
        var element = new TableCell(properties);
        foreach (var part in row == cell.Row ? cell.Text.Split('\n') : [""])
            element.Append(split is null ? Paragraph(part) : new Paragraph(SplitRuns(part, split)));
        return split?.Next(15) == 0 ? new SdtCell(new SdtContentCell(element)) : element;
    }

    private static Paragraph Paragraph(string text) => text.Length == 0 ? new Paragraph() : new Paragraph(Run(text));
}
