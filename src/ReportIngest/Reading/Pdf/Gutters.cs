using System.Collections.Immutable;

namespace ReportIngest.Reading.Pdf;

/// <summary>
/// Borders of columns that nobody drew: between two words that stand beside each other there is one, and the fewest borders that part all
/// neighbours are the table's. A word that stands across one is a merged cell.
/// </summary>
internal static class Gutters
{
    /// <summary>The borders, rising, each in the gap that the neighbours it parts have in common, where the fewest words stand across it.</summary>
    public static ImmutableArray<double> Of(IReadOnlyList<WordLine> lines)
    {
        var gaps = Enumerable.Range(0, lines.Count).SelectMany(i => Gaps(lines, i)).OrderBy(gap => gap.To).ToList();
        // The points that part all neighbours, as far to the right as each may be.
        var points = new List<double>();
        foreach (var (from, to) in gaps)
            if (points.Count == 0 || from >= points[^1])
                points.Add(to);
        // A gap that holds two points tells the place of neither: a wide header, and the next one far off.
        var only = gaps.Where(gap => points.Count(gap.Holds) == 1).ToLookup(gap => points.Find(gap.Holds));
        var common = points.ConvertAll(point => new Gap(only[point].Max(gap => gap.From), point));
        // A word over a whole gap is the header of several columns: the others show how far their column reaches.
        var words = lines.SelectMany(line => line.Words).ToList();
        var boxes = words.SelectMany(word => word.Pieces()).Where(box => !common.Exists(gap => box.Left <= gap.From && box.Right >= gap.To)).ToList();
        var seen = words.SelectMany(word => word.Gaps).ToList();
        ImmutableArray<double> borders = [.. common.Select(gap => Clearest(gap, boxes, seen))];
        return [.. borders.Concat(Rivers(lines, borders)).Order()];
    }

    /// <summary>
    /// Between two headers that stand at different heights, where no word of the table stands below or across: a column that is empty to its last row has no
    /// value that stands beside another.
    /// </summary>
    private static IEnumerable<double> Rivers(IReadOnlyList<WordLine> lines, ImmutableArray<double> borders)
    {
        var headers = lines.TakeWhile(line => !line.HoldsValue).SelectMany(line => line.Words).ToList();
        var words = lines.SelectMany(line => line.Words).OrderBy(word => word.Box.Left).ToList();
        var (right, size) = (double.MinValue, 0.0);
        foreach (var word in words)
        {
            var (from, to) = (right, word.Box.Left);
            if (to - from > Wide * Math.Max(size, word.Line.Size)
                && !borders.Any(border => border >= from && border <= to)
                && IsUnder(headers, borders.LastOrDefault(border => border < from, double.MinValue), from)
                && IsUnder(headers, to, borders.FirstOrDefault(border => border > to, double.MaxValue)))
                yield return (from + to) / 2;
            if (word.Box.Right > right)
                (right, size) = (word.Box.Right, word.Line.Size);
        }
    }

    /// <summary>Parts two headers that stand on different lines, in sizes: the lines of one wrapped header are never that far beside each other.</summary>
    private const double Wide = 0.9;

    private static bool IsUnder(List<Word> headers, double left, double right) => headers.Exists(header => header.Box.Left >= left && header.Box.Right <= right);

    private readonly record struct Gap(double From, double To)
    {
        public bool Holds(double point) => From < point && point <= To;
    }

    /// <summary>
    /// The middle of the part that the fewest words cross, of those one that is a gap inside a word (neighbours too close to be told apart), of those
    /// the widest: centred numbers leave gaps that reach into the headers of wider columns.
    /// </summary>
    private static double Clearest(Gap gap, List<Box> words, List<(double From, double To)> seen)
    {
        words = words.FindAll(word => word.Left < gap.To && word.Right > gap.From);
        seen = seen.FindAll(inner => inner.From < gap.To && inner.To > gap.From);
        double[] edges = [gap.From, .. words.SelectMany(word => new[] { word.Left, word.Right }).Where(x => x > gap.From && x < gap.To).Order(), gap.To];
        return edges.Zip(edges.Skip(1), (a, b) => (Middle: (a + b) / 2, Width: b - a))
            .MinBy(part => (
                words.Count(word => word.Left < part.Middle && word.Right > part.Middle),
                !seen.Exists(inner => inner.From < part.Middle && inner.To > part.Middle),
                -part.Width)).Middle;
    }

    /// <summary>From each word of a line to the nearest on its right that is partly as high: the lines of a wrapped header stand half a line off its neighbours'.</summary>
    private static IEnumerable<Gap> Gaps(IReadOnlyList<WordLine> lines, int index)
    {
        var around = lines.Skip(Math.Max(0, index - 1)).Take(index == 0 ? 2 : 3).SelectMany(line => line.Words).ToList();
        foreach (var word in lines[index].Words)
        {
            var right = around.Where(other => other.Box.Left > word.Box.Right && Math.Abs(other.Middle - word.Middle) < 0.9 * word.Line.Size)
                .Select(other => other.Box.Left).DefaultIfEmpty(double.NaN).Min();
            if (!double.IsNaN(right))
                yield return new Gap(word.Box.Right, right);
        }
    }
}
