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
        var gaps = Gaps(lines);
        // The points that part all neighbours, as far to the right as each may be.
        var points = new List<double>();
        foreach (var (from, to) in gaps)
            if (points.Count == 0 || from >= points[^1])
                points.Add(to);
        // A gap that holds two points tells the place of neither: a wide header, and the next one far off.
        var common = points.ConvertAll(point => new Gap(double.NaN, point));
        foreach (var gap in gaps)
            if (Only(points, gap) is >= 0 and var only && !(common[only].From >= gap.From))
                common[only] = common[only] with { From = gap.From };
        // A word over a whole gap is the header of several columns: the others show how far their column reaches.
        var words = lines.SelectMany(line => line.Words).ToList();
        var boxes = new List<Box>();
        foreach (var word in words)
        {
            if (word.Gaps.IsEmpty)
                Add(word.Box);
            else
                foreach (var piece in word.Pieces())
                    Add(piece);
        }
        var seen = words.SelectMany(word => word.Gaps).ToList();
        ImmutableArray<double> borders = [.. common.Select(gap => Clearest(gap, boxes, seen))];
        return [.. borders.Concat(Rivers(lines, borders)).Order()];

        void Add(Box box)
        {
            if (!Covers(box, common))
                boxes.Add(box);
        }
    }

    /// <summary>The only point that a gap holds, or −1; the points rise.</summary>
    private static int Only(List<double> points, Gap gap)
    {
        var first = 0;
        while (first < points.Count && points[first] <= gap.From)
            first++;
        return first < points.Count && gap.Holds(points[first]) && !(first + 1 < points.Count && gap.Holds(points[first + 1])) ? first : -1;
    }

    private static bool Covers(Box box, List<Gap> gaps)
    {
        foreach (var gap in gaps)
            if (box.Left <= gap.From && box.Right >= gap.To)
                return true;
        return false;
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
        var edges = new List<double>((2 * words.Count) + 2) { gap.From, gap.To };
        foreach (var word in words)
        {
            if (word.Left > gap.From)
                edges.Add(word.Left);
            if (word.Right < gap.To)
                edges.Add(word.Right);
        }
        edges.Sort();
        var (clearest, least) = (double.NaN, (Crossing: int.MaxValue, IsUnseen: true, Width: 0.0));
        for (var i = 0; i + 1 < edges.Count; i++)
        {
            var middle = (edges[i] + edges[i + 1]) / 2;
            var crossing = 0;
            foreach (var word in words)
                crossing += word.Left < middle && word.Right > middle ? 1 : 0;
            if (crossing > least.Crossing)
                continue;
            var part = (crossing, !seen.Exists(inner => inner.From < middle && inner.To > middle), edges[i] - edges[i + 1]);
            if (i == 0 || part.CompareTo(least) < 0)
                (clearest, least) = (middle, part);
        }
        return clearest;
    }

    /// <summary>
    /// From each word of a line to the nearest on its right that is partly as high: the lines of a wrapped header stand half a line off its neighbours'.
    /// In the order of their right ends.
    /// </summary>
    private static List<Gap> Gaps(IReadOnlyList<WordLine> lines)
    {
        var gaps = new List<Gap>();
        for (var i = 0; i < lines.Count; i++)
        {
            foreach (var word in lines[i].Words)
            {
                var right = double.PositiveInfinity;
                for (var near = Math.Max(0, i - 1); near <= i + 1 && near < lines.Count; near++)
                    foreach (var other in lines[near].Words)
                        if (other.Box.Left > word.Box.Right && other.Box.Left < right && Math.Abs(other.Middle - word.Middle) < 0.9 * word.Line.Size)
                            right = other.Box.Left;
                if (double.IsFinite(right))
                    gaps.Add(new Gap(word.Box.Right, right));
            }
        }
        gaps.Sort((a, b) => a.To.CompareTo(b.To)); // of several that end at one place the order does not matter
        return gaps;
    }
}
