using System.Collections.Immutable;

namespace ReportIngest.Forge;

/// <summary>A table as it will be printed; its cells cover every position of the grid exactly once (at most once where it was changed at random).</summary>
/// <param name="Section">The section it belongs to: 2, 3 or 4.</param>
/// <param name="HeaderRows">Leading rows that a repeated header repeats.</param>
/// <param name="Cells">In row order, then column order.</param>
/// <param name="Caption">A line of its own above the table; null for none.</param>
public sealed record Sheet(int Section, int Rows, int Columns, int HeaderRows, ImmutableArray<SheetCell> Cells, string? Caption = null)
{
    /// <summary>The cell that covers each position; null where none does.</summary>
    public SheetCell?[,] Covering()
    {
        var covering = new SheetCell?[Rows, Columns];
        foreach (var cell in Cells)
        {
            for (var row = cell.Row; row < cell.EndRow; row++)
                for (var column = cell.Column; column < cell.EndColumn; column++)
                    covering[row, column] = cell;
        }

        return covering;
    }

    public IEnumerable<SheetCell> Row(int row) => Cells.Where(cell => cell.Row == row);

    /// <summary>The same sheet with other texts in its labels or values.</summary>
    public Sheet WithTexts(Func<SheetCell, string> text) =>
        this with { Cells = [.. Cells.Select(cell => cell with { Text = text(cell) })] };
}

/// <param name="Text">Lines (paragraphs) are separated by <c>\n</c>.</param>
/// <param name="Code">The indicator whose value the cell holds; null for labels and for local extras.</param>
public sealed record SheetCell(int Row, int Column, int RowSpan, int ColumnSpan, string Text, CellRole Role, string? Code = null)
{
    public int EndRow => Row + RowSpan;

    public int EndColumn => Column + ColumnSpan;
}

public enum CellRole { Header, RowLabel, Value }
