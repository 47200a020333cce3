using ReportIngest.Forms;

namespace ReportIngest.Rules;

/// <summary>Names many cells of one table by their whole rows, then their whole columns, then one by one.</summary>
internal static class CellsInWords
{
    // A sentence is for reading; the finding itself names every cell.
    private const int Named = 3;

    public static Message Of(IReadOnlyList<Indicator> cells)
    {
        var parts = cells.GroupBy(cell => cell.Grid.Key).SelectMany(grid => Parts([.. grid])).ToList();
        return new Message(string.Join('、', parts.Select(part => part.Zh)), string.Join(", ", parts.Select(part => part.En)));
    }

    private static IEnumerable<Message> Parts(List<Indicator> cells)
    {
        var grid = cells[0].Grid;
        // Table four is a single row without a label: there only cells have names.
        var labelled = !grid.Rows[0].Label.IsEmpty;
        var rows = labelled ? Whole(cells, cell => cell.Row.Key, grid.Columns.Length) : [];
        var columns = labelled && rows.Count < grid.Rows.Length ? Whole(cells, cell => cell.Column.Key, grid.Rows.Length) : [];
        return
        [
            .. List(rows, row => new($"「{Words.Row(cells.Find(cell => cell.Row.Key == row)!)}」整行", $"row {row}"), "行", "rows"),
            .. List(columns, column => new($"「{Words.Column(cells.Find(cell => cell.Column.Key == column)!)}」整列", $"column {column}"), "列", "columns"),
            .. List(cells.FindAll(cell => !rows.Contains(cell.Row.Key) && !columns.Contains(cell.Column.Key)), Words.Cell, "格", "cells"),
        ];
    }

    /// <summary>The keys of the lines of which every cell is there.</summary>
    private static HashSet<string> Whole(List<Indicator> cells, Func<Indicator, string> line, int length) =>
        [.. cells.CountBy(line).Where(cells => cells.Value == length).Select(cells => cells.Key)];

    private static IEnumerable<Message> List<T>(IReadOnlyCollection<T> all, Func<T, Message> name, string unitZh, string unitEn)
    {
        if (all.Count == 0) return [];
        var names = all.Take(Named).Select(name).ToList();
        var zh = string.Join('、', names.Select(item => item.Zh));
        var en = string.Join(", ", names.Select(item => item.En));
        return all.Count <= Named
            ? [new Message(zh, en)]
            : [new Message($"{zh}等 {all.Count} {unitZh}", $"{en} and {all.Count - Named} more {unitEn}")];
    }
}
