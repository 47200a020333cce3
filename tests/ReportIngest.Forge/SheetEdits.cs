using System.Globalization;

namespace ReportIngest.Forge;

/// <summary>Local changes to a sheet: merged cells shrink and grow with it.</summary>
internal static class SheetEdits
{
    public static Sheet WithoutRow(this Sheet sheet, int row)
    {
        var cells = new List<SheetCell>();
        foreach (var cell in sheet.Cells)
        {
            if (cell.Row == row && cell.RowSpan == 1) continue;
            var covers = cell.Row <= row && row < cell.EndRow;
            cells.Add(cell with
            {
                Row = cell.Row > row ? cell.Row - 1 : cell.Row,
                RowSpan = covers ? cell.RowSpan - 1 : cell.RowSpan,
            });
        }

        return sheet with { Rows = sheet.Rows - 1, Cells = Ordered(cells) };
    }

    /// <summary>A row with a label and a number in each other column is put in before <paramref name="row"/>.</summary>
    public static Sheet WithRow(this Sheet sheet, int row, string label, int[] numbers)
    {
        var cells = sheet.Cells.Select(cell => cell.Row >= row ? cell with { Row = cell.Row + 1 } : cell).ToList();
        cells.Add(new SheetCell(row, 0, 1, 1, label, CellRole.RowLabel));
        cells.AddRange(numbers.Select((number, i) =>
            new SheetCell(row, 1 + i, 1, 1, number.ToString(CultureInfo.InvariantCulture), CellRole.Value)));
        return sheet with { Rows = sheet.Rows + 1, Cells = Ordered(cells) };
    }

    private static System.Collections.Immutable.ImmutableArray<SheetCell> Ordered(List<SheetCell> cells) =>
        [.. cells.OrderBy(cell => (cell.Row, cell.Column))];
}
