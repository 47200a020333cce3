using System.Collections.Immutable;

namespace ReportIngest.Cli.Storing;

/// <summary>One document as it was published: where, which bytes, what came of them.</summary>
/// <param name="Before">The reading of the bytes that its values last changed from; null where they never changed.</param>
/// <param name="Source">The name of the source that lists its address.</param>
internal sealed record Holding(string Path, string Hash, long Reading, long? Before, string Source);

/// <summary>What the store had published by a day.</summary>
internal static class Holdings
{
    /// <summary>In the order of the paths.</summary>
    public static ImmutableArray<Holding> AsOf(Database state, string day) =>
    [
        .. state.Query(
            """
            SELECT version.path, version.sha256, reading, before_reading, address.source FROM version JOIN address ON address.path = version.path
            WHERE version.id IN (SELECT max(id) FROM version WHERE day <= $0 GROUP BY document) AND withdrawn = 0
            """,
            row => new Holding(row.GetString(0), row.GetString(1), row.GetInt64(2), row.NumberOrNull(3), row.GetString(4)),
            day).OrderBy(holding => holding.Path, StringComparer.Ordinal),
    ];

    /// <summary>
    /// Sources that could not be listed, or of whose addresses one could not be fetched or its reading not finished: a unit whose page was out of reach is not one that has not published.
    /// A report whose body is damaged stays published, and its unit has it.
    /// </summary>
    public static ImmutableHashSet<string> SourcesOutOfReach(Database state) =>
    [
        .. state.Query(
            """
            SELECT DISTINCT source FROM quarantine WHERE code <> 'unreadable' AND NOT (code = 'damaged_body' AND EXISTS (
              SELECT 1 FROM document JOIN reading ON reading.id = document.reading WHERE document.path = quarantine.path AND withdrawn = 0 AND reading.state = 'report'))
            """,
            row => row.GetString(0)),
    ];
}
