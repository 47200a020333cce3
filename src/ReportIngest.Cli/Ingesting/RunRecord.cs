using System.Collections.Immutable;
using ReportIngest.Cli.Covering;
using ReportIngest.Rules;

namespace ReportIngest.Cli.Ingesting;

/// <summary>What a run did; <see cref="RunJson"/> writes it.</summary>
/// <param name="Complete">Not interrupted, there was a file to read, and every path given was there and could be opened.</param>
internal sealed record RunRecord(
    IngestOptions Options,
    DateTimeOffset Started,
    DateTimeOffset Finished,
    bool Interrupted,
    bool Complete,
    RunTally Tally,
    ImmutableSortedDictionary<Skip, int> Skipped,
    StageClock Clock,
    ImmutableArray<RosterPass> Rosters,
    ImmutableArray<(Suppression Entry, Staleness Why)> StaleSuppressions,
    EarlierOutputs Earlier)
{
    /// <summary>Where the outputs are.</summary>
    public string Folder => Interrupted ? System.IO.Path.Combine(Options.Output, IngestOptions.Interrupted) : Options.Output;
}
