using System.Collections.Immutable;

namespace ReportIngest.Reading.Text;

/// <summary>Lines with tabs, as copied from a spreadsheet or a browser. Leading tabs are empty cells.</summary>
internal static class TabTables
{
    public static TableRun? At(ImmutableArray<string> lines, int start)
    {
        var rows = new List<ImmutableArray<string>>();
        while (start + rows.Count < lines.Length && lines[start + rows.Count].Contains('\t'))
            rows.Add([.. lines[start + rows.Count].Split('\t', StringSplitOptions.TrimEntries)]);
        if (rows.Count == 0) return null;

        var end = start + rows.Count;
        // Stray tabs below the table are no row; as many tabs as its rows have are a row of empty cells.
        var widest = rows.Max(row => row.Length);
        while (rows[^1].Length < widest && rows[^1].All(cell => cell.Length == 0)) rows.RemoveAt(rows.Count - 1);

        // One line with tabs is a line that was aligned by hand: two make a table.
        return new TableRun(start, end, rows.Count < 2 || Prose.Is(rows) ? [] : [TextTables.OfRows(rows)]);
    }
}
