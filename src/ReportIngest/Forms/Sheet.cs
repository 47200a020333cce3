using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ReportIngest.Documents;
using ReportIngest.Reports;

namespace ReportIngest.Forms;

/// <summary>A table of the document made ready for matching: which cell covers a position, and what each cell is.</summary>
internal sealed class Sheet
{
    private readonly SheetCell?[] _at;
    private readonly SheetRow[] _rows;
    private readonly OtherColumns _other;
    private HashSet<int>? _numbers;

    public Sheet(int index, Table table, int? reportYear = null)
    {
        Index = index;
        var other = OtherColumns.Of(table, reportYear);
        var cells = CellsOf(table, table.Cells, other);
        if (Transposed.Is(table, cells))
        {
            (table, var printed) = Transposed.Of(table);
            other = OtherColumns.Of(table, reportYear);
            cells = CellsOf(table, printed, other);
        }

        (Table, Cells, HasIndex, _other) = (table, cells, IndexColumn.IsFirst(table), other);
        _at = new SheetCell?[table.Rows * table.Columns];
        foreach (var cell in cells)
        {
            for (var row = cell.Cell.Row; row < cell.Cell.EndRow; row++)
                _at.AsSpan((row * table.Columns) + cell.Cell.Column, cell.Cell.ColumnSpan).Fill(cell);
        }

        _rows = new SheetRow[table.Rows];
        for (var row = 0; row < table.Rows; row++) _rows[row] = SheetRow.Of(row, _at.AsSpan(row * table.Columns, table.Columns));
    }

    /// <param name="printed">As they stand in the document, in the table's order.</param>
    private static ImmutableArray<SheetCell> CellsOf(Table table, ImmutableArray<Cell> printed, OtherColumns other)
    {
        var (hasIndex, side) = (IndexColumn.IsFirst(table), SideColumns.Of(table));
        var cells = ImmutableArray.CreateBuilder<SheetCell>(table.Cells.Length);
        foreach (var cell in table.Cells)
            cells.Add(new SheetCell(cell, cells.Count, (hasIndex && IndexColumn.Holds(cell)) || (cell.ColumnSpan == 1 && side.Contains(cell.Column)) || OtherColumns.IsWithin(cell, other.Columns), printed[cells.Count]));
        return cells.MoveToImmutable();
    }

    /// <summary>Whether a cell stands in a column of shares or of last year's numbers.</summary>
    public bool IsOfOther(SheetCell cell) => OtherColumns.IsWithin(cell.Cell, _other.Columns);

    /// <summary>Whether a row has shares in the place of values.</summary>
    public bool IsDoubtful(int row) => _other.DoubtfulRows.Contains(row);

    /// <summary>The table's index in the document.</summary>
    public int Index { get; }

    public Table Table { get; }

    /// <summary>The first column counts the rows, and is as good as empty.</summary>
    public bool HasIndex { get; }

    /// <summary>In the table's order.</summary>
    public ImmutableArray<SheetCell> Cells { get; }

    public ReadOnlySpan<SheetRow> Rows => _rows;

    public SheetCell? At(int row, int column) => _at[(row * Table.Columns) + column];

    public bool HasRow(Predicate<SheetRow> meets) => Array.Exists(_rows, meets);

    /// <summary>Whether a number stands in one of the columns, in whatever row.</summary>
    public bool HasNumberIn(Range columns)
    {
        _numbers ??= [.. Cells.Where(cell => cell.Kind == SheetCellKind.Number).Select(cell => cell.Cell.Column)];
        for (var column = columns.Start.Value; column < columns.End.Value; column++)
        {
            if (_numbers.Contains(column)) return true;
        }

        return false;
    }

    public Location Locate(SheetCell cell) => cell.At(Index);
}

