using System.Collections.Immutable;
using ReportIngest.Documents;

namespace ReportIngest.Reading.Text;

/// <summary>The lines from <paramref name="Start"/> up to, not with, <paramref name="End"/>, and the tables they hold. Without tables they are plain lines.</summary>
internal sealed record TableRun(int Start, int End, ImmutableArray<Table> Tables);

/// <summary>
/// The tables that are written with characters: drawn, piped, tab-separated and aligned ones. One scanner serves text and Markdown:
/// crawled Markdown has the tables of text, and crawled text those of Markdown.
/// </summary>
internal static class TextTables
{
    /// <summary>The runs of lines that are tables, in order.</summary>
    /// <exception cref="UnreadableException">Together they have more cells than <paramref name="limits"/> allow.</exception>
    public static ImmutableArray<TableRun> Find(ImmutableArray<string> lines, Limits limits)
    {
        var runs = ImmutableArray.CreateBuilder<TableRun>();
        var cells = 0;
        for (var at = 0; at < lines.Length;)
        {
            if (string.IsNullOrWhiteSpace(lines[at]))
            {
                at++;
                continue;
            }

            // From the surest marks to the weakest: a drawn table has pipes in it, a piped one may be padded with blanks.
            var run = DrawnTables.At(lines, at, limits) ?? UnderlinedTables.At(lines, at) ?? PipeTables.At(lines, at) ?? TabTables.At(lines, at) ?? CommaTables.At(lines, at) ?? AlignedTables.At(lines, at, limits);
            if (run is { Tables.IsEmpty: false })
            {
                cells += run.Tables.Sum(table => table.Cells.Length);
                CheckCells(cells, limits);
                runs.Add(run);
            }

            at = run?.End ?? at + 1;
        }

        return runs.DrainToImmutable();
    }

    /// <exception cref="UnreadableException">There are too many cells.</exception>
    public static void CheckCells(long cells, Limits limits)
    {
        if (cells <= limits.Cells) return;
        throw new UnreadableException(UnreadableReason.TooLarge, new Message(
            $"文件的表格超过 {limits.Cells} 个单元格，未读取；请提供单份报告。",
            $"The tables of the file have more than {limits.Cells} cells, so it was not read; provide a single report."));
    }

    /// <summary>Rows as they stand, a cell a piece. A row with fewer pieces has fewer cells: what is not written does not exist.</summary>
    public static Table OfRows(IReadOnlyList<ImmutableArray<string>> rows)
    {
        var cells = rows.SelectMany((row, r) => row.Select((text, c) => new Cell(r, c, 1, 1, text, default)));
        return new Table(rows.Count, rows.Max(row => row.Length), [.. cells], SpanFidelity.Lost, default);
    }
}
