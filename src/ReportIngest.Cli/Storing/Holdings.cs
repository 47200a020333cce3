using System.Collections.Immutable;

namespace ReportIngest.Cli.Storing;

/// <summary>One document as it was published: where, which bytes, what came of them.</summary>
/// <param name="Before">The reading of the bytes that its values last changed from; null where they never changed.</param>
internal sealed record Holding(string Path, string Hash, long Reading, long? Before);

/// <summary>What the store had published by a day.</summary>
internal static class Holdings
{
    /// <summary>In the order of the paths.</summary>
    public static ImmutableArray<Holding> AsOf(Database state, string day) =>
    [
        .. state.Query(
            """
            SELECT path, sha256, reading, before_reading FROM version
            WHERE id IN (SELECT max(id) FROM version WHERE day <= $0 GROUP BY document) AND withdrawn = 0
            """,
            row => new Holding(row.GetString(0), row.GetString(1), row.GetInt64(2), row.NumberOrNull(3)),
            day).OrderBy(holding => holding.Path, StringComparer.Ordinal),
    ];
}
