using System.Collections.Immutable;
using System.Text;
using ReportIngest.Documents;

namespace ReportIngest.Reading.Text;

/// <summary>
/// Tables with a line of dashes in groups, as pandoc writes them: each group is as wide as its column and says where it stands, also where a cell is empty.
/// </summary>
internal static class UnderlinedTables
{
    public static TableRun? At(ImmutableArray<string> lines, int start) => IsLine(lines[start]) ? OfRowsApart(lines, start) : OfLines(lines, start);

    /// <summary>A row a line, up to a blank one.</summary>
    private static TableRun? OfLines(ImmutableArray<string> lines, int start)
    {
        var at = IsRule(lines[start]) ? start : start + 1; // one line of headers may stand above it
        if (at >= lines.Length || !IsRule(lines[at])) return null;
        var end = at + 1;
        while (end < lines.Length && !string.IsNullOrWhiteSpace(lines[end]) && !IsRule(lines[end])) end++;
        ImmutableArray<ImmutableArray<string>> rows = [.. lines[start..at].AddRange(lines[(at + 1)..end]).Select(line => ImmutableArray.Create(line))];
        return Cut(rows, lines[at]) is { } table ? new TableRun(start, end < lines.Length && IsRule(lines[end]) ? end + 1 : end, [table]) : null;
    }

    /// <summary>Between two lines of dashes as long as the groups together: headers, and below the groups rows of one line or more with a blank line between each two.</summary>
    private static TableRun? OfRowsApart(ImmutableArray<string> lines, int start)
    {
        var at = start + 1;
        while (at < lines.Length && !string.IsNullOrWhiteSpace(lines[at]) && !IsRule(lines[at])) at++;
        if (at >= lines.Length || !IsRule(lines[at]) || Reach(lines[at]) != Reach(lines[start])) return null;
        var end = at + 1;
        while (end < lines.Length && !IsLine(lines[end]) && !IsRule(lines[end])) end++;
        if (end >= lines.Length || !IsLine(lines[end]) || Reach(lines[end]) != Reach(lines[start])) return null;
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        if (at > start + 1) rows.Add(lines[(start + 1)..at]);
        for (var from = at + 1; from < end; from++)
        {
            var to = from;
            while (to < end && !string.IsNullOrWhiteSpace(lines[to])) to++;
            if (to > from) rows.Add(lines[from..to]);
            from = to;
        }

        // Two lines of one row each with a number at its end are two rows: they do not stand apart.
        return rows.Any(row => row.Count(EndsInNumber) > 1) || Cut(rows.ToImmutable(), lines[at]) is not { } table ? null : new TableRun(start, end + 1, [table]);
    }

    /// <summary>Where a line of dashes begins and ends.</summary>
    private static (int Left, int Right) Reach(string line) => (line.Length - line.TrimStart().Length, line.TrimEnd().Length);

    private static bool EndsInNumber(string line) => line.AsSpan().TrimEnd() is [.., >= '0' and <= '9'];

    /// <summary>Null where two widths of characters fit and cut the lines otherwise: none is known then.</summary>
    /// <param name="written">The lines of each row.</param>
    private static Table? Cut(ImmutableArray<ImmutableArray<string>> written, string rule)
    {
        if (written.Length < 2) return null;
        var columns = Columns(rule);
        List<ImmutableArray<string>>? rows = null;
        foreach (var width in DisplayWidth.Candidates)
        {
            var cut = written.Select(row => Joined([.. row.Select(line => Cut(line, columns, width))])).ToList();
            if (cut.Exists(row => row.IsEmpty)) continue;
            if (rows is not null && !rows.Zip(cut).All(pair => pair.First.SequenceEqual(pair.Second))) return null;
            rows = cut;
        }

        return rows is null ? null : TextTables.OfRows(rows);
    }

    private static ImmutableArray<string> Joined(ImmutableArray<ImmutableArray<string>> lines) =>
        lines.Length == 1 ? lines[0]
        : lines.Any(line => line.IsEmpty) ? []
        : [.. Enumerable.Range(0, lines[0].Length).Select(column => string.Join('\n', lines.Select(line => line[column]).Where(text => text.Length > 0)))];

    /// <summary>One group of dashes from edge to edge.</summary>
    private static bool IsLine(string line) => line.AsSpan().Trim() is { Length: >= Shortest } text && !text.ContainsAnyExcept('-');

    private const int Shortest = 4;

    /// <summary>Groups of dashes, two at least, with blanks between them. One group is the line of a heading or across the page.</summary>
    private static bool IsRule(string line)
    {
        var text = line.AsSpan().Trim();
        return text.Length >= Shortest && text is ['-', '-', ..] && !text.ContainsAnyExcept('-', ' ') && text.Contains(' ');
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
