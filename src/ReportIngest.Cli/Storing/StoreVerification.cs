using System.Globalization;

namespace ReportIngest.Cli.Storing;

/// <summary>Whether a store is what it says: every body its hash, every reference its row, every reading whole.</summary>
internal static class StoreVerification
{
    /// <returns>What is wrong, one sentence each; none for a sound store.</returns>
    public static IEnumerable<Message> Of(Store store)
    {
        var state = store.State;
        if (state.Query("PRAGMA integrity_check", row => row.GetString(0)) is not ["ok"]) yield return DatabaseErrors.Damage;
        foreach (var (table, parent) in state.Query("PRAGMA foreign_key_check", row => (row.GetString(0), row.GetString(2))))
            yield return new Message($"表 {table} 指向表 {parent} 中没有的行。", $"A row of {table} names one of {parent} that is not there.");

        var contents = state.Query("SELECT sha256, bytes FROM content", row => (Hash: row.GetString(0), Bytes: row.GetInt64(1)));
        foreach (var (hash, bytes) in contents)
        {
            if (!store.Content.Has(hash)) yield return new Message($"内容 {hash} 的文件不在。", $"The file of {hash} is not there.");
            else if (store.Content.Read(hash)?.LongLength != bytes) yield return new Message($"内容 {hash} 的文件已改动。", $"The file of {hash} holds something else.");
        }

        foreach (var document in state.Query(
            """
            SELECT document.path FROM document JOIN version ON version.id = (SELECT max(id) FROM version WHERE version.document = document.id)
            WHERE version.path <> document.path OR version.sha256 <> document.sha256 OR version.reading <> document.reading OR version.withdrawn <> document.withdrawn
            UNION ALL SELECT path FROM document WHERE NOT EXISTS (SELECT 1 FROM version WHERE version.document = document.id)
            """,
            row => row.GetString(0)))
        {
            yield return new Message($"{document} 的现状与它的最后一个版本不同。", $"{document} is not what its last version says.");
        }

        foreach (var (id, isWhole) in state.Query("SELECT id, outcome.reading FROM reading LEFT JOIN outcome ON outcome.reading = id ORDER BY id", row => (row.GetInt64(0), !row.IsDBNull(1))))
            if ((isWhole ? Damage(state, id) : IsDamaged(id)) is { } damage) yield return damage;
    }

    private static Message? Damage(Database state, long id)
    {
        try
        {
            var (outcome, hash, cells) = state.Query(
                "SELECT sha256, (SELECT count(*) FROM cell WHERE reading = reading.id) FROM reading WHERE id = $0", row => (Readings.Outcome(state, id), row.GetString(0), row.GetInt64(1)), id)[0];
            if (outcome.Report is not { } report) return null;
            var record = report.Record();
            return record.Id == hash && record.Fields.Length == cells ? null : new Message(string.Create(CultureInfo.InvariantCulture, $"识别结果 {id} 与它的内容不符。"), string.Create(CultureInfo.InvariantCulture, $"Reading {id} is not of its body."));
        }
        catch (Exception error) when (error is InvalidDataException or FormatException or IOException)
        {
            return IsDamaged(id);
        }
    }

    private static Message IsDamaged(long id) => new(string.Create(CultureInfo.InvariantCulture, $"识别结果 {id} 损坏。"), string.Create(CultureInfo.InvariantCulture, $"Reading {id} is damaged."));
}
