using System.Globalization;
using System.Text;
using System.Text.Json;
using ReportIngest.Rosters;
using Sep = nietras.SeparatedValues;

namespace ReportIngest.Sinks;

/// <summary>Coverage as <c>coverage.jsonl</c> and <c>coverage.csv</c>: a line a unit and year, for every unit of the roster.</summary>
public static class CoverageTable
{
    public const string JsonName = "coverage.jsonl";
    public const string CsvName = "coverage.csv";

    public static void WriteJson(Stream stream, IEnumerable<CoverageEntry> entries)
    {
        foreach (var entry in entries)
        {
            using (var json = new Utf8JsonWriter(stream, JsonLines.Options)) Write(json, entry);
            stream.WriteByte((byte)'\n');
        }
    }

    public static void WriteCsv(Stream stream, IEnumerable<CoverageEntry> entries)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        using var writer = Sep.SepWriterExtensions.To(
            new Sep.SepWriterOptions(new Sep.Sep(',')) { Escape = true, CultureInfo = CultureInfo.InvariantCulture }, text, leaveOpen: true);
        writer.Header.Add(["code", "name", "level", "parent", "year", "status", "days_late", "reports", "reason_zh", "reason_en", "newly_silent"]);
        writer.Header.Write();
        foreach (var entry in entries)
        {
            using var row = writer.NewRow();
            row["code"].Set(entry.Unit.Code);
            row["name"].Set(entry.Unit.Name);
            row["level"].Set(Text.Name(entry.Unit.Level));
            row["parent"].Set(entry.Unit.Parent);
            row["year"].Format(entry.Year);
            row["status"].Set(Text.Snake(entry.Status));
            row["days_late"].Set(entry.DaysLate is { } days ? Text.Number(days) : null);
            row["reports"].Set(string.Join(';', entry.Reports));
            row["reason_zh"].Set(entry.Reason.Zh);
            row["reason_en"].Set(entry.Reason.En);
            row["newly_silent"].Set(entry.NewlySilent ? "true" : "false");
        }
    }

    private static void Write(Utf8JsonWriter json, CoverageEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("schema", "reportingest.coverage/1");
        json.WriteString("code", entry.Unit.Code);
        json.WriteString("name", entry.Unit.Name);
        json.WriteString("level", Text.Name(entry.Unit.Level));
        json.WriteString("parent", entry.Unit.Parent);
        json.WriteNumber("year", entry.Year);
        json.WriteString("status", Text.Snake(entry.Status));
        json.WriteNumberOrNull("days_late", entry.DaysLate);
        json.WriteStartArray("reports");
        foreach (var report in entry.Reports) json.WriteStringValue(report);
        json.WriteEndArray();
        json.WriteMessage("reason", entry.Reason);
        json.WriteBoolean("newly_silent", entry.NewlySilent);
        json.WriteEndObject();
    }
}
