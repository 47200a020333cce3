using System.Collections.Immutable;
using ReportIngest.Documents;

namespace ReportIngest.Reading.Text;

/// <summary>
/// Rows of pipes. Markdig's own pipe tables are not used: they need a <c>---</c> row, stop at indentation, take the lines below
/// a table into it, and fill rows up with cells that nobody wrote. Crawled tables break each of these, and a lost row is a lost value.
/// </summary>
internal static class PipeTables
{
    public static TableRun? At(ImmutableArray<string> lines, int start)
    {
        if (RowAt(lines, start) is not { } first) return null;

        var rows = new List<PipeRow>();
        var ruled = false;
        for (var row = first; row is not null;)
        {
            var next = RowAt(lines, start + rows.Count + 1);
            var header = next is { IsDashes: true } && next.Cells.Length == row.Under(next).Length;
            if (!row.Closed && !row.IsRule && !ruled && !header) break;
            ruled |= row.IsRule || header;
            rows.Add(row);
            row = next;
        }

        // Nothing but pipes is no table: so converters that write a cell a line fill up a row that has few.
        if (rows.Count > 0) return new TableRun(start, start + rows.Count, rows.TrueForAll(row => row.Cells.All(cell => cell.Length == 0)) ? [] : Split(rows));
        return lines[start].Contains('\t') ? null : Open(lines, start, first); // of tabs and bare pipes, tabs part cells more surely
    }

    private static PipeRow? RowAt(ImmutableArray<string> lines, int at) => at < lines.Length ? PipeRow.Of(lines[at]) : null;

    /// <summary>Rows without a pipe in front and without a rule: only lines of one width, or that all end in a pipe, and are no sentences, for prose may hold a pipe.</summary>
    private static TableRun Open(ImmutableArray<string> lines, int start, PipeRow first)
    {
        var rows = new List<ImmutableArray<string>>();
        for (var row = first; row is { Closed: false } && (row.Cells.Length == first.Cells.Length || (row.Ends && first.Ends)); row = RowAt(lines, start + rows.Count))
            rows.Add(row.Cells);
        if (rows.TrueForAll(IsItem)) rows = [.. rows.Select(row => row.SetItem(0, row[0][1..].TrimStart()))];
        return new TableRun(start, start + rows.Count, rows.Count < 2 || Prose.Is(rows) ? [] : [TextTables.OfRows(rows)]);
    }

    /// <summary>A row as an item of a list: its bullet is no sign of its number. A dash that says "none" has nothing behind it.</summary>
    private static bool IsItem(ImmutableArray<string> row) => row[0] is ['-' or '*' or '+', ' ', ..];

    /// <summary>
    /// A rule belongs to the row above it, which heads a table. So a second rule begins a second table with the row above,
    /// as in tables that a converter shattered. Before the first rule, rows are headings of several levels and stay together.
    /// </summary>
    private static ImmutableArray<Table> Split(List<PipeRow> rows)
    {
        var tables = ImmutableArray.CreateBuilder<Table>();
        var table = new List<PipeRow>();
        PipeRow? rule = null;
        for (var at = 0; at < rows.Count; at++)
        {
            if (!IsRule(rows, at))
            {
                table.Add(rows[at]);
                continue;
            }

            if (rule is not null && table.Count > 1)
            {
                tables.Add(Ruled(table[..^1], rule));
                table = table[^1..];
            }

            rule = rows[at];
        }

        if (table.Count > 0) tables.Add(Ruled(table, rule));
        return tables.DrainToImmutable();
    }

    private static Table Ruled(List<PipeRow> rows, PipeRow? rule) => TextTables.OfRows([.. rows.Select(row => row.Under(rule))]);

    /// <summary>A row of single dashes is a rule where GFM has one, below the first row, unless it is the last: then it is values, for a table of a header alone is the rarer thing.</summary>
    private static bool IsRule(List<PipeRow> rows, int at) =>
        rows[at].IsRule || (at == 1 && rows.Count > 2 && rows[1].IsDashes && rows[1].Cells.Length == rows[0].Under(rows[1]).Length && !rows[0].IsDashes);
}
