using System.Collections.Immutable;
using ReportIngest.Corpus;
using ReportIngest.Outputs;
using ReportIngest.Rules;

namespace ReportIngest.Sinks.Page;

/// <summary>How many findings a rule has, also those that the page has no room for, and how many units they are about.</summary>
internal sealed record RuleCount(string Rule, Category Category, Severity Severity, int Findings, int Units)
{
    /// <summary>In the order in which they first occur.</summary>
    public static ImmutableArray<RuleCount> Of(IEnumerable<FindingRecord> findings)
    {
        var counts = new OrderedDictionary<(string Rule, Severity Severity), (Category Category, int Findings, HashSet<string> Units)>();
        foreach (var finding in findings)
        {
            var (category, number, units) = counts.GetValueOrDefault((finding.Rule, finding.Severity), (finding.Category, 0, []));
            if ((finding.Subject.Division ?? finding.Subject.Organization) is { } unit) units.Add(unit);
            counts[(finding.Rule, finding.Severity)] = (category, number + 1, units);
        }
        return [.. counts.Select(count => new RuleCount(count.Key.Rule, count.Value.Category, count.Key.Severity, count.Value.Findings, count.Value.Units.Count))];
    }
}
