using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReportIngest.Reports;
using ReportIngest.Rules;

namespace ReportIngest.Sinks;

/// <summary><c>reports.jsonl</c> and <c>findings.jsonl</c>: one object a line, keys in the contract's order, a key without a value is null.</summary>
public static class JsonLines
{
    /// <summary>Chinese stays readable; the files are never put into a page as they are.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <param name="copies">Paths of the other files with the same bytes.</param>
    public static void Write(Stream stream, Report report, ImmutableArray<string> copies)
    {
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", "reportingest.report/1");
            json.WriteString("id", report.Id);
            WriteSource(json, report, copies);
            WriteWhoAndWhen(json, report);
            WriteSections(json, report);
            WriteValues(json, report);
            WriteCounts(json, report);
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }

    /// <param name="findings">All findings of one file: a fingerprint is unique among them.</param>
    public static void Write(Stream stream, ImmutableArray<Finding> findings)
    {
        foreach (var (finding, fingerprint) in findings.Zip(Fingerprint.Of(findings))) Write(stream, finding, fingerprint);
    }

    private static void Write(Stream stream, Finding finding, string fingerprint)
    {
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", "reportingest.finding/1");
            json.WriteString("rule", finding.Rule.Id);
            json.WriteString("category", Text.Name(finding.Rule.Category));
            json.WriteString("severity", Text.Name(finding.Rule.Severity));
            WriteSubject(json, finding.Subject);
            json.WriteStartArray("indicators");
            foreach (var indicator in finding.Indicators) json.WriteStringValue(indicator);
            json.WriteEndArray();
            json.WriteNumberOrNull("expected", finding.Expected);
            json.WriteNumberOrNull("actual", finding.Actual);
            json.WriteMessage("message", finding.Message);
            json.WriteStartArray("at");
            foreach (var location in finding.At) json.WriteLocation(location);
            json.WriteEndArray();
            WriteSuggestion(json, finding.Suggestion);
            json.WriteString("fingerprint", fingerprint);
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }

    private static void WriteSource(Utf8JsonWriter json, Report report, ImmutableArray<string> copies)
    {
        json.WriteStartObject("source");
        json.WriteString("path", report.Source.Path);
        json.WriteString("sha256", report.Source.Sha256);
        json.WriteNumber("bytes", report.Source.Bytes);
        json.WriteString("format", Text.Name(report.Format));
        json.WriteString("encoding", report.Encoding);
        json.WriteStartArray("copies");
        foreach (var copy in copies) json.WriteStringValue(copy);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteWhoAndWhen(Utf8JsonWriter json, Report report)
    {
        json.WriteStartObject("report");
        json.WriteString("organization", report.Unit?.Name);
        json.WriteNull("division"); // needs a roster
        json.WriteString("level", Text.Name(report.Unit?.Level));
        json.WriteNumberOrNull("year", report.Year);
        json.WriteString("edition", report.Edition);
        json.WriteString("title", report.Title);
        json.WriteString("published", Text.Date(report.Published));
        json.WriteEndObject();
    }

    private static void WriteSections(Utf8JsonWriter json, Report report)
    {
        json.WriteStartArray("sections");
        foreach (var section in report.Sections)
        {
            json.WriteStartObject();
            json.WriteNumber("number", section.Number);
            json.WriteString("title", section.Title);
            json.WriteString("heading", section.Heading);
            json.WriteString("text", section.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteValues(Utf8JsonWriter json, Report report)
    {
        json.WriteStartObject("values");
        foreach (var field in report.Fields)
        {
            json.WriteStartObject(field.Indicator.Code);
            json.WriteNumberOrNull("value", field.Value.Number);
            json.WriteString("state", Text.Name(field.Value.State));
            json.WriteString("raw", field.Value.Raw);
            json.WritePropertyName("at");
            if (field.At is { } location) json.WriteLocation(location);
            else json.WriteNullValue();
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, Report report)
    {
        var checks = Checks.Of(report);
        json.WriteStartObject("checks");
        json.WriteNumber("passed", checks.Passed);
        json.WriteNumber("failed", checks.Failed);
        json.WriteNumber("not_assessable", checks.NotAssessable);
        json.WriteEndObject();

        var completeness = Completeness.Of(report);
        json.WriteStartObject("completeness");
        json.WriteNumber("expected", completeness.Expected);
        json.WriteNumber("found", completeness.Found);
        json.WriteEndObject();
    }

    private static void WriteSubject(Utf8JsonWriter json, Subject subject)
    {
        json.WriteString("report", subject.Report);
        json.WriteString("path", subject.Path);
        json.WriteString("division", subject.Division);
        json.WriteString("organization", subject.Organization);
        json.WriteNumberOrNull("year", subject.Year);
    }

    private static void WriteSuggestion(Utf8JsonWriter json, Suggestion? suggestion)
    {
        if (suggestion is null)
        {
            json.WriteNull("suggestion");
            return;
        }
        json.WriteStartObject("suggestion");
        json.WriteString("indicator", suggestion.Indicator);
        json.WriteNumber("value", Text.Trim(suggestion.Value));
        json.WriteMessage("reason", suggestion.Reason);
        json.WriteEndObject();
    }
}
