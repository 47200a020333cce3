using System.Collections.Immutable;
using System.Globalization;
using ReportIngest.Cli.Configuring;
using ReportIngest.Cli.Fetching;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Cli.Isolation;
using ReportIngest.Cli.Storing;
using ReportIngest.Sinks;

namespace ReportIngest.Cli.Refreshing;

/// <summary>
/// One run of <c>refresh</c>: list the sources, fetch and read what has changed, hold it against what is published, publish, say what happened. Bodies and readings
/// are kept as they come; what is published changes in one transaction, so that a run that is ended anywhere has published all or nothing.
/// </summary>
internal sealed class RefreshRun : IDisposable
{
    /// <summary>Sightings in one transaction: few enough that a killed run loses seconds, many enough that the disk does not set the pace.</summary>
    private const int Batch = 64;

    private readonly RefreshOptions _options;
    private readonly RefreshSettings _settings;
    private readonly Terminal _terminal;
    private readonly TimeProvider _clock;
    private readonly CancellationToken _stop;
    private readonly Store _store;
    private readonly StageClock _stages = new();
    private readonly DateTimeOffset _started;
    private readonly long _run;
    private readonly ReadingKey _key;
    private readonly Readings _readings;
    private readonly Addresses _addresses;
    private readonly Quarantine _quarantine;
    private readonly RefreshTally _tally = new();
    private readonly Dictionary<string, string> _seen = [];
    private readonly HashSet<string> _gone = [];
    private readonly List<(Sighting Sighting, DateTimeOffset At)> _batch = [];
    private readonly Fetcher _fetcher;

    private RefreshRun(RefreshOptions options, Store store, Terminal terminal, TimeProvider clock, CancellationToken stop)
    {
        (_options, _settings, _store, _terminal, _clock, _stop) = (options, options.Configuration.Refresh, store, terminal, clock, stop);
        _started = clock.GetLocalNow();
        _key = ReadingKey.Of(options.Configuration.Limits);
        store.State.Execute("UPDATE run SET state = 'broken_off' WHERE state = 'running'");
        _run = store.State.Insert(
            "INSERT INTO run (started, day, state, program, accepted) VALUES ($0, $1, 'running', $2, $3)", Times.Of(_started), Day, _key.Program, options.Accept);
        _fetcher = new Fetcher(_settings.Fetch, options.Configuration.Limits.InputBytes);
        (_readings, _addresses, _quarantine) = (new Readings(store.State, _key), new Addresses(store.State), new Quarantine(store.State, _settings.Attempts));
    }

    private string Day => Text.Date(DateOnly.FromDateTime(_started.DateTime))!;

    public static int Run(RefreshOptions options, Terminal terminal, TimeProvider clock, CancellationToken stop)
    {
        var settings = options.Configuration.Refresh;
        var folder = settings.Store ?? throw new UsageException(new Message("配置里缺少 [store] 的 folder：请写存储文件夹。", "The configuration has no folder in [store]: name the folder of the store."));
        if (settings.Sources.IsEmpty) throw new UsageException(new Message("配置里没有 [[source]]：请至少写一个来源。", "The configuration has no [[source]]: name at least one."));
        using var store = Store.ForWriting(folder, clock.GetLocalNow());
        using var run = new RefreshRun(options, store, terminal, clock, stop);
        return run.Run();
    }

    public void Dispose() => _fetcher.Dispose();

    private int Run()
    {
        var listings = _stages.Measure("list", List);
        _stages.Measure("fetch", () => Fetch(listings));
        foreach (var listing in listings) listing.Dispose();
        var documents = DocumentRow.All(_store.State);
        if (!_stop.IsCancellationRequested) _stages.Measure("read", () => ReadAgain(documents));
        if (_stop.IsCancellationRequested)
        {
            _store.State.Execute("UPDATE run SET state = 'broken_off', finished = $1 WHERE id = $0", _run, Times.Of(_clock.GetLocalNow()));
            _terminal.Tell(new Message("中断：已取得和读取的内容已保存，没有发布。", "Interrupted: what was fetched and read is kept, nothing was published."));
            return ExitCode.Interrupted;
        }

        var changes = _stages.Measure("compare", () => ChangePlan.Of(_store.State, _readings, documents, _seen, _gone));
        var valve = SafetyValve.Of(documents, changes, _settings);
        var held = valve.Trip is not null && _options.Accept is null;
        if (held) _store.State.Execute("UPDATE run SET state = 'held' WHERE id = $0", _run);
        else _stages.Measure("publish", () => Publish(changes));
        var written = held ? [] : _stages.Measure("write", WriteOutputs);

        var record = new RefreshRecord(_run, _options, _key.Program, _started, _clock.GetLocalNow(), listings, _tally, changes, valve, held, [.. _quarantine.All], _stages, written, DocumentRow.All(_store.State));
        record.Keep(_store);
        foreach (var line in RefreshSummary.Lines(record)) _terminal.Tell(line);
        if (held)
        {
            _terminal.Complain(new Message($"{valve.Trip!.Zh}核实后用 --accept 理由 继续。", $"{valve.Trip.En} When it is right, go on with --accept REASON."));
            return ExitCode.Held;
        }
        if (_tally.HasBugs) return ExitCode.InternalError;
        return _quarantine.All.Any(row => row.Dead is null) ? ExitCode.SomeUnreadable : ExitCode.Done;
    }

