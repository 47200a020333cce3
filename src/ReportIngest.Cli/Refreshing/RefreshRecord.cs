using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Cli.Storing;
using ReportIngest.Corpus;
using ReportIngest.Sinks;

namespace ReportIngest.Cli.Refreshing;

/// <summary>What a run did, for machines (<c>run.json</c>) and for people (<c>run.html</c>).</summary>
/// <param name="Held">The safety valve stopped it.</param>
/// <param name="Written">Names of the outputs.</param>
/// <param name="Documents">As they are published after it.</param>
internal sealed record RefreshRecord(
    long Run,
    RefreshOptions Options,
    string Program,
    DateTimeOffset Started,
    DateTimeOffset Finished,
    ImmutableArray<Listing> Listings,
    RefreshTally Tally,
    ImmutableArray<Change> Changes,
    SafetyValve Valve,
    bool Held,
    ImmutableArray<QuarantineRow> Quarantine,
    StageClock Stages,
    ImmutableArray<string> Written,
    List<DocumentRow> Documents)
{
    public int Live => Documents.Count(document => !document.Withdrawn);

    public int Reports => Documents.Count(document => !document.Withdrawn && document.Reading.HasReport);

    /// <summary>Into the state, and as files under <c>runs/</c>.</summary>
    public void Keep(Store store)
    {
        using var json = new MemoryStream();
        Write(json);
        store.State.Execute("UPDATE run SET finished = $1, record = $2 WHERE id = $0", Run, Times.Of(Finished), Encoding.UTF8.GetString(json.ToArray()).TrimEnd());
        using var folder = new OutputFolder(Path.Combine(store.Folder, "runs", Run.ToString("D6", CultureInfo.InvariantCulture)));
        using (var file = folder.Create("run.json")) file.Write(json.ToArray());
        using (var file = folder.Create("run.html")) RefreshPage.Write(file, this);
        folder.Commit();
    }

    public void Write(Stream stream)
    {
        using (var json = new Utf8JsonWriter(stream, JsonLines.Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", "reportingest.refresh/1");
            json.WriteNumber("run", Run);
            json.WriteString("version", RunRecord.Version);
            json.WriteString("program", Program);
            json.WriteString("started", Times.Of(Started));
            json.WriteString("finished", Times.Of(Finished));
            json.WriteString("state", Held ? "held" : "published");
            json.WriteString("accepted", Options.Accept);
            json.WriteBoolean("retry", Options.Retry);
            WriteSources(json);
            Write(json, "sightings", Tally.Sightings);
            Write(json, "failures", Tally.Failures);
            json.WriteNumber("read", Tally.Read);
            Write(json, "changes", Enum.GetValues<ChangeKind>().Select(kind => KeyValuePair.Create(Text.Snake(kind), Changes.Count(change => change.Kind == kind))));
            WriteValve(json);
            json.WriteStartArray("changed");
            foreach (var change in Changes) Write(json, change);
            json.WriteEndArray();
            WriteQuarantine(json);
            json.WriteNumber("documents", Live);
            json.WriteNumber("reports", Reports);
            json.WriteStartArray("written");
            foreach (var name in Written) json.WriteStringValue(name);
            json.WriteEndArray();
            json.WriteStartObject("seconds");
            foreach (var (stage, time) in Stages.Stages) json.WriteNumber(stage, Math.Round(time.TotalSeconds, 3));
            json.WriteNumber("total", Math.Round((Finished - Started).TotalSeconds, 3));
            json.WriteEndObject();
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }

    /// <summary>As an array of objects with <c>indicator</c>, <c>before</c>, <c>after</c>.</summary>
    public static string CellsAsJson(ImmutableArray<CellChange> cells)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonLines.Options)) WriteCells(json, cells);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private void WriteSources(Utf8JsonWriter json)
    {
        json.WriteStartArray("sources");
        foreach (var listing in Listings)
        {
            json.WriteStartObject();
            json.WriteString("name", listing.Source.Name);
            json.WriteString("kind", Text.Name(listing.Source.Kind));
            json.WriteString("place", listing.Source.Place);
            json.WriteNumber("listed", listing.Targets.Length);
            json.WriteBoolean("complete", listing.Complete);
            json.WriteString("failure", listing.Failure?.Code);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteValve(Utf8JsonWriter json)
    {
        json.WriteStartObject("valve");
        json.WriteNumber("units", Valve.Units);
        json.WriteNumber("lost", Valve.Lost);
        json.WriteNumber("reports", Valve.Reports);
        json.WriteNumber("changed", Valve.Changed);
        if (Valve.Trip is { } trip) json.WriteMessage("reason", trip);
        else json.WriteNull("reason");
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Change change)
    {
        json.WriteStartObject();
        json.WriteString("change", Text.Snake(change.Kind));
        json.WriteString("path", change.Path);
        json.WriteString("from", change.From);
        json.WriteString("unit", (change.Now.Unit ?? change.Was?.Unit));
        json.WriteNumberOrNull("year", change.Now.Year ?? change.Was?.Year);
        json.WriteString("sha256", change.Hash);
        json.WriteString("state", change.Kind == ChangeKind.Withdrawn ? "withdrawn" : change.Now.State);
        json.WritePropertyName("cells");
        WriteCells(json, change.Cells);
        json.WriteEndObject();
    }

    private static void WriteCells(Utf8JsonWriter json, ImmutableArray<CellChange> cells)
    {
        json.WriteStartArray();
        foreach (var cell in cells)
        {
            json.WriteStartObject();
            json.WriteString("indicator", cell.Indicator);
            json.WriteString("before", Shown(cell.Before));
            json.WriteString("after", Shown(cell.After));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>A number, or the state of a cell without one.</summary>
    public static string? Shown(Reports.Field? field) => field is null ? null : field.Value switch
    {
        { Number: { } number } => Text.Number(number),
        var value => Text.Name(value.State),
    };

    private void WriteQuarantine(Utf8JsonWriter json)
    {
        json.WriteStartArray("quarantine");
        foreach (var row in Quarantine)
        {
            json.WriteStartObject();
            json.WriteString("path", row.Path);
            json.WriteString("source", row.Source);
            json.WriteString("stage", row.Failure.Stage);
            json.WriteString("code", row.Failure.Code);
            json.WriteMessage("cause", row.Failure.Cause);
            json.WriteNumber("attempts", row.Attempts);
            json.WriteString("first", Times.Of(row.First));
            json.WriteString("last", Times.Of(row.Last));
            json.WriteString("next", row.Next is { } next ? Times.Of(next) : null);
            json.WriteString("dead", row.Dead is { } dead ? Times.Of(dead) : null);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string key, IEnumerable<KeyValuePair<string, int>> counts)
    {
        json.WriteStartObject(key);
        foreach (var (name, count) in counts) json.WriteNumber(name, count);
        json.WriteEndObject();
    }
}
