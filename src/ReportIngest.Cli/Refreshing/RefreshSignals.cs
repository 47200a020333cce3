using System.Diagnostics;
using System.Diagnostics.Metrics;
using ReportIngest.Cli.Ingesting;

namespace ReportIngest.Cli.Refreshing;

/// <summary>What a run says to those who watch programs: spans of its stages and fetches, and its counts. Nothing is made where nobody listens.</summary>
internal static class RefreshSignals
{
    /// <summary>Of the spans and of the metrics.</summary>
    public const string Name = "reportingest.refresh";

    private static readonly ActivitySource Spans = new(Name, RunRecord.Version);
    private static readonly Meter Metrics = new(Name, RunRecord.Version);
    private static readonly Counter<int> Sightings = Metrics.CreateCounter<int>($"{Name}.sightings", "{address}", "Addresses looked at, by what was found");
    private static readonly Counter<int> Failures = Metrics.CreateCounter<int>($"{Name}.failures", "{address}", "Addresses that failed, by cause");
    private static readonly Counter<int> Changes = Metrics.CreateCounter<int>($"{Name}.changes", "{document}", "Changes, by kind; also those that the safety valve held");
    private static readonly Gauge<int> Documents = Metrics.CreateGauge<int>($"{Name}.documents", "{document}", "Documents published");
    private static readonly Gauge<int> Reports = Metrics.CreateGauge<int>($"{Name}.reports", "{report}", "Reports published");
    private static readonly Gauge<int> Quarantine = Metrics.CreateGauge<int>($"{Name}.quarantine", "{address}", "Addresses, sources and documents with a problem, by whether they are dead");
    private static readonly Gauge<int> ExitCode = Metrics.CreateGauge<int>($"{Name}.exit_code", null, "Exit code of the last run");
    private static readonly Gauge<double> Duration = Metrics.CreateGauge<double>($"{Name}.duration", "s", "Seconds of the last run, by stage");

    /// <summary>Null where nobody listens.</summary>
    public static Activity? Begin(string name) => Spans.StartActivity(name);

    public static void Report(RefreshRecord record)
    {
        foreach (var (kind, count) in record.Run.Tally.Sightings) Sightings.Add(count, Tag("kind", kind));
        foreach (var (code, count) in record.Run.Tally.Failures) Failures.Add(count, Tag("code", code));
        foreach (var (kind, count) in record.Changes.CountBy(change => change.Kind)) Changes.Add(count, Tag("kind", Spelling.Snake(kind)));
        Documents.Record(record.Live);
        Reports.Record(record.Reports);
        foreach (var dead in (bool[])[false, true]) Quarantine.Record(record.Quarantine.Count(row => row.Dead is not null == dead), Tag("dead", dead));
        ExitCode.Record(record.ExitCode);
        foreach (var (stage, time) in record.Stages.Stages) Duration.Record(time.TotalSeconds, Tag("stage", stage));
        Activity.Current?.SetTag("run", record.Run.Number).SetTag("exit_code", record.ExitCode);
    }

    private static KeyValuePair<string, object?> Tag(string key, object value) => new(key, value);
}
