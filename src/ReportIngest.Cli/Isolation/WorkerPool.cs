using ReportIngest.Cli.Ingesting;
using ReportIngest.Reading;

namespace ReportIngest.Cli.Isolation;

/// <summary>
/// The workers of a run. Files share one, since threads share what their process has compiled. Where it dies with several, nobody knows of which:
/// each of them is read again by a worker that has and had no other, so that what comes of a file never depends on its neighbours.
/// </summary>
internal sealed class WorkerPool : IDisposable
{
    /// <summary>A worker compiles while it reads its first files: as long as a warm one takes for so many small files, or so many bytes of large ones.</summary>
    private const int FilesPerWorker = 32, BytesPerWorker = 4 << 20;

    private readonly Limits _limits;
    private readonly int _jobs;
    private readonly Lock _lock = new();
    private readonly List<WorkerProcess> _workers = [];

    /// <summary>A file alone needs a process that has yet to compile everything: more of them than processors would be too slow by the clock, however sound their files.</summary>
    private readonly SemaphoreSlim _alone = new(Environment.ProcessorCount);

    private bool _ended;

    /// <summary>The first worker starts at once: it gets ready while the run lists its files.</summary>
    /// <param name="jobs">As many files are read side by side at most.</param>
    public WorkerPool(Limits limits, int jobs)
    {
        (_limits, _jobs) = (limits, jobs);
        try
        {
            _workers.Add(new WorkerProcess(limits));
        }
        catch (WorkerException)
        {
            // the first file tries again, and says so where that fails too
        }
    }

    /// <summary>With how many files side by side a run is sooner done than with fewer.</summary>
    /// <param name="most">As many as there may be.</param>
    public static int Worthwhile(IReadOnlyList<InputFile> files, int most)
    {
        var workers = 1 + (files.Count / FilesPerWorker);
        if (workers * WorkerProcess.Seats >= most) return most; // and no file's length need be looked up
        var bytes = files.Sum(file => file.KnownLength);
        return (int)Math.Min(most, WorkerProcess.Seats * Math.Max(workers, Math.Min(files.Count, 1 + (bytes / BytesPerWorker))));
    }

    /// <exception cref="WorkerException">No worker can be had.</exception>
    public FileOutcome Ingest(string path, byte[] bytes)
    {
        if (Ingest(path, bytes, seats: 1) is { } outcome) return outcome;
        _alone.Wait();
        try
        {
            return Ingest(path, bytes, WorkerProcess.Seats)!;
        }
        finally
        {
            _alone.Release();
        }
    }

    /// <summary>Ends the workers, also those that are at work: what they would answer is not waited for.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _ended = true;
            foreach (var worker in _workers) worker.Dispose();
            _workers.Clear();
        }
    }

    /// <summary>A process may be ended, or find no memory, while it starts: only where a second one fails too is it the machine's fault.</summary>
    private FileOutcome? Ingest(string path, byte[] bytes, int seats)
    {
        try
        {
            return IngestOnce(path, bytes, seats);
        }
        catch (WorkerException)
        {
            return IngestOnce(path, bytes, seats);
        }
    }

    private FileOutcome? IngestOnce(string path, byte[] bytes, int seats)
    {
        var worker = Take(seats);
        try
        {
            return worker.Ingest(path, bytes);
        }
        finally
        {
            Leave(worker, seats);
        }
    }

    /// <summary>The first worker with so many seats free, so that files gather; for a file alone, one that is new. One that died while it waited was ended by the system: that is no file's fault.</summary>
    private WorkerProcess Take(int seats)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_ended, this);
            while (_workers.Find(worker => worker.IsEmpty && !worker.IsAlive) is { } dead) End(dead);
            var worker = _workers.Find(worker => worker.Free >= seats && (seats == 1 || worker.IsNew) && worker.IsAlive);
            if (worker is null) _workers.Add(worker = new WorkerProcess(_limits));
            worker.Free -= seats;
            return worker;
        }
    }

    /// <summary>A worker that was started for one file alone is not kept beside those that have seats for all.</summary>
    private void Leave(WorkerProcess worker, int seats)
    {
        lock (_lock)
        {
            if (_ended) return;
            worker.Free += seats;
            if (worker.IsEmpty && (!worker.IsAlive || (_workers.Count - 1) * WorkerProcess.Seats >= _jobs)) End(worker);
        }
    }

    private void End(WorkerProcess worker)
    {
        _workers.Remove(worker);
        worker.Dispose();
    }
}
