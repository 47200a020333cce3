using System.Text.Json;
using ReportIngest.Corpus;

namespace ReportIngest.Sinks.Page;

/// <summary>Coverage as a matrix: a line a unit of the roster, a cell a year.</summary>
internal static class PageCoverage
{
    public static void Write(Utf8JsonWriter json, IngestOutput output)
    {
        if (!output.HasCoverage)
        {
            json.WriteNull("coverage");
            return;
        }
        json.WriteStartObject("coverage");
        var years = new SortedSet<int>(output.Coverage.Select(entry => entry.Year));
        json.WriteStartArray("years");
        foreach (var year in years) json.WriteNumberValue(year);
        json.WriteEndArray();
        json.WriteStartArray("units");
        // The lines of a unit stand together, its years in order; every unit has every year.
        string? unit = null;
        foreach (var entry in output.Coverage)
        {
            if (entry.Code != unit)
            {
                if (unit is not null) End(json);
                unit = entry.Code;
                json.WriteStartObject();
                json.WriteString("code", entry.Code);
                json.WriteString("name", entry.Name);
                json.WriteStartArray("cells");
            }
            Write(json, entry);
            json.Flush();
        }
        if (unit is not null) End(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CoverageRecord entry)
    {
        json.WriteStartObject();
        json.WriteString("status", Text.Snake(entry.Status));
        json.WriteNumberOrNull("days", entry.DaysLate);
        json.WritePair("reason", entry.Reason);
        json.WriteEndObject();
    }

    private static void End(Utf8JsonWriter json)
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
