using System.Collections.Immutable;

namespace ReportIngest.Corpus;

/// <summary>Median and median deviation, the latter of logarithms: counts vary by factors, not by differences.</summary>
/// <param name="Count">Of how many numbers.</param>
public sealed record Usual(int Count, double Median, double LogMedian, double LogDeviation)
{
    /// <summary>Years that are all alike have no deviation; a quarter up or down (0.1 in logarithms) is still usual then.</summary>
    private const double LeastDeviation = 0.1;

    /// <param name="sorted">At least one number, in order, each with how often it came.</param>
    internal static Usual Of(ImmutableArray<(double Number, int Times)> sorted)
    {
        var median = MedianOf(sorted);
        var log = Log(median);
        var deviation = MedianOf([.. sorted.Select(one => (Math.Abs(Log(one.Number) - log), one.Times)).OrderBy(one => one.Item1)]);
        return new Usual(sorted.Sum(one => one.Times), median, log, Math.Max(deviation, LeastDeviation));
    }

    /// <summary>0.6745 makes the deviation of medians comparable to a standard deviation.</summary>
    public double Z(double number) => 0.6745 * (Log(number) - LogMedian) / LogDeviation;

    private static double Log(double number) => Math.Log10(1 + Math.Max(number, 0));

    private static double MedianOf(ImmutableArray<(double Number, int Times)> sorted)
    {
        var count = sorted.Sum(one => one.Times);
        return (At((count - 1) / 2) + At(count / 2)) / 2;

        double At(int place)
        {
            var i = 0;
            for (; place >= sorted[i].Times; i++) place -= sorted[i].Times;
            return sorted[i].Number;
        }
    }
}
