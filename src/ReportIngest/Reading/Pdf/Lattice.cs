using System.Collections.Immutable;

namespace ReportIngest.Reading.Pdf;

/// <summary>A rectangle of grid positions; the ends are exclusive.</summary>
internal readonly record struct Span(int Row, int Column, int EndRow, int EndColumn);

/// <summary>A table's geometry: the positions of its column and row borders, rising, and the cells between them, which cover the grid without overlap.</summary>
internal sealed record Lattice(ImmutableArray<double> Xs, ImmutableArray<double> Ys, ImmutableArray<Span> Cells)
{
    public int Rows => Ys.Length - 1;

    public int Columns => Xs.Length - 1;

    public Box Box => new(Xs[0], Ys[0], Xs[^1], Ys[^1]);

    public Box BoxOf(Span cell) => new(Xs[cell.Column], Ys[cell.Row], Xs[cell.EndColumn], Ys[cell.EndRow]);

    /// <summary>The index of the cell at a point, or −1 outside.</summary>
    public int At(double x, double y)
    {
        var (column, row) = (Strip(Xs, x), Strip(Ys, y));
        return column < 0 || row < 0 ? -1 : (_index ??= Index())[row * Columns + column];
    }

    /// <summary>Cell by grid position, made when first asked for; a copy with other cells makes its own.</summary>
    private int[]? _index;

    private Lattice(Lattice other) => (Xs, Ys, Cells) = (other.Xs, other.Ys, other.Cells);

    private int[] Index()
    {
        var index = new int[Rows * Columns];
        Array.Fill(index, -1);
        for (var i = 0; i < Cells.Length; i++)
            for (var row = Cells[i].Row; row < Cells[i].EndRow; row++)
                Array.Fill(index, i, row * Columns + Cells[i].Column, Cells[i].EndColumn - Cells[i].Column);
        return index;
    }

    /// <summary>The strip of <paramref name="borders"/> in which a value lies, or −1. Asked several times for each letter, so it compares numbers itself.</summary>
    public static int Strip(ImmutableArray<double> borders, double value)
    {
        if (value < borders[0] || value >= borders[^1])
            return -1;
        var (low, high) = (0, borders.Length - 1);
        while (low <= high)
        {
            var middle = low + ((high - low) >> 1);
            if (borders[middle] == value)
                return middle;
            if (borders[middle] < value)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return low - 1;
    }

    /// <summary>Takes column border <paramref name="border"/> out: the strips on both its sides become one.</summary>
    public Lattice WithoutColumnBorder(int border) => new(Xs.RemoveAt(border), Ys, [.. Cells.Select(cell => cell with
    {
        Column = cell.Column >= border ? cell.Column - 1 : cell.Column,
        EndColumn = cell.EndColumn >= border ? cell.EndColumn - 1 : cell.EndColumn,
    })]);

    /// <summary>Takes row border <paramref name="border"/> out.</summary>
    public Lattice WithoutRowBorder(int border) => new(Xs, Ys.RemoveAt(border), [.. Cells.Select(cell => cell with
    {
        Row = cell.Row >= border ? cell.Row - 1 : cell.Row,
        EndRow = cell.EndRow >= border ? cell.EndRow - 1 : cell.EndRow,
    })]);
}