/// <summary>A row of a sheet.</summary>
/// <param name="Cells">Those that cover it, from left to right, each once.</param>
/// <param name="Labels">Text cells that begin in it and stand before its first number, the rightmost first.</param>
/// <param name="HasNumber">Such a row is no header.</param>
internal readonly record struct SheetRow(ImmutableArray<SheetCell> Cells, ImmutableArray<SheetCell> Labels, bool HasNumber)
{
    /// <param name="positions">What covers each column.</param>
    public static SheetRow Of(int row, ReadOnlySpan<SheetCell?> positions)
    {
        var (count, labels, hasNumber) = (0, 0, false);
        SheetCell? before = null;
        foreach (var cell in positions)
        {
            if (cell is null || cell == before) continue;
            before = cell;
            count++;
            hasNumber = hasNumber || cell.Kind == SheetCellKind.Number;
            if (!hasNumber && IsLabel(cell, row)) labels++;
        }

        var cells = ImmutableArray.CreateBuilder<SheetCell>(count);
        foreach (var cell in positions)
        {
            if (cell is not null && (cells.Count == 0 || cells[^1] != cell)) cells.Add(cell);
        }

        var all = cells.MoveToImmutable();
        return new SheetRow(all, labels == 0 ? [] : LabelsOf(row, all, labels), hasNumber);
    }

    private static ImmutableArray<SheetCell> LabelsOf(int row, ImmutableArray<SheetCell> cells, int count)
    {
        var labels = new SheetCell[count];
        foreach (var cell in cells)
        {
            if (!IsLabel(cell, row)) continue;
            labels[--count] = cell;
            if (count == 0) break;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(labels);
    }

    private static bool IsLabel(SheetCell cell, int row) => cell.Kind == SheetCellKind.Text && cell.Cell.Row == row;
}

/// <summary>A cell with what its text is; all that is found out about a text is kept here.</summary>
internal sealed class SheetCell
{
    private readonly Meanings? _meanings;
    private readonly Cell _printed;
    private Location? _at;

    /// <param name="printed">The cell as it stands in the document.</param>
    public SheetCell(Cell cell, int number, bool isBeside, Cell printed)
    {
        Cell = cell;
        _printed = printed;
        Number = number;
        IsBeside = isBeside;
        if (isBeside) return;
        Kind = CellReader.IsDigits(cell.Text) ? SheetCellKind.Number // as most are
            : (_meanings = Meanings.Printed(cell.Text)) is not null ? SheetCellKind.Text
            : KindOf(cell.Text);
        if (Kind == SheetCellKind.Text) _meanings ??= Meanings.Of(cell.Text);
    }

    public Cell Cell { get; }

    /// <summary>Its index among the sheet's cells.</summary>
    public int Number { get; }

    public SheetCellKind Kind { get; }

    /// <summary>It counts a row, says its unit or code, or holds a share or last year's number: as good as empty, and no place of a value.</summary>
    public bool IsBeside { get; }

    /// <summary>The keys of a text; values and blanks have none.</summary>
    public LabelText Label => _meanings?.Text ?? LabelText.None;

    public bool IsValue => Kind is SheetCellKind.Number or SheetCellKind.Sign;

    /// <summary>Something in it could not be read, or may be no value.</summary>
    public bool IsUnclear => Kind switch
    {
        SheetCellKind.Text => GluedCells.AreNumbers(Cell.Text) || Cell.Text.Contains(Cell.Unclear, StringComparison.Ordinal) || Cell.Text.Contains(CellReader.Reversing, StringComparison.Ordinal) || CellReader.IsRaised(Cell.Text),
        SheetCellKind.Number => CellReader.IsPadded(Cell.Text) || CellReader.IsNumbered(Cell.Text),
        SheetCellKind.Blank => CellReader.IsUnknown(Cell.Text),
        _ => false,
    };

    /// <param name="table">The table's index in the document.</param>
    public Location At(int table) => _at ??= Location.Of(table, _printed);

    public Meaning Under(FormLabels labels) => _meanings?.Under(labels) ?? Meaning.None;

    /// <summary>A label of the form, in whatever section or edition.</summary>
    public bool IsLabelAnywhere => _meanings is { IsLabel: true };

    /// <summary>A header of a column of the form, and no label of a row.</summary>
    public bool IsHeaderOnly => _meanings is { IsColumn: true, IsRow: false };

    /// <summary>A label of a row of the form, and no header of a column.</summary>
    public bool IsRowOnly => _meanings is { IsRow: true, IsColumn: false };

    private static SheetCellKind KindOf(string text) =>
        string.IsNullOrWhiteSpace(text) || CellReader.IsUnknown(text) ? SheetCellKind.Blank
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
