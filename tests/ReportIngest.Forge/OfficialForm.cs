using System.Collections.Immutable;
using ReportIngest.Forms;

namespace ReportIngest.Forge;

/// <summary>
/// The tables of the official form with their merged cells: table two has 4 columns, table three 3 of labels and 7 of values
/// under three header rows, table four 15 columns under three header rows.
/// </summary>
internal static class OfficialForm
{
    private const string Corner = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

    public static Sheet Of(Form form, int section, Func<string, string> printed)
    {
        var grids = form.Grids.Where(grid => grid.Section == section).ToArray();
        return section switch
        {
            2 => TableTwo(grids, printed),
            3 => TableThree(grids.Single(), printed),
            _ => TableFour(grids.Single(), printed),
        };
    }

    private static Sheet TableTwo(Grid[] grids, Func<string, string> printed)
    {
        const int columns = 4;
        var cells = new List<SheetCell>();
        var row = 0;
        foreach (var grid in grids)
        {
            cells.Add(new SheetCell(row++, 0, 1, columns, grid.Caption!, CellRole.Header));
            cells.Add(new SheetCell(row, 0, 1, 1, "信息内容", CellRole.Header));
            AddAcross(grid, row++, column => column.Label[^1], CellRole.Header, null);
            foreach (var line in grid.Rows)
            {
                cells.Add(new SheetCell(row, 0, 1, 1, line.Label[^1], CellRole.RowLabel));
                AddAcross(grid, row++, column => printed(Code(line, column)), CellRole.Value, line);
            }
        }

        return new Sheet(2, row, columns, 0, [.. cells]);

        // A clause with fewer columns than the table gives the rest to its last one.
        void AddAcross(Grid grid, int at, Func<Column, string> text, CellRole role, Row? line)
        {
            for (var i = 0; i < grid.Columns.Length; i++)
            {
                var span = i == grid.Columns.Length - 1 ? columns - 1 - i : 1;
                var code = line is null ? null : Code(line, grid.Columns[i]);
                cells.Add(new SheetCell(at, 1 + i, 1, span, text(grid.Columns[i]), role, code));
            }
        }
    }

    private static Sheet TableThree(Grid grid, Func<string, string> printed)
    {
        const int labels = 3, headers = 3;
        var cells = new List<SheetCell> { new(0, 0, headers, labels, Corner, CellRole.Header) };
        cells.AddRange(Headers([.. grid.Columns.Select(column => column.Label.Insert(0, "申请人情况"))], labels, headers));
        for (var i = 0; i < grid.Rows.Length; i++)
        {
            var path = grid.Rows[i].Label;
            for (var level = 0; level < path.Length; level++)
            {
                if (level < path.Length - 1 && i > 0 && StartsAlike(grid.Rows[i - 1].Label, path, level)) continue;
                var leaf = level == path.Length - 1;
                var depth = leaf ? 1 : grid.Rows.Skip(i).TakeWhile(row => StartsAlike(row.Label, path, level)).Count();
                cells.Add(new SheetCell(headers + i, level, depth, leaf ? labels - level : 1, path[level], CellRole.RowLabel));
            }

            cells.AddRange(Values(grid, grid.Rows[i], headers + i, labels, printed));
        }

        return new Sheet(3, headers + grid.Rows.Length, labels + grid.Columns.Length, headers, [.. cells.OrderBy(cell => (cell.Row, cell.Column))]);
    }

    private static Sheet TableFour(Grid grid, Func<string, string> printed)
    {
        const int headers = 3;
        var cells = Headers([.. grid.Columns.Select(column => column.Label)], 0, headers)
            .Concat(Values(grid, grid.Rows.Single(), headers, 0, printed));
        return new Sheet(4, headers + 1, grid.Columns.Length, headers, [.. cells.OrderBy(cell => (cell.Row, cell.Column))]);
    }

    /// <summary>Header cells over columns with header paths; a short path's leaf reaches down to the values.</summary>
    private static IEnumerable<SheetCell> Headers(ImmutableArray<string>[] paths, int left, int rows)
    {
        for (var i = 0; i < paths.Length; i++)
        {
            for (var level = 0; level < paths[i].Length; level++)
            {
                var leaf = level == paths[i].Length - 1;
                if (!leaf && i > 0 && StartsAlike(paths[i - 1], paths[i], level)) continue;
                var width = leaf ? 1 : paths.Skip(i).TakeWhile(path => StartsAlike(path, paths[i], level)).Count();
                yield return new SheetCell(level, left + i, leaf ? rows - level : 1, width, paths[i][level], CellRole.Header);
            }
        }
    }

    private static IEnumerable<SheetCell> Values(Grid grid, Row row, int at, int left, Func<string, string> printed) =>
        grid.Columns.Select((column, i) =>
            new SheetCell(at, left + i, 1, 1, printed(Code(row, column)), CellRole.Value, Code(row, column)));

    /// <summary>Both paths run through the same inner label at <paramref name="level"/>.</summary>
    private static bool StartsAlike(ImmutableArray<string> one, ImmutableArray<string> other, int level) =>
        one.Length > level + 1 && other.Length > level + 1 && one.Take(level + 1).SequenceEqual(other.Take(level + 1));

    private static string Code(Row row, Column column) => row.Key.Length == 0 ? column.Key : $"{row.Key}.{column.Key}";
}
