using System.Collections.Immutable;

namespace ReportIngest.Rosters;

/// <summary>A report at hand and whose it is.</summary>
/// <param name="Match">By the name it prints; null where it prints none.</param>
/// <param name="Labels">The units that its files' own names name, each with the first such file.</param>
/// <param name="PathYears">The years that its files' paths name, each with the first such file, where paths of this corpus name the reported year.</param>
internal sealed record FiledReport(FoundReport Report, UnitMatch? Match, ImmutableArray<(string Code, string Path)> Labels, ImmutableArray<(int Year, string Path)> PathYears)
{
    public string? Code => Match?.Unit?.Code;

    /// <summary>It is said to be of the year: by its own words, or it names none and its path does.</summary>
    public bool MayBeOf(int year) => Report.Year is { } own ? own == year || LiesUnder(year) : PathYears.IsEmpty || LiesUnder(year);

    /// <summary>The path of one of its files names the year.</summary>
    public bool LiesUnder(int year) => PathYears.Any(path => path.Year == year);
}

/// <summary>Everything at hand, laid out by unit. What a document says of itself comes first; its path only tells where else to look.</summary>
internal sealed class Filing
{
    private readonly ILookup<string, FiledReport> _byUnit, _byLabel, _doubtful;
    private readonly ILookup<string, (FileWithoutReport File, int? Year)> _unread;
    private readonly RosterNames _names;

    public Filing(RosterNames names, IReadOnlyCollection<FoundReport> reports, IEnumerable<FileWithoutReport> files)
    {
        _names = names;
        var hints = new PathHints(names);
        var pathsTellYear = PathsTellYear(reports);
        Reports = [.. reports.Select(report => new FiledReport(
            report,
            report.Organization is { } name ? names.Match(name, report.Year) : null,
            [.. report.Paths.Select(path => (Unit: hints.UnitOfFile(path), Path: path)).Where(label => label.Unit is not null).Select(label => (label.Unit!.Code, label.Path)).DistinctBy(label => label.Code)],
            pathsTellYear ? YearsOf(report) : []))];
        _byUnit = Reports.Where(filed => filed.Code is not null).ToLookup(filed => filed.Code!);
        _byLabel = Reports.SelectMany(filed => filed.Labels.Select(label => (label.Code, filed))).ToLookup(pair => pair.Code, pair => pair.filed);
        _doubtful = Reports.SelectMany(filed => Doubtful(filed, hints).Select(code => (code, filed))).ToLookup(pair => pair.code, pair => pair.filed);
        _unread = files.Select(file => (Code: hints.Unit(file.Path)?.Code, File: file)).Where(pair => pair.Code is not null)
            .ToLookup(pair => pair.Code!, pair => (pair.File, pathsTellYear ? PathHints.Year(pair.File.Path) : null));
    }

    /// <summary>In the order given.</summary>
    public ImmutableArray<FiledReport> Reports { get; }

    /// <summary>The unit's reports by the name they print, whatever their year.</summary>
    public IEnumerable<FiledReport> Of(string code) => _byUnit[code];

    /// <summary>
    /// Reports of others under the unit's name. What a unit below it, or one that begins with its name (郏县自来水公司), has on its pages is not meant.
    /// </summary>
    public IEnumerable<FiledReport> Mislabelled(RosterUnit unit, int year) => _byLabel[unit.Code].Where(filed =>
        filed.Code != unit.Code
        && filed.MayBeOf(year)
        && filed.Match is { Candidates.IsEmpty: true } match
        && (match.Unit is { } other
            ? !_names.IsBelow(other, unit.Code)
            : !UnitCore.Of(filed.Report.Organization!).Contains(UnitCore.Of(unit.Name), StringComparison.Ordinal) || match.Elsewhere.Any(near => near.Code == unit.Code)));

    /// <summary>Reports that may be the unit's: they print no name, or one that fits others as well.</summary>
    public IEnumerable<FiledReport> Doubtful(string code, int year) => _doubtful[code].Where(filed => filed.MayBeOf(year));

    /// <summary>Files without a report under the unit's name. Without a year in its path such a file may be any year's.</summary>
    public IEnumerable<FileWithoutReport> Unread(string code, int year) => _unread[code].Where(file => file.Year is null || file.Year == year).Select(file => file.File);

    private static IEnumerable<string> Doubtful(FiledReport filed, PathHints hints)
    {
        if (filed.Match is { } match) return match.Candidates.Select(unit => unit.Code);
        return filed.Report.Paths.Select(hints.Unit).OfType<RosterUnit>().Select(unit => unit.Code).Distinct();
    }

    private static ImmutableArray<(int Year, string Path)> YearsOf(FoundReport report) =>
        [.. from path in report.Paths let year = PathHints.Year(path) where year is not null group (year.Value, path) by year into same select same.First()];

    /// <summary>
    /// Whether years in paths are the reported ones: most of the reports with both agree. Elsewhere folders are named for the year of publication, or files for a day.
    /// </summary>
    private static bool PathsTellYear(IReadOnlyCollection<FoundReport> reports)
    {
        var both = reports.Select(report => (report.Year, Path: PathHints.Year(report.Path))).Where(pair => pair is { Year: not null, Path: not null }).ToList();
        return both.Count(pair => pair.Year == pair.Path) * 2 > both.Count;
    }
}
