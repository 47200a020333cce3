using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using ReportIngest.Cli.Covering;
using ReportIngest.Rules;

namespace ReportIngest.Cli.Ingesting;

/// <summary><c>run.json</c>: what a run did. The only output that knows the clock and the machine.</summary>
/// <param name="Complete">Not interrupted, there was a file to read, and every path given was there and could be opened.</param>
internal sealed record RunRecord(
    IngestOptions Options,
    DateTimeOffset Started,
    DateTimeOffset Finished,
    bool Interrupted,
    bool Complete,
    RunTally Tally,
    ImmutableSortedDictionary<Skip, int> Skipped,
    StageClock Clock,
    ImmutableArray<RosterPass> Rosters,
    ImmutableArray<(Suppression Entry, Staleness Why)> StaleSuppressions,
    EarlierOutputs Earlier)
{
    /// <summary>Where the outputs are.</summary>
    public string Folder => Interrupted ? System.IO.Path.Combine(Options.Output, IngestOptions.Interrupted) : Options.Output;

    public static string Version { get; } =
        Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public void Write(Stream stream)
    {
        using (var json = new Utf8JsonWriter(stream, Spelling.Json))
        {
            json.WriteStartObject();
            json.WriteString("schema", "reportingest.run/1");
            json.WriteString("version", Version);
            WriteOptions(json, Options);
            json.WriteString("started", Time(Started));
            json.WriteString("finished", Time(Finished));
            json.WriteBoolean("interrupted", Interrupted);
            json.WriteBoolean("complete", Complete);
            json.WriteNumber("files", Tally.Files);
            Write(json, "outcomes", Tally.Outcomes);
            Write(json, "formats", Tally.Formats);
            Write(json, "editions", Tally.Editions);
            Write(json, "skipped", Skipped.Select(skip => KeyValuePair.Create(Snake(skip.Key), skip.Value)));
            WriteCounts(json);
            WriteFindings(json);
            WriteVerdicts(json);
            WriteCoverage(json);
            WriteQuarantine(json);
            Write(json, "left_by_earlier_runs", Earlier.Left);
            WriteCost(json);
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }

    public static void WriteOptions(Utf8JsonWriter json, IngestOptions options)
    {
        json.WriteStartObject("options");
        Write(json, "paths", options.Paths);
        json.WriteString("out", options.Output);
        Write(json, "format", options.Formats);
        json.WriteBoolean("blank_as_zero", options.Export.BlankAsZero);
        json.WriteNumber("jobs", options.Jobs);
        json.WriteString("isolation", options.Isolation == Isolating.Process ? "process" : "none");
        json.WriteString("fail_on", options.FailOn is { } severity ? Spelling.Name(severity) : null);
        Write(json, "include", options.Include);
        Write(json, "exclude", options.Exclude);
        json.WriteString("history", options.History);
        json.WriteString("roster", options.Roster.Path);
        json.WriteStartArray("years");
        foreach (var year in options.Roster.Years) json.WriteNumberValue(year);
        json.WriteEndArray();
        json.WriteString("as_of", Spelling.Date(options.Roster.AsOf));
        json.WriteString("config", options.Configuration.Path);
        json.WriteString("baseline", options.Verdicts.BaselinePath);
        json.WriteString("suppress", options.Verdicts.SuppressPath);
        json.WriteEndObject();
    }

    private void WriteCounts(Utf8JsonWriter json)
    {
        json.WriteStartObject("checks");
        json.WriteNumber("passed", Tally.Checks.Passed);
        json.WriteNumber("failed", Tally.Checks.Failed);
        json.WriteNumber("not_assessable", Tally.Checks.NotAssessable);
        json.WriteEndObject();
        json.WriteStartObject("completeness");
        json.WriteNumber("expected", Tally.Cells.Expected);
        json.WriteNumber("found", Tally.Cells.Found);
        json.WriteEndObject();
    }

    private void WriteFindings(Utf8JsonWriter json)
    {
        Write(json, "severities", Enum.GetValues<Severity>().Select(severity =>
            KeyValuePair.Create(Spelling.Name(severity), Tally.Severities.GetValueOrDefault(severity))));
        Write(json, "findings", Tally.Findings.Select(rule => KeyValuePair.Create(rule.Key, rule.Value.Count)));
        json.WriteStartObject("rules");
        foreach (var (id, look) in Tally.Looks)
        {
            json.WriteStartObject(id);
            json.WriteNumber("holds", look.Holds);
            json.WriteNumber("fails", look.Fails);
            json.WriteNumber("cannot_tell", look.CannotTell);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private void WriteVerdicts(Utf8JsonWriter json)
    {
        if (Options.Verdicts.BaselinePath is not null)
        {
            json.WriteStartObject("baseline");
            json.WriteNumber("new", Tally.New);
            json.WriteNumber("unchanged", Tally.Unchanged);
            json.WriteNumber("gone", Tally.Rest.Gone);
            json.WriteNumber("not_checked", Tally.Rest.NotChecked);
            json.WriteEndObject();
        }
        if (Options.Verdicts.SuppressPath is null) return;
        json.WriteStartObject("suppressed");
        json.WriteNumber("findings", Tally.Suppressed);
        json.WriteStartArray("stale");
        foreach (var (entry, why) in StaleSuppressions)
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

    private void WriteCoverage(Utf8JsonWriter json)
    {
        if (Rosters.IsEmpty) return;
        json.WriteStartObject("coverage");
        foreach (var year in Rosters.SelectMany(roster => roster.Coverage!.Entries).GroupBy(entry => entry.Year).OrderBy(year => year.Key))
            Write(json, Spelling.Number(year.Key), year.CountBy(entry => entry.Status).OrderBy(count => count.Key).Select(count => KeyValuePair.Create(Spelling.Snake(count.Key), count.Value)));
        json.WriteEndObject();
    }

    private void WriteQuarantine(Utf8JsonWriter json)
    {
        json.WriteStartArray("quarantined");
        foreach (var finding in Tally.Quarantined)
        {
            json.WriteStartObject();
            json.WriteString("path", finding.Subject.Path);
            json.WriteStartObject("reason");
            json.WriteString("zh", finding.Message.Zh);
            json.WriteString("en", finding.Message.En);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteCost(Utf8JsonWriter json)
    {
        json.WriteStartObject("seconds");
        foreach (var (stage, time) in Clock.Stages) json.WriteNumber(stage, Math.Round(time.TotalSeconds, 3));
        json.WriteNumber("total", Math.Round((Finished - Started).TotalSeconds, 3));
        json.WriteEndObject();
        using var process = Process.GetCurrentProcess();
        json.WriteNumber("peak_memory_bytes", process.PeakWorkingSet64);
    }

    private static void Write(Utf8JsonWriter json, string key, ImmutableArray<string> values)
    {
        json.WriteStartArray(key);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string key, IEnumerable<KeyValuePair<string, int>> counts)
    {
        json.WriteStartObject(key);
        foreach (var (name, count) in counts) json.WriteNumber(name, count);
        json.WriteEndObject();
    }

    private static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fffK", CultureInfo.InvariantCulture);

    private static string Snake(Skip skip) => skip switch
    {
        Skip.Hidden => "hidden",
        Skip.ByProduct => "by_product",
        Skip.OwnOutput => "own_output",
        Skip.Link => "link",
        _ => "not_selected",
    };
}

/// <summary>Time by stage. Reading and ingesting run on several threads: their times are sums over the files, not durations.</summary>
internal sealed class StageClock
{
    private readonly Dictionary<string, TimeSpan> _stages = [];

    /// <summary>In the order in which they were first added.</summary>
    public IEnumerable<KeyValuePair<string, TimeSpan>> Stages => _stages;

    public void Add(string stage, TimeSpan time) => _stages[stage] = _stages.GetValueOrDefault(stage) + time;

    public void Measure(string stage, Action work) => Measure(stage, () =>
    {
        work();
        return true;
    });

    public T Measure<T>(string stage, Func<T> work)
    {
        var start = TimeProvider.System.GetTimestamp();
        var result = work();
        Add(stage, TimeProvider.System.GetElapsedTime(start));
        return result;
    }
}
