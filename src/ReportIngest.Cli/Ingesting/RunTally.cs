using System.Collections.Immutable;
using ReportIngest.Outputs;
using ReportIngest.Reports;
using ReportIngest.Rules;

namespace ReportIngest.Cli.Ingesting;

/// <summary>What a run counts. Filled by one thread, in the order of the output.</summary>
internal sealed class RunTally
{
    private readonly SortedDictionary<Severity, int> _open = [];

    public int Files { get; private set; }

    /// <summary>Files by what came of them: <c>report</c>, <c>copy</c>, <c>no_report</c>, <c>unreadable</c>.</summary>
    public SortedDictionary<string, int> Outcomes { get; } = new(StringComparer.Ordinal);

    /// <summary>Reports by format.</summary>
    public SortedDictionary<string, int> Formats { get; } = new(StringComparer.Ordinal);

    /// <summary>Reports by edition.</summary>
    public SortedDictionary<string, int> Editions { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<Severity, int> Severities { get; } = [];

    /// <summary>Findings by rule.</summary>
    public SortedDictionary<string, (RuleInfo Rule, int Count)> Findings { get; } = new(StringComparer.Ordinal);

    /// <summary>Looks by rule: held, failed, could not tell.</summary>
    public SortedDictionary<string, Tally> Looks { get; } = new(StringComparer.Ordinal);

    public Checks Checks { get; private set; }

    public Completeness Cells { get; private set; }

    public List<Finding> Quarantined { get; } = [];

    /// <summary>Some file brought out an error of this program.</summary>
    public bool HasBugs { get; private set; }

    /// <summary>The report to look at first: the first with an error, else the first.</summary>
    public string? WorthALook { get; private set; }

    public int New { get; private set; }

    public int Unchanged { get; private set; }

    public int Suppressed { get; private set; }

    /// <summary>Findings of the baseline that this run does not have.</summary>
    public (int Gone, int NotChecked) Rest { get; set; }

    /// <summary>Findings that nobody has accepted and no baseline knows.</summary>
    public int Open(Severity atLeast) => _open.Where(count => count.Key >= atLeast).Sum(count => count.Value);

    public int Total(Severity atLeast) => Severities.Where(count => count.Key >= atLeast).Sum(count => count.Value);

    public int Count(string outcome) => Outcomes.GetValueOrDefault(outcome);

    public void Add(FileResult result)
    {
        Files++;
        HasBugs |= result.Outcome.Bug is not null;
        var unreadable = result.Outcome.Findings.FirstOrDefault(finding => finding.Rule.Id == "RI905");
        if (unreadable is not null) Quarantined.Add(unreadable);
        Increase(Outcomes, result.Outcome.Report is not null ? "report" : unreadable is not null ? "unreadable" : "no_report");
        if (result.Outcome.Report is { } report) Add(report, result.Outcome);
    }

    /// <summary>The findings of a file, or of the corpus; after the file itself.</summary>
    public void Add(ImmutableArray<MarkedFinding> findings)
    {
        foreach (var marked in findings)
        {
            var rule = marked.Finding.Rule;
            Increase(Severities, rule.Severity);
            Findings[rule.Id] = (rule, Findings.GetValueOrDefault(rule.Id).Count + 1);
            if (marked.IsOpen) Increase(_open, rule.Severity);
            if (marked.Suppression is not null) Suppressed++;
            if (marked.Baseline == BaselineState.New) New++;
            if (marked.Baseline == BaselineState.Unchanged) Unchanged++;
        }
    }

    /// <summary>What the rules of a file, or of the corpus, looked at.</summary>
    public void Add(ImmutableArray<Tally> looks)
    {
        foreach (var look in looks)
        {
            var sum = Looks.GetValueOrDefault(look.Rule.Id) ?? new Tally(look.Rule, 0, 0, 0);
            Looks[look.Rule.Id] = new Tally(look.Rule, sum.Holds + look.Holds, sum.Fails + look.Fails, sum.CannotTell + look.CannotTell);
        }
    }

    public void AddCopy()
    {
        Files++;
        Increase(Outcomes, "copy");
    }

    private void Add(FinishedReport report, FileOutcome outcome)
    {
        Increase(Formats, Spelling.Name(report.Format));
        Increase(Editions, report.Edition);
        Checks += report.Checks;
        Cells += report.Cells;
        Add(outcome.Tallies);
        var firstError = Total(Severity.Error) == Quarantined.Count && outcome.Findings.Any(finding => finding.Rule.Severity == Severity.Error);
        if (WorthALook is null || firstError) WorthALook = report.Subject.Path;
    }

    private static void Increase<TKey>(SortedDictionary<TKey, int> counts, TKey key) where TKey : notnull =>
        counts[key] = counts.GetValueOrDefault(key) + 1;
}
