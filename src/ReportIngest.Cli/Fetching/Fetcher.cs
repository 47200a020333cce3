using System.Globalization;
using System.Net.Http.Headers;
using Polly;
using ReportIngest.Cli.Configuring;

namespace ReportIngest.Cli.Fetching;

/// <summary>Fetches addresses: tries again what may pass, follows redirects, takes no more than has changed and no more than a document can be.</summary>
internal sealed class Fetcher : IDisposable
{
    /// <summary>A server that asks for more than this is tried again on another night.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);

    private readonly FetchSettings _settings;
    private readonly long _most;
    private readonly GuestClient _client;
    private readonly RobotsFiles _robots;
    private readonly ResiliencePipeline _attempts;

    /// <param name="most">Bytes of a body, inflated, at most.</param>
    public Fetcher(FetchSettings settings, long most)
    {
        (_settings, _most, _client, _attempts) = (settings, most, new GuestClient(settings), Attempts(settings));
        _robots = new RobotsFiles(_client);
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
            var reason = Reason(error);
            throw new FetchException("no_answer", new Message($"服务器没有应答：{reason.Zh}。", $"The server does not answer: {reason.En}."));
        }
    }

    public void Dispose() => _client.Dispose();

    private static ResiliencePipeline Attempts(FetchSettings settings)
    {
        var builder = new ResiliencePipelineBuilder();
        if (settings.Retries == 0) return builder.Build();
        return builder.AddRetry(new Polly.Retry.RetryStrategyOptions
        {
            ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Exception is HttpRequestException or FetchException { MayPass: true }),
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
            return await Follow(address, etag, modified, stop).ConfigureAwait(false);
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
            throw BrokenOff(new Message($"（系统信息：{error.Message}）", $" (the system says: {error.Message})"));
        }
        catch (InvalidDataException error)
        {
            throw new FetchException("bad_encoding", new Message(
                $"应答的压缩内容损坏，无法解压（系统信息：{error.Message}）。", $"The answer is compressed and damaged, so it cannot be unpacked (the system says: {error.Message})."));
        }
    }

    private async Task<Fetched> Follow(Uri address, string? etag, string? modified, CancellationToken stop)
    {
        var from = address;
        for (var redirects = 0; ; redirects++)
        {
            if (_settings.Robots) await _robots.Ask(from, stop).ConfigureAwait(false);
            var (fetched, to) = await _client.Get(
                from, etag, modified, async (response, clock) => GuestClient.RedirectOf(from, response) is { } next ? (null, next) : (await Answer(from, response, clock).ConfigureAwait(false), (Uri?)null), stop).ConfigureAwait(false);
            if (to is null) return fetched!;
            if (redirects >= _settings.Redirects) throw new FetchException("too_many_redirects", new Message($"转向超过 {_settings.Redirects} 次。", $"There are more than {_settings.Redirects} redirects."));
            if (to.Scheme is not ("http" or "https")) throw new FetchException("bad_redirect", new Message($"转向到 {to.Scheme}，未跟随。", $"It redirects to {to.Scheme}, which is not followed."));
            from = to;
        }
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
        var bytes = body.ToArray();
        if (!SaysItsEnd(response) && BodyClaims.IsCutOff(bytes)) throw BrokenOff(new Message("（末尾没有 </html>）", " (there is no </html> at its end)"));
        return bytes;
    }

    /// <summary>By a length, by pieces, or by its protocol. Else a connection that was cut looks like an end. The length of a compressed answer is not seen here.</summary>
    private static bool SaysItsEnd(HttpResponseMessage response) =>
        response.Content.Headers.ContentLength is not null || response.Headers.TransferEncodingChunked == true || response.Version.Major >= 2;

    private FetchException TooLarge() => new("too_large", new Message($"内容超过上限 {_most >> 20} MB，未取完。", $"The body is over the limit of {_most >> 20} MB and was not fetched to its end."));

    private static FetchException BrokenOff(Message how) => new("broken_off", new Message($"传输中断，内容不完整{how.Zh}。", $"The answer broke off before its end{how.En}."), mayPass: true);

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

    /// <summary>Without a full stop: it stands within a sentence.</summary>
    private static Message Reason(HttpRequestException error) => error.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => new Message("找不到这个域名", "its name is not found"),
        HttpRequestError.ConnectionError => new Message("无法建立连接", "no connection can be made"),
        HttpRequestError.SecureConnectionError => new Message("无法建立安全连接（TLS），可能是证书有问题", "no secure connection (TLS) can be made; its certificate may be wrong"),
        HttpRequestError.ResponseEnded => new Message("连接在应答之前中断", "the connection ended before an answer came"),
        var other => new Message($"网络出错（系统信息：{other}）", $"the network failed (the system says: {other})"),
    };
}
