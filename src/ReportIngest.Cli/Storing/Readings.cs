using System.Text;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Corpus;
using ReportIngest.Reading;
using ReportIngest.Rules;

namespace ReportIngest.Cli.Storing;

/// <summary>What a reading depends on besides the bytes: the code that read, and the ceilings it read under.</summary>
internal sealed record ReadingKey(string Program, string Options)
{
    /// <summary>The library's build stands for the code: it changes with every line of it, which nobody can forget to say.</summary>
    public static ReadingKey Of(Limits limits)
    {
        return new ReadingKey($"{RunRecord.Version}+{typeof(Pipeline).Module.ModuleVersionId:N}", ContentFiles.HashOf(Encoding.UTF8.GetBytes(limits.ToString()))[..16]);
    }
}

/// <summary>What came of one body: a row of <c>reading</c> without what was read.</summary>
internal sealed record ReadingRow(long Id, string State, string? Unit, int? Year)
{
    public const string Report = "report", NoReport = "no_report", Unreadable = "unreadable";

    public bool HasReport => State == Report;
}

/// <summary>
/// Outcomes of readings, by body and key. A body is read under its hash as its name, so that the outcome does not depend on where it was found;
/// <see cref="Named"/> gives it its place back.
/// </summary>
internal sealed class Readings(Database state, ReadingKey key)
{
    private readonly Dictionary<string, ReadingRow> _current = Load(state, key);
    private readonly Dictionary<string, long> _indicators = state.Query("SELECT code, id FROM indicator", row => (row.GetString(0), row.GetInt64(1))).ToDictionary(row => row.Item1, row => row.Item2);

    /// <summary>Of the bodies that this program has read under these options.</summary>
    public IEnumerable<string> Hashes => _current.Keys;

    /// <summary>The reading of a body by this program under these options; null where it has not been read so.</summary>
    public ReadingRow? Of(string hash) => _current.GetValueOrDefault(hash);

    /// <summary>
    /// Keeps an outcome. One that is the same as an earlier program's takes that one's place: nothing has changed.
    /// </summary>
    public ReadingRow Add(string hash, FileOutcome outcome)
    {
        if (Of(hash) is { } known) return known;
        var packed = StoredOutcome.Pack(outcome);
        foreach (var (id, earlier) in state.Query("SELECT id, packed FROM reading JOIN outcome ON outcome.reading = id WHERE sha256 = $0 ORDER BY id DESC", row => (row.GetInt64(0), row.Bytes(1)), hash))
        {
            if (!earlier.AsSpan().SequenceEqual(packed)) continue;
            state.Execute("UPDATE reading SET program = $1, options = $2 WHERE id = $0", id, key.Program, key.Options);
            return _current[hash] = state.Query($"{Columns} WHERE id = $0", Row, id)[0];
        }

        var report = outcome.Report;
        var record = report?.Record();
        var reading = state.Insert(
            "INSERT INTO reading (sha256, program, options, state, organization, unit, year, edition) VALUES ($0, $1, $2, $3, $4, $5, $6, $7)",
            hash, key.Program, key.Options, StateOf(outcome), record?.Organization, record is null ? null : UnitOf(record), record?.Year, record?.Edition);
        state.Execute("INSERT INTO outcome VALUES ($0, $1)", reading, packed);
        foreach (var field in record?.Fields ?? [])
            state.Execute("INSERT INTO cell VALUES ($0, $1, $2, $3)", reading, IndicatorOf(field.Indicator.Code), Spelling.Name(field.Value.State), field.Value.Number is { } number ? Spelling.Number(number) : null);
        foreach (var (finding, number) in outcome.Findings.Select((finding, number) => (finding, number)))
        {
            state.Execute(
                "INSERT INTO finding VALUES ($0, $1, $2, $3, $4, $5, $6)",
                reading, number, finding.Rule.Id, Spelling.Name(finding.Rule.Severity), string.Join(' ', finding.Indicators), finding.Message.Zh, finding.Message.En);
        }
        return _current[hash] = new ReadingRow(reading, StateOf(outcome), record is null ? null : UnitOf(record), record?.Year);
    }

    public static FileOutcome Outcome(Database state, long reading) => StoredOutcome.Unpack(Packed(state, reading));

    public static byte[] Packed(Database state, long reading) => state.Query("SELECT packed FROM outcome WHERE reading = $0", row => row.Bytes(0), reading)[0];

    /// <summary>Readings of earlier programs that no version was published with.</summary>
    public void Prune() => state.Execute(
        "DELETE FROM reading WHERE (program <> $0 OR options <> $1) AND id NOT IN (SELECT reading FROM version UNION SELECT before_reading FROM version WHERE before_reading IS NOT NULL UNION SELECT reading FROM document UNION SELECT before_reading FROM document WHERE before_reading IS NOT NULL)",
        key.Program, key.Options);

    /// <summary>The outcome as that of a file at <paramref name="path"/>. Of the report's line only the name is exchanged.</summary>
    public static FileOutcome Named(FileOutcome outcome, string path) => outcome with
    {
        Report = outcome.Report is { } report ? report with { Subject = report.Subject with { Path = path }, Line = Renamed(report.Line, report.Subject.Path!, path) } : null,
        Findings = [.. outcome.Findings.Select(finding => finding with { Subject = finding.Subject with { Path = path } })],
    };

    private static byte[] Renamed(ReadOnlyMemory<byte> line, string from, string to)
    {
        var (old, name) = (PathIn(from), PathIn(to));
        var at = line.Span.IndexOf(old);
        if (at < 0) throw new InvalidDataException($"The stored line of {from} does not name it.");
        return [.. line.Span[..at], .. name, .. line.Span[(at + old.Length)..]];
    }

    /// <summary>How a report's line names its file.</summary>
    private static byte[] PathIn(string path) =>
        [.. "\"source\":{\"path\":\""u8, .. System.Text.Json.JsonEncodedText.Encode(path, Spelling.Json.Encoder).EncodedUtf8Bytes, (byte)'"'];

    private const string Columns = "SELECT id, state, unit, year, sha256 FROM reading";

    private static ReadingRow Row(Microsoft.Data.Sqlite.SqliteDataReader row) => new(row.GetInt64(0), row.GetString(1), row.TextOrNull(2), (int?)row.NumberOrNull(3));

    private static Dictionary<string, ReadingRow> Load(Database state, ReadingKey key) =>
        state.Query($"{Columns} WHERE program = $0 AND options = $1", row => (Hash: row.GetString(4), Row: Row(row)), key.Program, key.Options).ToDictionary(row => row.Hash, row => row.Row);

    private long IndicatorOf(string code)
    {
        if (_indicators.TryGetValue(code, out var id)) return id;
        return _indicators[code] = state.Insert("INSERT INTO indicator (code) VALUES ($0)", code);
    }

    private static string? UnitOf(ReportRecord record) => IndexEntry.Of(new PlacedRecord(default, record)).Unit;

    private static string StateOf(FileOutcome outcome) =>
        outcome.Report is not null ? ReadingRow.Report : outcome.Findings.Any(finding => finding.Rule.Id == "RI905") ? ReadingRow.Unreadable : ReadingRow.NoReport;
}
