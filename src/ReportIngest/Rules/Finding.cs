using System.Collections.Immutable;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Rules;

/// <summary>One thing that is wrong, or that we are not sure of. Every cell that takes part is named and placed.</summary>
/// <param name="Indicators">Codes of every cell that takes part.</param>
/// <param name="Expected">What the rule computes, where it computes a number.</param>
/// <param name="Actual">What the report says in its place.</param>
/// <param name="Part">
/// What the finding is about where its cells do not tell (a section, a local row) or change while the same thing is wrong
/// (the blanks of a table); null where the cells tell. Only <see cref="Fingerprint"/> reads it.
/// </param>
public sealed record Finding(
    RuleInfo Rule,
    Subject Subject,
    Message Message,
    ImmutableArray<string> Indicators,
    ImmutableArray<Location> At,
    decimal? Expected = null,
    decimal? Actual = null,
    Suggestion? Suggestion = null,
    string? Part = null)
{
    /// <summary>A finding about cells of a report, placed where they stand; a cell that stands nowhere has no place.</summary>
    public static Finding Of(RuleInfo rule, Report report, Message message, params IEnumerable<Indicator> cells)
    {
        ImmutableArray<Indicator> all = [.. cells];
        var at = ImmutableArray.CreateBuilder<Location>(all.Length);
        foreach (var cell in all)
        {
            if (report[cell]?.At is { } place) at.Add(place);
        }

        return new Finding(rule, Subject.Of(report), message, ImmutableArray.CreateRange(all, cell => cell.Code), at.DrainToImmutable());
    }
}

/// <summary>What a finding is about. <paramref name="Report"/> is the report's id, null where no report was recognised; <paramref name="Path"/> is null where there is no file.</summary>
public sealed record Subject(string? Report, string? Path, string? Division, string? Organization, int? Year)
{
    public static Subject Of(Report report) => new(report.Id, report.Source.Path, null, report.Unit?.Name, report.Year);

    public static Subject Of(Source source) => new(null, source.Path, null, null, null);
}

/// <summary>The one cell whose change to <paramref name="Value"/> makes every failing identity of the report hold and breaks none. Never applied.</summary>
public sealed record Suggestion(string Indicator, decimal Value, Message Reason);
