using System.Text.Json;
using ReportIngest.Corpus;
using ReportIngest.Rules;

namespace ReportIngest.Outputs;

/// <summary>Reads <c>findings.jsonl</c>: the inverse of <see cref="Sinks.JsonLines"/>.</summary>
public static class FindingRecords
{
    /// <summary>Every finding of the stream, with the place of its line: the stream is read once, from its beginning, and nothing is kept.</summary>
    /// <exception cref="FormatException">A line is not what this program writes.</exception>
    public static IEnumerable<PlacedFinding> Read(Stream stream) =>
        JsonFields.Read(stream, "reportingest.finding/1", Record).Select(line => new PlacedFinding(line.Place, line.Record));

    private static FindingRecord Record(JsonElement json) => new(
        json.Required("rule"),
        json.Named<Category>("category")!.Value,
        json.Named<Severity>("severity")!.Value,
        new Subject(json.Text("report"), json.Text("path"), json.Text("division"), json.Text("organization"), json.IntOrNull("year")),
        json.Texts("indicators"),
        json.NumberOrNull("expected"),
        json.NumberOrNull("actual"),
        json.Message("message"),
        [.. json.GetProperty("at").EnumerateArray().Select(at => at.Location())],
        json.GetProperty("suggestion") is { ValueKind: JsonValueKind.Object } change
            ? new Suggestion(change.Required("indicator"), change.NumberOrNull("value")!.Value, change.Message("reason"))
            : null,
        json.Required("fingerprint"),
        json.GetProperty("suppressed") is { ValueKind: JsonValueKind.Object } entry
            ? new Acceptance(entry.Required("reason"), entry.Required("who"), entry.Date("until"))
            : null,
        json.Text("baseline"));
}
