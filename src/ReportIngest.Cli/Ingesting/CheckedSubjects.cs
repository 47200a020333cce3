using ReportIngest.Rosters;
using ReportIngest.Rules;
using ReportIngest.Rules.Coverage;

namespace ReportIngest.Cli.Ingesting;

/// <summary>What a run has looked at. An earlier finding about anything else has not gone: nobody looked.</summary>
/// <param name="hasHistory">An earlier output was at hand to compare with.</param>
internal sealed class CheckedSubjects(bool hasHistory)
{
    private readonly Dictionary<string, HashSet<int?>> _yearsOf = [];
    private readonly HashSet<string> _paths = [];
    private HashSet<(string Code, int Year)>? _coverage;
    private bool _compared;

    public void Add(Subject report)
    {
        if (report.Organization is not { } unit) return;
        if (!_yearsOf.TryGetValue(unit, out var years)) _yearsOf[unit] = years = [];
        years.Add(report.Year);
    }

    /// <summary>A file that was opened, whatever came of it.</summary>
    public void Add(string path) => _paths.Add(path);

    public void Add(CoverageResult coverage) => _coverage = [.. coverage.Entries.Select(entry => (entry.Unit.Code, entry.Year))];

    /// <summary>The second pass was run.</summary>
    public void AddComparison() => _compared = true;

    public bool Contains(string rule, Subject subject)
    {
        if (CoverageRules.All.Any(info => info.Id == rule) && _coverage is null) return false;
        if (RuleCatalog.CorpusRules.Any(corpus => corpus.Info.Id == rule) && !IsCompared(subject)) return false;
        if (subject is { Path: null, Division: { } code, Year: { } year }) return _coverage?.Contains((code, year)) == true;
        return subject is { Report: not null, Organization: { } unit }
            ? _yearsOf.TryGetValue(unit, out var years) && years.Contains(subject.Year)
            : subject.Path is { } path && _paths.Contains(path);
    }

    /// <summary>There was something to compare it with: an earlier output, or another year of the unit.</summary>
    private bool IsCompared(Subject subject) =>
        _compared && (hasHistory || (subject.Organization is { } unit && _yearsOf.TryGetValue(unit, out var years) && years.Count > 1));
}