    private ImmutableArray<Listing> List()
    {
        var now = _clock.GetUtcNow();
        var pages = new ListingPages(_fetcher);
        var held = _addresses.All.Where(address => address.Hash is not null).ToLookup(address => address.Source, address => address.Path);
        var listings = ImmutableArray.CreateBuilder<Listing>();
        foreach (var listing in Ordered.Map(_settings.Sources, FetchSettings.AtOnce, List, _stop))
        {
            listings.Add(listing);
            if (listing.Failure is { } failure) _quarantine.Fail(Name(listing.Source), listing.Source.Name, failure, now);
            else if (!listing.Waits) _quarantine.Clear(Name(listing.Source));
        }
        return listings.ToImmutable();

        static string Name(SourceSettings source) => $"[{source.Name}]";

        Listing List(SourceSettings source)
        {
            if (!_options.Retry && _quarantine.Waits(Name(source), now)) return new Listing(source, [], Complete: false, Waits: true);
            return source.Kind switch
            {
                SourceKind.Listing => pages.List(source, [.. held[source.Name]], _stop),
                SourceKind.Urls => AddressList.List(source),
                _ => LocalSource.List(source, _store.Folder, _options.Configuration),
            };
        }
    }

    private void Fetch(ImmutableArray<Listing> listings)
    {
        using var workers = _settings.Isolation == Isolating.Process ? new WorkerPool(_options.Configuration.Limits) : null;
        using var bodies = new Bodies(_readings.Hashes, workers, _options.Configuration.Limits, _settings.Jobs);
        var web = new WebSource(_fetcher, _store.Content, bodies);
        var local = new LocalSource(_store.Content, bodies, _options.Configuration.Limits, _clock);
        var targets = listings.SelectMany(listing => listing.Targets).DistinctBy(target => target.Path).ToList();
        Progress.Follow(_terminal, targets.Count, done =>
        {
            var files = Ordered.Map(targets.Where(target => target.File is not null), _settings.Jobs, Look, _stop);
            var addresses = Ordered.Map(WebSource.ByTurns(targets.Where(target => target.File is null)), FetchSettings.AtOnce, Look, _stop);
            foreach (var sighting in files.Concat(addresses))
            {
                Take(sighting);
                done();
            }
            Flush();
        });
        if (_stop.IsCancellationRequested) return;

        // What a source that was looked through does not list is not there any more.
        var listed = targets.Select(target => target.Path).ToHashSet();
        var complete = listings.Where(listing => listing.Complete).Select(listing => listing.Source.Name).ToHashSet();
        _gone.UnionWith(_addresses.All.Where(address => complete.Contains(address.Source) && !listed.Contains(address.Path)).Select(address => address.Path));

        Sighting Look(Target target)
        {
            if (!_options.Retry && _quarantine.Waits(target.Path, _clock.GetUtcNow())) return new Sighting(target, SightingKind.Waiting);
            var known = _addresses.Find(target.Path);
            return target.File is null ? web.Look(target, known, _stop) : local.Look(target, known);
        }
    }

    private void Take(Sighting sighting)
    {
        _tally.Add(sighting);
        if (sighting.Hash is { } hash) _seen[sighting.Target.Path] = hash;
        if (sighting.Kind == SightingKind.Gone) _gone.Add(sighting.Target.Path);
        if (sighting.Kind is SightingKind.Unchanged or SightingKind.Waiting) return;
        _batch.Add((sighting, _clock.GetLocalNow()));
        if (_batch.Count >= Batch) Flush();
    }

    private void Flush()
    {
        _store.State.Transact(() =>
        {
            foreach (var (sighting, at) in _batch) Keep(sighting, at);
        });
        _batch.Clear();
    }

    private void Keep(Sighting sighting, DateTimeOffset at)
    {
        var path = sighting.Target.Path;
        if (sighting.Hash is { } hash)
        {
            _store.State.Execute("INSERT OR IGNORE INTO content VALUES ($0, $1, $2)", hash, sighting.Bytes, _run);
            if (sighting.Outcome is { } outcome) _readings.Add(hash, outcome);
        }
        _addresses.Keep(sighting);
        _store.State.Execute(
            "INSERT INTO fetch (run, address, at, outcome, status, sha256, milliseconds) VALUES ($0, $1, $2, $3, $4, $5, $6)",
            _run, _addresses.Find(path)!.Id, Times.Of(at), sighting.Failure?.Code ?? Text.Snake(sighting.Kind), sighting.Status, sighting.Hash, (long)sighting.Took.TotalMilliseconds);
        if (sighting.Failure is { } failure) _quarantine.Fail(path, sighting.Target.Source.Name, failure, at);
        else _quarantine.Clear(path, "fetch");
    }

