using System.Collections.Immutable;
using System.Text.Json;
using ReportIngest.Corpus;
using ReportIngest.Forms;
using ReportIngest.Outputs;
using ReportIngest.Reports;

namespace ReportIngest.Sinks.Page;

/// <summary>The reports of the page: in full those with findings, of the others what totals and charts need.</summary>
/// <param name="files">Where the page looks up the files of a report; null where it does not.</param>
internal sealed class PageReports(Utf8JsonWriter json, ImmutableArray<FindingRecord> findings, CoverageFiles? files)
{
    /// <summary>A finding about more cells is about a table; its cells are marked, their places would only swell the page.</summary>
    private const int MostPlaces = 40;

    private readonly ILookup<string?, FindingRecord> _findings = findings.ToLookup(finding => finding.Subject.Report);
    private readonly Dictionary<string, int> _indexes = [];
    private readonly Dictionary<string, Quotation> _quotes = [];
    private readonly Dictionary<(string Unit, int Year, bool Aggregate), SeriesPoint> _series = [];
    private readonly OutputTotals _totals = new();

    /// <summary>Where a report stands in the page's list; null for one that has none.</summary>
    public int? IndexOf(string? report) => report is not null && _indexes.TryGetValue(report, out var index) ? index : null;

    /// <summary>What a finding quotes of the text, by its fingerprint.</summary>
    public Quotation? QuoteOf(FindingRecord finding) => _quotes.GetValueOrDefault(finding.Fingerprint);

    public void Write(IEnumerable<ReportRecord> reports)
    {
        json.WriteStartArray("reports");
        foreach (var report in reports)
        {
            Count(report);
            files?.Add(report);
            if (!_findings.Contains(report.Id)) continue;
            _indexes[report.Id] = _indexes.Count;
            foreach (var finding in _findings[report.Id])
                if (Quotation.Of(finding, report) is { } quote) _quotes[finding.Fingerprint] = quote;
            Write(report);
            json.Flush(); // else the writer keeps all of it in memory
        }
        json.WriteEndArray();
    }

    public void WriteTotals(ImmutableArray<RuleCount> rules, int leftOut)
    {
        json.WriteStartObject("totals");
        json.WriteNumber("reports", _totals.Reports);
        json.WriteNumber("units", _totals.Units);
        json.WriteNumbers("years", _totals.Years);
        json.WriteNumber("passed", _totals.Checks.Passed);
        json.WriteNumber("failed", _totals.Checks.Failed);
        json.WriteNumber("not_assessable", _totals.Checks.NotAssessable);
        json.WriteNumber("expected", _totals.Cells.Expected);
        json.WriteNumber("found", _totals.Cells.Found);
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("rule", rule.Rule);
            json.WriteString("severity", Spelling.Name(rule.Severity));
            json.WriteNumber("findings", rule.Findings);
            json.WriteNumber("units", rule.Units);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("left_out", leftOut);
        json.WriteEndObject();
    }

    public void WriteSeries()
    {
        json.WriteStartArray("series");
        foreach (var point in _series.Values) point.Write(json);
        json.WriteEndArray();
    }

    private void Count(ReportRecord report)
    {
        _totals.Add(report);
        if (SeriesPoint.Of(report) is { } point) _series.TryAdd((point.Unit, point.Year, point.Aggregate), point);
    }

    private void Write(ReportRecord report)
    {
        json.WriteStartObject();
        json.WriteString("title", report.Title);
        if (!report.Copies.IsEmpty) json.WriteTexts("copies", report.Copies);
        json.WriteString("published", Spelling.Date(report.Published));
        json.WriteString("edition", report.Edition);
        WriteValues(report);
        var concerned = _findings[report.Id].Where(finding => finding.Indicators.Length <= MostPlaces).SelectMany(finding => finding.Indicators).ToHashSet();
        json.WriteStartObject("places");
        foreach (var field in report.Fields.Where(field => field.At is not null && concerned.Contains(field.Indicator.Code)))
        {
            json.WritePropertyName(field.Indicator.Code);
            json.WritePlaceValue(field.At!);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The cells of the report's edition in the form's order, which need no names; those of another edition that its tables mix in by name.</summary>
    private void WriteValues(ReportRecord report)
    {
        var own = FormCatalog.Find(report.Edition)?.Indicators ?? [];
        json.WriteStartArray("values");
        foreach (var cell in own) Write(report[cell.Code]?.Value ?? CellValue.Missing);
        json.WriteEndArray();
        json.WriteStartObject("foreign");
        foreach (var field in report.Fields.Where(field => field.Value.State != CellState.Missing && !own.Contains(field.Indicator)))
        {
            json.WritePropertyName(field.Indicator.Code);
            Write(field.Value);
        }
        json.WriteEndObject();
    }

    /// <summary>A number, an empty text for a blank, an object for other text, null for a missing cell.</summary>
    private void Write(CellValue value)
    {
        switch (value.State)
        {
            case CellState.Reported: json.WriteNumberValue(Spelling.Trim(value.Number!.Value)); break;
            case CellState.Blank: json.WriteStringValue(""); break;
            case CellState.Missing: json.WriteNullValue(); break;
            default:
                json.WriteStartObject();
                json.WriteString(Spelling.Name(value.State), value.Raw);
                json.WriteEndObject();
                break;
        }
    }
}
