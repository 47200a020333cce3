using System.Collections.Immutable;

namespace ReportIngest.Reading.Pdf;

/// <summary>
/// Tables from their rules: rules that cross belong together, their positions are the grid, and where a piece of rule between two
/// grid positions is missing the positions are one merged cell.
/// </summary>
internal static class RuledTables
{
    /// <summary>Rules this close are one border: the two lines of a double border, the two boxes beside a gap of 2 px (CSS border-spacing).</summary>
    internal const double Snap = 3;

    /// <summary>A rule that ends short of its crossing at both ends still covers this much of the lowest row (10 pt).</summary>
    private const double Enough = 0.7;

    /// <summary>No column or row is narrower than a digit of the smallest type and its padding; borders closer than this that hold no cell of their own are one border drawn askew.</summary>
    private const double Narrowest = 8;

    /// <summary>The tables of a page in reading order, boxes of one cell among them (a part of a table that the page break cut off looks like that).</summary>
    /// <exception cref="UnreadableException">A grid has more positions than <paramref name="maximum"/>.</exception>
    public static ImmutableArray<Lattice> Find(Rulings rulings, IReadOnlyCollection<Glyph> glyphs, int maximum)
    {
        ImmutableArray<Lattice> lattices =
        [
            .. OpenRows.Join(Components(rulings), rulings)
                .Select(component => Build(OpenEnds.WithSide(component, rulings), glyphs, maximum))
                .OfType<Lattice>()
                .OrderBy(lattice => lattice.Ys[0]).ThenBy(lattice => lattice.Xs[0]),
        ];
        var tables = lattices.RemoveAll(lattice => lattice.Cells.Length == 1);
        return tables.Length == lattices.Length ? lattices : lattices.RemoveAll(box => box.Cells.Length == 1 && tables.Any(table => IsInCell(box.Box, table)));
    }

    /// <summary>A box around the value of a cell, as forms to fill in have it, is no table of its own.</summary>
    private static bool IsInCell(Box box, Lattice table) => table.At(box.Left, box.Top) is >= 0 and var cell && table.At(box.Right, box.Bottom) == cell;

    private static Lattice? Build(Rulings rules, IReadOnlyCollection<Glyph> glyphs, int maximum)
    {
        var box = Extent(rules);
        var inside = glyphs.Where(glyph => !glyph.IsBlank && Touches(box, glyph.Box)).ToList();
        var xs = OpenEnds.Add(Clusters(rules.Vertical), rules.Horizontal, 1, inside.Select(glyph => glyph.X));
        var ys = OpenEnds.Add(Clusters(rules.Horizontal), rules.Vertical, 2, inside.Select(glyph => glyph.Y));
        if (xs.Length < 2 || ys.Length < 2)
            return null;
        if ((long)(xs.Length - 1) * (ys.Length - 1) > maximum)
            throw TooManyCells(maximum);

        var beside = Edges(rules.Vertical, xs, ys);
        var below = Edges(rules.Horizontal, ys, xs);
        var lattice = OpenEnds.Hang(new Lattice(xs, ys, Cells(beside, below)), rules, inside);
        lattice = OpenEnds.Trim(lattice, rules, inside);
        return Tidy(StrayRules.Remove(Tidy(lattice, inside), inside), inside);
    }

    internal static UnreadableException TooManyCells(int maximum) => new(UnreadableReason.TooLarge, new Message(
        $"表格单元格超过上限 {maximum} 个，文件未读取；请拆分文件或提高上限。",
        $"The tables have more than {maximum} cells, so the file was not read; split it or raise the limit."));

    private static Box Extent(Rulings rules)
    {
        var (h, v) = (rules.Horizontal, rules.Vertical);
        return new Box(
            Math.Min(h.Min(rule => rule.From), v.Min(rule => rule.At)), Math.Min(v.Min(rule => rule.From), h.Min(rule => rule.At)),
            Math.Max(h.Max(rule => rule.To), v.Max(rule => rule.At)), Math.Max(v.Max(rule => rule.To), h.Max(rule => rule.At)));
    }

    private static bool Touches(Box box, Box glyph) =>
        glyph.Right > box.Left && glyph.Left < box.Right && glyph.Bottom > box.Top && glyph.Top < box.Bottom;

    /// <summary>Groups rules that cross or touch; a group needs both directions.</summary>
    private static IReadOnlyList<Rulings> Components(Rulings rulings)
    {
        var (h, v) = (rulings.Horizontal, rulings.Vertical);
        var parent = Enumerable.Range(0, h.Length + v.Length).ToArray();
        int Root(int i)
        {
            while (parent[i] != i)
                i = parent[i] = parent[parent[i]];
            return i;
        }
        for (var i = 0; i < h.Length; i++)
            for (var j = 0; j < v.Length; j++)
                if (Touch(h[i], v[j]))
                    parent[Root(i)] = Root(h.Length + j);

        var hs = h.Select((rule, i) => (rule, root: Root(i))).ToLookup(pair => pair.root, pair => pair.rule);
        var vs = v.Select((rule, j) => (rule, root: Root(h.Length + j))).ToLookup(pair => pair.root, pair => pair.rule);
        return [.. hs.Where(group => vs.Contains(group.Key)).Select(group => new Rulings([.. group], [.. vs[group.Key]]))];
    }

