using System.Net;
using ReportIngest.Cli.Configuring;
using ReportIngest.Cli.Ingesting;

namespace ReportIngest.Cli.Fetching;

/// <summary>Single requests as a guest makes them: by name, at the host's pace, within a time, and not into private networks. Proxies and certificates are the system's.</summary>
internal sealed class GuestClient : IDisposable
{
    private readonly TimeSpan _timeout;
    private readonly AddressGuard _guard;
    private readonly HttpClient _client;
    private readonly HostPace _pace;

    public GuestClient(FetchSettings settings)
    {
        _timeout = settings.Timeout;
        Agent = settings.UserAgent ?? $"ReportIngest/{OwnProgram.Version} (collects annual reports on government information disclosure)";
        _pace = new HostPace(settings.Pace, settings.PerHost);
        var proxy = HttpClient.DefaultProxy;
        _guard = new AddressGuard(settings.Private, proxy);
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, // each step is looked at
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = _guard.Connect,
            ConnectTimeout = settings.Timeout,
            UseCookies = false,
            Proxy = proxy,
            MaxResponseHeadersLength = 64,
        }) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public string Agent { get; }

    /// <param name="etag">Of the body at hand, or null.</param>
    /// <param name="modified">As before.</param>
    /// <param name="read">What is made of the answer, within the time and the host's turn.</param>
    /// <exception cref="FetchException">The address is private.</exception>
    public async Task<T> Get<T>(Uri address, string? etag, string? modified, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken stop)
    {
        using var turn = await _pace.Turn(address, stop).ConfigureAwait(false);
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(stop);
        clock.CancelAfter(_timeout); // from here on: what was waited for a turn is not the server's time
        await _guard.CheckBehindProxy(address, clock.Token).ConfigureAwait(false);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", Agent);
        request.Headers.TryAddWithoutValidation("Accept", "*/*");
        if (etag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        if (modified is not null) request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, clock.Token).ConfigureAwait(false);
        return await read(response, clock.Token).ConfigureAwait(false);
    }

    /// <summary>Where an answer sends us; null where it does not.</summary>
    public static Uri? RedirectOf(Uri from, HttpResponseMessage response) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } to && Uri.TryCreate(from, to, out var next) ? next : null;

    public void Dispose()
    {
        _client.Dispose();
        _pace.Dispose();
    }
}
