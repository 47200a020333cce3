namespace ReportIngest.Reading.Html;

/// <summary>A cell on the grid.</summary>
internal readonly record struct GridCell<T>(int Row, int Column, int RowSpan, int ColumnSpan, T Content)
{
    public int EndColumn => Column + ColumnSpan;
}

/// <summary>
/// Cells with spans → positions: the table algorithm of the HTML standard (4.9.12.1), which is how browsers lay a table out, with two differences,
/// both because here a position belongs to one cell at most. A cell that runs into one that hangs down from above ends there,
/// and no cell leaves the table: not below the rows of its group, not to the right of where the other rows end.
/// </summary>
internal sealed class SpanGrid<T>
{
    private readonly int _maximumColumns;
    private readonly List<GridCell<T>> _cells = [];

    /// <summary>By column, the row at which the cell hanging down in it ends.</summary>
    private readonly List<int> _takenUntil = [];
    private int _groupEnd;
    private int _next;

    public SpanGrid(int maximumColumns) => _maximumColumns = maximumColumns;

    public int Rows { get; private set; }

    /// <summary>False when a row became wider than the maximum: its further cells were left out.</summary>
    public bool Fits { get; private set; } = true;

    public void BeginGroup(int rows) => _groupEnd = Rows + rows;

    public void BeginRow()
    {
        Rows++;
        _next = 0;
    }

    /// <param name="rowSpan">0 reaches to the end of the group.</param>
    public void Add(int rowSpan, int columnSpan, T content)
    {
        var row = Rows - 1;
        while (_next < _takenUntil.Count && _takenUntil[_next] > row) _next++;
        if (_next + columnSpan > _maximumColumns)
        {
            Fits = false;
            return;
        }

        var end = rowSpan == 0 ? _groupEnd : Math.Min(_groupEnd, row + rowSpan);
        var free = 0;
        while (free < columnSpan && !(_next + free < _takenUntil.Count && _takenUntil[_next + free] > row))
        {
            if (_next + free < _takenUntil.Count) _takenUntil[_next + free] = end;
            else _takenUntil.Add(end);
            free++;
        }

        _cells.Add(new GridCell<T>(row, _next, end - row, free, content));
        _next += columnSpan;
    }

    /// <summary>
    /// The cells in row order, then column order. A column at the right edge in which no cell begins and which some row does not reach
    /// is no column: a title cell says colspan 12 over ten.
    /// </summary>
    public (int Columns, List<GridCell<T>> Cells) Finish()
    {
        var columns = _cells.Count == 0 ? 0 : _cells.Max(cell => cell.EndColumn);
        var begun = _cells.Count == 0 ? 0 : _cells.Max(cell => cell.Column) + 1;
        var reached = RowEnds().Where(end => end > 0).DefaultIfEmpty(0).Min();
        columns = Math.Min(columns, Math.Max(begun, reached));
        return (columns, [.. _cells.Select(cell => cell with { ColumnSpan = Math.Min(cell.ColumnSpan, columns - cell.Column) })]);
    }

    private int[] RowEnds()
    {
        var ends = new int[Rows];
        foreach (var cell in _cells)
        {
            for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
                ends[row] = Math.Max(ends[row], cell.EndColumn);
        }

        return ends;
    }
}
