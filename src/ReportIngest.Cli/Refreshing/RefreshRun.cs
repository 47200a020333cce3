using System.Globalization;
using ReportIngest.Cli.Fetching;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Cli.Storing;

namespace ReportIngest.Cli.Refreshing;

/// <summary>
/// One run of <c>refresh</c>: list the sources, fetch and read what has changed, hold it against what is published, publish, say what happened. Bodies and readings
/// are kept as they come; what is published changes in one transaction, so that a run that is ended anywhere has published all or nothing.
/// </summary>
internal static class RefreshRun
{
    public static int Run(RefreshOptions options, Terminal terminal, TimeProvider clock, CancellationToken stop)
    {
        var settings = options.Configuration.Refresh;
        var folder = settings.Store ?? throw new UsageException("配置里缺少 [store] 的 folder：请写存储文件夹。", "The configuration has no folder in [store]: name the folder of the store.");
        if (settings.Sources.IsEmpty) throw new UsageException("配置里没有 [[source]]：请至少写一个来源。", "The configuration has no [[source]]: name at least one.");
        using var store = Store.ForWriting(folder, clock.GetLocalNow());
        return Run(new OpenRun(options, store, clock, stop), terminal);
    }

    private static int Run(OpenRun run, Terminal terminal)
    {
        using var signals = RefreshSignals.Begin("refresh");
        var stages = new StageClock();
        var (looks, publishing) = (new Looks(run), new Publishing(run));
        using var fetcher = new Fetcher(run.Settings.Fetch, run.Limits.InputBytes);

        var listings = Stage(stages, "list", () => Listings.Of(run, fetcher));
        Stage(stages, "fetch", () => looks.At(listings, fetcher, terminal));
        foreach (var listing in listings) listing.Dispose();
        var documents = DocumentRow.All(run.State);
        if (!run.Stop.IsCancellationRequested) Stage(stages, "read", () => looks.ReadAgain(documents));
        if (run.Stop.IsCancellationRequested)
        {
            run.State.Execute("UPDATE run SET state = 'broken_off', finished = $1 WHERE id = $0", run.Number, Spelling.Time(run.Clock.GetLocalNow()));
            terminal.Tell(new Message("中断：已取得和读取的内容已保存，没有发布。", "Interrupted: what was fetched and read is kept, nothing was published."));
            return ExitCode.Interrupted;
        }

        var changes = Stage(stages, "compare", () => ChangePlan.Of(run.State, run.Readings, documents, looks.Seen, looks.Gone, looks.Unfinished, looks.Damaged));
        var valve = SafetyValve.Of(documents, changes, run.Settings);
        var held = valve.Trip is not null && run.Options.Accept is null;
        if (held) run.State.Execute("UPDATE run SET state = 'held' WHERE id = $0", run.Number);
        else Stage(stages, "publish", () => publishing.Publish(changes));
        var written = held ? [] : Stage(stages, "write", () => publishing.WriteOutputs(terminal));

        var record = new RefreshRecord(
            run, run.Clock.GetLocalNow(), listings, changes, valve, held, [.. run.Quarantine.All], stages, written, held || changes.IsEmpty ? documents : DocumentRow.All(run.State), UntoldChange.Of(run));
        record.Keep(terminal.Language);
        RefreshSignals.Report(record);
        foreach (var line in RefreshSummary.Lines(record)) terminal.Tell(line);
        foreach (var source in record.SourcesOutOfReach)
        {
            var (cause, since) = (source.Failure.Cause, source.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            terminal.Complain(new Message(
                $"来源 {source.Path} 读不到（自 {since} 起），已发布的内容不变：{cause.Zh}", $"The source {source.Path} is out of reach (since {since}); what is published of it stays: {cause.En}"));
        }
        if (held) terminal.Complain(new Message($"{valve.Trip!.Zh}核实后用 --accept 理由 继续。", $"{valve.Trip.En} When it is right, go on with --accept REASON."));
        return record.ExitCode;
    }

    private static void Stage(StageClock stages, string name, Action work) => Stage(stages, name, () =>
    {
        work();
        return true;
    });

    private static T Stage<T>(StageClock stages, string name, Func<T> work)
    {
        using var span = RefreshSignals.Begin(name);
        return stages.Measure(name, work);
    }
}
