using System.Globalization;

namespace ReportIngest.Benchmarks.Precision;

/// <summary>What was measured of one rule.</summary>
/// <param name="FalseAlarms">Sound reports that have a finding of the rule.</param>
internal sealed record PrecisionRow(string Rule, int Injected, int Found, int Sound, int FalseAlarms)
{
    /// <summary>The row of <c>docs/precision.md</c>.</summary>
    public string Markdown(string title) => $"| {Rule} | {title} | {Text(Injected)} | {Text(Found)} | {Percent} | {Text(Sound)} | {Text(FalseAlarms)} |";

    /// <summary>The line of the rule's page.</summary>
    public string PageLine =>
        $"实测：植入 {Text(Injected)} 处，找到 {Text(Found)} 处（{Percent}）；{Text(Sound)} 份无误的报告中误报 {Text(FalseAlarms)} 份。Measured: {Text(Found)} of {Text(Injected)} injected faults found ({Percent}); false alarms in {Text(FalseAlarms)} of {Text(Sound)} sound reports (docs/precision.md).";

    /// <summary>Cut off, not rounded: 100 % is said of all only.</summary>
    private string Percent => Injected == 0 ? "–" : (Math.Floor(Found * 1000m / Injected) / 10).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
