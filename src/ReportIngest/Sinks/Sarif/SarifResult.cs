using System.Globalization;
using System.Text.Json;
using ReportIngest.Corpus;
using ReportIngest.Outputs;
using ReportIngest.Reports;
using ReportIngest.Rules;

namespace ReportIngest.Sinks.Sarif;

/// <summary>A finding as a result of a SARIF run.</summary>
internal static class SarifResult
{
    public static void Write(Utf8JsonWriter json, FindingRecord finding, string language)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule);
        // An output of an earlier version may have a rule that is no more.
        if (RuleCatalog.Find(finding.Rule) is { } rule) json.WriteNumber("ruleIndex", RuleCatalog.All.IndexOf(rule));
        json.WriteString("level", SarifRules.Level(finding.Severity));
        SarifRules.WriteText(json, "message", Sentence(finding, language));
        WriteLocation(json, finding);
        json.WriteStartObject("fingerprints");
        json.WriteString("reportingest/v1", finding.Fingerprint);
        json.WriteEndObject();
        WriteSuppressions(json, finding.Suppressed);
        if (finding.Baseline is { } state) json.WriteString("baselineState", state == "gone" ? "absent" : state);
        WriteProperties(json, finding);
        json.WriteEndObject();
    }

    private static string Sentence(FindingRecord finding, string language)
    {
        var sentence = finding.Message.In(language);
        if (finding.Suggestion is not { } suggestion) return sentence;
        return $"{sentence}{(language == "en" ? " Suggestion: " : "建议：")}{suggestion.Reason.In(language)}";
    }

    /// <summary>
    /// The file, and in it the cells as logical locations: SARIF's regions are lines, characters or bytes of a text, and a cell of a table
    /// has none of them. What is about no file (a report that is missing) has the unit for its place.
    /// </summary>
    private static void WriteLocation(Utf8JsonWriter json, FindingRecord finding)
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
    private static void WriteSuppressions(Utf8JsonWriter json, Acceptance? acceptance)
    {
        json.WriteStartArray("suppressions");
        if (acceptance is not null)
        {
            json.WriteStartObject();
            json.WriteString("kind", "external");
            json.WriteString("status", "accepted");
            json.WriteString("justification", acceptance.Reason);
            json.WriteStartObject("properties");
            json.WriteString("who", acceptance.Who);
            json.WriteString("until", Spelling.Date(acceptance.Until));
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteProperties(Utf8JsonWriter json, FindingRecord finding)
    {
        json.WriteStartObject("properties");
        json.WriteString("report", finding.Subject.Report);
        json.WriteString("division", finding.Subject.Division);
        json.WriteNumberOrNull("year", finding.Subject.Year);
        json.WriteEquation(finding);
        json.WriteSuggestion(finding.Suggestion);
        json.WriteEndObject();
    }
}
