using System.Collections.Immutable;
using ReportIngest.Cli.Configuring;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Outputs;

namespace ReportIngest.Cli.Refreshing;

/// <summary>One address that a source lists.</summary>
/// <param name="Path">What it is called in the store and its outputs: a path as the configuration begins it, or a URL.</param>
/// <param name="File">What it is on this machine; null for a URL.</param>
internal sealed record Target(string Path, SourceSettings Source, InputFile? File, string? Unit);

/// <summary>Why a source or an address gave nothing.</summary>
/// <param name="Stage"><c>list</c>, <c>fetch</c> or <c>read</c>.</param>
/// <param name="Code">One word for machines: <c>not_found</c>, <c>timeout</c>, <c>not_a_document</c> …</param>
internal sealed record Failure(string Stage, string Code, Message Cause)
{
    private const string Unreadable = "unreadable", DamagedBody = "damaged_body";

    /// <summary>The bytes are at hand and hold nothing that can be read: only other bytes or another program can help.</summary>
    public bool IsOfBytes => Code == Unreadable;

    /// <summary>The store has lost the bytes: the same ones out of the source or a backup can help.</summary>
    public bool IsOfStore => Code == DamagedBody;

    public static Failure Damaged(string hash) => new("read", DamagedBody, new Message(
        $"存储的内容已损坏（{hash} 的文件缺失或已改动），已发布的保持不变，每次运行都重新查看来源；来源不再提供的请从备份恢复。",
        $"The stored bytes are damaged (the file of {hash} is not there or holds something else): what is published stays, every run looks at the source again; what it no longer has is restored from a backup."));

    /// <summary>Reading was given up, or this program failed: another time it may be finished.</summary>
    public static Failure NotFinished(Message cause) => new("read", "not_finished", cause);

    public static Failure OfBytes(Message cause) => new("read", Unreadable, cause);
}

/// <summary>What a source lists in this run.</summary>
/// <param name="Complete">What is not listed is not there any more; false where the source could not be looked through.</param>
/// <param name="Waits">It was not looked through, because its next try is due later.</param>
internal sealed record Listing(SourceSettings Source, ImmutableArray<Target> Targets, bool Complete, Failure? Failure = null, bool Waits = false) : IDisposable
{
    /// <summary>Archives that targets lie in; open until they were looked at.</summary>
    public Inputs? Inputs { get; init; }

    public void Dispose() => Inputs?.Dispose();
}

internal enum SightingKind
{
    /// <summary>As it was the last time; its bytes were not looked at.</summary>
    Unchanged,

    /// <summary>Its bytes were looked at, and may be the same.</summary>
    Found,

    /// <summary>Its server says that they are the same.</summary>
    NotModified,

    /// <summary>The address says that nothing is there.</summary>
    Gone,

    Failed,

    /// <summary>Not tried: its next try is due later, or it is dead.</summary>
    Waiting,
}

/// <summary>What one address held in this run.</summary>
/// <param name="Outcome">Of bytes that had not been read before; else null.</param>
/// <param name="Stamp">By which the next run can tell that nothing has changed.</param>
internal sealed record Sighting(
    Target Target,
    SightingKind Kind,
    string? Hash = null,
    long Bytes = 0,
    FileOutcome? Outcome = null,
    Stamp? Stamp = null,
    Failure? Failure = null,
    int? Status = null,
    TimeSpan Took = default);

/// <summary>Size and time of a file, or validators of a web server.</summary>
internal sealed record Stamp(long? Bytes = null, long? Ticks = null, long? Looked = null, string? ETag = null, string? Modified = null);
