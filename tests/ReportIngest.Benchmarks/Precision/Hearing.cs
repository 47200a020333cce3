using System.Collections.Immutable;
using ReportIngest.Corpus;
using ReportIngest.Forge.Injections;
using ReportIngest.Reading;
using ReportIngest.Reports;
using ReportIngest.Rosters;
using ReportIngest.Rules;
using ReportIngest.Rules.Coverage;

namespace ReportIngest.Benchmarks.Precision;

/// <summary>All rules over some files, as <c>ingest</c> runs them, in memory.</summary>
internal static class Hearing
{
    // After every due day there is.
    private static readonly DateOnly AsOf = new(2100, 1, 1);

    public static List<Finding> Of(Trial trial) => Of(trial.Files, trial.Earlier, trial.Roster, trial.Year is { } year ? [year] : []);

    public static List<Finding> Of(SoundCounty county) => Of(county.Files, [], county.Roster, []);

    private static List<Finding> Of(ImmutableArray<GivenFile> files, ImmutableArray<GivenFile> earlier, byte[]? rosterFile, ImmutableArray<int> years)
    {
        var roster = rosterFile is null ? null : Roster.Read(rosterFile);
        var names = roster is null ? null : new RosterNames(roster);
        var (now, findings) = Read(files, names);
        findings.AddRange(SecondPass.Judge(OutputOf(now), earlier.IsEmpty ? null : OutputOf(Read(earlier, names).Read)).Findings);
        if (roster is null) return findings;
        var without = findings.Select(FileWithoutReport.Of).OfType<FileWithoutReport>().ToList();
        var coverage = Coverage.Of(roster, years, [.. now.Select(one => FoundReport.Of(one.Record))], without, AsOf);
        findings.AddRange(CoverageRules.Judge(coverage).Findings);
        return findings;
    }

    private sealed record ReadReport(ReportRecord Record, ImmutableHashSet<string> Doubted);

    private static (List<ReadReport> Read, List<Finding> Findings) Read(ImmutableArray<GivenFile> files, RosterNames? names)
    {
        List<ReadReport> read = [];
        List<Finding> findings = [];
        foreach (var file in files)
        {
            var ingested = Pipeline.Ingest(file.Bytes, Source.Of(file.Path, file.Bytes), Limits.Default);
            var unit = ingested.Report?.Unit is { } named ? names?.Match(named.Name, ingested.Report.Year).Unit : null;
            var own = ingested.Report is { } report && unit?.Due is { } due ? RuleCatalog.Judge(report, due).Findings : ingested.Findings;
            findings.AddRange(own);
            if (ingested.Report is null) continue;
            var doubted = own.Where(finding => finding.Rule.Id is "RI901" or "RI902").SelectMany(finding => finding.Indicators).ToImmutableHashSet();
            read.Add(new ReadReport(ReportRecord.Of(ingested.Report, []) with { Division = unit?.Code }, doubted));
        }

        return (read, findings);
    }

    private static Output OutputOf(List<ReadReport> read) => new(
        new CorpusIndex([.. read.Select((one, i) => IndexEntry.Of(new PlacedRecord(new LinePlace(i, 1), one.Record)))]),
        entry => read[(int)entry.Place.Offset].Record,
        read.ToDictionary(one => one.Record.Id, one => one.Doubted));
}
