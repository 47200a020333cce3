using ReportIngest.Rosters;
using ReportIngest.Rules;

namespace ReportIngest.Cli.Ingesting;

/// <summary>What a run has looked at. An earlier finding about anything else has not gone: nobody looked.</summary>
internal sealed class CheckedSubjects
{
    private readonly HashSet<(string Unit, int? Year)> _reports = [];
    private readonly HashSet<string> _paths = [];
    private HashSet<(string Code, int Year)>? _coverage;

    public void Add(Subject report)
    {
        if (report.Organization is { } unit) _reports.Add((unit, report.Year));
    }

    /// <summary>A file that was opened, whatever came of it.</summary>
    public void Add(string path) => _paths.Add(path);

    public void Add(CoverageResult coverage) => _coverage = [.. coverage.Entries.Select(entry => (entry.Unit.Code, entry.Year))];

    public bool Contains(string rule, Subject subject)
    {
        if (RuleCatalog.Find(rule)?.Category == Category.Coverage && _coverage is null) return false;
        if (subject is { Path: null, Division: { } code, Year: { } year }) return _coverage?.Contains((code, year)) == true;
        return subject is { Report: not null, Organization: { } unit } ? _reports.Contains((unit, subject.Year)) : subject.Path is { } path && _paths.Contains(path);
    }
}
