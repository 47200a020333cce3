using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ReportIngest.Documents;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Corpus;

/// <summary>
/// One line of <c>reports.jsonl</c>, read from its bytes straight into a record: a hundred thousand reports have twenty million cells, and a tree of each line would
/// cost several times what its cells do.
/// </summary>
internal static class ReportLine
{
    private static readonly JsonKeys Keys = new("schema", "id", "source", "report", "sections", "values", "checks", "completeness");
    private static readonly JsonKeys SourceKeys = new("path", "bytes", "format", "encoding", "copies");
    private static readonly JsonKeys HeadKeys = new("organization", "division", "level", "year", "edition", "title", "published");
    private static readonly JsonKeys SectionKeys = new("number", "title", "heading", "text");
    private static readonly JsonKeys CheckKeys = new("passed", "failed", "not_assessable");
    private static readonly JsonKeys CompletenessKeys = new("expected", "found");

    private static readonly ImmutableArray<EditionCells> Editions = [.. FormCatalog.All.Select(form => new EditionCells(form))];

    /// <summary>The whole report.</summary>
    /// <exception cref="FormatException">The line is not what this program writes.</exception>
    public static ReportRecord Read(ReadOnlySpan<byte> line, int number) => Read(line, number, Part.Whole);

    /// <summary>
    /// All but its cells and counts, which are most of the line: they are passed over, and are empty in the record. Nothing of them is checked.
    /// </summary>
    /// <exception cref="FormatException">The line is not what this program writes.</exception>
    public static ReportRecord ReadHead(ReadOnlySpan<byte> line, int number) => Read(line, number, Part.Head);

    /// <summary>The same with what the cells say that <see cref="Peers"/> watch, without their places.</summary>
    /// <exception cref="FormatException">The line is not what this program writes.</exception>
    public static ReportRecord ReadWatched(ReadOnlySpan<byte> line, int number) => Read(line, number, Part.Watched);

    private enum Part { Head, Watched, Whole }

    private static ReportRecord Read(ReadOnlySpan<byte> line, int number, Part part)
    {
        try
        {
            var json = new Utf8JsonReader(line);
            json.Read();
            var record = Record(ref json, part);
            // Nothing may stand behind it; the reader says so.
            if (part == Part.Whole) json.Read();
            return record;
        }
        catch (Exception error) when (JsonFields.IsWrong(error))
        {
            throw JsonFields.NoLine(number, LineSchemas.Report, error);
        }
    }

    private static ReportRecord Record(ref Utf8JsonReader json, Part part)
    {
        string? schema = null, id = null;
        var source = default(Origin);
        Head? head = null;
        ImmutableArray<Section> sections = [];
        ImmutableArray<Field> fields = [];
        var (checks, completeness) = (new Checks(0, 0, 0), new Completeness(0, 0));
        var early = default(Utf8JsonReader); // stands at the values where they come before the edition

        var walk = JsonKeys.Enter(ref json);
        while (Keys.Next(ref json, ref walk, out var key))
        {
            switch (key)
            {
                case 0: schema = Known(json.Required("schema")); break;
                case 1: id = json.Required("id"); break;
                case 2: source = OriginOf(ref json); break;
                case 3: head = HeadOf(ref json); break;
                case 4:
                    sections = Sections(ref json);
                    if (part == Part.Head && head is not null && schema is not null && id is not null && source.Path is not null) return Made();
                    break;
                case 5 when head is not null && part != Part.Head: fields = Fields(ref json, head.Edition, part); break;
                case 5:
                    early = json;
                    json.Skip();
                    break;
                case 6: checks = ChecksOf(ref json); break;
                default: completeness = CompletenessOf(ref json); break;
            }
        }
        if (part != Part.Head && early.TokenType == JsonTokenType.StartObject) fields = Fields(ref early, head!.Edition, part);
        return Made();

        ReportRecord Made() => new(
            new Source(source.Path!, id!, source.Bytes), source.Format, source.Encoding, source.Copies,
            head!.Organization, head.Division, head.Level, head.Year, head.Edition, head.Title, head.Published,
            sections, fields, checks, completeness);
    }

    /// <summary>A later version may say something else by the same keys.</summary>
    private static string Known(string schema) => schema == LineSchemas.Report ? schema : throw new KeyNotFoundException($"it is a {schema}");

