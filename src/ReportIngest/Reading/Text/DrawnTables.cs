using System.Collections.Immutable;
using ReportIngest.Documents;

namespace ReportIngest.Reading.Text;

/// <summary>Tables drawn with box characters (<c>┌─┬─┐</c>) or with <c>+---+</c> and <c>|</c>. A piece of a line that is missing merges the cells beside it.</summary>
internal static class DrawnTables
{
    private static readonly DisplayWidth AnyWidth = DisplayWidth.Candidates[0];

    public static TableRun? At(ImmutableArray<string> lines, int start, Limits limits)
    {
        var end = End(lines, start);
        if (end == start) return null;

        var run = lines[start..end];
        var box = Strokes.IsBox(First(run[0]));
        foreach (var width in DisplayWidth.Candidates)
        {
            var drawing = run.Select(line => new DrawnLine(line, width, box)).ToImmutableArray();
            if (DrawnGrid.Of(drawing, limits) is { } grid && grid.Table() is { } table) return new TableRun(start, end, [table]);
        }

        if (ByPipes(run) is { } piped) return new TableRun(start, end, [piped]);

        // Strokes that do not meet under any width of characters still part the cells of a line, one from the next.
        var rows = run.Where(line => !new DrawnLine(line, AnyWidth, box).IsRule).Select(PipeRow.Of).OfType<PipeRow>().Select(row => row.Cells).ToList();
        return new TableRun(start, end, rows.Exists(row => row.Length > 1) ? [TextTables.OfRows(rows)] : []);
    }

    /// <summary>
    /// The table of lines out of step with their rules that have, each of them, as many pipes as the rules have joints: between two rules is a row, whatever the width of its cells
    /// (pandoc makes the columns of Chinese too narrow, and wraps a label a character a line). Null for others, and where each line is a row (databases rule off the header alone).
    /// </summary>
    private static Table? ByPipes(ImmutableArray<string> run)
    {
        var columns = run[0].Count(character => character == '+') - 1;
        if (columns < 2) return null;
        List<PipeRow> band = []; // between two rules
        List<List<PipeRow>> bands = [];
        foreach (var line in run)
        {
            if (IsFullRule(line) && line.Count(character => character == '+') == columns + 1) Close();
            else if (!IsFullRule(line) && PipeRow.Of(line) is { Closed: true, Ends: true } row && row.Cells.Length == columns) band.Add(row);
            else return null;
        }

        Close();
        return bands.Count < 2 || bands.Exists(band => band.Count(HasAllValues) > 1) ? null : TextTables.OfRows(bands.ConvertAll(Joined));

        void Close()
        {
            if (band.Count > 0) bands.Add(band);
            band = [];
        }
    }

    private static ImmutableArray<string> Joined(List<PipeRow> band) =>
        [.. Enumerable.Range(0, band[0].Cells.Length).Select(column => string.Join('\n', band.Select(line => line.Cells[column]).Where(text => text.Length > 0)))];

    /// <summary>Behind a label, nothing is blank and something a number: of a number that is wrapped, the rest stands alone in its line.</summary>
    private static bool HasAllValues(PipeRow row) => row.Cells[1..].All(cell => cell.Length > 0) && row.Cells[1..].Any(cell => cell.All(char.IsAsciiDigit));

    /// <summary>Behind the last line of the drawing that begins at <paramref name="start"/>. Two rules that follow each other are the bottom of one and the top of the next.</summary>
    private static int End(ImmutableArray<string> lines, int start)
    {
        var first = First(lines[start]);
        var afterRule = false;
        var at = start;
        if (first == '+' ? !IsFullRule(lines[start]) : !Strokes.IsBox(first)) return start;
        for (; at < lines.Length; at++)
        {
            if (first == '+' ? First(lines[at]) is not ('+' or '|') : !Strokes.IsBox(First(lines[at]))) break;
            var rule = IsFullRule(lines[at]);
            if (rule && afterRule) break;
            afterRule = rule;
        }

        return at;
    }

    private static char First(string line) => line.AsSpan().TrimStart() is [var first, ..] ? first : ' ';

    private static bool IsFullRule(string line)
    {
        var drawn = new DrawnLine(line.Trim(), AnyWidth, Strokes.IsBox(First(line)));
        return drawn.IsRule && drawn.Marks.All(mark => mark.Stroke is Stroke.Horizontal or Stroke.Junction);
    }
}
