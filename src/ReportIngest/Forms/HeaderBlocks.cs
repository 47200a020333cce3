using System.Collections.Immutable;
using ReportIngest.Documents;

namespace ReportIngest.Forms;

/// <summary>The header rows of a section's grids in all tables. A table without any continues the one before it.</summary>
internal sealed class HeaderBlocks
{
    private sealed record HeaderBlock(int First, int Last, Header Header);

    /// <summary>By table and grid, from top to bottom.</summary>
    private readonly List<HeaderBlock>[][] _blocks;

    /// <summary>By table and row. A hostile table has tens of thousands of blocks, and every row is asked for.</summary>
    private readonly bool[][] _isHeader;
    private readonly ImmutableArray<Sheet> _sheets;
    private readonly ImmutableArray<Grid> _grids;

    public HeaderBlocks(ImmutableArray<Sheet> sheets, FormLabels labels)
    {
        (_sheets, _grids) = (sheets, labels.Grids);
        (_blocks, _isHeader) = (new List<HeaderBlock>[sheets.Length][], new bool[sheets.Length][]);
        foreach (var sheet in sheets)
        {
            var heading = HeadingRows(sheet, labels);
            var isHeader = _isHeader[sheet.Index] = new bool[sheet.Table.Rows];
            var blocks = _blocks[sheet.Index] = new List<HeaderBlock>[_grids.Length];
            for (var grid = 0; grid < blocks.Length; grid++)
            {
                blocks[grid] = Scan(sheet, heading, _grids[grid], labels);
                foreach (var block in blocks[grid]) isHeader.AsSpan(block.First..(block.Last + 1)).Fill(true);
            }
        }
    }

    /// <summary>No table has a header of the section.</summary>
    public bool AreNone => Array.TrueForAll(_blocks, grids => Array.TrueForAll(grids, blocks => blocks.Count == 0));

    public bool IsHeader(Sheet sheet, int row) => _isHeader[sheet.Index][row];

    /// <summary>The first row below each header block of a grid in a table.</summary>
    public IEnumerable<(int Row, Header Header)> Below(Sheet sheet, Grid grid) => Of(sheet.Index, grid).Select(block => (block.Last + 1, block.Header));

    /// <summary>
    /// The header nearest above a row: in its table, or in a table before it. Columns that were inferred from words are others in another table: one that is empty there left no trace.
    /// </summary>
    public Header? Over(Sheet sheet, int row, Grid grid)
    {
        var own = Of(sheet.Index, grid);
        if (CountAbove(own, row) is > 0 and var above) return own[above - 1].Header;
        for (var at = sheet.Index - 1; at >= 0; at--)
        {
            if (Of(at, grid) is not [.., var earlier]) continue;
            return _sheets[at].Table.Columns == sheet.Table.Columns && sheet.Table.Spans != SpanFidelity.Inferred ? earlier.Header : earlier.Header.WithoutPositions();
        }

        return null;
    }

    /// <summary>Whether a header of the grid stands above the row in its own table.</summary>
    public bool HasOwn(Sheet sheet, int row, Grid grid) => CountAbove(Of(sheet.Index, grid), row) > 0;

    private List<HeaderBlock> Of(int sheet, Grid grid) => _blocks[sheet][_grids.IndexOf(grid)];

    /// <summary>How many blocks end above a row.</summary>
    private static int CountAbove(List<HeaderBlock> blocks, int row)
    {
        var (from, to) = (0, blocks.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (blocks[middle].Last < row) from = middle + 1;
            else to = middle;
        }

        return from;
    }

    /// <summary>The rows without a number that name a column or a group of whatever grid.</summary>
    private static List<int> HeadingRows(Sheet sheet, FormLabels labels)
    {
        var heading = new List<int>();
        for (var row = 0; row < sheet.Table.Rows; row++)
        {
            if (sheet.Rows[row].HasNumber) continue;
            foreach (var cell in sheet.Rows[row].Cells)
            {
                if (cell.Under(labels) is { Columns.IsEmpty: true, Group.IsEmpty: true }) continue;
                heading.Add(row);
                break;
            }
        }

        return heading;
    }

    private static List<HeaderBlock> Scan(Sheet sheet, List<int> heading, Grid grid, FormLabels labels)
    {
        var blocks = new List<HeaderBlock>();
        for (var i = 0; i < heading.Count; i++)
        {
            var first = heading[i];
            if (!NamesColumn(sheet, first, grid, labels)) continue;
            while (i + 1 < heading.Count && heading[i + 1] == heading[i] + 1 && NamesColumn(sheet, heading[i + 1], grid, labels)) i++;
            if (!NamesEnough(sheet, first, heading[i], grid, labels)) continue;
            if (HeaderReader.Read(sheet, first, heading[i], grid, labels) is { } header) blocks.Add(new HeaderBlock(first, heading[i], header));
        }

        return blocks;
    }

    private static bool NamesColumn(Sheet sheet, int row, Grid grid, FormLabels labels)
    {
        foreach (var cell in sheet.Rows[row].Cells)
        {
            if (cell.Under(labels).StandsOver(grid)) return true;
        }

        return false;
    }

    /// <summary>Two headers, or the only one, that are no row's label too: empty rows 其他 and 总计 head nothing.</summary>
    private static bool NamesEnough(Sheet sheet, int first, int last, Grid grid, FormLabels labels)
    {
        LabelText? one = null;
        for (var row = first; row <= last; row++)
        {
            foreach (var cell in sheet.Rows[row].Cells)
            {
                if (cell.Label == one || cell.Under(labels) is not { Rows.IsEmpty: true } meaning || !meaning.Heads(grid)) continue;
                if (one is not null || grid.Columns.Length == 1) return true;
                one = cell.Label;
            }
        }

        return false;
    }
}
