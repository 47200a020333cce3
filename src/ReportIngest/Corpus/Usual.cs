namespace ReportIngest.Corpus;

/// <summary>Median and median deviation, the latter of logarithms: counts vary by factors, not by differences.</summary>
/// <param name="Count">Of how many numbers.</param>
public sealed record Usual(int Count, double Median, double LogMedian, double LogDeviation)
{
    /// <summary>Years that are all alike have no deviation; a quarter up or down (0.1 in logarithms) is still usual then.</summary>
    private const double LeastDeviation = 0.1;

    /// <param name="sorted">At least one number, in order, none negative.</param>
    internal static Usual Of(IReadOnlyList<double> sorted)
    {
        var median = MedianOf(sorted);
        var log = Log(median);
        var deviation = MedianOf([.. sorted.Select(number => Math.Abs(Log(number) - log)).Order()]);
        return new Usual(sorted.Count, median, log, Math.Max(deviation, LeastDeviation));
    }

    /// <summary>0.6745 makes the deviation of medians comparable to a standard deviation.</summary>
    public double Z(double number) => 0.6745 * (Log(number) - LogMedian) / LogDeviation;

    private static double Log(double number) => Math.Log10(1 + Math.Max(number, 0));

    private static double MedianOf(IReadOnlyList<double> sorted) => (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
}
