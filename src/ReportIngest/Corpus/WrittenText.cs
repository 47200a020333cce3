using System.Collections.Immutable;
using ReportIngest.Reports;

namespace ReportIngest.Corpus;

/// <summary>What a report says in words, and whose words they are.</summary>
internal sealed record WrittenText(string? Organization, ImmutableArray<Section> Sections)
{
    public static WrittenText Of(ReportRecord report) => new(report.Organization, report.Sections);
}
