using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Reports;

namespace ReportIngest.Forms;

/// <summary>A table of the document made ready for matching: which cell covers a position, and what each cell is.</summary>
internal sealed class Sheet
{
    private readonly SheetCell?[] _at;

    public Sheet(int index, Table table)
    {
        Index = index;
        Table = table;
        _at = new SheetCell?[table.Rows * table.Columns];
        foreach (var cell in table.Cells)
        {
            var covering = new SheetCell(cell, LabelText.Of(cell.Text), Kind(cell.Text));
            for (var row = cell.Row; row < cell.EndRow; row++)
            {
                for (var column = cell.Column; column < cell.EndColumn; column++)
                    _at[(row * table.Columns) + column] = covering;
            }
        }

        Rows = [.. Enumerable.Range(0, table.Rows).Select(Covering)];
    }

    /// <summary>The table's index in the document.</summary>
    public int Index { get; }

    public Table Table { get; }

    /// <summary>For each row, the cells that cover it, from left to right, each once.</summary>
    public ImmutableArray<ImmutableArray<SheetCell>> Rows { get; }

    public SheetCell? At(int row, int column) => _at[(row * Table.Columns) + column];

    public Location Locate(SheetCell cell) => Location.Of(Index, cell.Cell);

    private ImmutableArray<SheetCell> Covering(int row)
    {
        var cells = ImmutableArray.CreateBuilder<SheetCell>();
        for (var column = 0; column < Table.Columns; column++)
        {
            if (At(row, column) is { } cell && (cells.Count == 0 || !ReferenceEquals(cells[^1], cell))) cells.Add(cell);
        }

        return cells.ToImmutable();
    }

    private static SheetCellKind Kind(string text) =>
        string.IsNullOrWhiteSpace(text) ? SheetCellKind.Blank
        : !CellReader.IsValue(text) ? SheetCellKind.Text
        : text.Any(char.IsDigit) ? SheetCellKind.Number
        : SheetCellKind.Sign;
}

/// <summary>A cell with the keys of its text.</summary>
internal sealed record SheetCell(Cell Cell, LabelText Label, SheetCellKind Kind)
{
    public bool IsValue => Kind is SheetCellKind.Number or SheetCellKind.Sign;
}

internal enum SheetCellKind
{
    Blank,

    /// <summary>Labels, notes, prose, and values that are no number.</summary>
    Text,

    Number,

    /// <summary>A placeholder: it may be a value or an empty label cell.</summary>
    Sign,
}