    /// <summary>Bodies that are published, or were before their values changed, and that this program has not read yet.</summary>
    private void ReadAgain(List<DocumentRow> documents)
    {
        var hashes = documents.Where(document => !document.Withdrawn || _seen.ContainsKey(document.Path)).SelectMany(document => (string?[])[document.Hash, document.Before?.Hash])
            .Concat(_seen.Values).OfType<string>().Distinct().Where(hash => _readings.Of(hash) is null).ToList();
        if (hashes.Count == 0) return;
        using var workers = _settings.Isolation == Isolating.Process ? new WorkerPool(_options.Configuration.Limits) : null;
        using var bodies = new Bodies([], workers, _options.Configuration.Limits, _settings.Jobs);
        foreach (var batch in Ordered.Map(hashes, _settings.Jobs, hash => (Hash: hash, Outcome: bodies.Read(hash, _store.Content.Read(hash))!), _stop).Chunk(Batch))
        {
            _store.State.Transact(() =>
            {
                foreach (var (hash, outcome) in batch)
                {
                    _readings.Add(hash, outcome);
                    _tally.AddRead(outcome);
                }
            });
        }
    }

    /// <summary>The one moment at which what the store says changes.</summary>
    private void Publish(ImmutableArray<Change> changes) => _store.State.Transact(() =>
    {
        // Addresses are free before others come to them.
        foreach (var change in changes.Where(change => change.Document is not null))
            _store.State.Execute("UPDATE document SET withdrawn = 1 WHERE id = $0", change.Document);
        foreach (var change in changes) Publish(change);
        Quarantined();
        _store.State.Execute("UPDATE run SET state = 'published' WHERE id = $0", _run);
        _readings.Prune();
    });

    private void Publish(Change change)
    {
        var withdrawn = change.Kind == ChangeKind.Withdrawn;
        var document = change.Document;
        if (document is null)
        {
            document = _store.State.Insert(
                "INSERT INTO document (path, sha256, reading, before_sha256, before_reading) VALUES ($0, $1, $2, $3, $4)", change.Path, change.Hash, change.Now.Id, change.Before?.Hash, change.Before?.Reading);
        }
        else
        {
            _store.State.Execute(
                "UPDATE document SET path = $1, sha256 = $2, reading = $3, before_sha256 = $4, before_reading = $5, withdrawn = $6 WHERE id = $0",
                document, change.Path, change.Hash, change.Now.Id, change.Before?.Hash, change.Before?.Reading, withdrawn ? 1 : 0);
        }
        _store.State.Execute(
            "INSERT INTO version (document, run, day, change, path, sha256, reading, before_reading, withdrawn, cells) VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9)",
            document, _run, Day, Text.Snake(change.Kind), change.Path, change.Hash, change.Now.Id, change.Before?.Reading, withdrawn ? 1 : 0, RefreshRecord.CellsAsJson(change.Cells));
    }

    /// <summary>Documents that cannot be read stand beside the addresses that cannot be fetched.</summary>
    private void Quarantined()
    {
        var unreadable = DocumentRow.All(_store.State).Where(document => !document.Withdrawn && document.Reading.State == ReadingRow.Unreadable).ToDictionary(document => document.Path);
        foreach (var row in _quarantine.All.Where(row => row.Failure.Stage == "read" && !unreadable.ContainsKey(row.Path)).ToList()) _quarantine.Clear(row.Path);
        foreach (var (path, document) in unreadable)
        {
            var finding = _store.State.Query("SELECT zh, en FROM finding WHERE reading = $0 AND rule = 'RI905'", row => new Message(row.GetString(0), row.GetString(1)), document.Reading.Id)[0];
            _quarantine.FailToRead(path, _addresses.Find(path)!.Source, new Failure("read", "unreadable", finding), _clock.GetUtcNow());
        }
    }

    /// <summary>The outputs of the published state. A run that changed nothing leaves those of the last one, unless that was ended before it had written them.</summary>
    private ImmutableArray<string> WriteOutputs()
    {
        if (_settings.Publish is not { } folder) return [];
        var options = PublicationOptions.Of(_options.Configuration, folder, DateOnly.FromDateTime(_started.DateTime), _terminal.Language);
        var state = string.Create(CultureInfo.InvariantCulture, $"{_store.State.Number("SELECT coalesce(max(id), 0) FROM version")} {_key.Program} {PublicationOptions.Stamp(options)} {Publication.IsComplete(_store)}");
        if (_store.Note("outputs") == state && File.Exists(Path.Combine(folder, Corpus.IngestOutput.ReportsName))) return [];
        var written = Publication.Write(_store, options, _clock, _terminal);
        _store.Note("outputs", state);
        return written;
    }
}
