using System.Collections.Immutable;

namespace ReportIngest.Reading.Docx;

/// <summary>How a cell says that it is merged with its neighbour above or on the left.</summary>
internal enum Merge { None, Restart, Continue }

/// <summary>A cell as its row lists it: how many grid columns it takes, and what it holds.</summary>
internal sealed record RawCell<T>(int Span, Merge Down, Merge Along, T Content);

/// <summary>A row of a table as the file lists it; the first <paramref name="Before"/> grid columns are left out.</summary>
internal sealed record RawRow<T>(int Before, ImmutableArray<RawCell<T>> Cells);

/// <summary>A cell on the grid. <see cref="Covered"/> is what the cells merged into it hold, which Word does not show.</summary>
internal sealed class GridCell<T>(int row, int column, T content)
{
    public int Row { get; } = row;
    public int Column { get; set; } = column;
    public int RowSpan { get; set; } = 1;
    public int ColumnSpan { get; set; }
    public T Content { get; } = content;
    public List<T> Covered { get; } = [];
}

/// <summary>Lays rows of cells with <c>gridSpan</c>, <c>vMerge</c> and <c>hMerge</c> on a grid.</summary>
internal sealed record TableGrid<T>(int Rows, int Columns, List<GridCell<T>> Cells)
{
    /// <summary>A cell in its row, before the rows are laid together.</summary>
    private sealed record LinedCell(int Column, int Span, Merge Down, Merge Along, T Content, List<T> Covered);

    /// <param name="widths">Of the columns as far as they are known, in twips; 0 where one is not.</param>
    /// <exception cref="UnreadableException">The grid has more than <paramref name="limit"/> positions.</exception>
    public static TableGrid<T> Of(IReadOnlyList<RawRow<T>> rows, IReadOnlyList<int> widths, int limit)
    {
        var lines = Align([.. rows.Select(row => MergedAlong(row, limit))], widths);
        var cells = new List<GridCell<T>>();
        var mergeable = new Dictionary<int, GridCell<T>>();
        for (var row = 0; row < lines.Count; row++)
        {
            var below = new Dictionary<int, GridCell<T>>();
            foreach (var cell in lines[row])
            {
                // A continuation belongs to the cell above only where both edges meet; one without a beginning begins.
                if (cell.Down == Merge.Continue && mergeable.TryGetValue(cell.Column, out var above) && above.ColumnSpan == cell.Span)
                {
                    above.RowSpan++;
                    above.Covered.Add(cell.Content);
                    above.Covered.AddRange(cell.Covered);
                    below[cell.Column] = above;
                    continue;
                }

                var placed = new GridCell<T>(row, cell.Column, cell.Content) { ColumnSpan = cell.Span };
                placed.Covered.AddRange(cell.Covered);
                cells.Add(placed);
                if (cell.Down != Merge.None) below[cell.Column] = placed;
            }

            mergeable = below;
        }

        var columns = DropUnusedEdges(cells);
        return (long)rows.Count * columns > limit ? throw Refusal.TooManyCells(limit) : new TableGrid<T>(rows.Count, columns, cells);
    }

    /// <summary>The cells of a row with their columns, each joined with those that <c>hMerge</c> merges into it.</summary>
    private static List<LinedCell> MergedAlong(RawRow<T> row, int limit)
    {
        var merged = new List<LinedCell>();
        long next = row.Before;
        foreach (var cell in row.Cells)
        {
            if (next + cell.Span > limit) throw Refusal.TooManyCells(limit);
            if (cell.Along == Merge.Continue && merged is [.., { Along: not Merge.None } last])
            {
                last.Covered.Add(cell.Content);
                merged[^1] = last with { Span = last.Span + cell.Span };
            }
            else
            {
                merged.Add(new((int)next, cell.Span, cell.Down, cell.Along, cell.Content, []));
            }

            next += cell.Span;
        }

        return merged;
    }

    /// <summary>The rows with their edges where those of the others are that they nearly meet.</summary>
    private static List<List<LinedCell>> Align(List<List<LinedCell>> lines, IReadOnlyList<int> widths)
    {
        var coinciding = GridEdges.Coinciding([.. lines.SelectMany(line => line.Select(cell => (cell.Column, cell.Column + cell.Span)))], widths);
        int Of(int edge) => coinciding.GetValueOrDefault(edge, edge);
        return coinciding.Count == 0 ? lines : lines.ConvertAll(line =>
            line.ConvertAll(cell => cell with { Column = Of(cell.Column), Span = Of(cell.Column + cell.Span) - Of(cell.Column) }));
    }

    /// <summary>
    /// The file's grid has an edge wherever one was once drawn. One at which no cell begins or ends cannot be seen, and is none.
    /// </summary>
    private static int DropUnusedEdges(List<GridCell<T>> cells)
    {
        var edges = new SortedSet<int>();
        foreach (var cell in cells)
        {
            edges.Add(cell.Column);
            edges.Add(cell.Column + cell.ColumnSpan);
        }

        var index = edges.Select((edge, i) => (edge, i)).ToDictionary(pair => pair.edge, pair => pair.i);
        foreach (var cell in cells)
        {
            var end = index[cell.Column + cell.ColumnSpan];
            cell.Column = index[cell.Column];
            cell.ColumnSpan = end - cell.Column;
        }

        return edges.Count - 1;
    }
}
