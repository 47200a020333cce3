using System.Collections.Immutable;
using System.Text.Json;
using ReportIngest.Corpus;
using ReportIngest.Sinks;
using ReportIngest.Sinks.Comparison;

namespace ReportIngest.Cli.Refreshing;

/// <summary>A run's <c>run.json</c>.</summary>
internal static class RefreshJson
{
    public static void Write(RefreshRecord record, Stream stream)
    {
        var run = record.Run;
        using (var json = new Utf8JsonWriter(stream, Spelling.Json))
        {
            json.WriteStartObject();
            json.WriteString("schema", "reportingest.refresh/1");
            json.WriteNumber("run", run.Number);
            json.WriteString("version", OwnProgram.Version);
            json.WriteString("program", run.Key.Program);
            json.WriteString("started", Spelling.Time(run.Started));
            json.WriteString("finished", Spelling.Time(record.Finished));
            json.WriteString("state", record.Held ? "held" : "published");
            json.WriteNumber("exit_code", record.ExitCode);
            json.WriteString("accepted", run.Options.Accept);
            json.WriteBoolean("retry", run.Options.Retry);
            Write(json, "sources", record.Listings, Write);
            json.WriteCounts("sightings", run.Tally.Sightings);
            json.WriteCounts("failures", run.Tally.Failures);
            json.WriteNumber("read", run.Tally.Read);
            json.WriteCounts("changes", Enum.GetValues<ChangeKind>().Select(kind => KeyValuePair.Create(Spelling.Snake(kind), record.Changes.Count(change => change.Kind == kind))));
            Write(json, record.Valve);
            Write(json, "changed", record.Changes, Write);
            Write(json, "untold", record.Untold, Write);
            Write(json, "quarantine", record.Quarantine, Write);
            json.WriteNumber("documents", record.Live);
            json.WriteNumber("reports", record.Reports);
            json.WriteTexts("written", record.Written);
            json.WriteStartObject("seconds");
            foreach (var (stage, time) in record.Stages.Stages) json.WriteNumber(stage, Math.Round(time.TotalSeconds, 3));
            json.WriteNumber("total", Math.Round((record.Finished - run.Started).TotalSeconds, 3));
            json.WriteEndObject();
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }

    /// <summary>As an array of objects with <c>indicator</c>, <c>before</c>, <c>after</c>.</summary>
    public static string Cells(ImmutableArray<CellChange> cells) => StreamedText.Of(stream =>
    {
        using var json = new Utf8JsonWriter(stream, Spelling.Json);
        WriteCells(json, cells);
    });

    /// <summary>A number, or the state of a cell without one.</summary>
    public static string? Shown(Reports.Field? field) => field is null ? null : field.Value switch
    {
        { Number: { } number } => Spelling.Number(number),
        var value => Spelling.Name(value.State),
    };

    private static void Write(Utf8JsonWriter json, Listing listing)
    {
        json.WriteStartObject();
        json.WriteString("name", listing.Source.Name);
        json.WriteString("kind", Spelling.Name(listing.Source.Kind));
        json.WriteString("place", listing.Source.Place);
        json.WriteNumber("listed", listing.Targets.Length);
        json.WriteBoolean("complete", listing.Complete);
        json.WriteString("failure", listing.Failure?.Code);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SafetyValve valve)
    {
        json.WriteStartObject("valve");
        json.WriteNumber("units", valve.Units);
        json.WriteNumber("lost", valve.Lost);
        json.WriteNumber("reports", valve.Reports);
        json.WriteNumber("changed", valve.Changed);
        if (valve.Trip is { } trip) json.WriteMessage("reason", trip);
        else json.WriteNull("reason");
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Change change)
    {
        json.WriteStartObject();
        json.WriteString("change", Spelling.Snake(change.Kind));
        json.WriteString("path", change.Path);
        json.WriteString("from", change.From);
        json.WriteString("unit", change.Now.Unit ?? change.Was?.Unit);
        json.WriteNumberOrNull("year", change.Now.Year ?? change.Was?.Year);
        json.WriteString("sha256", change.Hash);
        json.WriteString("state", change.Kind == ChangeKind.Withdrawn ? "withdrawn" : change.Now.State);
        json.WritePropertyName("cells");
        WriteCells(json, change.Cells);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, UntoldChange change)
    {
        json.WriteStartObject();
        json.WriteNumber("run", change.Run);
        json.WriteString("change", change.Kind);
        json.WriteString("path", change.Path);
        json.WriteString("unit", change.Unit);
        json.WriteNumberOrNull("year", change.Year);
        json.WritePropertyName("cells");
        json.WriteRawValue(change.Cells);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, QuarantineRow row)
    {
        json.WriteStartObject();
        json.WriteString("path", row.Path);
        json.WriteString("source", row.Source);
        json.WriteString("stage", row.Failure.Stage);
        json.WriteString("code", row.Failure.Code);
        json.WriteMessage("cause", row.Failure.Cause);
        json.WriteNumber("attempts", row.Attempts);
        json.WriteString("first", Spelling.Time(row.First));
        json.WriteString("last", Spelling.Time(row.Last));
        json.WriteString("next", row.Next is { } next ? Spelling.Time(next) : null);
        json.WriteString("dead", row.Dead is { } dead ? Spelling.Time(dead) : null);
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

    private static void Write<T>(Utf8JsonWriter json, string key, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(key);
        foreach (var item in items) write(json, item);
        json.WriteEndArray();
    }
}
