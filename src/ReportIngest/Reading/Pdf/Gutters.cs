using System.Collections.Immutable;

namespace ReportIngest.Reading.Pdf;

/// <summary>
/// Borders of columns that nobody drew: between two words that stand beside each other there is one, and the fewest borders that part all
/// neighbours are the table's. A word that stands across one is a merged cell.
/// </summary>
internal static class Gutters
{
    /// <summary>The borders, rising, each in the gap that the neighbours it parts have in common, where the fewest letters stand across it.</summary>
    public static ImmutableArray<double> Of(IReadOnlyList<WordLine> lines)
    {
        var gaps = Enumerable.Range(0, lines.Count).SelectMany(i => Gaps(lines, i)).OrderBy(gap => gap.To).ToList();
        var letters = lines.SelectMany(line => line.Words).SelectMany(word => word.Letters).Select(letter => letter.Box).ToList();
        var borders = ImmutableArray.CreateBuilder<double>();
        for (int i = 0, next; i < gaps.Count; i = next)
        {
            var from = gaps[i].From;
            // The gaps that hold a common point with the one that ends first; later gaps need a border of their own.
            for (next = i + 1; next < gaps.Count && gaps[next].From < gaps[i].To; next++)
                from = Math.Max(from, gaps[next].From);
            borders.Add(Clearest(from, gaps[i].To, letters));
        }
        return borders.ToImmutable();
    }

    /// <summary>The middle of the widest part that the fewest letters cross: centred numbers leave gaps that reach into the headers of wider columns.</summary>
    private static double Clearest(double from, double to, List<Box> letters)
    {
        double[] edges = [from, .. letters.SelectMany(letter => new[] { letter.Left, letter.Right }).Where(x => x > from && x < to).Order(), to];
        return edges.Zip(edges.Skip(1), (a, b) => (Middle: (a + b) / 2, Width: b - a))
            .MinBy(part => (letters.Count(letter => letter.Left < part.Middle && letter.Right > part.Middle), -part.Width)).Middle;
    }

    /// <summary>From each word of a line to the nearest on its right that is partly as high: the lines of a wrapped header stand half a line off its neighbours'.</summary>
    private static IEnumerable<(double From, double To)> Gaps(IReadOnlyList<WordLine> lines, int index)
    {
        var around = lines.Skip(Math.Max(0, index - 1)).Take(index == 0 ? 2 : 3).SelectMany(line => line.Words).ToList();
        foreach (var word in lines[index].Words)
        {
            var right = around.Where(other => other.Box.Left > word.Box.Right && Math.Abs(other.Middle - word.Middle) < 0.9 * word.Line.Size)
                .Select(other => other.Box.Left).DefaultIfEmpty(double.NaN).Min();
            if (!double.IsNaN(right))
                yield return (word.Box.Right, right);
        }
    }
}
