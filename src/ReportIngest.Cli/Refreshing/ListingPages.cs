using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportIngest.Cli.Configuring;
using ReportIngest.Cli.Fetching;
using ReportIngest.Reading;
using Html = AngleSharp.Html.Parser;
using Node = AngleSharp.Dom;

namespace ReportIngest.Cli.Refreshing;

/// <summary>Pages of links, one after the other.</summary>
internal sealed class ListingPages(Fetcher fetcher, Limits limits)
{
    /// <param name="held">Addresses that gave documents before: those that are no longer listed are asked too, for only they can say whether they are gone.</param>
    public Listing List(SourceSettings source, ImmutableArray<string> held, CancellationToken stop)
    {
        var targets = new Dictionary<string, Target>();
        var failure = Follow(source, targets, stop);
        if (failure is null && targets.Count == 0)
        {
            failure = new Failure("list", "no_links", new Message(
                $"列表页上没有符合 {source.Links} 的链接：网站可能已改版。", $"The listing has no link that fits {source.Links}: the site may have been rebuilt."));
        }
        foreach (var path in held) targets.TryAdd(path, new Target(path, source, null, source.Unit));
        return new Listing(source, [.. targets.Values], Complete: false, failure);
    }

    private Failure? Follow(SourceSettings source, Dictionary<string, Target> targets, CancellationToken stop)
    {
        var visited = new HashSet<string>();
        var next = new Uri(source.FullPlace);
        try
        {
            while (next is not null && visited.Add(next.AbsoluteUri) && visited.Count <= source.Pages)
            {
                var page = fetcher.Fetch(next, null, null, stop).GetAwaiter().GetResult();
                if (page.Kind != FetchedKind.Body) return new Failure("list", "not_found", new Message($"列表页不存在：{next}", $"There is no listing at {next}"));
                // Refuses what would keep the parser below busy for hours, or end the run: it is somebody else's page, and is parsed here and not by a worker.
                HtmlReader.Read(page.Body, Source.Of(next.AbsoluteUri, page.Body), limits);
                var document = new Html.HtmlParser().ParseDocument(new MemoryStream(page.Body));
                foreach (var (address, text) in document.QuerySelectorAll(source.Links).Select(link => (Address: Target(page.Address, link), link.TextContent)))
                    if (address is not null && IsOfYear(source, address, text)) targets.TryAdd(address.AbsoluteUri, new Target(address.AbsoluteUri, source, null, source.Unit));
                next = source.Next is { } selector && document.QuerySelector(selector) is { } link ? Target(page.Address, link) : null;
            }
            return null;
        }
        catch (FetchException wrong)
        {
            return new Failure("list", wrong.Code, wrong.Sentence);
        }
        catch (UnreadableException wrong)
        {
            return new Failure("list", "not_readable", wrong.Sentence);
        }
        catch (Node.DomException)
        {
            return new Failure("list", "bad_selector", new Message($"选择器 {source.Links} 或 {source.Next} 写法有误。", $"The selector {source.Links} or {source.Next} is none."));
        }
        catch (RegexMatchTimeoutException)
        {
            return new Failure("list", "bad_pattern", new Message($"年份的正则表达式 {source.Year} 太慢。", $"The pattern for the year, {source.Year}, is too slow."));
        }
        catch (OperationCanceledException)
        {
            return new Failure("list", "interrupted", new Message("运行被中断。", "The run was interrupted."));
        }
    }

    private static Uri? Target(Uri page, Node.IElement link) =>
        link.GetAttribute("href")?.Trim() is { Length: > 0 } href && Uri.TryCreate(page, href.Split('#')[0], out var address) ? WebSource.Address(address.AbsoluteUri) : null;

    private static bool IsOfYear(SourceSettings source, Uri address, string text) =>
        source.Year is not { } pattern || Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, RefreshTables.PatternTime)
        || Regex.IsMatch(Uri.UnescapeDataString(address.PathAndQuery), pattern, RegexOptions.CultureInvariant, RefreshTables.PatternTime);
}
