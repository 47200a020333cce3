using System.Collections.Immutable;
using System.Text;

namespace ReportIngest.Reading.Text;

/// <summary>
/// Tables with a line of dashes in groups, as pandoc writes them: each group is as wide as its column and says where it stands, also where a cell is empty.
/// </summary>
internal static class UnderlinedTables
{
    public static TableRun? At(ImmutableArray<string> lines, int start)
    {
        var at = IsRule(lines[start]) ? start : start + 1; // one line of headers may stand above it
        if (at >= lines.Length || !IsRule(lines[at])) return null;
        var end = at + 1;
        while (end < lines.Length && !string.IsNullOrWhiteSpace(lines[end]) && !IsRule(lines[end])) end++;
        var columns = Columns(lines[at]);
        var written = lines[start..at].AddRange(lines[(at + 1)..end]);
        if (written.Length < 2) return null;

        // Where two widths of characters fit and cut the lines otherwise, none is known.
        List<ImmutableArray<string>>? rows = null;
        foreach (var width in DisplayWidth.Candidates)
        {
            var cut = written.Select(line => Cut(line, columns, width)).ToList();
            if (cut.Exists(row => row.IsEmpty)) continue;
            if (rows is not null && !rows.Zip(cut).All(pair => pair.First.SequenceEqual(pair.Second))) return null;
            rows = cut;
        }

        return rows is null ? null : new TableRun(start, end < lines.Length && IsRule(lines[end]) ? end + 1 : end, [TextTables.OfRows(rows)]);
    }

    /// <summary>Groups of dashes, two at least, with blanks between them. One group is the line of a heading or across the page.</summary>
    private static bool IsRule(string line)
    {
        const int shortest = 4;
        var text = line.AsSpan().Trim();
        return text.Length >= shortest && text is ['-', '-', ..] && !text.ContainsAnyExcept('-', ' ') && text.Contains(' ');
    }

    private static List<(int Left, int Right)> Columns(string rule)
    {
        var columns = new List<(int Left, int Right)>();
        for (var at = 0; at < rule.Length; at++)
        {
            if (rule[at] != '-') continue;
            var left = at;
            while (at < rule.Length && rule[at] == '-') at++;
            columns.Add((left, at));
        }

        return columns;
    }

    /// <summary>A piece for each column; empty where a letter stands outside of them.</summary>
    private static ImmutableArray<string> Cut(string line, List<(int Left, int Right)> columns, DisplayWidth width)
    {
        var cells = new StringBuilder[columns.Count];
        for (var i = 0; i < cells.Length; i++) cells[i] = new StringBuilder();
        var (column, at) = (0, 0);
        foreach (var rune in line.EnumerateRunes())
        {
            var right = at + width.Of(rune);
            while (column < columns.Count && columns[column].Right <= at) column++;
            if (column < columns.Count && columns[column].Left <= at && right <= columns[column].Right) cells[column].Append(rune);
            else if (!Rune.IsWhiteSpace(rune)) return [];
            at = right;
        }

        return [.. cells.Select(cell => cell.ToString().Trim())];
    }
}
