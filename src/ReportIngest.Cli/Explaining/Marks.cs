using System.Collections.Immutable;
using ReportIngest.Forms;
using ReportIngest.Reports;
using ReportIngest.Rules;

namespace ReportIngest.Cli.Explaining;

/// <summary>Which cells of a report are marked in its tables, and the one that would mend the sums.</summary>
internal sealed class Marks
{
    private readonly HashSet<string> _faulty = [];

    public Marks(Report report, ImmutableArray<Finding> findings)
    {
        foreach (var sum in report.Balances.Where(sum => sum.Balance.Fails))
            foreach (var indicator in Suspects(sum.Identity)) _faulty.Add(indicator.Code);
        // Notes and our own doubts are no faults; what sums are wrong is marked above.
        foreach (var finding in findings.Where(finding =>
            finding.Rule is { Severity: not Severity.Note, Category: not (Category.Extraction or Category.Arithmetic) }))
        {
            _faulty.UnionWith(finding.Indicators);
        }
        Suggestion = findings.Select(finding => finding.Suggestion).FirstOrDefault(suggestion => suggestion is not null);
    }

    public Suggestion? Suggestion { get; }

    public bool IsFaulty(Indicator indicator) => _faulty.Contains(indicator.Code);

    public decimal? Suggested(Indicator indicator) => Suggestion?.Indicator == indicator.Code ? Suggestion.Value : null;

    /// <summary>The printed total of a sum, or every cell of a balance: marking all 21 parts of a column would point nowhere.</summary>
    private static IEnumerable<Indicator> Suspects(Identity identity) =>
        identity.Right.Length == 1 ? identity.Right : identity.Left.Length == 1 ? identity.Left : identity.Indicators;
}
