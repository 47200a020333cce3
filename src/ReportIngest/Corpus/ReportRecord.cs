using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Corpus;

/// <summary>
/// One report as <c>reports.jsonl</c> holds it: what a second pass, an export or a store knows of it. Unlike <see cref="Report"/> it has neither
/// the document's tables nor our doubts, and its sums are already counted.
/// </summary>
/// <param name="Copies">Paths of the other files with the same bytes.</param>
/// <param name="Division">Code of the roster, or null.</param>
/// <param name="Edition"><c>2021</c>, <c>2019</c>, or <c>unknown</c>.</param>
/// <param name="Fields">As in <see cref="Report.Fields"/>.</param>
public sealed record ReportRecord(
    Source Source,
    FileKind Format,
    string? Encoding,
    ImmutableArray<string> Copies,
    string? Organization,
    string? Division,
    Level? Level,
    int? Year,
    string Edition,
    string? Title,
    DateOnly? Published,
    ImmutableArray<Section> Sections,
    ImmutableArray<Field> Fields,
    Checks Checks,
    Completeness Completeness)
{
    // Made for a cell that does not stand where the form has it: mostly they all do.
    private Dictionary<string, Field>? _byCode;

    public ImmutableArray<Field> Fields
    {
        get;
        // A copy made by "with" has to index its own fields.
        init
        {
            field = value;
            _byCode = null;
        }
    } = Fields;

    /// <summary>The SHA-256 of the source's bytes, in hex.</summary>
    public string Id => Source.Sha256;

    /// <summary>The field of an indicator; null where neither edition of this report has it.</summary>
    public Field? this[string code] => FormCatalog.Find(Edition)?.Find(code) is { Number: var place } cell && place < Fields.Length && Fields[place].Indicator == cell
        ? Fields[place]
        : (_byCode ??= Fields.ToDictionary(field => field.Indicator.Code)).GetValueOrDefault(code);

    /// <param name="copies">Paths of the other files with the same bytes.</param>
    public static ReportRecord Of(Report report, ImmutableArray<string> copies) => new(
        report.Source,
        report.Format,
        report.Encoding,
        copies,
        report.Unit?.Name,
        null, // needs a roster
        report.Unit?.Level,
        report.Year,
        report.Edition,
        report.Title,
        report.Published,
        report.Sections,
        report.Fields,
        Checks.Of(report),
        Completeness.Of(report));
}
