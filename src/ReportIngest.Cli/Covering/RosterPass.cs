using ReportIngest.Corpus;
using ReportIngest.Rosters;
using ReportIngest.Rules;
using ReportIngest.Rules.Coverage;

namespace ReportIngest.Cli.Covering;

/// <summary>What a run with a roster keeps of every report and file, and what comes of it at the end.</summary>
internal sealed class RosterPass(Roster roster, RosterChoice choice)
{
    private readonly RosterNames _names = new(roster);
    private readonly List<FoundReport> _reports = [];
    private readonly List<FileWithoutReport> _files = [];

    /// <summary>Null before <see cref="Finish"/>.</summary>
    public CoverageResult? Coverage { get; private set; }

    /// <summary>Null before <see cref="Finish"/>.</summary>
    public Verdict? Verdict { get; private set; }

    public DateOnly AsOf => choice.AsOf;

    public string? DivisionOf(Subject report) => UnitOf(report)?.Code;

    /// <summary>The unit's own last day; null where the roster names none.</summary>
    public DueDay? DueOf(Subject report) => UnitOf(report)?.Due;

    private RosterUnit? UnitOf(Subject report) => report.Organization is { } unit ? _names.Match(unit, report.Year).Unit : null;

    /// <param name="findings">Of the report.</param>
    public void Add(ReportRecord record, IEnumerable<Finding> findings) =>
        _reports.Add(FoundReport.Of(record, findings.Select(finding => FoundReport.LackSaidBy(finding.Rule.Id, finding.Indicators)).DefaultIfEmpty().Max()));

    public void Add(IEnumerable<Finding> findings) => _files.AddRange(findings.Select(FileWithoutReport.Of).OfType<FileWithoutReport>());

    public void Finish(bool complete)
    {
        Coverage = Rosters.Coverage.Of(roster, choice.Years, _reports, _files, choice.AsOf, complete);
        Verdict = CoverageRules.Judge(Coverage);
    }
}
