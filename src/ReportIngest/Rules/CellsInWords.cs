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
        var rows = labelled ? cells.GroupBy(cell => cell.Row.Key).Where(row => row.Count() == grid.Columns.Length).ToList() : [];
        var columns = labelled && rows.Count < grid.Rows.Length
            ? cells.GroupBy(cell => cell.Column.Key).Where(column => column.Count() == grid.Rows.Length).ToList()
            : [];
        var covered = rows.Concat(columns).SelectMany(line => line).ToHashSet();
        return
        [
            .. List(rows, row => new($"「{Words.Row(row.First())}」整行", $"row {row.Key}"), "行", "rows"),
            .. List(columns, column => new($"「{Words.Column(column.First())}」整列", $"column {column.Key}"), "列", "columns"),
            .. List([.. cells.Where(cell => !covered.Contains(cell))], Words.Cell, "格", "cells"),
        ];
    }

    private static IEnumerable<Message> List<T>(List<T> all, Func<T, Message> name, string unitZh, string unitEn)
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
