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

        // Strokes that do not meet under any width of characters still part the cells of a line, one from the next.
        var rows = run.Where(line => !new DrawnLine(line, AnyWidth, box).IsRule).Select(PipeRow.Of).OfType<PipeRow>().Select(row => row.Cells).ToList();
        return new TableRun(start, end, rows.Exists(row => row.Length > 1) ? [TextTables.OfRows(rows)] : []);
    }

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
