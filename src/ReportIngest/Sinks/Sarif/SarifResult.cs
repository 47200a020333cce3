using System.Globalization;
using System.Text.Json;
using ReportIngest.Reports;
using ReportIngest.Rules;

namespace ReportIngest.Sinks.Sarif;

/// <summary>A finding as a result of a SARIF run.</summary>
internal static class SarifResult
{
    public static void Write(Utf8JsonWriter json, MarkedFinding marked, string language)
    {
        var finding = marked.Finding;
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule.Id);
        json.WriteNumber("ruleIndex", RuleCatalog.All.IndexOf(RuleCatalog.Find(finding.Rule.Id)!));
        json.WriteString("level", SarifRules.Level(finding.Rule.Severity));
        SarifRules.WriteText(json, "message", Sentence(finding, language));
        WriteLocation(json, finding);
        json.WriteStartObject("fingerprints");
        json.WriteString("reportingest/v1", marked.Fingerprint);
        json.WriteEndObject();
        WriteSuppressions(json, marked.Suppression);
        if (marked.Baseline is { } state) json.WriteString("baselineState", Text.Name(state));
        WriteProperties(json, finding);
        json.WriteEndObject();
    }

    private static string Sentence(Finding finding, string language)
    {
        var sentence = finding.Message.In(language);
        if (finding.Suggestion is not { } suggestion) return sentence;
        return $"{sentence}{(language == "en" ? " Suggestion: " : "建议：")}{suggestion.Reason.In(language)}";
    }

    /// <summary>
    /// The file, and in it the cells as logical locations: SARIF's regions are lines, characters or bytes of a text, and a cell of a table
    /// has none of them. What is about no file (a report that is missing) has the unit for its place.
    /// </summary>
    private static void WriteLocation(Utf8JsonWriter json, Finding finding)
    {
        var subject = finding.Subject;
        json.WriteStartArray("locations");
        json.WriteStartObject();
        if (subject.Path is { } path)
        {
            json.WriteStartObject("physicalLocation");
            json.WriteStartObject("artifactLocation");
            json.WriteString("uri", FileUri.Of(path));
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteStartArray("logicalLocations");
        if (subject.Organization is { } unit)
        {
            json.WriteStartObject();
            json.WriteString("name", unit);
            json.WriteString("kind", "unit");
            json.WriteEndObject();
        }
        foreach (var at in finding.At) WriteCell(json, at);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteCell(Utf8JsonWriter json, Location at)
    {
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", string.Create(CultureInfo.InvariantCulture, $"tables[{at.Table}].rows[{at.Row}].columns[{at.Column}]"));
        json.WriteString("kind", "cell");
        json.WritePropertyName("properties");
        json.WriteLocation(at);
        json.WriteEndObject();
    }

    /// <summary>An empty list says that it was looked for: the finding is open.</summary>
    private static void WriteSuppressions(Utf8JsonWriter json, Suppression? suppression)
    {
        json.WriteStartArray("suppressions");
        if (suppression is not null)
        {
            json.WriteStartObject();
            json.WriteString("kind", "external");
            json.WriteString("status", "accepted");
            json.WriteString("justification", suppression.Reason);
            json.WriteStartObject("properties");
            json.WriteString("who", suppression.Who);
            json.WriteString("until", Text.Date(suppression.Until));
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteProperties(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject("properties");
        json.WriteString("report", finding.Subject.Report);
        json.WriteString("division", finding.Subject.Division);
        json.WriteNumberOrNull("year", finding.Subject.Year);
        json.WriteStartArray("indicators");
        foreach (var indicator in finding.Indicators) json.WriteStringValue(indicator);
        json.WriteEndArray();
        json.WriteNumberOrNull("expected", finding.Expected);
        json.WriteNumberOrNull("actual", finding.Actual);
        json.WriteMessage("message", finding.Message);
        json.WriteSuggestion(finding.Suggestion);
        json.WriteEndObject();
    }
}
