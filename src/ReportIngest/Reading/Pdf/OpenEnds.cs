using System.Collections.Immutable;

namespace ReportIngest.Reading.Pdf;

/// <summary>
/// The ends of a table that no rule closes: tables without outer side borders, and parts of a table on a page that begins or ends
/// without a rule (Chromium, which also lets the last line of a cut cell hang over the end of its rules).
/// </summary>
internal static class OpenEnds
{
    /// <summary>
    /// A merged cell at the left that begins on a page before and ends on one behind has no rule across it on this page, so its side border touches
    /// none: a rule as long as the table, beside it. (Without it the part has a column less, and does not continue the table.)
    /// </summary>
    public static Rulings WithSide(Rulings table, Rulings all)
    {
        var (top, bottom) = (table.Vertical.Min(rule => rule.From), table.Vertical.Max(rule => rule.To));
        var left = Math.Min(table.Vertical.Min(rule => rule.At), table.Horizontal.Min(rule => rule.From));
        Rule? side = null;
        foreach (var rule in all.Vertical)
        {
            if (rule.At >= left - RuledTables.Snap || Math.Abs(rule.From - top) > RuledTables.Snap || Math.Abs(rule.To - bottom) > RuledTables.Snap) continue;
            if ((side is { } other && rule.At < other.At) || all.Horizontal.Any(horizontal => RuledTables.Touch(horizontal, rule))) continue;
            side = rule;
        }
        return side is { } found ? table with { Vertical = table.Vertical.Add(found) } : table;
    }

    /// <summary>Adds an end to <paramref name="borders"/> on either side where at least <paramref name="least"/> crossing rules stick out over text.</summary>
    /// <param name="ink">The centres of the letters along the axis of the borders.</param>
    public static ImmutableArray<double> Add(List<double> borders, ImmutableArray<Rule> crossing, int least, IEnumerable<double> ink)
    {
        var first = crossing.Min(rule => rule.From);
        var last = crossing.Max(rule => rule.To);
        if (first < borders[0] - RuledTables.Snap && crossing.Count(rule => rule.From < first + RuledTables.Snap) >= least && ink.Any(at => at < borders[0]))
            borders.Insert(0, first);
        if (last > borders[^1] + RuledTables.Snap && crossing.Count(rule => rule.To > last - RuledTables.Snap) >= least && ink.Any(at => at > borders[^1]))
            borders.Add(last);
        return [.. borders];
    }

    /// <summary>Lowers the foot of a table to the letters that hang over it where no rule closes it.</summary>
    public static Lattice Hang(Lattice lattice, Rulings rules, IReadOnlyCollection<Glyph> glyphs)
    {
        var foot = lattice.Ys[^1];
        var closing = rules.Horizontal.Where(rule => rule.At > foot - RuledTables.Snap).ToList();
        var hanging = glyphs.Where(glyph => glyph.Y >= foot && !closing.Exists(rule => glyph.X >= rule.From && glyph.X <= rule.To)).ToList();
        return hanging.Count == 0 ? lattice : lattice with { Ys = lattice.Ys.SetItem(lattice.Rows, hanging.Max(glyph => glyph.Box.Bottom)) };
    }

    /// <summary>A row at an open foot whose own cells are empty is none: only merged cells reach into it, because the page ended there.</summary>
    public static Lattice Trim(Lattice lattice, Rulings rules, IReadOnlyCollection<Glyph> glyphs)
    {
        var rows = lattice.Rows;
        if (rows < 2 || Closed(rules.Horizontal, lattice.Ys[^1]))
            return lattice;
        var spoken = glyphs.Select(glyph => lattice.At(glyph.X, glyph.Y)).ToHashSet();
        if (lattice.Cells.Where((cell, i) => cell.Row == rows - 1 && spoken.Contains(i)).Any())
            return lattice;
        // The merged cells that reach into the row keep their box, so the last border stays and the one before goes.
        lattice = lattice with { Cells = lattice.Cells.RemoveAll(cell => cell.Row == rows - 1) };
        return lattice.WithoutRowBorder(rows) with { Ys = lattice.Ys.RemoveAt(rows - 1) };
    }

    private static bool Closed(ImmutableArray<Rule> rules, double at) => rules.Any(rule => Math.Abs(rule.At - at) <= RuledTables.Snap);
}
