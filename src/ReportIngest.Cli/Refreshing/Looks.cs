using System.Collections.Immutable;
using ReportIngest.Cli.Configuring;
using ReportIngest.Cli.Fetching;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Outputs;

namespace ReportIngest.Cli.Refreshing;

/// <summary>Looks at every address, fetches and reads what has changed, and keeps it as it comes: a run that is ended has lost seconds.</summary>
internal sealed class Looks(OpenRun run)
{
    /// <summary>Sightings in one transaction: few enough that a killed run loses seconds, many enough that the disk does not set the pace.</summary>
    private const int Batch = 64;

    private readonly Dictionary<string, string> _seen = [];
    private readonly HashSet<string> _gone = [];
    private readonly HashSet<string> _unfinished = [];
    private readonly HashSet<string> _damaged = [];

    /// <summary>Paths whose attempt of this run is counted: an address may hold a body that is not finished, and have held another.</summary>
    private readonly HashSet<string> _counted = [];

    private readonly List<(Sighting Sighting, DateTimeOffset At)> _batch = [];

    /// <summary>Hash by path, of the addresses that gave a body.</summary>
    public IReadOnlyDictionary<string, string> Seen => _seen;

    /// <summary>Paths at which nothing is any more.</summary>
    public IReadOnlySet<string> Gone => _gone;

    /// <summary>Hashes of bodies whose reading was not finished: nothing is said of their documents.</summary>
    public IReadOnlySet<string> Unfinished => _unfinished;

    /// <summary>Hashes of bodies that were to be read and of which the store has not the bytes any more.</summary>
    public IReadOnlySet<string> Damaged => _damaged;

    public void At(ImmutableArray<Listing> listings, Fetcher fetcher, Terminal terminal)
    {
        using var workers = run.Workers();
        using var bodies = new Bodies(run.Readings.Hashes, workers, run.Limits, run.Settings.Jobs);
        var web = new WebSource(fetcher, run.Store.Content, bodies);
        var local = new LocalSource(run.Store.Content, bodies, run.Limits, run.Clock);
        var targets = listings.SelectMany(listing => listing.Targets).DistinctBy(target => target.Path).ToList();
        Progress.Follow(terminal, targets.Count, done =>
        {
            var files = Ordered.Map(targets.Where(target => target.File is not null), run.Settings.Jobs, Look, run.Stop);
            var addresses = Ordered.Map(WebSource.ByTurns(targets.Where(target => target.File is null)), FetchSettings.AtOnce, Look, run.Stop);
            foreach (var sighting in files.Concat(addresses))
            {
                Take(sighting);
                done();
            }
            Flush();
        });
        if (!run.Stop.IsCancellationRequested) MissWhatIsNotListed(listings, targets);

        Sighting Look(Target target)
        {
            if (run.Waits(target.Path)) return new Sighting(target, SightingKind.Waiting);
            var known = run.Addresses.Find(target.Path);
            // Its size, time and validators are those of bytes that we have no longer.
            if (run.Quarantine.IsDamaged(target.Path) && known?.Hash is { } hash && !run.Store.Content.IsWhole(hash)) known = known with { Stamp = new Stamp() };
            return target.File is null ? web.Look(target, known, run.Stop) : local.Look(target, known);
        }
    }

    /// <summary>Bodies that are published, or were before their values changed, and that this program has not read yet: out of the store.</summary>
    public void ReadAgain(List<DocumentRow> documents)
    {
        var hashes = documents.Where(document => !document.Withdrawn || _seen.ContainsKey(document.Path)).SelectMany(document => (string?[])[document.Hash, document.Before?.Hash])
            .Concat(_seen.Values).OfType<string>().Distinct().Where(hash => run.Readings.Of(hash) is null).ToList();
        if (hashes.Count > 0) ReadAgain(documents, hashes);
        KeepDamaged(documents);
    }

    private void ReadAgain(List<DocumentRow> documents, List<string> hashes)
    {
        using var workers = run.Workers();
        using var bodies = new Bodies([], workers, run.Limits, run.Settings.Jobs);
        var paths = documents.Select(document => (document.Hash, document.Path)).Concat(_seen.Select(one => (Hash: one.Value, Path: one.Key))).Distinct().ToLookup(one => one.Hash, one => one.Path);
        foreach (var batch in Ordered.Map(hashes, run.Settings.Jobs, hash => (Hash: hash, Outcome: run.Store.Content.Read(hash) is { } bytes ? bodies.Read(hash, bytes) : null), run.Stop).Chunk(Batch))
        {
            run.State.Transact(() =>
            {
                foreach (var (hash, outcome) in batch)
                {
                    if (outcome is null)
                    {
                        _damaged.Add(hash);
                        continue;
                    }
                    run.Tally.AddRead(outcome);
                    Keep(hash, outcome, paths[hash]);
                }
            });
        }
    }

