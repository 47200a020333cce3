using System.Collections.Immutable;
using ReportIngest.Corpus;
using ReportIngest.Forms;

namespace ReportIngest.Rules;

/// <summary>A rule of the second pass. Stateless; holds a report against other reports: its unit's, its peers', those with a like text.</summary>
public interface ICorpusRule
{
    RuleInfo Info { get; }

    /// <summary>One observation for each thing the rule looks at; none where it has nothing to look at.</summary>
    IEnumerable<Observation> Check(UnitHistory history);
}

/// <summary>Findings of the second pass, about the report that is judged.</summary>
internal static class CorpusFindings
{
    public static Finding Of(RuleInfo rule, UnitHistory history, Message message, params IEnumerable<Indicator> cells)
    {
        var report = history.Report.Record;
        ImmutableArray<string> codes = [.. cells.Select(cell => cell.Code)];
        return new Finding(
            rule,
            new Subject(report.Id, report.Source.Path, report.Division, report.Organization, report.Year),
            message,
            codes,
            [.. codes.Select(code => report[code]?.At).OfType<Reports.Location>()]);
    }
}
