using System.Collections.Immutable;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Form;

/// <summary>Whether a report is held to the official form at all.</summary>
internal static class OfficialForm
{
    /// <summary>The sections that are tables.</summary>
    public static readonly ImmutableArray<int> Tables = [2, 3, 4];

    // 国办公开办函〔2019〕60号 only encouraged its form for the reports of 2019; from the next year on it binds.
    private const int FirstBoundYear = 2020;

    /// <summary>A report for a bound year, or one that uses the form by itself.</summary>
    public static bool Binds(Report report) => FormCatalog.Find(report.Edition) is not null || report.Year >= FirstBoundYear;

    /// <summary>We may have overlooked a table: a doubt names it, or names no table and may mean any.</summary>
    public static bool IsDoubted(Report report, int section) =>
        report.Doubts.Any(doubt => doubt.Rule is "RI901" or "RI902" && (doubt.Section ?? section) == section);

    /// <summary>Where the table should be there is a picture.</summary>
    public static bool IsPictured(Report report, int section) =>
        report.Tables.All(table => table.Section != section) && report.Sections.Any(one => one.Number == section && one.HasPicture);

    /// <summary>Whether rows and columns may be held against the form: a 2019 report may deviate in them.</summary>
    public static bool BindsInDetail(Report report) => FormCatalog.Find(report.Edition) is not null && report.Year is not < FirstBoundYear;
}
