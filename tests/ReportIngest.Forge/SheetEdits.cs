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

    /// <summary>A row with a label and a number in each other column is put in before <paramref name="row"/>, where no merged cell is cut.</summary>
    public static Sheet WithRow(this Sheet sheet, int row, string label, int labelColumns, int[] numbers)
    {
        var cells = sheet.Cells.Select(cell => cell.Row >= row ? cell with { Row = cell.Row + 1 } : cell).ToList();
        cells.Add(new SheetCell(row, 0, 1, labelColumns, label, CellRole.RowLabel));
        cells.AddRange(numbers.Select((number, i) =>
            new SheetCell(row, labelColumns + i, 1, 1, number.ToString(CultureInfo.InvariantCulture), CellRole.Value)));
        return sheet with { Rows = sheet.Rows + 1, Cells = Ordered(cells) };
    }

    /// <summary>A column at the right end; full-width rows grow over it.</summary>
    /// <param name="text">The text beside a row of values.</param>
    public static Sheet WithColumn(this Sheet sheet, string header, Func<string> text)
    {
        var cells = new List<SheetCell>();
        for (var row = 0; row < sheet.Rows; row++)
        {
            var line = sheet.Row(row).ToArray();
            var fullWidth = line is [{ Column: 0 } only] && only.ColumnSpan == sheet.Columns;
            cells.AddRange(fullWidth ? line.Select(cell => cell with { ColumnSpan = sheet.Columns + 1 }) : line);
            if (fullWidth || (row > 0 && row < sheet.HeaderRows)) continue;
            var isHeader = line[0].Role == CellRole.Header;
            var rows = isHeader ? Math.Max(1, sheet.HeaderRows) : 1;
            cells.Add(new SheetCell(row, sheet.Columns, rows, 1, isHeader ? header : text(), isHeader ? CellRole.Header : CellRole.Value));
        }

        return sheet with { Columns = sheet.Columns + 1, Cells = Ordered(cells) };
    }

    /// <summary>The columns in another order, which keeps those under a merged header together.</summary>
    /// <param name="order">The old index of each new column.</param>
    public static Sheet WithColumnOrder(this Sheet sheet, int[] order) => sheet with
    {
        Cells = Ordered([.. sheet.Cells.Select(cell => cell with
        {
            Column = Enumerable.Range(cell.Column, cell.ColumnSpan).Min(column => Array.IndexOf(order, column)),
        })]),
    };

    /// <summary>Rows of a sheet as a table of their own; of a merged cell that is cut, the first part keeps the text.</summary>
    public static Sheet Rows(this Sheet sheet, int start, int end) => sheet with
    {
        Rows = end - start,
        HeaderRows = start == 0 ? Math.Min(sheet.HeaderRows, end) : 0,
        Cells =
        [
            .. from cell in sheet.Cells
               let first = Math.Max(cell.Row, start)
               let last = Math.Min(cell.EndRow, end)
               where first < last
               orderby first, cell.Column
               select cell with { Row = first - start, RowSpan = last - first, Text = first == cell.Row ? cell.Text : "" },
        ],
    };

    /// <summary>Columns of a sheet as a table of their own; merged cells end inside.</summary>
    public static Sheet ColumnsOf(this Sheet sheet, int from, int to) => sheet with
    {
        Columns = to - from,
        Cells = [.. sheet.Cells.Where(cell => cell.Column >= from && cell.EndColumn <= to).Select(cell => cell with { Column = cell.Column - from })],
    };

    /// <summary>Without the columns in which no cell begins.</summary>
    public static Sheet Narrowed(this Sheet sheet)
    {
        var begins = sheet.Cells.Where(cell => cell.ColumnSpan < sheet.Columns).Select(cell => cell.Column).Distinct().Order().ToArray();
        return sheet with
        {
            Columns = begins.Length,
            Cells =
            [
                .. sheet.Cells.Select(cell => cell with
                {
                    Column = begins.Count(column => column < cell.Column),
                    ColumnSpan = begins.Count(column => column >= cell.Column && column < cell.EndColumn),
                }),
            ],
        };
    }

    private static System.Collections.Immutable.ImmutableArray<SheetCell> Ordered(List<SheetCell> cells) =>
        [.. cells.OrderBy(cell => (cell.Row, cell.Column))];
}
