using System.Collections.Immutable;

namespace ReportIngest.Reading.Pdf;

/// <summary>
/// A full-width row of a table without outer side borders has no vertical rule at all: two horizontal rules of the table's width, one
/// row apart. Such rows belong to the rules above and below them.
/// </summary>
internal static class OpenRows
{
    public static IEnumerable<Rulings> Join(IReadOnlyList<Rulings> components, Rulings all)
    {
        var closed = components.Where(rules => !IsOpen(rules));
        var open = components.Where(IsOpen).ToList();
        var owned = components.SelectMany(rules => rules.Horizontal).ToHashSet();
        var lone = all.Horizontal.Where(rule => !owned.Contains(rule)).Select(rule => new Rulings([rule], []));
        var groups = open.Concat(open.Count > 0 ? lone : []).OrderBy(rules => Top(rules)).ToList();
        for (var i = 0; i + 1 < groups.Count; i++)
            for (var j = i + 1; j < groups.Count; j++)
                if (Adjoin(groups[i], groups[j], RowHeight(open, groups[i], groups[j])))
                {
                    groups[i] = new Rulings([.. groups[i].Horizontal, .. groups[j].Horizontal], [.. groups[i].Vertical, .. groups[j].Vertical]);
                    groups.RemoveAt(j);
                    j = i;
                }
        return closed.Concat(groups.Where(rules => !rules.Vertical.IsEmpty));
    }

    private static bool IsOpen(Rulings rules) =>
        rules.Vertical.Min(rule => rule.At) > Left(rules) + RuledTables.Snap && rules.Vertical.Max(rule => rule.At) < Right(rules) - RuledTables.Snap;

    private static bool Adjoin(Rulings upper, Rulings lower, double row)
    {
        var distance = Top(lower) - upper.Horizontal.Max(rule => rule.At);
        return Math.Abs(Left(upper) - Left(lower)) <= RuledTables.Snap && Math.Abs(Right(upper) - Right(lower)) <= RuledTables.Snap
            && distance > 0 && distance < 2 * row; // a heading between two tables stands further off than a row is high
    }

    /// <summary>The lowest row of the two groups, or of any table where neither has a row yet.</summary>
    private static double RowHeight(List<Rulings> open, Rulings upper, Rulings lower)
    {
        double[] heights = [.. Heights(upper), .. Heights(lower)];
        return heights.Length > 0 ? heights.Min() : open.SelectMany(Heights).DefaultIfEmpty(0).Min();
    }

    private static IEnumerable<double> Heights(Rulings rules)
    {
        var ys = rules.Horizontal.Select(rule => rule.At).Order().ToList();
        return ys.Zip(ys.Skip(1), (a, b) => b - a).Where(height => height > RuledTables.Snap);
    }

    private static double Top(Rulings rules) => rules.Horizontal.Min(rule => rule.At);

    private static double Left(Rulings rules) => rules.Horizontal.Min(rule => rule.From);

    private static double Right(Rulings rules) => rules.Horizontal.Max(rule => rule.To);
}
