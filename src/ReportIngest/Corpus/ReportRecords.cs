using System.Collections.Immutable;
using System.Globalization;
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
        var number = 0;
        foreach (var (offset, line) in Lines.Of(stream))
        {
            number++;
            yield return new PlacedRecord(new LinePlace(offset, line.Length), Parse(line, number));
        }
    }

    /// <summary>The one report whose line stands at <paramref name="place"/>.</summary>
    public static ReportRecord ReadAt(Stream stream, LinePlace place)
    {
        var line = new byte[place.Length];
        stream.Position = place.Offset;
        stream.ReadExactly(line);
        return Parse(line);
    }

    /// <param name="line">One line without its end, UTF-8.</param>
    /// <param name="number">Its number in the file, from 1, for the error's sentence.</param>
    public static ReportRecord Parse(ReadOnlyMemory<byte> line, int number = 1)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return Record(json.RootElement);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"Line {number} is no reportingest.report/1: {error.Message}"), error);
        }
    }

    private static ReportRecord Record(JsonElement json)
    {
        var (source, report) = (json.GetProperty("source"), json.GetProperty("report"));
        var edition = report.GetProperty("edition").GetString()!;
        var (checks, completeness) = (json.GetProperty("checks"), json.GetProperty("completeness"));
        return new ReportRecord(
            new Source(source.GetProperty("path").GetString()!, json.GetProperty("id").GetString()!, source.GetProperty("bytes").GetInt64()),
            Named<FileKind>(source.GetProperty("format"))!.Value,
            source.GetProperty("encoding").GetString(),
            [.. source.GetProperty("copies").EnumerateArray().Select(copy => copy.GetString()!)],
            report.GetProperty("organization").GetString(),
            report.GetProperty("division").GetString(),
            Named<Level>(report.GetProperty("level")),
            report.GetProperty("year") is { ValueKind: JsonValueKind.Number } year ? year.GetInt32() : null,
            edition,
            report.GetProperty("title").GetString(),
            report.GetProperty("published").GetString() is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
            [.. json.GetProperty("sections").EnumerateArray().Select(SectionOf)],
            [.. json.GetProperty("values").EnumerateObject().Select(value => FieldOf(edition, value))],
            new Checks(Int(checks, "passed"), Int(checks, "failed"), Int(checks, "not_assessable")),
            new Completeness(Int(completeness, "expected"), Int(completeness, "found")));
    }

    private static Section SectionOf(JsonElement json) => new(
        Int(json, "number"), json.GetProperty("title").GetString()!, json.GetProperty("heading").GetString()!, json.GetProperty("text").GetString()!);

    private static Field FieldOf(string edition, JsonProperty json)
    {
        var value = json.Value;
        return new Field(
            IndicatorOf(edition, json.Name),
            new CellValue(
                Named<CellState>(value.GetProperty("state"))!.Value,
                value.GetProperty("value") is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null,
                value.GetProperty("raw").GetString()),
            value.GetProperty("at") is { ValueKind: JsonValueKind.Object } at ? LocationOf(at) : null);
    }

    /// <summary>The indicator of the report's own edition; a mixed table also has some of another's.</summary>
    private static Indicator IndicatorOf(string edition, string code)
    {
        var own = FormCatalog.All.IndexOf(FormCatalog.Find(edition)!);
        if (own >= 0 && ByCode[own].TryGetValue(code, out var indicator)) return indicator;
        return ByCode.Select(form => form.GetValueOrDefault(code)).OfType<Indicator>().FirstOrDefault()
            ?? throw new KeyNotFoundException($"no edition of the form has a cell {code}");
    }

    private static Location LocationOf(JsonElement json)
    {
        var page = json.GetProperty("page") is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : (int?)null;
        var box = json.GetProperty("box") is { ValueKind: JsonValueKind.Array } corners
            ? new Box(corners[0].GetDouble(), corners[1].GetDouble(), corners[2].GetDouble(), corners[3].GetDouble())
            : (Box?)null;
        return new Location(Int(json, "table"), Int(json, "row"), Int(json, "column"), page, box);
    }

    private static int Int(JsonElement json, string key) => json.GetProperty(key).GetInt32();

    private static T? Named<T>(JsonElement json) where T : struct, Enum =>
        json.GetString() is { } name ? Enum.Parse<T>(name, ignoreCase: true) : null;
}

/// <summary>Where a line stands in its stream, in bytes, without its end.</summary>
public readonly record struct LinePlace(long Offset, int Length);

public sealed record PlacedRecord(LinePlace Place, ReportRecord Record);
