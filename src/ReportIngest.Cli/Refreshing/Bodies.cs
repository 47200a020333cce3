using System.Collections.Concurrent;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Cli.Isolation;
using ReportIngest.Reading;

namespace ReportIngest.Cli.Refreshing;

/// <summary>Reads bodies as <c>ingest</c> reads files, each once, by several threads.</summary>
/// <param name="known">Hashes of the bodies that this program has read.</param>
/// <param name="jobs">Bodies read at the same time, whatever the number of threads that fetch.</param>
internal sealed class Bodies(IEnumerable<string> known, WorkerPool? workers, Limits limits, int jobs) : IDisposable
{
    private readonly SemaphoreSlim _places = new(jobs);
    private readonly ConcurrentDictionary<string, bool> _taken = new(known.Select(hash => KeyValuePair.Create(hash, true)));

    /// <summary>Null where it has been read already, or is being read.</summary>
    public FileOutcome? Read(string hash, byte[] bytes)
    {
        if (!_taken.TryAdd(hash, true)) return null;
        _places.Wait();
        try
        {
            return workers is null ? FileOutcome.Of(bytes, hash, limits) : workers.Ingest(hash, bytes);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
