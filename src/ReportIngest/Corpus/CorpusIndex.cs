using System.Collections.Immutable;
using ReportIngest.Reports;

namespace ReportIngest.Corpus;

/// <summary>What is kept in memory of every report of a corpus: enough to find it, not what it says.</summary>
/// <param name="Place">Where its line stands in <c>reports.jsonl</c>.</param>
public sealed record IndexEntry(
    string Id, string Path, string? Organization, string? Division, Level? Level, int? Year, string Edition, Scope Scope, LinePlace Place)
{
    /// <summary>Whose report it is, for finding its other years: the roster's code, else the name; null for a report that names nobody.</summary>
    public string? Unit { get; } = Division ?? UnitKey.Of(Organization);

    public static IndexEntry Of(PlacedRecord placed)
    {
        var report = placed.Record;
        return new IndexEntry(
            report.Id, report.Source.Path, report.Organization, report.Division, report.Level, report.Year, report.Edition, Scopes.Of(report), placed.Place);
    }
}

/// <summary>The reports of one <c>reports.jsonl</c>, light, in its order; a record is read back from its place when it is needed.</summary>
public sealed record CorpusIndex(ImmutableArray<IndexEntry> Entries)
{
    /// <param name="reports">Read once, from where it stands.</param>
    public static CorpusIndex Of(Stream reports) => new([.. ReportRecords.Read(reports).Select(IndexEntry.Of)]);
}