    private readonly record struct Origin(string? Path, long Bytes, FileKind Format, string? Encoding, ImmutableArray<string> Copies);

    private sealed record Head(string? Organization, string? Division, Level? Level, int? Year, string Edition, string? Title, DateOnly? Published);

    private static Origin OriginOf(ref Utf8JsonReader json)
    {
        var origin = default(Origin);
        var walk = JsonKeys.Enter(ref json);
        while (SourceKeys.Next(ref json, ref walk, out var key))
        {
            origin = key switch
            {
                0 => origin with { Path = json.Required("path") },
                1 => origin with { Bytes = json.GetInt64() },
                2 => origin with { Format = EnumSpelling<FileKind>.Parse(json.Required("format")) },
                3 => origin with { Encoding = json.GetString() },
                _ => origin with { Copies = json.Texts() },
            };
        }
        return origin;
    }

    private static Head HeadOf(ref Utf8JsonReader json)
    {
        var head = new Head(null, null, null, null, "", null, null);
        var walk = JsonKeys.Enter(ref json);
        while (HeadKeys.Next(ref json, ref walk, out var key))
        {
            head = key switch
            {
                0 => head with { Organization = json.GetString() },
                1 => head with { Division = json.GetString() },
                2 => head with { Level = json.GetString() is { } level ? EnumSpelling<Level>.Parse(level) : null },
                3 => head with { Year = json.IntOrNull() },
                4 => head with { Edition = json.Required("edition") },
                5 => head with { Title = json.GetString() },
                _ => head with { Published = json.GetString() is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null },
            };
        }
        return head;
    }

    private static ImmutableArray<Section> Sections(ref Utf8JsonReader json)
    {
        var sections = ImmutableArray.CreateBuilder<Section>();
        json.EnterArray();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            var section = new Section(0, "", "", "");
            var walk = JsonKeys.Enter(ref json);
            while (SectionKeys.Next(ref json, ref walk, out var key))
            {
                section = key switch
                {
                    0 => section with { Number = json.GetInt32() },
                    1 => section with { Title = json.Required("title") },
                    2 => section with { Heading = json.Required("heading") },
                    _ => section with { Text = json.Required("text") },
                };
            }
            sections.Add(section);
        }
        return sections.DrainToImmutable();
    }

    private static ImmutableArray<Field> Fields(ref Utf8JsonReader json, string edition, Part part)
    {
        var own = FormCatalog.Find(edition) is { } form ? Editions[FormCatalog.All.IndexOf(form)] : null;
        var fields = ImmutableArray.CreateBuilder<Field>(own?.Count ?? 0);
        JsonKeys.Enter(ref json);
        for (var place = 0; json.Read() && json.TokenType == JsonTokenType.PropertyName; place++)
        {
            var indicator = own?.At(place, ref json) ?? Find(own, json.GetString()!);
            json.Read();
            if (part == Part.Whole || Peers.IsWatched(indicator)) fields.Add(FieldLine.Read(ref json, indicator, withPlace: part == Part.Whole));
            else json.Skip();
        }
        return fields.DrainToImmutable();
    }

    /// <summary>The indicator of the report's own edition; a mixed table also has some of another's.</summary>
    private static Indicator Find(EditionCells? own, string code) =>
        own?.Find(code) ?? Editions.Select(cells => cells.Find(code)).OfType<Indicator>().FirstOrDefault() ?? throw new KeyNotFoundException($"no edition of the form has a cell {code}");

    private static Checks ChecksOf(ref Utf8JsonReader json)
    {
        Span<int> counts = stackalloc int[3];
        var walk = JsonKeys.Enter(ref json);
        while (CheckKeys.Next(ref json, ref walk, out var key)) counts[key] = json.GetInt32();
        return new Checks(counts[0], counts[1], counts[2]);
    }

    private static Completeness CompletenessOf(ref Utf8JsonReader json)
    {
        Span<int> counts = stackalloc int[2];
        var walk = JsonKeys.Enter(ref json);
        while (CompletenessKeys.Next(ref json, ref walk, out var key)) counts[key] = json.GetInt32();
        return new Completeness(counts[0], counts[1]);
    }
}
