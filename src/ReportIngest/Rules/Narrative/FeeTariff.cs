using System.Collections.Immutable;
using System.Globalization;

namespace ReportIngest.Rules.Narrative;

/// <summary>The rates of the processing fee, from <c>fee-tariff.csv</c>.</summary>
internal static class FeeTariff
{
    private static readonly ImmutableArray<Rate> Rates = Read();

    /// <summary>In 元: every amount that the rates can give is a multiple of it (10: the lowest rate, of which all others are multiples).</summary>
    public static decimal Step { get; } = Rates.Where(rate => rate.Yuan > 0).Min(rate => rate.Yuan);

    /// <summary>The rates in one sentence.</summary>
    public static Message Words { get; } = new(
        $"按件计收每件 {Rising("item")} 元并依次递增，按量计收每页 {Rising("page")} 元",
        $"{Rising("item")} yuan an item and rising, or {Rising("page")} yuan a page");

    private static string Rising(string by) => string.Join("、", Rates.Where(rate => rate.By == by && rate.Yuan > 0).Select(rate => Rules.Words.Number(rate.Yuan)));

    private static ImmutableArray<Rate> Read() => [.. EmbeddedTable.Rows("fee-tariff").Select(row => new Rate(row[0], decimal.Parse(row[3], CultureInfo.InvariantCulture)))];

    private sealed record Rate(string By, decimal Yuan);
}
