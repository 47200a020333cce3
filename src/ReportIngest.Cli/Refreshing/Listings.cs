using System.Collections.Immutable;
using ReportIngest.Cli.Configuring;
using ReportIngest.Cli.Fetching;
using ReportIngest.Cli.Ingesting;

namespace ReportIngest.Cli.Refreshing;

/// <summary>What all sources list, several at a time.</summary>
internal static class Listings
{
    public static ImmutableArray<Listing> Of(OpenRun run, Fetcher fetcher)
    {
        var pages = new ListingPages(fetcher, run.Limits);
        var held = run.Addresses.All.Where(address => address.Hash is not null).ToLookup(address => address.Source, address => address.Path);
        var listings = ImmutableArray.CreateBuilder<Listing>();
        foreach (var listing in Ordered.Map(run.Settings.Sources, FetchSettings.AtOnce, List, run.Stop))
        {
            listings.Add(listing);
            if (listing.Failure is { } failure)
            {
                if (listing.Source.Kind == SourceKind.Listing) run.Quarantine.Fail(NameOf(listing.Source), listing.Source.Name, failure, run.Clock.GetUtcNow());
                else run.Quarantine.FailUntilChanged(NameOf(listing.Source), listing.Source.Name, failure, run.Clock.GetUtcNow());
            }
            else if (!listing.Waits) run.Quarantine.Clear(NameOf(listing.Source));
        }
        return listings.ToImmutable();

        Listing List(SourceSettings source)
        {
            // A list or a folder of this machine costs nothing to look at, and whoever mends it wants to see that it is.
            if (source.Kind == SourceKind.Listing && run.Waits(NameOf(source))) return new Listing(source, [], Complete: false, Waits: true);
            using var span = RefreshSignals.Begin("list source");
            span?.SetTag("source", source.Name);
            return source.Kind switch
            {
                SourceKind.Listing => pages.List(source, [.. held[source.Name]], run.Stop),
                SourceKind.Urls => AddressList.List(source),
                _ => LocalSource.List(source, run.Store.Folder, run.Options.Configuration),
            };
        }
    }

    /// <summary>In the quarantine, where addresses stand too.</summary>
    public static string NameOf(SourceSettings source) => $"[{source.Name}]";
}
