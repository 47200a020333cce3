using System.Collections.Immutable;
using System.Text;
using ReportIngest.Documents;

namespace ReportIngest.Reading.Text;

/// <summary>Tables whose columns are set with blanks: every line in two or more pieces, the pieces of a column under each other.</summary>
internal static class AlignedTables
{
    public static TableRun? At(ImmutableArray<string> lines, int start, Limits limits)
    {
        // A line in one piece ends the table, even where it may be a caption inside: it may as well be the prose below it.
        var end = start;
        while (end < lines.Length && IsInPieces(lines[end])) end++;
        if (end == start) return null;

        // Blanks of one width everywhere part cells and set no columns: an empty cell has left nothing.
        if (Gaps(lines[start..end]).Count == 1) return new TableRun(start, end, []);

        var layouts = DisplayWidth.Candidates.Select(width => new Layout([.. lines[start..end].Select(line => Cut(line, width))], width)).ToList();
        var plain = new TableRun(start, end, []);
        if (end - start < 2 || Prose.Is([.. layouts[0].Rows.Select(row => row.Select(piece => piece.Text).ToImmutableArray())])) return plain;

        // Under a wrong width the pieces of a column drift apart into several.
        var straight = layouts.OrderBy(layout => layout.Columns.Count).ThenByDescending(layout => layout.StraightPieces).First();
        TextTables.CheckCells((long)straight.Rows.Length * straight.Columns.Count, limits);
        return straight.IsTable && Table(straight) is { } table ? plain with { Tables = [table] } : plain;
    }

    /// <summary>Null where two pieces of a line fall into the same column, or one of letters without width into none.</summary>
    private static Table? Table(Layout layout)
    {
        var cells = ImmutableArray.CreateBuilder<Cell>();
        for (var r = 0; r < layout.Rows.Length; r++)
        {
            var column = 0;
            foreach (var piece in layout.Rows[r].SelectMany(piece => layout.Parts(piece)))
            {
                var (first, last) = layout.Columns.Covered(piece);
                if (first < column || last < first) return null;
                for (; column < first; column++) cells.Add(new Cell(r, column, 1, 1, "", default));
                cells.Add(new Cell(r, first, 1, last - first + 1, piece.Text, default));
                column = last + 1;
            }

            // Blanks at the end of a line are as good a cell as those inside it.
            for (; column < layout.Columns.Count; column++) cells.Add(new Cell(r, column, 1, 1, "", default));
        }

        return new Table(layout.Rows.Length, layout.Columns.Count, cells.DrainToImmutable(), SpanFidelity.Inferred, default);
    }

    /// <summary>How wide the blanks within the lines are, apart from single ones.</summary>
    private static HashSet<string> Gaps(ImmutableArray<string> lines)
    {
        var gaps = new HashSet<string>();
        foreach (var line in lines)
        {
            var text = line.Trim();
            for (var at = 0; at < text.Length; at++)
            {
                var from = at;
                while (char.IsWhiteSpace(text[at])) at++;
                if (at - from > 1) gaps.Add(text[from..at]);
            }
        }

        return gaps;
    }

    private static bool IsInPieces(string line)
    {
        var text = line.AsSpan().Trim();
        for (var at = 1; at < text.Length; at++)
        {
            if (char.IsWhiteSpace(text[at]) && char.IsWhiteSpace(text[at - 1])) return true;
        }

        return false;
    }

    /// <summary>A line cut at blanks of two or more characters. A single one, also a single ideographic one, is part of a label: 规　章.</summary>
    private static ImmutableArray<Piece> Cut(string line, DisplayWidth width) => Cut(line, width, 0, 2);

    /// <param name="start">The column of the terminal in which the line begins.</param>
    /// <param name="blanks">As many part two pieces.</param>
    private static ImmutableArray<Piece> Cut(string line, DisplayWidth width, int start, int blanks)
    {
        var pieces = ImmutableArray.CreateBuilder<Piece>();
        int column = start, left = 0, right = 0, at = 0, from = 0, to = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            var next = at + rune.Utf16SequenceLength;
            if (!Rune.IsWhiteSpace(rune))
            {
                if (at - to >= blanks || to == 0)
                {
                    if (to > 0) pieces.Add(new Piece(line[from..to], left, right));
                    (from, left) = (at, column);
                }

                (to, right) = (next, column + width.Of(rune));
            }

            column += width.Of(rune);
            at = next;
        }

        pieces.Add(new Piece(line[from..to], left, right));
        return pieces.DrainToImmutable();
    }

    /// <summary>Lines in pieces, and the columns they stand in, under one width of characters.</summary>
    private sealed class Layout
    {
        private readonly DisplayWidth _width;

        public Layout(ImmutableArray<ImmutableArray<Piece>> rows, DisplayWidth width)
        {
            _width = width;
            Rows = rows;
            Columns = AlignedColumns.Of(rows.SelectMany(row => row));
            var behindFirst = rows.Select(row => row.Where(piece => Columns.Covered(piece).First > 0).ToList()).ToList();
            var lefts = behindFirst.SelectMany(row => row).CountBy(piece => piece.Left).ToDictionary();
            var rights = behindFirst.SelectMany(row => row).CountBy(piece => piece.Right).ToDictionary();
            bool IsStraight(Piece piece) => lefts[piece.Left] > 1 || rights[piece.Right] > 1;
            StraightPieces = behindFirst.Sum(row => row.Count(IsStraight));
            var straightRows = behindFirst.Count(row => row.Exists(IsStraight));
            IsTable = straightRows >= 2 && straightRows * 4 >= rows.Length * 3;
        }

        public ImmutableArray<ImmutableArray<Piece>> Rows { get; }

        public AlignedColumns Columns { get; }

        /// <summary>
        /// A piece over several columns, cut at its single blanks where each part stands in a column of its own and fills it: a value as wide as its column leaves one blank to the next (lynx).
        /// Not where the blank may part thousands.
        /// </summary>
        public ImmutableArray<Piece> Parts(Piece piece)
        {
            var (first, last) = Columns.Covered(piece);
            if (last <= first || piece.Text.Contains(',')) return [piece]; // of 26,463 a line may end in 26,46
            var parts = Cut(piece.Text, _width, piece.Left, 1);
            var isCut = parts.Length == last - first + 1 && parts.Index().All(part =>
                Columns.Covered(part.Item) == (first + part.Index, first + part.Index)
                && (part.Index == parts.Length - 1 || (part.Item.Right >= Columns.RightOf(first + part.Index) && !AreThousands(part.Item.Text, parts[part.Index + 1].Text))));
            return isCut ? parts : [piece];
        }

        private static bool AreThousands(string first, string next) =>
            first is ['1' or '2' or '3' or '4' or '5' or '6' or '7' or '8' or '9', ..] && first.Length <= 3 && first.All(char.IsAsciiDigit) && next.Length == 3 && next.All(char.IsAsciiDigit);

        /// <summary>Pieces behind the first column with a left or right edge that another row has too: most under the width for which the text was set.</summary>
        public int StraightPieces { get; }

        /// <summary>Three rows of four have a straight piece: a centred heading may have none (one of the four rows of table four), but double blanks in prose fall where they like.</summary>
        public bool IsTable { get; }
    }
}
