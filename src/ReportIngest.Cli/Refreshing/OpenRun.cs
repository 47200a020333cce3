using ReportIngest.Cli.Configuring;
using ReportIngest.Cli.Isolation;
using ReportIngest.Cli.Storing;
using ReportIngest.Reading;

namespace ReportIngest.Cli.Refreshing;

/// <summary>A run that has begun: what it was told, and what the store knows.</summary>
internal sealed class OpenRun
{
    public OpenRun(RefreshOptions options, Store store, TimeProvider clock, CancellationToken stop)
    {
        (Options, Store, Clock, Stop) = (options, store, clock, stop);
        Started = clock.GetLocalNow();
        Key = ReadingKey.Of(Limits);
        State.Execute("UPDATE run SET state = 'broken_off' WHERE state = 'running'");
        Number = State.Insert("INSERT INTO run (started, day, state, program, accepted) VALUES ($0, $1, 'running', $2, $3)", Times.Of(Started), Day, Key.Program, options.Accept);
        (Readings, Addresses, Quarantine) = (new Readings(State, Key), new Addresses(State), new Quarantine(State, Settings.Attempts));
    }

    public RefreshOptions Options { get; }

    public RefreshSettings Settings => Options.Configuration.Refresh;

    public Limits Limits => Options.Configuration.Limits;

    public Store Store { get; }

    public Database State => Store.State;

    public TimeProvider Clock { get; }

    public CancellationToken Stop { get; }

    public DateTimeOffset Started { get; }

    /// <summary>From which on its versions are published.</summary>
    public string Day => Spelling.Date(DateOnly.FromDateTime(Started.DateTime))!;

    public long Number { get; }

    public ReadingKey Key { get; }

    public Readings Readings { get; }

    public Addresses Addresses { get; }

    public Quarantine Quarantine { get; }

    public RefreshTally Tally { get; } = new();

    /// <summary>Null where the configuration wants none.</summary>
    public WorkerPool? Workers() => Settings.Isolation == Ingesting.Isolating.Process ? new WorkerPool(Limits, Settings.Jobs) : null;

    /// <summary>Whether an address or a source is left alone in this run, because its next try is due later or it is dead.</summary>
    public bool Waits(string path) => !Options.Retry && Quarantine.Waits(path, Clock.GetUtcNow());
}
