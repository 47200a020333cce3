using System.Text.Json;
using ReportIngest.Corpus;
using ReportIngest.Outputs;
using ReportIngest.Rosters;

namespace ReportIngest.Sinks.Page;

/// <summary>Coverage as a matrix: a line a unit of the roster, a cell a year.</summary>
internal static class PageCoverage
{
    /// <param name="files">Null where there is no coverage.</param>
    public static void Write(Utf8JsonWriter json, IngestOutput output, CoverageFiles? files)
    {
        if (files is null)
        {
            json.WriteNull("coverage");
            return;
        }
        json.WriteStartObject("coverage");
        var years = new SortedSet<int>(output.Coverage.Select(entry => entry.Year));
        json.WriteNumbers("years", years);
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
            Write(json, entry, files.Of(entry));
            json.Flush();
        }
        if (unit is not null) End(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CoverageRecord entry, IEnumerable<string> files)
    {
        json.WriteStartObject();
        json.WriteString("status", Spelling.Snake(entry.Status));
        json.WriteNumberOrNull("days", entry.DaysLate);
        json.WritePair("reason", entry.Reason);
        if (entry.LacksCells) json.WriteBoolean("noted", true);
        json.WriteTexts("files", files);
        json.WriteEndObject();
    }

    private static void End(Utf8JsonWriter json)
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
