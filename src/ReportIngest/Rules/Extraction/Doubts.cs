using System.Globalization;
using ReportIngest.Documents;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Extraction;

/// <summary>Says what the reading was not sure of: one finding a doubt.</summary>
internal static class Doubts
{
    public static IEnumerable<Observation> Say(RuleInfo rule, Report report)
    {
        var doubts = report.Doubts.Where(doubt => doubt.Rule == rule.Id).ToList();
        return doubts.Count == 0 ? [Observation.Holds] : doubts.Select(doubt => Observation.Fails(ToFinding(rule, report, doubt)));
    }

    /// <summary>The reader's notes on a file without a report, about which no rule is asked.</summary>
    public static IEnumerable<Finding> Say(Document document, Source source) =>
        document.Notes.Select(note => new Finding(RuleCatalog.Find(note.Rule)!, Subject.Of(source), note.Message, [], Location.Of(document, note.Place)));

    private static Finding ToFinding(RuleInfo rule, Report report, Doubt doubt) => new(
        rule,
        Subject.Of(report),
        doubt.Message,
        doubt.Indicators,
        doubt.At,
        Part: doubt.Indicators.IsEmpty ? doubt.Section?.ToString(CultureInfo.InvariantCulture) : null);
}
