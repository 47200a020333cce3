using System.Collections.Immutable;
using ReportIngest.Forge;
using ReportIngest.Reports;
using ReportIngest.Rules;

namespace ReportIngest.Benchmarks.Accuracy;

/// <summary>What came of one forged report, held against its truth.</summary>
/// <param name="Wrong">Cells whose state or number is not the truth's.</param>
/// <param name="Meta">Names of the fields of who and when that are wrong.</param>
/// <param name="Found">The injected fault was found; null for a sound report.</param>
/// <param name="Explained">Its mend was suggested, or its move named; null where the fault has no single explanation.</param>
/// <param name="FalseAlarms">Rules that failed without a reason in the report.</param>
internal sealed record Grade(
    int Cells,
    ImmutableArray<WrongCell> Wrong,
    ImmutableArray<string> Meta,
    bool? Found,
    bool? Explained,
    ImmutableArray<string> FalseAlarms)
{
    public const int MetaFields = 6;

    public static Grade Of(ForgedReport forged, Ingested ingested)
    {
        // 60号 only encouraged its form for 2019: an altered table of that year is no fault, and RI509 does not look at it.
        var fault = forged.Fault is { Rule: "RI509" } && forged.Truth.Year == 2019 ? null : forged.Fault;
        return new Grade(
            forged.Truth.Values.Length,
            [.. WrongCells(forged, ingested)],
            [.. WrongMeta(forged.Truth, ingested.Report)],
            fault is null ? null : ingested.Findings.Any(finding => Finds(finding, fault)),
            fault is { Explainable: true } ? ingested.Findings.Any(finding => Explains(finding, fault)) : null,
            [.. ingested.Findings.Where(finding => !Expected(finding, forged)).Select(finding => finding.Rule.Id)]);
    }

    private static IEnumerable<WrongCell> WrongCells(ForgedReport forged, Ingested ingested)
    {
        // A file without a report has a finding that says so: nothing of it is silent.
        var named = ingested.Findings.Where(finding => finding.Rule.Category == Category.Extraction)
            .SelectMany(finding => finding.Indicators.Select(code => (Code: code, finding.Rule.Id))).ToArray();
        var missingSaid = named.Select(one => one.Code).ToHashSet();
        // A repair (RI903) asks for no more than a look: a wrong number under it is believed.
        var valueSaid = named.Where(one => one.Id is "RI901" or "RI902").Select(one => one.Code).ToHashSet();
        foreach (var (code, expected) in forged.Truth.Values)
        {
            var got = ingested.Report?[code]?.Value ?? CellValue.Missing;
            if (got.State is CellState.Blank or CellState.Missing && forged.LeftBlank.Contains(code)) continue;
            if (got.State != expected.State || got.Number != expected.Number)
            {
                var said = got.State == CellState.Unreadable || (got.State == CellState.Missing ? missingSaid : valueSaid).Contains(code);
                yield return new WrongCell(code, expected, got, Silent: ingested.Report is not null && !said);
            }
        }
    }

    private static IEnumerable<string> WrongMeta(Truth truth, Report? report)
    {
        if (report?.Unit?.Name != truth.Organization) yield return $"organization: {truth.Organization} → {report?.Unit?.Name}";
        if (report?.Unit?.Level != truth.Level) yield return $"level: {truth.Level} → {report?.Unit?.Level}";
        if (report?.Year != truth.Year) yield return $"year: {truth.Year} → {report?.Year}";
        if (WithoutBlanks(report?.Title) != WithoutBlanks(truth.Title)) yield return $"title: {truth.Title} → {report?.Title}";
        if (report?.Published != truth.Published) yield return $"published: {truth.Published:O} → {report?.Published:O}";
        if (report?.Edition != truth.Edition) yield return $"edition: {truth.Edition} → {report?.Edition}";
    }

    private static bool Finds(Finding finding, Fault fault) =>
        finding.Rule.Id == fault.Rule && (finding.Rule.Category == Category.Form || finding.Indicators.Intersect(fault.Indicators).Any());

    private static bool Explains(Finding finding, Fault fault) => fault.Mend is { } mend
        ? finding.Suggestion is { } suggestion && suggestion.Indicator == mend.Indicator && suggestion.Value == mend.Value
        : Finds(finding, fault);

    /// <summary>The rules that a wrong reading of the tables sets off; those on text, dates and likelihood judge what a forged report really says.</summary>
    private static bool ReadsTables(RuleInfo rule) =>
        rule.Category == Category.Arithmetic || rule.Id is "RI201" or "RI202" or "RI203" or "RI204" or "RI205" or "RI503" or "RI507" or "RI509" or "RI510";

    /// <summary>A doubt of ours is no alarm; blanks are found wherever they stand.</summary>
    private static bool Expected(Finding finding, ForgedReport forged) =>
        !ReadsTables(finding.Rule)
        || (finding.Rule.Id == "RI204" && forged.Truth.Values.Any(value => value.Value.State is CellState.Blank or CellState.Placeholder))
        || (finding.Rule.Id == "RI205" && finding.Indicators.All(code => forged.Truth[code].State is CellState.Blank or CellState.Placeholder))
        || (finding.Rule.Id == "RI509" && finding.Indicators is { IsEmpty: false } lacking && lacking.All(code => forged.Truth[code].State == CellState.Missing || forged.LeftBlank.Contains(code)))
        || (finding.Rule.Id == "RI509" && finding.Indicators.IsEmpty && forged.HasAdded)
        || (finding.Rule.Category == Category.Arithmetic && finding.Indicators.Intersect(forged.Emptied).Any())
        || forged.Deviations.Contains(finding.Rule.Id)
        || (forged.Fault is { } fault && (finding.Rule.Id == fault.Rule || fault.Consequences.Contains(finding.Rule.Id)));

    private static string WithoutBlanks(string? text) => string.Concat((text ?? "").Where(letter => !char.IsWhiteSpace(letter)));
}

/// <param name="Silent">No finding of ours names the cell: somebody would believe it.</param>
internal sealed record WrongCell(string Code, CellValue Expected, CellValue Got, bool Silent);
