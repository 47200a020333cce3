using System.Collections.Immutable;
using ReportIngest.Corpus;
using ReportIngest.Forge.Injections;
using ReportIngest.Outputs;
using ReportIngest.Reading;
using ReportIngest.Reports;
using ReportIngest.Rosters;
using ReportIngest.Rules;
using ReportIngest.Rules.Coverage;
using ReportIngest.Sinks;

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
        var (before, beforeFindings) = Read(earlier, names);
        using var output = OutputOf(now, findings);
        using var earlierOutput = OutputOf(before, beforeFindings);
        findings.AddRange(SecondPass.Judge(output, earlier.IsEmpty ? null : earlierOutput).Findings);
        if (roster is null) return findings;
        var without = findings.Select(FileWithoutReport.Of).OfType<FileWithoutReport>().ToList();
        var coverage = Coverage.Of(roster, years, [.. now.Select(one => FoundReport.Of(one, Lack.Nothing))], without, AsOf);
        findings.AddRange(CoverageRules.Judge(coverage).Findings);
        return findings;
    }

    private static (ImmutableArray<ReportRecord> Reports, List<Finding> Findings) Read(ImmutableArray<GivenFile> files, RosterNames? names)
    {
        var reports = ImmutableArray.CreateBuilder<ReportRecord>();
        List<Finding> findings = [];
        foreach (var file in files)
        {
            var ingested = Pipeline.Ingest(file.Bytes, Source.Of(file.Path, file.Bytes), Limits.Default);
            var unit = ingested.Report?.Unit is { } named ? names?.Match(named.Name, ingested.Report.Year).Unit : null;
            findings.AddRange(ingested.Report is { } report && unit?.Due is { } due
                ? RuleCatalog.JudgeByDay(new Verdict(ingested.Findings, ingested.Tallies), Subject.Of(report), report.Unit?.Level, report.Published, due).Findings
                : ingested.Findings);
            if (ingested.Report is not null) reports.Add(ReportRecord.Of(ingested.Report, []) with { Division = unit?.Code });
        }

        return (reports.ToImmutable(), findings);
    }

    /// <summary>As a run writes it.</summary>
    private static IngestOutput OutputOf(ImmutableArray<ReportRecord> reports, List<Finding> findings)
    {
        using MemoryStream lines = new(), found = new();
        foreach (var report in reports) JsonLines.Write(lines, report);
        JsonLines.Write(found, FindingMarks.None.Of([.. findings]));
        var files = new Dictionary<string, byte[]> { [IngestOutput.ReportsName] = lines.ToArray(), [IngestOutput.FindingsName] = found.ToArray() };
        return new IngestOutput(name => files.TryGetValue(name, out var bytes) ? new MemoryStream(bytes) : null);
    }
}
