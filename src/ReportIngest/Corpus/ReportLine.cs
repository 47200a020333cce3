using System.Collections.Immutable;
using System.Globalization;
using System.Text;
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
    public const string Schema = "reportingest.report/1";

    private static readonly JsonKeys Keys = new("schema", "id", "source", "report", "sections", "values", "checks", "completeness");
    private static readonly JsonKeys SourceKeys = new("path", "bytes", "format", "encoding", "copies");
    private static readonly JsonKeys HeadKeys = new("organization", "division", "level", "year", "edition", "title", "published");
    private static readonly JsonKeys SectionKeys = new("number", "title", "heading", "text");
    private static readonly JsonKeys CellKeys = new("value", "state", "raw", "at");
    private static readonly JsonKeys PlaceKeys = new("table", "row", "column", "page", "box");
    private static readonly JsonKeys CheckKeys = new("passed", "failed", "not_assessable");
    private static readonly JsonKeys CompletenessKeys = new("expected", "found");

    private static readonly ImmutableArray<Cells> Editions = [.. FormCatalog.All.Select(form => new Cells(form))];
    private static readonly ImmutableArray<(byte[] Name, CellState State)> States =
        [.. Enum.GetValues<CellState>().Select(state => (Encoding.UTF8.GetBytes(Spelling.Name(state)), state))];

    /// <summary>Most cells hold one digit: they share these.</summary>
    private static readonly ImmutableArray<string> OneLetter = [.. Enumerable.Range(0, 128).Select(letter => ((char)letter).ToString())];

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
            throw JsonFields.NoLine(number, Schema, error);
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
                case 0: schema = Known(Required(ref json, "schema")); break;
                case 1: id = Required(ref json, "id"); break;
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
    private static string Known(string schema) => schema == Schema ? schema : throw new KeyNotFoundException($"it is a {schema}");

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
                0 => origin with { Path = Required(ref json, "path") },
                1 => origin with { Bytes = json.GetInt64() },
                2 => origin with { Format = EnumSpelling<FileKind>.Parse(Required(ref json, "format")) },
                3 => origin with { Encoding = json.GetString() },
                _ => origin with { Copies = Texts(ref json) },
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
                3 => head with { Year = IntOrNull(ref json) },
                4 => head with { Edition = Required(ref json, "edition") },
                5 => head with { Title = json.GetString() },
                _ => head with { Published = json.GetString() is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null },
            };
        }
        return head;
    }

    private static ImmutableArray<Section> Sections(ref Utf8JsonReader json)
    {
        var sections = ImmutableArray.CreateBuilder<Section>();
        EnterArray(ref json);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            var section = new Section(0, "", "", "");
            var walk = JsonKeys.Enter(ref json);
            while (SectionKeys.Next(ref json, ref walk, out var key))
            {
                section = key switch
                {
                    0 => section with { Number = json.GetInt32() },
                    1 => section with { Title = Required(ref json, "title") },
                    2 => section with { Heading = Required(ref json, "heading") },
                    _ => section with { Text = Required(ref json, "text") },
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
            if (part == Part.Whole || Peers.IsWatched(indicator)) fields.Add(FieldOf(ref json, indicator, withPlace: part == Part.Whole));
            else json.Skip();
        }
        return fields.DrainToImmutable();
    }

    /// <summary>The indicator of the report's own edition; a mixed table also has some of another's.</summary>
    private static Indicator Find(Cells? own, string code) =>
        own?.Find(code) ?? Editions.Select(cells => cells.Find(code)).OfType<Indicator>().FirstOrDefault() ?? throw new KeyNotFoundException($"no edition of the form has a cell {code}");

    private static Field FieldOf(ref Utf8JsonReader json, Indicator indicator, bool withPlace)
    {
        decimal? number = null;
        var state = CellState.Missing;
        string? raw = null;
        Location? at = null;
        var walk = JsonKeys.Enter(ref json);
        while (CellKeys.Next(ref json, ref walk, out var key))
        {
            switch (key)
            {
                case 0: number = json.TokenType == JsonTokenType.Number ? json.GetDecimal() : null; break;
                case 1: state = StateOf(ref json); break;
                case 2: raw = Short(ref json); break;
                case 3 when !withPlace: json.Skip(); break;
                default: at = json.TokenType == JsonTokenType.Null ? null : LocationOf(ref json); break;
            }
        }
        return new Field(indicator, new CellValue(state, number, raw), at);
    }

    private static CellState StateOf(ref Utf8JsonReader json)
    {
        foreach (var (name, state) in States)
            if (json.ValueTextEquals(name)) return state;
        throw new KeyNotFoundException($"there is no state {json.GetString()}");
    }

    private static string? Short(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String && json.ValueSpan.Length == 1 ? OneLetter[json.ValueSpan[0]] : json.GetString();

    private static Location LocationOf(ref Utf8JsonReader json)
    {
        int table = 0, row = 0, column = 0;
        int? page = null;
        Box? box = null;
        var walk = JsonKeys.Enter(ref json);
        while (PlaceKeys.Next(ref json, ref walk, out var key))
        {
            switch (key)
            {
                case 0: table = json.GetInt32(); break;
                case 1: row = json.GetInt32(); break;
                case 2: column = json.GetInt32(); break;
                case 3: page = IntOrNull(ref json); break;
                default: box = json.TokenType == JsonTokenType.Null ? null : BoxOf(ref json); break;
            }
        }
        return new Location(table, row, column, page, box);
    }

    private static Box BoxOf(ref Utf8JsonReader json)
    {
        EnterArray(ref json);
        Span<double> corners = stackalloc double[4];
        foreach (ref var corner in corners)
        {
            json.Read();
            corner = json.GetDouble();
        }
        json.Read();
        return json.TokenType == JsonTokenType.EndArray ? new Box(corners[0], corners[1], corners[2], corners[3]) : throw new InvalidOperationException("a box has four corners");
    }

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

    private static ImmutableArray<string> Texts(ref Utf8JsonReader json)
    {
        EnterArray(ref json);
        var texts = ImmutableArray.CreateBuilder<string>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray) texts.Add(json.GetString() ?? throw new InvalidOperationException("a null stands in a list"));
        return texts.DrainToImmutable();
    }

    private static void EnterArray(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartArray) throw new InvalidOperationException($"a {json.TokenType} stands in the place of a list");
    }

    private static string Required(ref Utf8JsonReader json, string key) => json.GetString() ?? throw new KeyNotFoundException($"it has no {key}");

    private static int? IntOrNull(ref Utf8JsonReader json) => json.TokenType == JsonTokenType.Null ? null : json.GetInt32();

    /// <summary>The cells of an edition, by their place in its order and by their code.</summary>
    private sealed class Cells(Form form)
    {
        private readonly ImmutableArray<byte[]> _codes = [.. form.Indicators.Select(cell => Encoding.UTF8.GetBytes(cell.Code))];
        private readonly Dictionary<string, Indicator> _byCode = form.Indicators.ToDictionary(cell => cell.Code);

        public int Count => _codes.Length;

        /// <summary>The cell at a place of the edition's order, in which we write them, where it is the one that the reader names; else null.</summary>
        public Indicator? At(int place, ref Utf8JsonReader json) => place < Count && json.ValueTextEquals(_codes[place]) ? form.Indicators[place] : null;

        public Indicator? Find(string code) => _byCode.GetValueOrDefault(code);
    }
}
