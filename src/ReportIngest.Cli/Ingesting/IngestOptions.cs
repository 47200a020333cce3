using System.Collections.Immutable;
using ReportIngest.Cli.Configuring;
using ReportIngest.Cli.Covering;
using ReportIngest.Rules;
using ReportIngest.Sinks.Export;

namespace ReportIngest.Cli.Ingesting;

/// <param name="Formats">What to write; <c>jsonl</c> is always among them.</param>
/// <param name="History">The folder of an earlier output whose reports are held beside this run's, or null.</param>
/// <param name="FailOn">The severity from which on a finding makes the exit code 3, or null.</param>
internal sealed record IngestOptions(
    ImmutableArray<string> Paths,
    string Output,
    ImmutableArray<string> Formats,
    int Jobs,
    Isolating Isolation,
    Severity? FailOn,
    ImmutableArray<string> Include,
    ImmutableArray<string> Exclude,
    string? History,
    RosterChoice Roster,
    VerdictFiles Verdicts)
{
    /// <summary>The folder within <see cref="Output"/> for what an interrupted run has finished.</summary>
    public const string Interrupted = "interrupted";

    public Configuration Configuration { get; init; } = Configuration.Default;

    /// <summary>How the formats beside <c>jsonl</c> are written.</summary>
    public ExportOptions Export { get; init; } = ExportOptions.Default;
}

/// <summary>Where files are read: in worker processes, which may die of one, or in the run's own.</summary>
internal enum Isolating { Process, None }
