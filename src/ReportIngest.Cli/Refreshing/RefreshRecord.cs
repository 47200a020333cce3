using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReportIngest.Cli.Configuring;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Cli.Storing;

namespace ReportIngest.Cli.Refreshing;

/// <summary>What a run did, for machines (<c>run.json</c>) and for people (<c>run.html</c>).</summary>
/// <param name="Held">The safety valve stopped it.</param>
/// <param name="Written">Names of the outputs.</param>
/// <param name="Documents">As they are published after it.</param>
/// <param name="Untold">What earlier runs have published and could not say.</param>
internal sealed record RefreshRecord(
    OpenRun Run,
    DateTimeOffset Finished,
    ImmutableArray<Listing> Listings,
    ImmutableArray<Change> Changes,
    SafetyValve Valve,
    bool Held,
    ImmutableArray<QuarantineRow> Quarantine,
    StageClock Stages,
    ImmutableArray<string> Written,
    List<DocumentRow> Documents,
    ImmutableArray<UntoldChange> Untold)
{
    public const string PageName = "run.html";

    /// <summary>Where it is kept.</summary>
    public string Folder => FolderOf(Run.Store, Run.Number);

    public static string PageOf(Store store, long run) => Path.Combine(FolderOf(store, run), PageName);

    private static string FolderOf(Store store, long run) => Path.Combine(store.Folder, "runs", run.ToString("D6", CultureInfo.InvariantCulture));

    public int Live { get; } = Documents.Count(document => !document.Withdrawn);

    public int Reports { get; } = Documents.Count(document => !document.Withdrawn && document.Reading.HasReport);

    /// <summary>
    /// Sources that could not be looked through at all, or wait for that since they could not. Not a folder in which only a part is closed: the rest of it was looked at.
    /// </summary>
    public ImmutableArray<QuarantineRow> SourcesOutOfReach { get; } =
    [
        .. from listing in Listings
           where listing.Source.Kind == SourceKind.Listing || listing.Targets.IsEmpty
           from row in Quarantine
           where row.Path == Cli.Refreshing.Listings.NameOf(listing.Source) && row.Failure.Stage == "list"
           select row,
    ];

    /// <summary>An address that is out of reach is for the page to tell, a source is for a person: nothing new of it is seen until somebody looks.</summary>
    public int ExitCode => Held ? Cli.ExitCode.Held
        : Run.Tally.HasBugs || !SourcesOutOfReach.IsEmpty ? Cli.ExitCode.InternalError
        : Quarantine.Any(row => row.Dead is null || row.Failure.Stage == "list") ? Cli.ExitCode.SomeUnreadable
        : Cli.ExitCode.Done;

    /// <summary>As files under <c>runs/</c>, and into the state.</summary>
    /// <param name="language">Of the page.</param>
    public void Keep(string language)
    {
        using var json = new MemoryStream();
        RefreshJson.Write(this, json);
        using (var folder = new OutputFolder(Folder))
        {
            using (var file = folder.Create("run.json")) file.Write(json.ToArray());
            using (var file = folder.Create(PageName)) new RefreshPage(language).Write(file, this);
            folder.Commit();
        }
        Run.State.Transact(() =>
        {
            Run.State.Execute("UPDATE run SET finished = $1, record = $2 WHERE id = $0", Run.Number, Times.Of(Finished), Encoding.UTF8.GetString(json.ToArray()).TrimEnd());
            UntoldChange.MarkTold(Run);
        });
    }
}
