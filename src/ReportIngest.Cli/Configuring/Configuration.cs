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
    /// <summary>For <c>refresh</c> and <c>store</c>.</summary>
    public RefreshSettings Refresh { get; init; } = RefreshSettings.Default;

    public static Configuration Default { get; } = new(Limits.Default, ImmutableDictionary<Level, DueDay>.Empty);

    public DueDay? DueOf(Level? level) => level is { } known && Due.TryGetValue(known, out var day) ? day : null;
}
