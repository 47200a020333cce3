using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ReportIngest.Corpus;
using ReportIngest.Reports;
using ReportIngest.Rules;
using ReportIngest.Rules.Extraction;

namespace ReportIngest.Rosters;

/// <summary>What coverage keeps of a report at hand: light, so that a corpus fits into memory.</summary>
/// <param name="Paths">Its own first, then those of the files with the same bytes.</param>
/// <param name="IsNothing">Every located cell is blank or zero.</param>
/// <param name="Numbers">Equal for reports that say the same in every cell.</param>
/// <param name="Prose">Equal for reports whose sections one and five are the same apart from their digits; null without text.</param>
/// <param name="Lacks">What a rule says that the report itself lacks. Cells that only we did not find are no fault of the unit.</param>
public sealed record FoundReport(
    string Id,
    ImmutableArray<string> Paths,
    string? Organization,
    int? Year,
    DateOnly? Published,
    Scope Scope,
    Completeness Cells,
    bool IsNothing,
    string Numbers,
    string? Prose,
    Lack Lacks)
{
    public string Path => Paths[0];

    /// <param name="lacks">The gravest that <see cref="LackSaidBy"/> says of its findings.</param>
    public static FoundReport Of(ReportRecord report, Lack lacks) => new(
        report.Id,
        [report.Source.Path, .. report.Copies],
        report.Organization,
        report.Year,
        report.Published,
        Scopes.Of(report),
        report.Completeness,
        report.Fields.All(field => field.Counted is null or 0),
        Hash(string.Join('\n', report.Fields.Select(field => $"{field.Indicator.Code} {field.Counted?.ToString("0.######", CultureInfo.InvariantCulture)}"))),
        ProseOf(report) is { Length: > 0 } prose ? Hash(prose) : null,
        lacks);

    /// <summary>What a finding says that the report lacks: a table is not there (RI507), is a picture (RI508), or has rows or columns too few (RI509; one too many has no cells).</summary>
    public static Lack LackSaidBy(string rule, ImmutableArray<string> indicators) => rule switch
    {
        "RI508" => Lack.Picture,
        "RI507" => Lack.Cells,
        "RI509" when !indicators.IsEmpty => Lack.Cells,
        _ => Lack.Nothing,
    };

    /// <summary>The parts that an office writes itself, without blanks and digits: a copied report has its year changed.</summary>
    private static string ProseOf(ReportRecord report) => string.Concat(report.Sections
        .Where(section => section.Number is 1 or 5)
        .SelectMany(section => CompactText.Of(section.Text).Where(character => !char.IsAsciiDigit(character))));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(..16));
}

/// <summary>What a report does not give, by the findings about it; the gravest last.</summary>
public enum Lack
{
    Nothing,

    /// <summary>Tables, rows or columns.</summary>
    Cells,

    /// <summary>A table that is a picture.</summary>
    Picture,
}

/// <summary>A file without a report: it could not be read (RI905), or nothing in it is a report (RI907).</summary>
public sealed record FileWithoutReport(string Path, Message Reason)
{
    /// <summary>Null for a finding of another kind.</summary>
    public static FileWithoutReport? Of(Finding finding) => Of(finding.Rule.Id, finding.Subject.Path, finding.Message);

    /// <param name="rule">Its id.</param>
    internal static FileWithoutReport? Of(string rule, string? path, Message reason) =>
        path is not null && (rule == FileUnreadable.Info.Id || rule == NoReportRecognised.Info.Id) ? new FileWithoutReport(path, reason) : null;
}
