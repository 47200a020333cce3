using ReportIngest.Cli.Fetching;
using ReportIngest.Cli.Storing;
using ReportIngest.Outputs;

namespace ReportIngest.Cli.Refreshing;

/// <summary>Documents of web servers.</summary>
internal sealed class WebSource(Fetcher fetcher, ContentFiles content, Bodies bodies)
{
    /// <summary>Null for what is no address of the web.</summary>
    public static Uri? Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    /// <summary>One of each host after the other, so that no host holds up the rest.</summary>
    public static IEnumerable<Target> ByTurns(IEnumerable<Target> targets) =>
        targets.GroupBy(target => new Uri(target.Path).Authority).SelectMany(host => host.Select((target, turn) => (target, turn))).OrderBy(one => one.turn).Select(one => one.target);

    public Sighting Look(Target target, AddressRow? known, CancellationToken stop)
    {
        using var span = RefreshSignals.Begin("fetch address");
        var start = TimeProvider.System.GetTimestamp();
        var sighting = Try(target, known, stop);
        span?.SetTag("url.full", target.Path).SetTag("outcome", sighting.Failure?.Code ?? Spelling.Snake(sighting.Kind));
        return sighting with { Took = TimeProvider.System.GetElapsedTime(start) };
    }

    private Sighting Try(Target target, AddressRow? known, CancellationToken stop)
    {
        try
        {
            var held = known?.Hash is { } body && content.IsWhole(body) ? known : null;
            var fetched = fetcher.Fetch(new Uri(target.Path), held?.Stamp.ETag, held?.Stamp.Modified, stop).GetAwaiter().GetResult();
            switch (fetched.Kind)
            {
                case FetchedKind.NotModified when held is not null:
                    return new Sighting(target, SightingKind.NotModified, held.Hash, Status: fetched.Status);
                case FetchedKind.Gone when known?.Hash is not null:
                    return new Sighting(target, SightingKind.Gone, Status: fetched.Status);
                case FetchedKind.Body:
                    BodyClaims.Check(fetched);
                    var hash = ContentFiles.HashOf(fetched.Body);
                    content.Write(hash, fetched.Body);
                    return new Sighting(target, SightingKind.Found, hash, fetched.Body.Length, bodies.Read(hash, fetched.Body), new Stamp(ETag: fetched.ETag, Modified: fetched.Modified), Status: fetched.Status);
                default:
                    return Failed("not_found", new Message($"服务器应答 {fetched.Status}，没有这个文件。", $"The server answers {fetched.Status}: there is nothing."), fetched.Status);
            }
        }
        catch (FetchException wrong)
        {
            return Failed(wrong.Code, wrong.Sentence, wrong.Status);
        }
        catch (OperationCanceledException)
        {
            return new Sighting(target, SightingKind.Waiting); // the run was interrupted
        }

        Sighting Failed(string code, Message cause, int? status) => new(target, SightingKind.Failed, Failure: new Failure("fetch", code, cause), Status: status);
    }
}
