using System.Collections.Immutable;
using ReportIngest.Cli.Ingesting;

namespace ReportIngest.Cli.Configuring;

/// <summary>What <c>refresh</c> and <c>store</c> are told by the configuration. Paths are resolved against the folder of the configuration's file.</summary>
internal sealed record RefreshSettings
{
    public static RefreshSettings Default { get; } = new();

    /// <summary>Folder of the store; null where the configuration names none.</summary>
    public string? Store { get; init; }

    /// <summary>Folder that each published run writes its outputs to, or null.</summary>
    public string? Publish { get; init; }

    /// <summary>Formats of <see cref="Publish"/>; <c>jsonl</c> is always among them.</summary>
    public ImmutableArray<string> Formats { get; init; } = ["jsonl"];

    /// <summary>Roster of the units of all sources that have none of their own, or null.</summary>
    public string? Roster { get; init; }

    public int Jobs { get; init; } = Environment.ProcessorCount;

    public Isolating Isolation { get; init; } = Isolating.Process;

    /// <summary>Share of units and years that may lose their report in one run.</summary>
    public double LostShare { get; init; } = 0.05;

    /// <summary>Share of reports whose values may change in one run.</summary>
    public double ChangedShare { get; init; } = 0.05;

    /// <summary>Failures in a row after which an address counts as dead. With pauses that double from a day, eight take four months.</summary>
    public int Attempts { get; init; } = 8;

    public FetchSettings Fetch { get; init; } = new();

    public ImmutableArray<SourceSettings> Sources { get; init; } = [];
}

/// <summary>How addresses are fetched.</summary>
internal sealed record FetchSettings
{
    /// <summary>Addresses fetched at the same time; each host sees no more than <see cref="PerHost"/> of them.</summary>
    public const int AtOnce = 16;

    /// <summary>Null for one that names this program.</summary>
    public string? UserAgent { get; init; }

    /// <summary>Between the beginnings of two requests to one host.</summary>
    public TimeSpan Pace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Requests to one host at the same time.</summary>
    public int PerHost { get; init; } = 2;

    /// <summary>For one attempt, body and all.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Further attempts after one that failed in a way that may pass.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>Pause before the first retry; each further one is twice as long, with jitter.</summary>
    public TimeSpan Backoff { get; init; } = TimeSpan.FromSeconds(2);

    public int Redirects { get; init; } = 5;

    public bool Robots { get; init; } = true;

    /// <summary>Hosts and networks of private addresses that may be asked: <c>10.1.2.3</c>, <c>10.0.0.0/8</c>.</summary>
    public ImmutableArray<string> Private { get; init; } = [];
}

internal enum SourceKind { Folder, File, Urls, Listing }

/// <summary>One place from which documents come.</summary>
/// <param name="Place">As the configuration spells it: a folder, a file, a list of addresses, or the address of a listing page.</param>
internal sealed record SourceSettings(string Name, SourceKind Kind, string Place)
{
    /// <summary>Where <see cref="Place"/> is on this machine, or the address itself.</summary>
    public required string FullPlace { get; init; }

    /// <summary>Whose reports these are, where the source knows; a report that names another unit is shown.</summary>
    public string? Unit { get; init; }

    /// <summary>Roster of the units whose reports these are; null for that of all sources.</summary>
    public string? Roster { get; init; }

    public ImmutableArray<string> Include { get; init; } = [];

    public ImmutableArray<string> Exclude { get; init; } = [];

    /// <summary>CSS selector of a listing page's links.</summary>
    public string Links { get; init; } = "a[href]";

    /// <summary>Pattern whose group, or whole match, in a link's text or address is its year; links without are left out. Null for all links.</summary>
    public string? Year { get; init; }

    /// <summary>CSS selector of the link to the next page, or null.</summary>
    public string? Next { get; init; }

    /// <summary>Pages of a listing that are followed at most.</summary>
    public int Pages { get; init; } = 50;
}
