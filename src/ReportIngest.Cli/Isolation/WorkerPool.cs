using System.Collections.Concurrent;
using System.Collections.Immutable;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Reading;

namespace ReportIngest.Cli.Isolation;

/// <summary>The workers of a run. One is started for each file that is read at the same time as others, and replaced when it has died.</summary>
internal sealed class WorkerPool : IDisposable
{
    /// <summary>A worker compiles while it reads its first files: as long as a warm one takes for so many small files, or so many bytes of large ones.</summary>
    private const int FilesPerWorker = 32, BytesPerWorker = 4 << 20;

    private readonly Limits _limits;
    private readonly ConcurrentBag<WorkerProcess> _idle = [];
    private readonly ConcurrentDictionary<WorkerProcess, bool> _alive = new();
    private volatile bool _ended;

    /// <summary>The first worker starts at once: it gets ready while the run lists its files.</summary>
    public WorkerPool(Limits limits)
    {
        _limits = limits;
        _idle.Add(Start());
    }

    /// <summary>How many workers are sooner done with the files than fewer.</summary>
    /// <param name="most">As many as there may be.</param>
    public static int Worthwhile(IReadOnlyList<InputFile> files, int most)
    {
        var worthwhile = 1 + (files.Count / FilesPerWorker);
        if (worthwhile >= most) return most; // and no file's length need be looked up
        var bytes = files.Sum(file => file.KnownLength);
        return (int)Math.Min(most, Math.Max(worthwhile, Math.Min(files.Count, 1 + (bytes / BytesPerWorker))));
    }

    /// <exception cref="WorkerException">No worker can be had.</exception>
    public FileOutcome Ingest(string path, byte[] bytes)
    {
        var worker = Idle() ?? Start();
        if (worker.Ingest(path, bytes) is { } outcome)
        {
            _idle.Add(worker);
            return outcome;
        }
        Remove(worker);
        return FileOutcome.Unreadable(path, worker.Death!) with { MayPass = worker.MayPass };
    }

    /// <summary>Ends the workers, also those that are at work: what they would answer is not waited for.</summary>
    public void Dispose()
    {
        _ended = true;
        foreach (var worker in _alive.Keys) worker.Dispose();
    }

    /// <summary>A worker that waits. One that died meanwhile was ended by the system: that is no file's fault.</summary>
    private WorkerProcess? Idle()
    {
        while (_idle.TryTake(out var worker))
        {
            if (worker.IsAlive) return worker;
            Remove(worker);
        }
        return null;
    }

    private void Remove(WorkerProcess worker)
    {
        _alive.TryRemove(worker, out _);
        worker.Dispose();
    }

    private WorkerProcess Start()
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        var worker = new WorkerProcess(_limits);
        _alive[worker] = true;
        if (_ended) worker.Dispose(); // the run ended between the two
        return worker;
    }
}
