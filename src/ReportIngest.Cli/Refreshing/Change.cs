using System.Collections.Immutable;
using ReportIngest.Cli.Storing;
using ReportIngest.Corpus;
using ReportIngest.Sinks.Comparison;

namespace ReportIngest.Cli.Refreshing;

internal enum ChangeKind
{
    New,

    /// <summary>Other bytes that say the same.</summary>
    Bytes,

    /// <summary>Other bytes with other values.</summary>
    Values,

    /// <summary>The same bytes at another address, and no longer at the old one.</summary>
    Moved,

    Withdrawn,

    /// <summary>Back at the address from which it was withdrawn.</summary>
    Returned,

    /// <summary>Other bytes that hold no report any more, or cannot be read.</summary>
    Lost,

    /// <summary>Other bytes, and now there is a report.</summary>
    Recovered,

    /// <summary>The same bytes; this program, or another ceiling, reads them differently.</summary>
    Reread,
}

/// <summary>One document whose published state this run changes.</summary>
/// <param name="Document">Null for a new one.</param>
/// <param name="From">Where a moved one was.</param>
/// <param name="Was">Its reading before, as it is to be compared; null for a new one.</param>
/// <param name="Cells">Every cell that differs.</param>
/// <param name="Before">The bytes that its values last changed from, and their reading.</param>
internal sealed record Change(
    ChangeKind Kind, long? Document, string Path, string? From, string Hash, ReadingRow Now, ReadingRow? Was, ImmutableArray<CellChange> Cells, (string Hash, long Reading)? Before)
{
    public bool ChangesValues => !Cells.IsEmpty;
}

/// <summary>A document as the store has it published.</summary>
/// <param name="Reading">It was published with.</param>
internal sealed record DocumentRow(long Id, string Path, string Hash, ReadingRow Reading, (string Hash, long Reading)? Before, bool Withdrawn)
{
    public static List<DocumentRow> All(Database state) => state.Query(
        """
        SELECT document.id, path, document.sha256, reading.id, reading.state, reading.unit, reading.year, before_sha256, before_reading, withdrawn
        FROM document JOIN reading ON reading.id = document.reading
        """,
        row => new DocumentRow(
            row.GetInt64(0), row.GetString(1), row.GetString(2),
            new ReadingRow(row.GetInt64(3), row.GetString(4), row.TextOrNull(5), (int?)row.NumberOrNull(6)),
            row.TextOrNull(7) is { } hash ? (hash, row.GetInt64(8)) : null,
            row.GetInt64(9) != 0));
}
