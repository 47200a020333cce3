using System.Globalization;
using ReportIngest.Cli.Storing;

namespace ReportIngest.Cli.Refreshing;

/// <summary>An address or a source that fails: since when, how often, and when it is tried again.</summary>
/// <param name="Next">Null where it is not tried again by itself: it is dead, or only other bytes or another program can help.</param>
/// <param name="Dead">Since when it has been failing, once it is given up.</param>
internal sealed record QuarantineRow(string Path, string Source, Failure Failure, int Attempts, DateTimeOffset First, DateTimeOffset Last, DateTimeOffset? Next, DateTimeOffset? Dead);

/// <summary>Pauses double from a day on, and after the configured number of attempts nothing is tried any more.</summary>
internal sealed class Quarantine
{
    /// <summary>A night's run begins a little earlier or later than the last one: half a day keeps "tomorrow" from being the day after.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromHours(12);

    private readonly Database _state;
    private readonly int _attempts;
    private readonly Dictionary<string, QuarantineRow> _rows;

    public Quarantine(Database state, int attempts)
    {
        (_state, _attempts) = (state, attempts);
        _rows = state.Query(
            "SELECT path, source, stage, code, zh, en, attempts, first, last, next, dead FROM quarantine",
            row => new QuarantineRow(
                row.GetString(0), row.GetString(1), new Failure(row.GetString(2), row.GetString(3), new Message(row.GetString(4), row.GetString(5))),
                row.GetInt32(6), Time(row.GetString(7)), Time(row.GetString(8)), TimeOrNull(row.TextOrNull(9)), TimeOrNull(row.TextOrNull(10)))).ToDictionary(row => row.Path);
    }

    public IEnumerable<QuarantineRow> All => _rows.Values.OrderBy(row => row.Path, StringComparer.Ordinal);

    public bool Waits(string path, DateTimeOffset now) =>
        _rows.TryGetValue(path, out var row) && (row.Dead is not null || row.Next > now);

    /// <summary>Whether it has failed so often that the next failure is the last one.</summary>
    public bool IsAtItsLast(string path, string stage) => _rows.TryGetValue(path, out var row) && row.Failure.Stage == stage ? row.Attempts + 1 >= _attempts : _attempts == 1;

    /// <summary>Whether what the store keeps of it was found damaged and has not been mended since.</summary>
    public bool IsDamaged(string path) => _rows.TryGetValue(path, out var row) && row.Failure.IsOfStore;

    public bool HasDamaged => _rows.Values.Any(row => row.Failure.IsOfStore);

    public void Fail(string path, string source, Failure failure, DateTimeOffset now)
    {
        var known = _rows.GetValueOrDefault(path);
        // It is asked every night until it gives the bytes that were lost.
        if (known is { Failure.IsOfStore: true } && failure.Stage == "fetch") return;
        var (attempts, first) = known is not null && known.Failure.Stage == failure.Stage ? (known.Attempts + 1, known.First) : (1, now);
        var dead = attempts >= _attempts;
        Write(new QuarantineRow(
            path, source, failure, attempts, first, now,
            dead ? null : now + TimeSpan.FromDays(Math.Pow(2, attempts - 1)) - Slack,
            dead ? first : null));
    }

    /// <summary>Only other bytes or another program can help, so that no time is set: a document that was fetched and cannot be read, a body that is damaged, a local list with a wrong line.</summary>
    public void FailUntilChanged(string path, string source, Failure failure, DateTimeOffset now)
    {
        if (_rows.TryGetValue(path, out var known) && ((known is { Next: null, Dead: null } && known.Failure == failure) || (known.Failure.IsOfStore && failure.IsOfBytes))) return;
        Write(new QuarantineRow(path, source, failure, 1, now, now, null, null));
    }

    /// <summary>An address, or a source, that has given what was asked for.</summary>
    /// <param name="stage">Only what failed there; null for all of it.</param>
    public void Clear(string path, string? stage = null)
    {
        if (_rows.TryGetValue(path, out var row) && row.Failure is { IsOfBytes: false, IsOfStore: false } && (stage ?? row.Failure.Stage) == row.Failure.Stage) Remove(path);
    }

    /// <summary>Documents that can be read by now, or are not published any more.</summary>
    public void ClearRead(IReadOnlySet<string> unreadable)
    {
        foreach (var path in _rows.Values.Where(row => row.Failure.IsOfBytes && !unreadable.Contains(row.Path)).Select(row => row.Path).ToList()) Remove(path);
    }

    /// <summary>Documents whose bodies are whole again, or are not needed any more.</summary>
    public void ClearDamaged(Func<string, bool> isDamaged)
    {
        foreach (var path in _rows.Values.Where(row => row.Failure.IsOfStore && !isDamaged(row.Path)).Select(row => row.Path).ToList()) Remove(path);
    }

    private void Remove(string path)
    {
        _state.Execute("DELETE FROM quarantine WHERE path = $0", path);
        _rows.Remove(path);
    }

    private void Write(QuarantineRow row)
    {
        var (failure, cause) = (row.Failure, row.Failure.Cause);
        _state.Execute(
            "INSERT OR REPLACE INTO quarantine VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            row.Path, row.Source, failure.Stage, failure.Code, cause.Zh, cause.En, row.Attempts, Spelling.Time(row.First), Spelling.Time(row.Last),
            row.Next is { } next ? Spelling.Time(next) : null, row.Dead is { } dead ? Spelling.Time(dead) : null);
        _rows[row.Path] = row;
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset? TimeOrNull(string? text) => text is null ? null : Time(text);
}