    /// <summary>What is published, or was seen, and whose bytes the store has lost; also what an earlier run found so and nobody has mended.</summary>
    private void KeepDamaged(List<DocumentRow> documents)
    {
        if (_damaged.Count == 0 && !run.Quarantine.HasDamaged) return;
        var bodies = documents.Where(document => !document.Withdrawn).SelectMany(document => ((string Path, string? Hash)[])[(document.Path, document.Hash), (document.Path, document.Before?.Hash)])
            .Concat(_seen.Select(one => (Path: one.Key, Hash: (string?)one.Value))).Where(body => body.Hash is not null).Distinct().ToLookup(body => body.Path, body => body.Hash!);
        run.State.Transact(() =>
        {
            run.Quarantine.ClearDamaged(path => bodies[path].Any(hash => !run.Store.Content.IsWhole(hash)));
            foreach (var path in bodies)
                if (path.FirstOrDefault(_damaged.Contains) is { } hash) run.Quarantine.FailUntilChanged(path.Key, run.Addresses.Find(path.Key)!.Source, Failure.Damaged(hash), run.Clock.GetUtcNow());
        });
    }

    private void Keep(string hash, FileOutcome outcome, IEnumerable<string> paths)
    {
        var isFinished = !outcome.MayPass || paths.All(path => !_counted.Contains(path) && run.Quarantine.IsAtItsLast(path, "read"));
        if (isFinished) run.Readings.Add(hash, outcome);
        else _unfinished.Add(hash);
        foreach (var path in paths)
        {
            if (!_counted.Contains(path) && isFinished) run.Quarantine.Clear(path, "read");
            else if (!isFinished && _counted.Add(path)) run.Quarantine.Fail(path, run.Addresses.Find(path)!.Source, Failure.NotFinished(outcome.Findings[0].Message), run.Clock.GetUtcNow());
        }
    }

    /// <summary>What a source that was looked through does not list is not there any more.</summary>
    private void MissWhatIsNotListed(ImmutableArray<Listing> listings, List<Target> targets)
    {
        var listed = targets.Select(target => target.Path).ToHashSet();
        var complete = listings.Where(listing => listing.Complete).Select(listing => listing.Source.Name).ToHashSet();
        _gone.UnionWith(run.Addresses.All.Where(address => complete.Contains(address.Source) && !listed.Contains(address.Path) && !IsInAListedFile(address.Path)).Select(address => address.Path));

        // An archive that is listed as a file could not be opened, as while it is being written: what lay in it is out of reach.
        bool IsInAListedFile(string path)
        {
            for (var at = path.IndexOf("!/", StringComparison.Ordinal); at >= 0; at = path.IndexOf("!/", at + 1, StringComparison.Ordinal))
                if (listed.Contains(path[..at])) return true;
            return false;
        }
    }

    private void Take(Sighting sighting)
    {
        if (sighting.Outcome is { } outcome) run.Tally.AddRead(outcome);
        sighting = Finished(sighting);
        run.Tally.Add(sighting);
        if (sighting.Hash is { } hash) _seen[sighting.Target.Path] = hash;
        if (sighting.Kind == SightingKind.Gone) _gone.Add(sighting.Target.Path);
        if (sighting.Kind == SightingKind.Unchanged) run.Quarantine.Clear(sighting.Target.Path, "fetch");
        if (sighting.Kind is SightingKind.Unchanged or SightingKind.Waiting) return;
        _batch.Add((sighting, run.Clock.GetLocalNow()));
        if (_batch.Count >= Batch) Flush();
    }

    /// <summary>
    /// A reading that was not finished says nothing about the document: it stays as it is published and is tried again, with pauses. The last time it counts as unreadable.
    /// </summary>
    private Sighting Finished(Sighting sighting)
    {
        if (sighting.Outcome is not { MayPass: true } outcome || run.Quarantine.IsAtItsLast(sighting.Target.Path, "read")) return sighting;
        _counted.Add(sighting.Target.Path);
        return new Sighting(sighting.Target, SightingKind.Failed, Failure: Failure.NotFinished(outcome.Findings[0].Message), Status: sighting.Status, Took: sighting.Took);
    }

    private void Flush()
    {
        if (_batch.Count == 0) return;
        run.State.Transact(() =>
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
            run.State.Execute("INSERT OR IGNORE INTO content VALUES ($0, $1, $2)", hash, sighting.Bytes, run.Number);
            if (sighting.Outcome is { } outcome) run.Readings.Add(hash, outcome);
        }
        run.Addresses.Keep(sighting);
        run.State.Execute(
            "INSERT INTO fetch (run, address, at, outcome, status, sha256, milliseconds) VALUES ($0, $1, $2, $3, $4, $5, $6)",
            run.Number, run.Addresses.Find(path)!.Id, Times.Of(at), sighting.Failure?.Code ?? Spelling.Snake(sighting.Kind), sighting.Status, sighting.Hash, (long)sighting.Took.TotalMilliseconds);
        if (sighting.Failure is { } failure) run.Quarantine.Fail(path, sighting.Target.Source.Name, failure, at);
        else run.Quarantine.Clear(path);
    }
}
