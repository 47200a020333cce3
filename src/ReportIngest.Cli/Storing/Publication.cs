using System.Collections.Immutable;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Corpus;
using ReportIngest.Outputs;
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
    private readonly SourceRosters _rosters;
    private readonly Terminal _terminal;
    private readonly RunTally _tally = new();

    private Publication(Store store, ImmutableArray<Holding> holdings, IngestOptions options, SourceRosters rosters, Terminal terminal) =>
        (_store, _holdings, _options, _rosters, _terminal) = (store, holdings, options, rosters, terminal);

    /// <returns>The names of the files that were written.</returns>
    public static ImmutableArray<string> Write(Store store, IngestOptions options, TimeProvider clock, Terminal terminal)
    {
        var holdings = Holdings.AsOf(store.State, Spelling.Date(options.Roster.AsOf)!);
        if (holdings.IsEmpty) terminal.Tell(new Message($"到 {Spelling.Date(options.Roster.AsOf)} 为止没有发布任何文件。", $"Nothing was published by {Spelling.Date(options.Roster.AsOf)}."));
        return new Publication(store, holdings, options, SourceRosters.Read(options, terminal), terminal).Write(clock);
    }

    private ImmutableArray<string> Write(TimeProvider clock)
    {
        var (started, stages) = (clock.GetLocalNow(), new StageClock());
        var lacking = Holdings.SourcesOutOfReach(_store.State);
        using var folder = new OutputFolder(_options.Output);
        using (var output = new OutputRecords(folder, FindingMarks.None, _tally))
        {
            stages.Measure("write", () => WriteFiles(output));
            stages.Measure("compare", () => Compare(output));
            if (!_rosters.All.IsEmpty) stages.Measure("coverage", () => output.Cover(_rosters.All.Select(roster => (roster.Pass, !roster.Sources.Overlaps(lacking)))));
        }
        if (_options.Formats.Length > 1) stages.Measure("export", () => OutputRecords.Export(folder, _options));
        var earlier = EarlierOutputs.Beside(folder);
        var record = new RunRecord(
            _options, started, clock.GetLocalNow(), Interrupted: false, lacking.IsEmpty, _tally, ImmutableSortedDictionary<Skip, int>.Empty, stages, [.. _rosters.All.Select(roster => roster.Pass)], [], earlier);
        using (var run = folder.Create(IngestOutput.RunName)) record.Write(run);
        folder.Commit(earlier.Removed);
        earlier.Tell(_terminal);
        return [.. folder.Names];
    }

    private void WriteFiles(OutputRecords output)
    {
        var copies = _holdings.GroupBy(holding => holding.Hash).Where(same => same.Skip(1).Any())
            .ToDictionary(same => same.Key, same => same.Select(holding => holding.Path).ToImmutableArray());
        // The state is read on this thread, which asks for one reading after the other; what is costly, unpacking and parsing, is done beside it.
        var readings = _holdings.Select(holding => (Holding: holding, Packed: FirstOf(holding) is null ? Readings.Packed(_store.State, holding.Reading) : null));
        foreach (var (holding, result) in Ordered.Map(readings, _options.Jobs, one => (one.Holding, one.Packed is { } packed ? Result(one.Holding, packed) : null), CancellationToken.None))
        {
            var same = copies.GetValueOrDefault(holding.Hash, []);
            if (result is not null) output.Write(result, same.IsEmpty ? same : same[1..], _rosters.Of(holding.Source));
            else if (output.CopyOf(FirstOf(holding)!, new InputFile(holding.Path, holding.Path)) is { } copy) output.Write(copy, [], _rosters.Of(holding.Source));
        }

        string? FirstOf(Holding holding) => copies.TryGetValue(holding.Hash, out var same) && same[0] != holding.Path ? same[0] : null;

        FileResult Result(Holding holding, byte[] packed) =>
            new FileResult(new InputFile(holding.Path, holding.Path), Readings.Named(StoredOutcome.Unpack(packed), holding.Path), TimeSpan.Zero, TimeSpan.Zero)
                .For(_rosters.Of(holding.Source), _options.Configuration, copies.ContainsKey(holding.Hash));
    }

    private void Compare(OutputRecords output)
    {
        using var replaced = Replaced();
        output.Compare(replaced, _options.Jobs);
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
            JsonLines.Write(reports, report.Record() with { Division = _rosters.Of(holding.Source)?.DivisionOf(report.Subject) });
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
}
