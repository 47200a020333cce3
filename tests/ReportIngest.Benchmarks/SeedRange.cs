using System.Globalization;

namespace ReportIngest.Benchmarks;

/// <summary>Seed numbers as the commands take them: <c>1-20</c>, both ends included, or a single one.</summary>
internal static class SeedRange
{
    public static IReadOnlyList<int> Parse(string range)
    {
        var ends = range.Split('-');
        int first = int.Parse(ends[0], CultureInfo.InvariantCulture), last = int.Parse(ends[^1], CultureInfo.InvariantCulture);
        return [.. Enumerable.Range(first, last - first + 1)];
    }
}
