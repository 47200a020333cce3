using System.Collections.Immutable;
using ReportIngest.Reports;

namespace ReportIngest.Rules;

/// <summary>One thing that is wrong, or that we are not sure of. Every cell that takes part is named and placed.</summary>
/// <param name="Indicators">Codes of every cell that takes part.</param>
/// <param name="Expected">What the rule computes, where it computes a number.</param>
/// <param name="Actual">What the report says in its place.</param>
public sealed record Finding(
    RuleInfo Rule,
    Subject Subject,
    Message Message,
    ImmutableArray<string> Indicators,
    ImmutableArray<Location> At,
    decimal? Expected = null,
    decimal? Actual = null,
    Suggestion? Suggestion = null);

/// <summary>What a finding is about. <paramref name="Report"/> is the report's id, null where no report was recognised.</summary>
public sealed record Subject(string? Report, string Path, string? Division, string? Organization, int? Year)
{
    public static Subject Of(Report report) => new(report.Id, report.Source.Path, null, report.Unit?.Name, report.Year);

    public static Subject Of(Source source) => new(null, source.Path, null, null, null);
}

/// <summary>The one cell whose change to <paramref name="Value"/> makes every failing identity of the report hold and breaks none. Never applied.</summary>
public sealed record Suggestion(string Indicator, decimal Value, Message Reason);
