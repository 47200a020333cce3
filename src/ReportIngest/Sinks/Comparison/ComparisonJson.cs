using System.Collections.Immutable;
using System.Text.Json;
using ReportIngest.Corpus;
using ReportIngest.Outputs;
using ReportIngest.Reports;

namespace ReportIngest.Sinks.Comparison;

/// <summary>A comparison of two outputs as one JSON object.</summary>
public static class ComparisonJson
{
    public static void Write(Stream stream, OutputComparison comparison)
    {
        using (var json = new Utf8JsonWriter(stream, Spelling.Json with { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("schema", "reportingest.comparison/1");
            json.WriteStartObject("reports");
            WriteEntries(json, "added", comparison.Added);
            WriteEntries(json, "gone", comparison.Gone);
            json.WriteStartArray("changed");
            foreach (var change in comparison.Changed) Write(json, change);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteStartObject("findings");
            WriteFindings(json, "added", comparison.Came);
            WriteFindings(json, "gone", comparison.Left);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }

    private static void WriteEntries(Utf8JsonWriter json, string key, ImmutableArray<IndexEntry> entries)
    {
        json.WriteStartArray(key);
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            json.WriteString("report", entry.Id);
            json.WriteString("path", entry.Path);
            json.WriteString("organization", entry.Organization);
            json.WriteNumberOrNull("year", entry.Year);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ReportChange change)
    {
        json.WriteStartObject();
        json.WriteString("report", change.After.Id);
        json.WriteString("path", change.After.Source.Path);
        json.WriteString("organization", change.After.Organization);
        json.WriteNumberOrNull("year", change.After.Year);
        json.WriteStartArray("facts");
        foreach (var fact in change.Facts)
        {
            json.WriteStartObject();
            json.WriteString("name", fact.Name);
            json.WriteString("before", Spelling.Spelt(fact.Before));
            json.WriteString("after", Spelling.Spelt(fact.After));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumbers("sections", change.Sections);
        json.WriteStartArray("cells");
        foreach (var cell in change.Cells)
        {
            json.WriteStartObject();
            json.WriteString("indicator", cell.Indicator);
            Write(json, "before", cell.Before);
            Write(json, "after", cell.After);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string key, Field? field)
    {
        if (field is null) json.WriteNull(key);
        else json.WriteField(key, field);
    }

    private static void WriteFindings(Utf8JsonWriter json, string key, ImmutableArray<FindingRecord> findings)
    {
        json.WriteStartArray(key);
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("rule", finding.Rule);
            json.WriteString("severity", Spelling.Name(finding.Severity));
            json.WriteString("path", finding.Subject.Path);
            json.WriteString("organization", finding.Subject.Organization);
            json.WriteNumberOrNull("year", finding.Subject.Year);
            json.WriteMessage("message", finding.Message);
            json.WriteString("fingerprint", finding.Fingerprint);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
