using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReportIngest.Corpus;
using ReportIngest.Reports;
using ReportIngest.Rules;
using Sep = nietras.SeparatedValues;

namespace ReportIngest.Sinks;

/// <summary>
/// <c>reports.csv</c>, <c>values.csv</c>, <c>sections.csv</c> and <c>findings.csv</c>: UTF-8 without a byte order mark, comma, <c>\n</c>,
/// quotes where needed; a value that does not apply is empty.
/// </summary>
public sealed class Csv : IDisposable
{
    /// <summary>The files written, by name.</summary>
    public static readonly ImmutableArray<string> Files = ["reports.csv", "values.csv", "sections.csv", "findings.csv"];

    private readonly Sep.SepWriter _reports, _values, _sections, _findings;

    /// <param name="open">Opens a file by its name; the streams are closed with this sink.</param>
    public Csv(Func<string, Stream> open)
    {
        _reports = Start(open("reports.csv"), [
            "report", "path", "copies", "bytes", "format", "encoding", "organization", "division", "level", "year", "edition", "title",
            "published", "passed", "failed", "not_assessable", "expected", "found"]);
        _values = Start(open("values.csv"), [
            "report", "division", "organization", "level", "year", "edition", "indicator", "value", "state", "raw",
            "table", "row", "column", "page", "box"]);
        _sections = Start(open("sections.csv"), [
            "report", "division", "organization", "level", "year", "number", "title", "heading", "text"]);
        _findings = Start(open("findings.csv"), [
            "rule", "category", "severity", "report", "path", "division", "organization", "year", "indicators", "expected", "actual",
            "message_zh", "message_en", "at", "suggestion_indicator", "suggestion_value", "fingerprint",
            "suppressed_reason", "suppressed_who", "suppressed_until", "baseline"]);
    }

    public void Write(ReportRecord report)
    {
        var (checks, completeness) = (report.Checks, report.Completeness);
        Row(_reports, [
            report.Id, report.Source.Path, string.Join(';', report.Copies), report.Source.Bytes.ToString(CultureInfo.InvariantCulture),
            Text.Name(report.Format), report.Encoding, report.Organization, report.Division, Text.Name(report.Level), Number(report.Year),
            report.Edition, report.Title, Text.Date(report.Published), Text.Number(checks.Passed), Text.Number(checks.Failed),
            Text.Number(checks.NotAssessable), Text.Number(completeness.Expected), Text.Number(completeness.Found)]);
        foreach (var field in report.Fields)
        {
            Row(_values, [
                report.Id, report.Division, report.Organization, Text.Name(report.Level), Number(report.Year), report.Edition,
                field.Indicator.Code, Number(field.Value.Number), Text.Name(field.Value.State), field.Value.Raw,
                Number(field.At?.Table), Number(field.At?.Row), Number(field.At?.Column), Number(field.At?.Page), Box(field.At?.Box)]);
        }
        foreach (var section in report.Sections)
        {
            Row(_sections, [
                report.Id, report.Division, report.Organization, Text.Name(report.Level), Number(report.Year),
                Text.Number(section.Number), section.Title, section.Heading, section.Text]);
        }
    }

    public void Write(ImmutableArray<MarkedFinding> findings)
    {
        foreach (var marked in findings) Write(marked.Finding, marked);
    }

    public void Dispose()
    {
        _reports.Dispose();
        _values.Dispose();
        _sections.Dispose();
        _findings.Dispose();
    }

    private void Write(Finding finding, MarkedFinding marked) => Row(_findings, [
        finding.Rule.Id, Text.Name(finding.Rule.Category), Text.Name(finding.Rule.Severity), finding.Subject.Report, finding.Subject.Path,
        finding.Subject.Division, finding.Subject.Organization, Number(finding.Subject.Year), string.Join(';', finding.Indicators),
        Number(finding.Expected), Number(finding.Actual), finding.Message.Zh, finding.Message.En, string.Join(';', finding.At.Select(Cell)),
        finding.Suggestion?.Indicator, Number(finding.Suggestion?.Value), marked.Fingerprint,
        marked.Suppression?.Reason, marked.Suppression?.Who, Text.Date(marked.Suppression?.Until), marked.Baseline is { } state ? Text.Name(state) : null]);

    private static Sep.SepWriter Start(Stream stream, string[] columns)
    {
        var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        var writer = Sep.SepWriterExtensions.To(
            new Sep.SepWriterOptions(new Sep.Sep(',')) { Escape = true, CultureInfo = CultureInfo.InvariantCulture }, text);
        writer.Header.Add(columns);
        writer.Header.Write(); // a run without a report still has its columns
        return writer;
    }

    private static void Row(Sep.SepWriter writer, ReadOnlySpan<string?> values)
    {
        using var row = writer.NewRow();
        for (var column = 0; column < values.Length; column++) row[column].Set(values[column]);
    }

    private static string? Number(decimal? value) => value is { } number ? Text.Number(number) : null;

    /// <summary>Table, row and column as in <c>values.csv</c>, with the page where there is one: <c>1:3:9</c>, <c>1:3:9@2</c>.</summary>
    private static string Cell(Location at) =>
        string.Create(CultureInfo.InvariantCulture, $"{at.Table}:{at.Row}:{at.Column}") + (at.Page is { } page ? "@" + Text.Number(page) : "");

    private static string? Box(Box? box) =>
        box is { } known ? string.Join(' ', Text.Corners(known).Select(corner => corner.ToString(CultureInfo.InvariantCulture))) : null;
}
