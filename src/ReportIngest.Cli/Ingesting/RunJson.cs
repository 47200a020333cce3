using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using ReportIngest.Rules;
using ReportIngest.Sinks;

namespace ReportIngest.Cli.Ingesting;

/// <summary><c>run.json</c>: what a run did. The only output that knows the clock and the machine.</summary>
internal static class RunJson
{
    public static void Write(RunRecord record, Stream stream)
    {
        using (var json = new Utf8JsonWriter(stream, Spelling.Json))
        {
            json.WriteStartObject();
            json.WriteString("schema", "reportingest.run/1");
            json.WriteString("version", OwnProgram.Version);
            WriteOptions(json, record.Options);
            json.WriteString("started", Spelling.Time(record.Started));
            json.WriteString("finished", Spelling.Time(record.Finished));
            json.WriteBoolean("interrupted", record.Interrupted);
            json.WriteBoolean("complete", record.Complete);
            json.WriteNumber("files", record.Tally.Files);
            json.WriteCounts("outcomes", record.Tally.Outcomes);
            json.WriteCounts("formats", record.Tally.Formats);
            json.WriteCounts("editions", record.Tally.Editions);
            json.WriteCounts("skipped", record.Skipped.Select(skip => KeyValuePair.Create(Spelling.Snake(skip.Key), skip.Value)));
            json.WriteCounts(record.Tally.Checks, record.Tally.Cells);
            WriteFindings(json, record);
            WriteVerdicts(json, record);
            WriteCoverage(json, record);
            WriteQuarantine(json, record);
            json.WriteTexts("left_by_earlier_runs", record.Earlier.Left);
            WriteCost(json, record);
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }

    public static void WriteOptions(Utf8JsonWriter json, IngestOptions options)
    {
        json.WriteStartObject("options");
        json.WriteTexts("paths", options.Paths);
        json.WriteString("out", options.Output);
        json.WriteTexts("format", options.Formats);
        json.WriteBoolean("blank_as_zero", options.Export.BlankAsZero);
        json.WriteNumber("jobs", options.Jobs);
        json.WriteString("isolation", Spelling.Name(options.Isolation));
        json.WriteString("fail_on", options.FailOn is { } severity ? Spelling.Name(severity) : null);
        json.WriteTexts("include", options.Include);
        json.WriteTexts("exclude", options.Exclude);
        json.WriteString("history", options.History);
        json.WriteString("roster", options.Roster.Path);
        json.WriteNumbers("years", options.Roster.Years);
        json.WriteString("as_of", Spelling.Date(options.Roster.AsOf));
        json.WriteString("config", options.Configuration.Path);
        json.WriteString("baseline", options.Verdicts.BaselinePath);
        json.WriteString("suppress", options.Verdicts.SuppressPath);
        json.WriteEndObject();
    }

    private static void WriteFindings(Utf8JsonWriter json, RunRecord record)
    {
        json.WriteCounts("severities", Enum.GetValues<Severity>().Select(severity =>
            KeyValuePair.Create(Spelling.Name(severity), record.Tally.Severities.GetValueOrDefault(severity))));
        json.WriteCounts("findings", record.Tally.Findings.Select(rule => KeyValuePair.Create(rule.Key, rule.Value.Count)));
        json.WriteStartObject("rules");
        foreach (var (id, look) in record.Tally.Looks)
        {
            json.WriteStartObject(id);
            json.WriteNumber("holds", look.Holds);
            json.WriteNumber("fails", look.Fails);
            json.WriteNumber("cannot_tell", look.CannotTell);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteVerdicts(Utf8JsonWriter json, RunRecord record)
    {
        if (record.Options.Verdicts.BaselinePath is not null)
        {
            json.WriteStartObject("baseline");
            json.WriteNumber("new", record.Tally.New);
            json.WriteNumber("unchanged", record.Tally.Unchanged);
            json.WriteNumber("gone", record.Tally.Rest.Gone);
            json.WriteNumber("not_checked", record.Tally.Rest.NotChecked);
            json.WriteEndObject();
        }
        if (record.Options.Verdicts.SuppressPath is null) return;
        json.WriteStartObject("suppressed");
        json.WriteNumber("findings", record.Tally.Suppressed);
        json.WriteStartArray("stale");
        foreach (var (entry, why) in record.StaleSuppressions)
        {
            json.WriteStartObject();
            json.WriteNumber("line", entry.Line);
            json.WriteString("rule", entry.Rule);
            json.WriteString("unit", entry.Unit);
            json.WriteString("why", Spelling.Name(why));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCoverage(Utf8JsonWriter json, RunRecord record)
    {
        if (record.Rosters.IsEmpty) return;
        json.WriteStartObject("coverage");
        foreach (var year in record.Rosters.SelectMany(roster => roster.Coverage!.Entries).GroupBy(entry => entry.Year).OrderBy(year => year.Key))
            json.WriteCounts(Spelling.Number(year.Key), year.CountBy(entry => entry.Status).OrderBy(count => count.Key).Select(count => KeyValuePair.Create(Spelling.Snake(count.Key), count.Value)));
        json.WriteEndObject();
    }

    private static void WriteQuarantine(Utf8JsonWriter json, RunRecord record)
    {
        json.WriteStartArray("quarantined");
        foreach (var finding in record.Tally.Quarantined)
        {
            json.WriteStartObject();
            json.WriteString("path", finding.Subject.Path);
            json.WriteMessage("reason", finding.Message);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteCost(Utf8JsonWriter json, RunRecord record)
    {
        json.WriteStartObject("seconds");
        foreach (var (stage, time) in record.Clock.Stages) json.WriteNumber(stage, Math.Round(time.TotalSeconds, 3));
        json.WriteNumber("total", Math.Round((record.Finished - record.Started).TotalSeconds, 3));
        json.WriteEndObject();
        using var process = Process.GetCurrentProcess();
        json.WriteNumber("peak_memory_bytes", process.PeakWorkingSet64);
    }
}
