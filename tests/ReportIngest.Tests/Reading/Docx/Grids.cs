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

    /// <summary>The same with every border moved to the right by one of <paramref name="drags"/> (twips), in each row by another.</summary>
    public static string WriteDragged(List<Spot> cells, int[] drags)
    {
        int Position(int row, int edge) => edge == 0 ? 0 : (edge * 1000) + drags[((row * 7) + edge) % drags.Length];
        List<List<(Spot Cell, int Left, int Right)>> rows = [.. Enumerable.Range(0, cells.Max(cell => cell.Row + cell.RowSpan)).Select(row => cells
            .Where(cell => cell.Row <= row && row < cell.Row + cell.RowSpan)
            .OrderBy(cell => cell.Column)
            .Select(cell => (cell, Position(row, cell.Column), Position(row, cell.Column + cell.ColumnSpan))).ToList())];
        List<int> edges = [.. rows.SelectMany(row => row.Select(item => item.Right)).Append(0).Distinct().Order()];
        var widths = edges.Zip(edges.Skip(1), (left, right) => $"<w:gridCol w:w='{right - left}'/>");
        var lines = rows.Select((row, number) => string.Concat(row.Select(item =>
            Cell(item.Cell with { ColumnSpan = edges.IndexOf(item.Right) - edges.IndexOf(item.Left) }, number))));
        return $"<w:tbl><w:tblGrid>{string.Concat(widths)}</w:tblGrid>{string.Concat(lines.Select(line => $"<w:tr>{line}</w:tr>"))}</w:tbl>";
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
