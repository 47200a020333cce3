namespace ReportIngest.Forms;

/// <summary>
/// Cells that a converter wrote a line each with the pipes between them: <c>规章 |</c>, <c>| 规章</c>, or the pipe on a line of its own. Each pipe bounds a cell, so two on end hold a blank one;
/// several on one line fill a row up that has fewer cells than others.
/// </summary>
internal static class PipedCells
{
    /// <param name="Before">Pipes in front of the text.</param>
    /// <param name="After">Pipes behind it.</param>
    internal readonly record struct Piped(int Before, string Text, int After)
    {
        public bool FillsUp => Text.Length == 0 && Before > 1;
    }

    /// <summary>Null for a line without pipes, and for one with several cells: that is a row.</summary>
    public static Piped? Of(string line)
    {
        if (!line.Contains('|', StringComparison.Ordinal)) return null;
        var text = line.Trim();
        var inner = text.TrimStart('|');
        var cell = inner.TrimEnd('|');
        return cell.Contains('|', StringComparison.Ordinal) ? null : new Piped(text.Length - inner.Length, cell.Trim(), inner.Length - cell.Length);
    }

    /// <summary>The cells of a run of lines: what stands between two bounds is one, and nothing between them is a blank one. The lines themselves where none is a bound.</summary>
    /// <param name="kindOf">What a text is.</param>
    public static List<CellLine> In(List<CellLine> run, Func<string, CellKind> kindOf)
    {
        if (!run.Exists(line => line.Kind == CellKind.Bound)) return run;
        var cells = new List<CellLine>();
        var filled = run.Exists(line => line.EndsRow);
        var (bounds, begins) = (1, false); // what stands before the first cell bounds none
        foreach (var line in run)
        {
            if (line.EndsRow)
            {
                (bounds, begins) = (1, true);
            }
            else if (line.Kind == CellKind.Bound)
            {
                // One pipe more may fill a row up too: a header that lacks one cell is no row of a blank value.
                if (cells.Count == 0 || ++bounds == 1 || (filled && !begins && cells[^1].Kind is CellKind.Header or CellKind.Either)) continue;
                cells.Add(new CellLine("", CellKind.Value, line.Place, null) { BeginsRow = begins });
                begins = false;
            }
            else
            {
                if (bounds == 0 && (cells[^1].Kind == CellKind.Value) == (line.Kind == CellKind.Value)) cells[^1] = Joined(cells[^1], line);
                else cells.Add(line with { BeginsRow = begins });
                (bounds, begins) = (0, false);
            }
        }

        return cells;

        CellLine Joined(CellLine above, CellLine below)
        {
            var text = $"{above.Text}\n{below.Text}";
            return above with { Text = text, Kind = kindOf(text) };
        }
    }
}
