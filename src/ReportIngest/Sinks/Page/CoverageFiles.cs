using System.Collections.Immutable;
using ReportIngest.Corpus;
using ReportIngest.Outputs;
using ReportIngest.Rosters;

namespace ReportIngest.Sinks.Page;

/// <summary>The files that a status speaks of: those of its reports, and the one that gave none. A line of <c>coverage.jsonl</c> has the former's ids and the latter in its sentence.</summary>
internal sealed class CoverageFiles(IEnumerable<FileWithoutReport> unread)
{
    private readonly Dictionary<UInt128, ImmutableArray<string>> _ofReports = [];
    private readonly Dictionary<string, string> _unread = unread.DistinctBy(file => CoverageWords.Unread(file).Zh).ToDictionary(file => CoverageWords.Unread(file).Zh, file => file.Path);

    public void Add(ReportRecord report) => _ofReports[Digest.Of(report.Id)] = [report.Source.Path, .. report.Copies];

    public IEnumerable<string> Of(CoverageRecord entry)
    {
        if (entry.Status == CoverageStatus.Unreadable && _unread.TryGetValue(entry.Reason.Zh, out var path)) return [path];
        return entry.Reports.SelectMany(report => _ofReports.TryGetValue(Digest.Of(report), out var files) ? files : []);
    }
}
