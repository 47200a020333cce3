using System.Collections.Concurrent;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Cli.Isolation;
using ReportIngest.Reading;

namespace ReportIngest.Cli.Refreshing;

/// <summary>Reads bodies as <c>ingest</c> reads files, each once, by several threads.</summary>
/// <param name="known">Hashes of the bodies that this program has read.</param>
internal sealed class Bodies(IEnumerable<string> known, WorkerPool? workers, Limits limits)
{
    private readonly ConcurrentDictionary<string, bool> _taken = new(known.Select(hash => KeyValuePair.Create(hash, true)));

    /// <summary>Null where it has been read already, or is being read.</summary>
    public FileOutcome? Read(string hash, byte[] bytes)
    {
        if (!_taken.TryAdd(hash, true)) return null;
        return workers is null ? FileOutcome.Of(bytes, hash, limits) : workers.Ingest(hash, bytes);
    }
}
