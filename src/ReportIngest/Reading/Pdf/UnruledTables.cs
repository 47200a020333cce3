using System.Collections.Immutable;

namespace ReportIngest.Reading.Pdf;

/// <summary>
/// Tables without rules: consecutive lines of three words and more that stand in the same columns, with numbers in them. Prose has no
/// such gaps, so it never becomes a table; a table of fewer columns than three is left as text rather than guessed.
/// </summary>
internal static class UnruledTables
{
    /// <summary>Blanks wider than these part two cells: browsers pad cells by half a letter of 9 pt on both sides together, and Chinese justified over a line stands closer than one letter.</summary>
    private static readonly Gaps BetweenCells = new(0.4, 0.4, 0.9);

    /// <summary>Lines further apart than this many sizes belong to different blocks: rows are padded by less than their text is high.</summary>
    private const double Apart = 4;

    /// <summary>A line with fewer words than this part of the fullest line has merged cells, which bridge columns.</summary>
    private const double Full = 0.6;

    /// <summary>A heading between two tables is set larger than they are; letters of one table vary less.</summary>
    private const double Larger = 1.15;

    private sealed record Word(Line Line, bool IsNumber)
    {
        public Box Box => Line.Box;
    }

    private sealed record WordLine(ImmutableArray<Word> Words)
    {
        public Box Box { get; } = Words.Select(word => word.Box).Aggregate((a, b) => a.Union(b));

        public double Size => Words.Max(word => word.Line.Size);

        public double Middle => (Box.Top + Box.Bottom) / 2;

        public bool IsGrid => Words.Length >= 3;

        public bool HasNumbers => Words.Skip(1).Any(word => word.IsNumber);
    }

    public static ImmutableArray<Lattice> Find(IEnumerable<Glyph> glyphs)
    {
        var lines = Lines.Split(glyphs.Where(glyph => glyph.Turn == 0), BetweenCells)
            .Select(words => new WordLine([.. words.Select(word => new Word(word, word.Text.All(Wrapping.IsOfNumber)))])).ToList();
        return [.. Regions(lines).Select(Build).OfType<Lattice>()];
    }

    /// <summary>Stretches of lines that begin and end with a line of three words and have no wide gap, no heading and no line of prose inside.</summary>
    private static IEnumerable<List<WordLine>> Regions(List<WordLine> lines)
    {
        for (int i = 0, next; i < lines.Count; i = next)
        {
            next = i + 1;
            if (!lines[i].IsGrid)
                continue;
            var last = i;
            var width = lines[i].Box.Width;
            for (; next < lines.Count && lines[next].Box.Top - lines[next - 1].Box.Bottom < Apart * lines[next].Size && !IsProse(lines[next], width) && lines[next].Size < Larger * lines[i].Size; next++)
                if (lines[next].IsGrid)
                    (last, width) = (next, Math.Max(width, lines[next].Box.Width));
            next = last + 1;
            yield return lines[i..next];
        }
    }

    /// <summary>One unbroken line as wide as the table is prose; a caption or a label is shorter.</summary>
    private static bool IsProse(WordLine line, double width) => line.Words.Length == 1 && line.Box.Width > 0.8 * width;

    private static Lattice? Build(List<WordLine> region)
    {
        var most = region.Max(line => line.Words.Length);
        var full = region.Where(line => line.IsGrid && line.Words.Length >= Full * most).ToList();
        // One line may stand in columns by chance, and words without numbers are text set in columns.
        if (full.Count < 2 || !full.Exists(line => line.HasNumbers))
            return null;
        var columns = Columns(full.SelectMany(line => line.Words));
        if (columns.Count < 3)
            return null;
        var rows = Rows(region);
        var box = region.Select(line => line.Box).Aggregate((a, b) => a.Union(b));
        ImmutableArray<double> xs = [box.Left, .. columns.Zip(columns.Skip(1), (a, b) => (a.Right + b.Left) / 2), box.Right + 0.1];
        ImmutableArray<double> ys = [box.Top, .. rows.Zip(rows.Skip(1), (a, b) => (a.Bottom + b.Top) / 2), box.Bottom + 0.1];
        return new Lattice(xs, ys, Cells(region, xs, ys));
    }

    private static List<(double Left, double Right)> Columns(IEnumerable<Word> words)
    {
        var columns = new List<(double Left, double Right)>();
        foreach (var word in words.OrderBy(word => word.Box.Left))
            if (columns.Count > 0 && word.Box.Left < columns[^1].Right)
                columns[^1] = (columns[^1].Left, Math.Max(columns[^1].Right, word.Box.Right));
            else
                columns.Add((word.Box.Left, word.Box.Right));
        return columns;
    }

    /// <summary>A line with numbers is a row; lines of words beside it, closer than a line is high, are the rest of its label. Above the first numbers every line is a row.</summary>
    private static List<(double Top, double Bottom)> Rows(List<WordLine> region)
    {
        var first = region.FindIndex(line => line.HasNumbers);
        var anchors = region.Where((line, i) => i < first || line.HasNumbers || !region.Exists(other => other.HasNumbers && IsBeside(line, other))).ToList();
        return [.. region.GroupBy(line => anchors.MinBy(anchor => Math.Abs(anchor.Middle - line.Middle))!)
            .Select(group => (Top: group.Min(line => line.Box.Top), Bottom: group.Max(line => line.Box.Bottom))).OrderBy(row => row.Top)];
    }

    private static bool IsBeside(WordLine line, WordLine numbers) => Math.Abs(line.Middle - numbers.Middle) < 1.3 * line.Size;

    /// <summary>One cell a position; a word that stands in several columns merges them.</summary>
    private static ImmutableArray<Span> Cells(List<WordLine> region, ImmutableArray<double> xs, ImmutableArray<double> ys)
    {
        var cells = ImmutableArray.CreateBuilder<Span>();
        for (var row = 0; row + 1 < ys.Length; row++)
        {
            var words = region.SelectMany(line => line.Words).Where(word => Lattice.Strip(ys, (word.Box.Top + word.Box.Bottom) / 2) == row).ToList();
            for (int column = 0, end; column + 1 < xs.Length; column = end)
            {
                for (end = column + 1; end + 1 < xs.Length && words.Exists(word => word.Box.Left < xs[end] && word.Box.Right > xs[end]);)
                    end++;
                cells.Add(new Span(row, column, row + 1, end));
            }
        }
        return cells.ToImmutable();
    }
}
