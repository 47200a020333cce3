using System.Text.Json;
using ReportIngest.Outputs;

namespace ReportIngest.Sinks.Sarif;

/// <summary>
/// Findings as SARIF 2.1.0 (OASIS), for viewers and gates that know that format. The sentences are in one language; those of the rules also stand
/// in the other one as a translation, those of the results as properties.
/// </summary>
public static class SarifLog
{
    public const string FileName = "findings.sarif";

    /// <param name="findings">Read once and written one by one.</param>
    /// <param name="language"><c>zh</c> or <c>en</c>.</param>
    /// <param name="version">Of this program.</param>
    public static void Write(Stream stream, IEnumerable<FindingRecord> findings, string language, string version)
    {
        using (var json = new Utf8JsonWriter(stream, Spelling.Json))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            json.WriteStartObject("tool");
            SarifRules.WriteDriver(json, language, version);
            json.WriteEndObject();
            SarifRules.WriteTranslation(json, language == "en" ? "zh" : "en");
            json.WriteStartArray("results");
            foreach (var finding in findings)
            {
                SarifResult.Write(json, finding, language);
                json.Flush(); // else the writer keeps all of it in memory
            }
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }
}
