using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ReportIngest.Cli.Configuring;
using ReportIngest.Cli.Ingesting;
using Polly;

namespace ReportIngest.Cli.Fetching;

/// <summary>Fetches addresses as a guest should: by name, at a pace, no more than has changed, and no more than a document can be.</summary>
internal sealed class Fetcher : IDisposable
{
    /// <summary>Of a robots.txt (RFC 9309 asks for at least as much).</summary>
    private const int RobotsBytes = 500 << 10;

    /// <summary>A server that asks for more than this is tried again on another night.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);

    private readonly FetchSettings _settings;
    private readonly long _most;
    private readonly string _agent;
    private readonly HttpClient _client;
    private readonly HostPace _pace;
    private readonly ResiliencePipeline _attempts;
    private readonly ConcurrentDictionary<string, Lazy<Task<RobotsRules>>> _robots = new();

    /// <param name="most">Bytes of a body, inflated, at most.</param>
    public Fetcher(FetchSettings settings, long most)
    {
        (_settings, _most) = (settings, most);
        _agent = settings.UserAgent ?? $"ReportIngest/{RunRecord.Version} (collects annual reports on government information disclosure)";
        _pace = new HostPace(settings.Pace, settings.PerHost);
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, // each step is looked at
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = new AddressGuard(settings.Private).Connect,
            ConnectTimeout = settings.Timeout,
            UseCookies = false,
            UseProxy = false, // a proxy would connect for us, to anywhere
            MaxResponseHeadersLength = 64,
        }) { Timeout = Timeout.InfiniteTimeSpan };
        _attempts = Attempts(settings);
    }

    /// <summary>The body, that it has not changed, or that there is none.</summary>
    /// <param name="etag">Of the body at hand, or null.</param>
    /// <param name="modified">As before.</param>
    /// <exception cref="FetchException">None of these.</exception>
    public async Task<Fetched> Fetch(Uri address, string? etag, string? modified, CancellationToken stop)
    {
        try
        {
            return await _attempts.ExecuteAsync(async token => await Try(address, etag, modified, token).ConfigureAwait(false), stop).ConfigureAwait(false);
        }
        catch (HttpRequestException error)
        {
            throw new FetchException("no_answer", new Message($"服务器没有应答：{Reason(error)}", $"The server does not answer: {Reason(error)}"));
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _pace.Dispose();
    }

    private static ResiliencePipeline Attempts(FetchSettings settings)
    {
        var builder = new ResiliencePipelineBuilder();
        if (settings.Retries == 0) return builder.Build();
        return builder.AddRetry(new Polly.Retry.RetryStrategyOptions
        {
            ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Exception is HttpRequestException { InnerException: not FetchException } or FetchException { MayPass: true }),
            MaxRetryAttempts = settings.Retries,
            BackoffType = DelayBackoffType.Exponential,
            Delay = settings.Backoff,
            UseJitter = true,
            DelayGenerator = attempt => ValueTask.FromResult((attempt.Outcome.Exception as FetchException)?.Pause),
        }).Build();
    }

    private async Task<Fetched> Try(Uri address, string? etag, string? modified, CancellationToken stop)
    {
        try
        {
            var from = address;
            for (var redirects = 0; ; redirects++)
            {
                if (_settings.Robots) await AskRobots(from, stop).ConfigureAwait(false);
                using var turn = await _pace.Turn(from, stop).ConfigureAwait(false);
                using var clock = CancellationTokenSource.CreateLinkedTokenSource(stop);
                clock.CancelAfter(_settings.Timeout); // from here on: what was waited for a turn is not the server's time
                using var request = Request(from, etag, modified);
                using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, clock.Token).ConfigureAwait(false);
                if (response.Headers.Location is not { } to || (int)response.StatusCode is not (301 or 302 or 303 or 307 or 308)) return await Answer(from, response, clock.Token).ConfigureAwait(false);
                if (redirects >= _settings.Redirects) throw new FetchException("too_many_redirects", new Message($"转向超过 {_settings.Redirects} 次。", $"There are more than {_settings.Redirects} redirects."));
                from = new Uri(from, to);
                if (from.Scheme is not ("http" or "https")) throw new FetchException("bad_redirect", new Message($"转向到 {from.Scheme}，未跟随。", $"It redirects to {from.Scheme}, which is not followed."));
            }
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new FetchException("timeout", new Message($"超过 {_settings.Timeout.TotalSeconds:0.#} 秒没有取完。", $"It was not there after {_settings.Timeout.TotalSeconds:0.#} s."), mayPass: true);
        }
        catch (HttpRequestException error) when (Inner(error) is { } refused)
        {
            throw new FetchException(refused.Code, refused.Sentence); // it was thrown within the handler, which wraps it
        }
        catch (IOException error)
        {
            throw new FetchException("broken_off", new Message($"传输中断：{error.Message}", $"The answer broke off: {error.Message}"), mayPass: true);
        }
        catch (InvalidDataException error)
        {
            throw new FetchException("bad_encoding", new Message($"压缩的应答损坏：{error.Message}", $"The compressed answer is damaged: {error.Message}"));
        }
    }

    private HttpRequestMessage Request(Uri address, string? etag, string? modified)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", _agent);
        request.Headers.TryAddWithoutValidation("Accept", "*/*");
        if (etag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        if (modified is not null) request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        return request;
    }

    private async Task<Fetched> Answer(Uri address, HttpResponseMessage response, CancellationToken stop)
    {
        var status = (int)response.StatusCode;
        var (etag, modified) = (First(response.Headers, "ETag"), First(response.Content.Headers, "Last-Modified"));
        switch (status)
        {
            case 304:
                return new Fetched(FetchedKind.NotModified, address, status, [], null, etag, modified);
            case 404 or 410:
                return new Fetched(FetchedKind.Gone, address, status, [], null, null, null);
            case 200:
                var body = await Body(response, stop).ConfigureAwait(false);
                return new Fetched(FetchedKind.Body, address, status, body, response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant(), etag, modified);
            default:
                throw new FetchException(
                    string.Create(CultureInfo.InvariantCulture, $"http_{status}"), new Message($"服务器应答 {status}。", $"The server answers {status}."),
                    mayPass: status is 408 or 425 or 429 or >= 500, status, Pause(response.Headers.RetryAfter));
        }
    }

    /// <summary>Counted while it comes: neither a length that is said nor a small compressed one says how much will come.</summary>
    private async Task<byte[]> Body(HttpResponseMessage response, CancellationToken stop)
    {
        if (response.Content.Headers.ContentLength > _most) throw TooLarge();
        using var body = new MemoryStream();
        var stream = await response.Content.ReadAsStreamAsync(stop).ConfigureAwait(false);
        await using var _ = stream.ConfigureAwait(false);
        var buffer = new byte[64 << 10];
        while (await stream.ReadAsync(buffer, stop).ConfigureAwait(false) is var read and > 0)
        {
            body.Write(buffer, 0, read);
            if (body.Length > _most) throw TooLarge();
        }
        return body.ToArray();
    }

    private FetchException TooLarge() => new("too_large", new Message($"内容超过上限 {_most >> 20} MB，未取完。", $"The body is over the limit of {_most >> 20} MB and was not fetched to its end."));

    /// <exception cref="FetchException">The host does not want it.</exception>
    private async Task AskRobots(Uri address, CancellationToken stop)
    {
        var rules = await _robots.GetOrAdd(address.GetLeftPart(UriPartial.Authority), host => new Lazy<Task<RobotsRules>>(() => ReadRobots(new Uri(host), stop))).Value.ConfigureAwait(false);
        if (!rules.May(address)) throw new FetchException("robots", new Message("网站的 robots.txt 不允许访问。", "The host's robots.txt does not allow it."));
    }

    /// <summary>A host without one allows everything, one that fails to give it nothing (RFC 9309).</summary>
    private async Task<RobotsRules> ReadRobots(Uri host, CancellationToken stop)
    {
        try
        {
            using var clock = CancellationTokenSource.CreateLinkedTokenSource(stop);
            clock.CancelAfter(_settings.Timeout);
            using var turn = await _pace.Turn(host, stop).ConfigureAwait(false);
            using var request = Request(new Uri(host, "/robots.txt"), null, null);
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, clock.Token).ConfigureAwait(false);
            if ((int)response.StatusCode >= 500) return RobotsRules.Closed;
            if (response.StatusCode != HttpStatusCode.OK) return RobotsRules.None;
            var stream = await response.Content.ReadAsStreamAsync(clock.Token).ConfigureAwait(false);
            await using var _ = stream.ConfigureAwait(false);
            var text = new byte[RobotsBytes];
            var length = await stream.ReadAtLeastAsync(text, text.Length, throwOnEndOfStream: false, clock.Token).ConfigureAwait(false);
            return RobotsRules.Parse(Encoding.UTF8.GetString(text, 0, length), _agent.Split('/', ' ')[0].ToLowerInvariant());
        }
        catch (Exception error) when (error is HttpRequestException or IOException || (error is OperationCanceledException && !stop.IsCancellationRequested))
        {
            // A host that cannot be reached says so when the document is asked for.
            return RobotsRules.None;
        }
    }

    private static TimeSpan? Pause(RetryConditionHeaderValue? after)
    {
        var pause = after?.Delta ?? (after?.Date is { } date ? date - DateTimeOffset.UtcNow : null);
        return pause is { } known && known > TimeSpan.Zero ? (known < LongestPause ? known : LongestPause) : null;
    }

    private static string? First(HttpHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.First() : null;

    private static FetchException? Inner(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
            if (error is FetchException refused) return refused;
        return null;
    }

    private static string Reason(HttpRequestException error) => error.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "name",
        HttpRequestError.ConnectionError => "connection",
        HttpRequestError.SecureConnectionError => "TLS",
        var other => other.ToString(),
    };
}
