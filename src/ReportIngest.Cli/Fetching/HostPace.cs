using System.Collections.Concurrent;

namespace ReportIngest.Cli.Fetching;

/// <summary>How often and how many at a time a host is asked.</summary>
internal sealed class HostPace(TimeSpan pace, int perHost) : IDisposable
{
    private readonly ConcurrentDictionary<string, Host> _hosts = new();

    /// <summary>Waits for a turn. What comes back is disposed of when the answer is read.</summary>
    public async Task<IDisposable> Turn(Uri address, CancellationToken stop)
    {
        var host = _hosts.GetOrAdd(address.Authority, _ => new Host(perHost));
        await host.Places.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            if (host.Book(pace) is var wait && wait > TimeSpan.Zero) await Task.Delay(wait, stop).ConfigureAwait(false);
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var host in _hosts.Values) host.Places.Dispose();
    }

    private sealed class Host(int places) : IDisposable
    {
        private readonly Lock _lock = new();
        private long _next = long.MinValue;

        public SemaphoreSlim Places { get; } = new(places);

        /// <summary>The time until this host may be asked again, which is then taken.</summary>
        public TimeSpan Book(TimeSpan pace)
        {
            lock (_lock)
            {
                var now = Environment.TickCount64;
                var turn = Math.Max(now, _next);
                _next = turn + (long)pace.TotalMilliseconds;
                return TimeSpan.FromMilliseconds(turn - now);
            }
        }

        /// <summary>Gives the place back.</summary>
        public void Dispose() => Places.Release();
    }
}
