using System.Collections.Immutable;
using System.Text.Json;
using ReportIngest.Documents;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Corpus;

/// <summary>Reads <c>reports.jsonl</c>: the inverse of <see cref="Sinks.JsonLines"/>. A record read and written again is the same line.</summary>
public static class ReportRecords
{
    private static readonly ImmutableArray<Dictionary<string, Indicator>> ByCode =
        [.. FormCatalog.All.Select(form => form.Indicators.ToDictionary(cell => cell.Code))];

    /// <summary>Every report of the stream, with the place of its line: the stream is read once, from its beginning, and nothing is kept.</summary>
    /// <exception cref="FormatException">A line is not what this program writes.</exception>
    public static IEnumerable<PlacedRecord> Read(Stream stream)
    {
        return JsonFields.Read(stream, "reportingest.report/1", Record).Select(line => new PlacedRecord(line.Place, line.Record));
    }

    /// <summary>The one report whose line stands at <paramref name="place"/>.</summary>
    public static ReportRecord ReadAt(Stream stream, LinePlace place) => Parse(LineAt(stream, place));

    /// <summary>The text of the report whose line stands at <paramref name="place"/>; the cells, nine tenths of the line, are not looked at.</summary>
    /// <exception cref="FormatException">The line is not what this program writes.</exception>
    internal static WrittenText TextAt(Stream stream, LinePlace place)
    {
        var json = new Utf8JsonReader(LineAt(stream, place));
        string? organization = null;
        while (json.Read())
        {
            if (json is not { CurrentDepth: 1, TokenType: JsonTokenType.PropertyName }) continue;
            if (json.ValueTextEquals("report"u8)) organization = JsonElement.ParseValue(ref json).Text("organization");
            else if (json.ValueTextEquals("sections"u8)) return new WrittenText(organization, Sections(JsonElement.ParseValue(ref json)));
        }
        throw new FormatException("A line is no reportingest.report/1: it has no sections");
    }

    private static byte[] LineAt(Stream stream, LinePlace place)
    {
        var line = new byte[place.Length];
        stream.Position = place.Offset;
        stream.ReadExactly(line);
        return line;
    }

    /// <param name="line">One line without its end, UTF-8.</param>
    /// <param name="number">Its number in the file, from 1, for the error's sentence.</param>
    public static ReportRecord Parse(ReadOnlyMemory<byte> line, int number = 1) => JsonFields.Parse(line, "reportingest.report/1", number, Record);

    private static ReportRecord Record(JsonElement json)
    {
        var (source, report) = (json.GetProperty("source"), json.GetProperty("report"));
        var edition = report.Required("edition");
        var (checks, completeness) = (json.GetProperty("checks"), json.GetProperty("completeness"));
        return new ReportRecord(
            new Source(source.Required("path"), json.Required("id"), source.GetProperty("bytes").GetInt64()),
            source.Named<FileKind>("format")!.Value,
            source.Text("encoding"),
            source.Texts("copies"),
            report.Text("organization"),
            report.Text("division"),
            report.Named<Level>("level"),
            report.IntOrNull("year"),
            edition,
            report.Text("title"),
            report.Date("published"),
            Sections(json.GetProperty("sections")),
            Fields(edition, json.GetProperty("values")),
            new Checks(checks.Int("passed"), checks.Int("failed"), checks.Int("not_assessable")),
            new Completeness(completeness.Int("expected"), completeness.Int("found")));
    }

    private static ImmutableArray<Section> Sections(JsonElement json) => [.. json.EnumerateArray().Select(SectionOf)];

    private static Section SectionOf(JsonElement json) => new(json.Int("number"), json.Required("title"), json.Required("heading"), json.Required("text"));

    /// <summary>A hundred thousand reports have twenty million cells: what is the same for all cells of a report is looked up once.</summary>
    private static ImmutableArray<Field> Fields(string edition, JsonElement json)
    {
        var own = FormCatalog.Find(edition) is { } form ? ByCode[FormCatalog.All.IndexOf(form)] : null;
        var fields = ImmutableArray.CreateBuilder<Field>(json.GetPropertyCount());
        foreach (var value in json.EnumerateObject()) fields.Add(FieldOf(own, value));
        return fields.MoveToImmutable();
    }

    private static Field FieldOf(Dictionary<string, Indicator>? own, JsonProperty json)
    {
        var value = json.Value;
        return new Field(
            IndicatorOf(own, json.Name),
            new CellValue(value.Named<CellState>("state")!.Value, value.NumberOrNull("value"), value.Text("raw")),
            value.GetProperty("at") is { ValueKind: JsonValueKind.Object } at ? at.Location() : null);
    }

    /// <summary>The indicator of the report's own edition; a mixed table also has some of another's.</summary>
    private static Indicator IndicatorOf(Dictionary<string, Indicator>? own, string code) =>
        own?.GetValueOrDefault(code)
            ?? ByCode.Select(form => form.GetValueOrDefault(code)).OfType<Indicator>().FirstOrDefault()
            ?? throw new KeyNotFoundException($"no edition of the form has a cell {code}");
}

/// <summary>Where a line stands in its stream, in bytes, without its end.</summary>
public readonly record struct LinePlace(long Offset, int Length);

public sealed record PlacedRecord(LinePlace Place, ReportRecord Record);
