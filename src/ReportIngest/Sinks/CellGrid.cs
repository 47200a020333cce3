using ReportIngest.Documents;

namespace ReportIngest.Sinks;

/// <summary>The cell that covers a position of a table, or null where the source has none.</summary>
internal sealed class CellGrid
{
    private readonly Cell?[,] _cells;

    public CellGrid(Table table)
    {
        _cells = new Cell?[table.Rows, table.Columns];
        foreach (var cell in table.Cells)
        {
            for (var row = cell.Row; row < cell.EndRow; row++)
                for (var column = cell.Column; column < cell.EndColumn; column++)
                    _cells[row, column] = cell;
        }
    }

    public Cell? this[int row, int column] => _cells[row, column];
}
