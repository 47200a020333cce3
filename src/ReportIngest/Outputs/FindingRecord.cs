using System.Collections.Immutable;
using ReportIngest.Corpus;
using ReportIngest.Reports;
using ReportIngest.Rosters;
using ReportIngest.Rules;

namespace ReportIngest.Outputs;

/// <summary>One finding as <c>findings.jsonl</c> holds it. Its rule may be one that this version no longer has.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="Suppressed">By which people have accepted it; null for an open one.</param>
/// <param name="Baseline"><c>new</c>, <c>unchanged</c>, in <c>gone.jsonl</c> <c>gone</c> or <c>not_checked</c>; null where nothing earlier was given.</param>
public sealed record FindingRecord(
    string Rule,
    Category Category,
    Severity Severity,
    Subject Subject,
    ImmutableArray<string> Indicators,
    decimal? Expected,
    decimal? Actual,
    Message Message,
    ImmutableArray<Location> At,
    Suggestion? Suggestion,
    string Fingerprint,
    Acceptance? Suppressed,
    string? Baseline)
{
    public static FindingRecord Of(MarkedFinding marked) => new(
        marked.Finding.Rule.Id,
        marked.Finding.Rule.Category,
        marked.Finding.Rule.Severity,
        marked.Finding.Subject,
        marked.Finding.Indicators,
        marked.Finding.Expected,
        marked.Finding.Actual,
        marked.Finding.Message,
        marked.Finding.At,
        marked.Finding.Suggestion,
        marked.Fingerprint,
        marked.Suppression is { } entry ? new Acceptance(entry.Reason, entry.Who, entry.Until) : null,
        marked.Baseline is { } state ? Spelling.Name(state) : null);

    /// <summary>The file that it says has no report; null for a finding of another kind.</summary>
    public FileWithoutReport? FileWithoutReport => FileWithoutReport.Of(Rule, Subject.Path, Message);
}

/// <summary>Why people have accepted a finding, who, and until when.</summary>
public sealed record Acceptance(string Reason, string Who, DateOnly? Until);

public sealed record PlacedFinding(LinePlace Place, FindingRecord Record);
