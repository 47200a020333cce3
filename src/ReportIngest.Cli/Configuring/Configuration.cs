using System.Collections.Immutable;
using ReportIngest.Reading;
using ReportIngest.Reports;
using ReportIngest.Rosters;

namespace ReportIngest.Cli.Configuring;

/// <summary>What <c>reportingest.toml</c> sets; all of it has a default.</summary>
/// <param name="Due">The last day to publish by level, for units to which a roster gives none.</param>
/// <param name="Path">Of the file; null without one.</param>
internal sealed record Configuration(Limits Limits, ImmutableDictionary<Level, DueDay> Due, string? Path = null)
{
    public static Configuration Default { get; } = new(Limits.Default, ImmutableDictionary<Level, DueDay>.Empty);
}
