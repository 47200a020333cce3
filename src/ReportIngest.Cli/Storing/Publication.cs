using System.Collections.Immutable;
using ReportIngest.Cli.Covering;
using ReportIngest.Cli.Exporting;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Corpus;
using ReportIngest.Rules;
using ReportIngest.Sinks;

namespace ReportIngest.Cli.Storing;

/// <summary>
/// Writes what the store holds as <c>ingest</c> would have written it out of the same files: reports, findings, coverage, and the further formats.
/// Versions whose values have changed are held against those they replaced (RI606).
/// </summary>
internal sealed class Publication
{
    private readonly Store _store;
    private readonly ImmutableArray<Holding> _holdings;
    private readonly IngestOptions _options;
    private readonly RosterPass? _roster;
    private readonly RunTally _tally = new();
    private readonly Dictionary<string, FileOutcome> _withoutReport = [];

    private Publication(Store store, ImmutableArray<Holding> holdings, IngestOptions options, Terminal terminal)
    {
        (_store, _holdings, _options) = (store, holdings, options);
        _roster = options.Roster.Read(terminal, options.Configuration) is { } roster ? new RosterPass(roster, options.Roster) : null;
    }

    /// <returns>The names of the files that were written.</returns>
    public static ImmutableArray<string> Write(Store store, IngestOptions options, TimeProvider clock, Terminal terminal)
    {
        var holdings = Holdings.AsOf(store.State, Text.Date(options.Roster.AsOf)!);
        return new Publication(store, holdings, options, terminal).Write(clock);
    }

    /// <summary>Whether every source could be listed and every address fetched: a unit whose page was out of reach is not one that has not published.</summary>
    public static bool IsComplete(Store store) => store.State.Number("SELECT count(*) FROM quarantine WHERE stage <> 'read'") == 0;

    private ImmutableArray<string> Write(TimeProvider clock)
    {
        var (started, stages) = (clock.GetLocalNow(), new StageClock());
        using var folder = new OutputFolder(_options.Output);
        using (var reports = folder.Create(IngestOutput.ReportsName))
        using (var findings = folder.Create(IngestOutput.FindingsName))
        {
            var output = new FindingOutput(findings, FindingMarks.None, _tally);
            stages.Measure("write", () => WriteFiles(reports, output));
            stages.Measure("compare", () => Compare(folder, reports, output));
            if (_roster is not null) Cover(_roster, folder, output);
        }
        if (_options.Formats.Length > 1)
        {
            using var output = new IngestOutput(folder.Read);
            stages.Measure("export", () => ExportFormats.Write(_options.Formats, output, folder, _options.Export, RunSettings.Of(_options), [IngestOutput.RunName]));
        }
        using (var run = folder.Create(IngestOutput.RunName))
            new RunRecord(_options, started, clock.GetLocalNow(), Interrupted: false, IsComplete(_store), _tally, ImmutableSortedDictionary<Skip, int>.Empty, stages, _roster, []).Write(run);
        folder.Commit();
        return [.. folder.Names];
    }

    private void WriteFiles(Stream reports, FindingOutput output)
    {
        var copies = _holdings.GroupBy(holding => holding.Hash).Where(same => same.Skip(1).Any())
            .ToDictionary(same => same.Key, same => same.Select(holding => holding.Path).ToImmutableArray());
        foreach (var holding in _holdings)
        {
            var same = copies.GetValueOrDefault(holding.Hash, []);
            if (same.IsEmpty || same[0] == holding.Path) Write(holding, OutcomeOf(holding), same.IsEmpty ? same : same[1..], reports, output);
            else if (_withoutReport.TryGetValue(holding.Hash, out var first)) Write(holding, Readings.Named(first, holding.Path), [], reports, output);
            else _tally.AddCopy();
        }
    }

    private FileOutcome OutcomeOf(Holding holding)
    {
        var outcome = Readings.Named(Readings.Outcome(_store.State, holding.Reading), holding.Path);
        return outcome.Report is { } report && (_roster?.DueOf(report.Subject) ?? _options.Configuration.DueOf(report.Level)) is { } due ? outcome.JudgedBy(due) : outcome;
    }

    private void Write(Holding holding, FileOutcome outcome, ImmutableArray<string> copies, Stream reports, FindingOutput output)
    {
        _tally.Add(new FileResult(new InputFile(holding.Path, holding.Path), outcome, TimeSpan.Zero, TimeSpan.Zero));
        _roster?.Add(outcome.Findings);
        if (outcome.Report is not { } report)
        {
            _withoutReport[holding.Hash] = outcome;
            output.Write(outcome.Findings);
            return;
        }
        var division = _roster?.DivisionOf(report.Subject);
        if (_roster is null && copies.IsEmpty)
        {
            reports.Write(report.Line.Span);
        }
        else
        {
            var record = report.Record() with { Copies = copies, Division = division };
            JsonLines.Write(reports, record);
            _roster?.Add(record);
        }
        output.Add(report.Subject with { Division = division });
        output.Write([.. outcome.Findings.Select(finding => finding with { Subject = finding.Subject with { Division = division } })]);
    }

    private void Compare(OutputFolder folder, Stream reports, FindingOutput output)
    {
        reports.Flush();
        output.Flush();
        using var written = new IngestOutput(folder.Read);
        using var replaced = Replaced();
        var verdict = SecondPass.Judge(written, replaced);
        foreach (var report in verdict.Findings.GroupBy(finding => finding.Subject.Path)) output.Write([.. report]);
        _tally.Add(verdict.Tallies);
    }

    /// <summary>An output of the versions that were replaced by other values, at the places where their successors are.</summary>
    private IngestOutput? Replaced()
    {
        var changed = _holdings.Where(holding => holding.Before is not null).ToList();
        if (changed.Count == 0) return null;
        var (reports, findings) = (new MemoryStream(), new MemoryStream());
        foreach (var holding in changed)
        {
            var outcome = Readings.Named(Readings.Outcome(_store.State, holding.Before!.Value), holding.Path);
            if (outcome.Report is not { } report) continue;
            JsonLines.Write(reports, report.Record() with { Division = _roster?.DivisionOf(report.Subject) });
            JsonLines.Write(findings, FindingMarks.None.Of(outcome.Findings));
        }
        var (reportBytes, findingBytes) = (reports.ToArray(), findings.ToArray());
        return new IngestOutput(name => name switch
        {
            IngestOutput.ReportsName => new MemoryStream(reportBytes),
            IngestOutput.FindingsName => new MemoryStream(findingBytes),
            _ => null,
        });
    }

    private void Cover(RosterPass roster, OutputFolder folder, FindingOutput output)
    {
        roster.Finish(IsComplete(_store));
        _tally.Add(roster.Verdict!.Tallies);
        output.Write(roster.Verdict.Findings);
        using var json = folder.Create(IngestOutput.CoverageName);
        foreach (var entry in roster.Coverage!.Entries) JsonLines.Write(json, CoverageRecord.Of(entry));
    }
}