    internal static bool Touch(Rule horizontal, Rule vertical) =>
        vertical.At >= horizontal.From - Snap && vertical.At <= horizontal.To + Snap
        && horizontal.At >= vertical.From - Snap && horizontal.At <= vertical.To + Snap;

    private static List<double> Clusters(ImmutableArray<Rule> rules)
    {
        var centres = new List<double>();
        var cluster = new List<double>();
        foreach (var at in rules.Select(rule => rule.At).Order())
        {
            if (cluster.Count > 0 && at - cluster[0] > Snap)
            {
                centres.Add((cluster[0] + cluster[^1]) / 2);
                cluster.Clear();
            }
            cluster.Add(at);
        }
        centres.Add((cluster[0] + cluster[^1]) / 2);
        return centres;
    }

    /// <summary><c>edges[i, j]</c>: border <c>i</c> is ruled along strip <c>j</c>. The outermost borders always bound.</summary>
    private static bool[,] Edges(ImmutableArray<Rule> rules, ImmutableArray<double> borders, ImmutableArray<double> strips)
    {
        var edges = new bool[borders.Length, strips.Length - 1];
        foreach (var rule in rules)
        {
            var border = Nearest(borders, rule.At);
            for (var j = 0; j + 1 < strips.Length; j++)
                edges[border, j] |= Math.Min(rule.To, strips[j + 1]) - Math.Max(rule.From, strips[j]) >= Enough * (strips[j + 1] - strips[j]);
        }
        for (var j = 0; j + 1 < strips.Length; j++)
            edges[0, j] = edges[borders.Length - 1, j] = true;
        return edges;
    }

    private static int Nearest(ImmutableArray<double> borders, double at)
    {
        var best = 0;
        for (var i = 1; i < borders.Length; i++)
            if (Math.Abs(borders[i] - at) < Math.Abs(borders[best] - at))
                best = i;
        return best;
    }

    /// <summary>Grows each free position to the right and then down while no rule stands in between: rectangles that cover the grid whatever the rules are.</summary>
    private static ImmutableArray<Span> Cells(bool[,] beside, bool[,] below)
    {
        var (rows, columns) = (beside.GetLength(1), below.GetLength(1));
        var taken = new bool[rows, columns];
        var cells = ImmutableArray.CreateBuilder<Span>();
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
            {
                if (taken[row, column])
                    continue;
                var endColumn = column + 1;
                while (endColumn < columns && !taken[row, endColumn] && !beside[endColumn, row])
                    endColumn++;
                var endRow = row + 1;
                while (endRow < rows && IsOpen(endRow, column, endColumn))
                    endRow++;
                for (var r = row; r < endRow; r++)
                    for (var c = column; c < endColumn; c++)
                        taken[r, c] = true;
                cells.Add(new Span(row, column, endRow, endColumn));
            }
        return cells.ToImmutable();

        bool IsOpen(int row, int column, int endColumn)
        {
            for (var c = column; c < endColumn; c++)
                if (below[row, c] || taken[row, c] || (c > column && beside[c, row]))
                    return false;
            return true;
        }
    }

    /// <summary>
    /// Takes out borders at which no cell ends, and one of two borders closer than a digit between which no cell stands, nor a letter: of two tables that touch, one's column ends a little beside the other's.
    /// </summary>
    private static Lattice Tidy(Lattice lattice, List<Glyph> inside)
    {
        var (ends, alone) = Uses(lattice.Columns, lattice.Cells, cell => (cell.Column, cell.EndColumn));
        for (var border = lattice.Columns; border > 0 && lattice.Columns > 1; border--)
        {
            if (ends[border] && (lattice.Xs[border] - lattice.Xs[border - 1] >= Narrowest || alone[border] || inside.Exists(glyph => glyph.X > lattice.Xs[border - 1] && glyph.X < lattice.Xs[border])))
                continue;
            lattice = lattice.WithoutColumnBorder(border);
            (ends, alone) = Uses(lattice.Columns, lattice.Cells, cell => (cell.Column, cell.EndColumn));
        }
        (ends, alone) = Uses(lattice.Rows, lattice.Cells, cell => (cell.Row, cell.EndRow));
        for (var border = lattice.Rows; border > 0 && lattice.Rows > 1; border--)
        {
            if (ends[border] && (lattice.Ys[border] - lattice.Ys[border - 1] >= Narrowest || alone[border]))
                continue;
            lattice = lattice.WithoutRowBorder(border);
            (ends, alone) = Uses(lattice.Rows, lattice.Cells, cell => (cell.Row, cell.EndRow));
        }
        return lattice;
    }

    /// <summary>The borders at which cells end, and those of them where a cell ends that fills nothing but the strip before.</summary>
    private static (bool[] Ends, bool[] Alone) Uses(int strips, ImmutableArray<Span> cells, Func<Span, (int Begin, int End)> extent)
    {
        var (ends, alone) = (new bool[strips + 1], new bool[strips + 1]);
        foreach (var cell in cells)
        {
            var (begin, end) = extent(cell);
            ends[end] = true;
            alone[end] |= begin == end - 1;
        }
        return (ends, alone);
    }
}
