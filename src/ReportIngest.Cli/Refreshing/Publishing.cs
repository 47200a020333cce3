using System.Collections.Immutable;
using System.Globalization;
using ReportIngest.Cli.Storing;
using ReportIngest.Corpus;
using ReportIngest.Outputs;

namespace ReportIngest.Cli.Refreshing;

/// <summary>Changes what the store says, and writes the outputs of what it says then.</summary>
internal sealed class Publishing(OpenRun run)
{
    private const string OutputsNote = "outputs";

    /// <summary>The one moment at which what the store says changes.</summary>
    public void Publish(ImmutableArray<Change> changes) => run.State.Transact(() =>
    {
        // Addresses are free before others come to them.
        foreach (var change in changes.Where(change => change.Document is not null))
            run.State.Execute("UPDATE document SET withdrawn = 1 WHERE id = $0", change.Document);
        foreach (var change in changes) Publish(change);
        KeepUnreadable();
        run.State.Execute("UPDATE run SET state = 'published' WHERE id = $0", run.Number);
        run.Readings.Prune();
    });

    /// <summary>The outputs of the published state. A run that changed nothing leaves those of the last one, unless that was ended before it had written them.</summary>
    /// <returns>The names of the files that were written.</returns>
    public ImmutableArray<string> WriteOutputs(Terminal terminal)
    {
        if (run.Settings.Publish is not { } folder) return [];
        var options = PublicationOptions.Of(run.Options.Configuration, folder, DateOnly.FromDateTime(run.Started.DateTime), terminal.Language);
        var version = run.State.Number("SELECT coalesce(max(id), 0) FROM version");
        var lacking = string.Join(',', Holdings.SourcesOutOfReach(run.State).Order(StringComparer.Ordinal));
        var state = string.Create(CultureInfo.InvariantCulture, $"{version} {run.Key.Program} {PublicationOptions.Stamp(options)} {lacking}");
        if (run.Store.Note(OutputsNote) == state && File.Exists(Path.Combine(folder, IngestOutput.ReportsName))) return [];
        var written = Publication.Write(run.Store, options, run.Clock, terminal);
        run.Store.Note(OutputsNote, state);
        return written;
    }

    private void Publish(Change change)
    {
        var withdrawn = change.Kind == ChangeKind.Withdrawn ? 1 : 0;
        var document = change.Document ?? run.State.Insert("INSERT INTO document (path, sha256, reading) VALUES ($0, $1, $2)", change.Path, change.Hash, change.Now.Id);
        run.State.Execute(
            "UPDATE document SET path = $1, sha256 = $2, reading = $3, before_sha256 = $4, before_reading = $5, withdrawn = $6 WHERE id = $0",
            document, change.Path, change.Hash, change.Now.Id, change.Before?.Hash, change.Before?.Reading, withdrawn);
        run.State.Execute(
            "INSERT INTO version (document, run, day, change, path, sha256, reading, before_reading, withdrawn, cells) VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9)",
            document, run.Number, run.Day, Spelling.Snake(change.Kind), change.Path, change.Hash, change.Now.Id, change.Before?.Reading, withdrawn, RefreshJson.Cells(change.Cells));
    }

    /// <summary>Documents that cannot be read stand beside the addresses that cannot be fetched.</summary>
    private void KeepUnreadable()
    {
        var unreadable = DocumentRow.All(run.State).Where(document => !document.Withdrawn && document.Reading.State == ReadingRow.Unreadable).ToDictionary(document => document.Path);
        run.Quarantine.ClearRead(unreadable.Keys.ToHashSet());
        foreach (var (path, document) in unreadable)
        {
            var finding = run.State.Query("SELECT zh, en FROM finding WHERE reading = $0 AND rule = 'RI905'", row => new Message(row.GetString(0), row.GetString(1)), document.Reading.Id)[0];
            run.Quarantine.FailUntilChanged(path, run.Addresses.Find(path)!.Source, Failure.OfBytes(finding), run.Clock.GetUtcNow());
        }
    }
}
