using CsCheck;

namespace ReportIngest.Tests.Reading.Docx;

using Spot = (int Row, int Column, int RowSpan, int ColumnSpan, string Text);

/// <summary>Tables with random spans, and their XML.</summary>
internal static class Grids
{
    /// <summary>Grids of 2–8 rows and columns, wholly covered, in row order. Every edge of the grid is the edge of some cell: another could not be read back.</summary>
    public static Gen<List<Spot>> Random { get; } =
        from rows in Gen.Int[2, 8]
        from columns in Gen.Int[2, 8]
        from spans in Gen.Select(Gen.Int[1, 4], Gen.Int[1, 4]).Array[rows * columns]
        let cells = Cover(rows, columns, spans)
        where Enumerable.Range(0, columns).All(edge => cells.Exists(cell => cell.Column == edge)) && cells.Count > 1
        select cells;

    public static string Write(List<Spot> cells)
    {
        var rows = cells.Max(cell => cell.Row + cell.RowSpan);
        var lines = Enumerable.Range(0, rows).Select(row => cells
            .Where(cell => cell.Row <= row && row < cell.Row + cell.RowSpan)
            .OrderBy(cell => cell.Column)
            .Select(cell => Cell(cell, row)));
        return $"<w:tbl>{string.Concat(lines.Select(line => $"<w:tr>{string.Concat(line)}</w:tr>"))}</w:tbl>";
    }

    private static string Cell(Spot cell, int row)
    {
        var merge = cell.RowSpan == 1 ? "" : row == cell.Row ? "<w:vMerge w:val='restart'/>" : "<w:vMerge/>";
        var text = row == cell.Row ? cell.Text : "";
        return $"<w:tc><w:tcPr><w:gridSpan w:val='{cell.ColumnSpan}'/>{merge}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>";
    }

    private static List<Spot> Cover(int rows, int columns, (int Rows, int Columns)[] spans)
    {
        var taken = new bool[rows, columns];
        var cells = new List<Spot>();
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                if (taken[row, column]) continue;
                var (high, wide) = spans[(row * columns) + column];
                var width = 1;
                while (width < wide && column + width < columns && !taken[row, column + width]) width++;
                var height = Math.Min(high, rows - row);
                for (var i = 0; i < height * width; i++) taken[row + (i / width), column + (i % width)] = true;
                cells.Add((row, column, height, width, $"{row},{column}"));
            }
        }

        return cells;
    }
}
