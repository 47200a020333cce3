using System.Collections.Immutable;
using ReportIngest.Documents;

namespace ReportIngest.Forms;

/// <summary>The header rows of a section's grids in all tables. A table without any continues the one before it.</summary>
internal sealed class HeaderBlocks
{
    private sealed record HeaderBlock(Grid Grid, int First, int Last, Header Header);

    /// <summary>Of each table, those of a grid from top to bottom.</summary>
    private readonly List<HeaderBlock>[] _blocks;
    private readonly ImmutableArray<Sheet> _sheets;

    public HeaderBlocks(ImmutableArray<Sheet> sheets, FormLabels labels)
    {
        _sheets = sheets;
        _blocks = new List<HeaderBlock>[sheets.Length];
        foreach (var sheet in sheets)
        {
            _blocks[sheet.Index] = [];
            foreach (var grid in labels.Grids) Scan(sheet, grid, labels);
        }
    }

    public bool IsHeader(Sheet sheet, int row)
    {
        foreach (var block in _blocks[sheet.Index])
        {
            if (block.First <= row && row <= block.Last) return true;
        }

        return false;
    }

    /// <summary>The first row below each header block of a grid in a table.</summary>
    public IEnumerable<(int Row, Header Header)> Below(Sheet sheet, Grid grid) =>
        _blocks[sheet.Index].Where(block => block.Grid == grid).Select(block => (block.Last + 1, block.Header));

    /// <summary>
    /// The header nearest above a row: in its table, or in a table before it. Columns that were inferred from words are others in another table: one that is empty there left no trace.
    /// </summary>
    public Header? Over(Sheet sheet, int row, Grid grid)
    {
        if (_blocks[sheet.Index].FindLast(block => block.Grid == grid && block.Last < row) is { } above) return above.Header;
        for (var at = sheet.Index - 1; at >= 0; at--)
        {
            if (_blocks[at].FindLast(block => block.Grid == grid) is not { } earlier) continue;
            return _sheets[at].Table.Columns == sheet.Table.Columns && sheet.Table.Spans != SpanFidelity.Inferred ? earlier.Header : earlier.Header.WithoutPositions();
        }

        return null;
    }

    private void Scan(Sheet sheet, Grid grid, FormLabels labels)
    {
        for (var row = 0; row < sheet.Table.Rows; row++)
        {
            if (!NamesColumn(sheet, row, grid, labels)) continue;
            var first = row;
            while (row + 1 < sheet.Table.Rows && NamesColumn(sheet, row + 1, grid, labels)) row++;
            if (!NamesEnough(sheet, first, row, grid, labels)) continue;
            if (HeaderReader.Read(sheet, first, row, grid, labels) is { } header) _blocks[sheet.Index].Add(new HeaderBlock(grid, first, row, header));
        }
    }

    /// <summary>Asked for every row of a document and every grid: no sequences here.</summary>
    private static bool NamesColumn(Sheet sheet, int row, Grid grid, FormLabels labels)
    {
        var names = false;
        foreach (var cell in sheet.Rows[row])
        {
            if (cell.Kind == SheetCellKind.Number) return false;
            names = names || cell.Under(labels).StandsOver(grid);
        }

        return names;
    }

    /// <summary>Two headers, or the only one, that are no row's label too: empty rows 其他 and 总计 head nothing.</summary>
    private static bool NamesEnough(Sheet sheet, int first, int last, Grid grid, FormLabels labels)
    {
        LabelText? one = null;
        for (var row = first; row <= last; row++)
        {
            foreach (var cell in sheet.Rows[row])
            {
                if (cell.Label == one || cell.Under(labels) is not { Rows.IsEmpty: true } meaning || !meaning.Heads(grid)) continue;
                if (one is not null || grid.Columns.Length == 1) return true;
                one = cell.Label;
            }
        }

        return false;
    }
}
