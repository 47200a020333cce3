using ReportIngest.Corpus;
using ReportIngest.Forms;
using ReportIngest.Outputs;

namespace ReportIngest.Sinks;

/// <summary>Which of a finding's indicators are the two sides of the equation that it says is broken.</summary>
internal static class EquationSides
{
    private static readonly Dictionary<string, int> Lefts = FormCatalog.All.SelectMany(form => form.Identities)
        .DistinctBy(Key).ToDictionary(Key, identity => identity.Left.Length);

    /// <summary>How many of the indicators, from the first, are its left side; null where it is about no equation.</summary>
    public static int? LeftOf(FindingRecord finding) => Lefts.TryGetValue(Key(finding), out var left) ? left : null;

    /// <summary>The indicator that is a side by itself, the sum of the others; null where there is none.</summary>
    public static string? TotalOf(FindingRecord finding) => LeftOf(finding) switch
    {
        { } left when finding.Indicators.Length - left == 1 => finding.Indicators[^1],
        1 => finding.Indicators[0],
        _ => null,
    };

    private static string Key(Identity identity) => string.Join(' ', identity.Indicators.Select(cell => cell.Code).Prepend(identity.Rule));

    private static string Key(FindingRecord finding) => string.Join(' ', finding.Indicators.Prepend(finding.Rule));
}
