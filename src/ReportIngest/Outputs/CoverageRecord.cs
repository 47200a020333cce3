using System.Collections.Immutable;
using System.Text.Json;
using ReportIngest.Corpus;
using ReportIngest.Reports;
using ReportIngest.Rosters;

namespace ReportIngest.Outputs;

/// <summary>One unit and year as <c>coverage.jsonl</c> holds it.</summary>
public sealed record CoverageRecord(
    string Code, string Name, Level? Level, string? Parent, int Year, CoverageStatus Status, int? DaysLate, ImmutableArray<string> Reports, Message Reason, bool NewlySilent)
{
    /// <inheritdoc cref="CoverageEntry.LacksCells"/>
    public bool LacksCells { get; init; }

    public static CoverageRecord Of(CoverageEntry entry) => new(
        entry.Unit.Code, entry.Unit.Name, entry.Unit.Level, entry.Unit.Parent, entry.Year, entry.Status, entry.DaysLate, entry.Reports, entry.Reason, entry.NewlySilent) { LacksCells = entry.LacksCells };

    /// <summary>Every entry of a <c>coverage.jsonl</c>, read when it is asked for.</summary>
    /// <exception cref="FormatException">A line is not what this program writes.</exception>
    public static IEnumerable<CoverageRecord> Read(Stream stream) =>
        JsonFields.Read(stream, "reportingest.coverage/1", Parse).Select(line => line.Record);

    private static CoverageRecord Parse(JsonElement json) => new(
        json.Required("code"),
        json.Required("name"),
        json.Named<Level>("level"),
        json.Text("parent"),
        json.Int("year"),
        json.Named<CoverageStatus>("status")!.Value,
        json.IntOrNull("days_late"),
        json.Texts("reports"),
        json.Message("reason"),
        json.GetProperty("newly_silent").GetBoolean()) { LacksCells = json.TryGetProperty("lacks_cells", out var lacks) && lacks.GetBoolean() };
}
