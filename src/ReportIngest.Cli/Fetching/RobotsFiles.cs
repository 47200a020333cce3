using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace ReportIngest.Cli.Fetching;

/// <summary>The <c>robots.txt</c> of every host, asked for once a run.</summary>
internal sealed class RobotsFiles(GuestClient client)
{
    /// <summary>Read of each at most, and redirects that are followed (RFC 9309 asks for at least as much).</summary>
    private const int MostBytes = 500 << 10, MostRedirects = 5;

    private readonly ConcurrentDictionary<string, Lazy<Task<RobotsRules>>> _hosts = new();

    /// <exception cref="FetchException">The host does not want the address to be asked for.</exception>
    public async Task Ask(Uri address, CancellationToken stop)
    {
        var rules = await _hosts.GetOrAdd(address.GetLeftPart(UriPartial.Authority), host => new Lazy<Task<RobotsRules>>(() => Read(new Uri(host), stop))).Value.ConfigureAwait(false);
        if (!rules.May(address)) throw new FetchException("robots", new Message("网站的 robots.txt 不允许访问。", "The host's robots.txt does not allow it."));
    }

    /// <summary>A host without one allows everything, one that fails to give it nothing (RFC 9309).</summary>
    private async Task<RobotsRules> Read(Uri host, CancellationToken stop)
    {
        try
        {
            var from = new Uri(host, "/robots.txt");
            for (var redirects = 0; ; redirects++)
            {
                var (rules, to) = await client.Get(from, null, null, Answer, stop).ConfigureAwait(false);
                if (to is null || redirects == MostRedirects || to.Scheme is not ("http" or "https")) return rules;
                from = to;
            }
        }
        catch (Exception error) when (error is HttpRequestException or IOException || (error is OperationCanceledException && !stop.IsCancellationRequested))
        {
            // A host that cannot be reached says so when the document is asked for.
            return RobotsRules.None;
        }

        async Task<(RobotsRules Rules, Uri? To)> Answer(HttpResponseMessage response, CancellationToken clock)
        {
            if ((int)response.StatusCode >= 500) return (RobotsRules.Closed, null);
            if (response.StatusCode != HttpStatusCode.OK) return (RobotsRules.None, GuestClient.RedirectOf(response.RequestMessage!.RequestUri!, response));
            var stream = await response.Content.ReadAsStreamAsync(clock).ConfigureAwait(false);
            await using var _ = stream.ConfigureAwait(false);
            var text = new byte[MostBytes];
            var length = await stream.ReadAtLeastAsync(text, text.Length, throwOnEndOfStream: false, clock).ConfigureAwait(false);
            return (RobotsRules.Parse(Encoding.UTF8.GetString(text, 0, length), client.Agent.Split('/', ' ')[0].ToLowerInvariant()), null);
        }
    }
}
