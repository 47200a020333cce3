using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Reports;

namespace ReportIngest.Forms;

/// <summary>A table of the document made ready for matching: which cell covers a position, and what each cell is.</summary>
internal sealed class Sheet
{
    private readonly SheetCell?[] _at;
    private readonly ImmutableArray<ImmutableArray<SheetCell>> _labels;

    public Sheet(int index, Table table)
    {
        Index = index;
        Table = table;
        _at = new SheetCell?[table.Rows * table.Columns];
        Cells = [.. table.Cells.Select((cell, number) => new SheetCell(cell, number))];
        foreach (var cell in Cells)
        {
            for (var row = cell.Cell.Row; row < cell.Cell.EndRow; row++)
                _at.AsSpan((row * table.Columns) + cell.Cell.Column, cell.Cell.ColumnSpan).Fill(cell);
        }

        var rows = ImmutableArray.CreateBuilder<ImmutableArray<SheetCell>>(table.Rows);
        var labels = ImmutableArray.CreateBuilder<ImmutableArray<SheetCell>>(table.Rows);
        for (var row = 0; row < table.Rows; row++)
        {
            rows.Add(Covering(row));
            labels.Add(LabelsOf(row, rows[row]));
        }

        Rows = rows.MoveToImmutable();
        _labels = labels.MoveToImmutable();
    }

    /// <summary>The table's index in the document.</summary>
    public int Index { get; }

    public Table Table { get; }

    /// <summary>In the table's order.</summary>
    public ImmutableArray<SheetCell> Cells { get; }

    /// <summary>For each row, the cells that cover it, from left to right, each once.</summary>
    public ImmutableArray<ImmutableArray<SheetCell>> Rows { get; }

    public SheetCell? At(int row, int column) => _at[(row * Table.Columns) + column];

    /// <summary>Text cells that begin in the row and stand before its first number, the rightmost first.</summary>
    public ImmutableArray<SheetCell> LabelsOf(int row) => _labels[row];

    public Location Locate(SheetCell cell) => cell.At(Index);

    private ImmutableArray<SheetCell> Covering(int row)
    {
        var cells = ImmutableArray.CreateBuilder<SheetCell>(Table.Columns);
        foreach (var cell in _at.AsSpan(row * Table.Columns, Table.Columns))
        {
            if (cell is not null && (cells.Count == 0 || cells[^1] != cell)) cells.Add(cell);
        }

        return cells.DrainToImmutable();
    }

    private static ImmutableArray<SheetCell> LabelsOf(int row, ImmutableArray<SheetCell> cells)
    {
        var before = 0;
        while (before < cells.Length && cells[before].Kind != SheetCellKind.Number) before++;
        var labels = ImmutableArray.CreateBuilder<SheetCell>(before);
        for (var i = before - 1; i >= 0; i--)
        {
            if (cells[i].Kind == SheetCellKind.Text && cells[i].Cell.Row == row) labels.Add(cells[i]);
        }

        return labels.DrainToImmutable();
    }
}

/// <summary>A cell with what its text is; all that is found out about a text is kept here.</summary>
internal sealed class SheetCell
{
    private readonly Meanings? _meanings;
    private Location? _at;

    public SheetCell(Cell cell, int number)
    {
        Cell = cell;
        Number = number;
        Kind = KindOf(cell.Text);
        if (Kind != SheetCellKind.Text) return;
        _meanings = Meanings.Of(cell.Text);
        Label = _meanings.Text;
    }

    public Cell Cell { get; }

    /// <summary>Its index among the sheet's cells.</summary>
    public int Number { get; }

    public SheetCellKind Kind { get; }

    /// <summary>The keys of a text; values and blanks have none.</summary>
    public LabelText Label { get; } = new("", "");

    public bool IsValue => Kind is SheetCellKind.Number or SheetCellKind.Sign;

    /// <param name="table">The table's index in the document.</param>
    public Location At(int table) => _at ??= Location.Of(table, Cell);

    public Meaning Under(FormLabels labels) => _meanings?.Under(labels) ?? Meaning.None;

    /// <summary>A label of the form, in whatever section or edition.</summary>
    public bool IsLabelAnywhere => _meanings?.Any(meaning => meaning.IsLabel) is true;

    private static SheetCellKind KindOf(string text) =>
        string.IsNullOrWhiteSpace(text) ? SheetCellKind.Blank
        : !CellReader.IsValue(text) ? SheetCellKind.Text
        : text.AsSpan().ContainsAnyInRange('0', '9') || text.Any(char.IsDigit) ? SheetCellKind.Number
        : SheetCellKind.Sign;
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
