using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Corpus;

/// <summary>One cell of a line of <c>reports.jsonl</c>, and where it stands.</summary>
internal static class FieldLine
{
    private static readonly JsonKeys CellKeys = new("value", "state", "raw", "at");
    private static readonly JsonKeys PlaceKeys = new("table", "row", "column", "page", "box");

    private static readonly ImmutableArray<(byte[] Name, CellState State)> States =
        [.. Enum.GetValues<CellState>().Select(state => (Encoding.UTF8.GetBytes(Spelling.Name(state)), state))];

    /// <summary>Most cells hold one digit: they share these.</summary>
    private static readonly ImmutableArray<string> OneLetter = [.. Enumerable.Range(0, 128).Select(letter => ((char)letter).ToString())];

    /// <param name="withPlace">Whether the place is read too.</param>
    public static Field Read(ref Utf8JsonReader json, Indicator indicator, bool withPlace)
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
                case 3: page = json.IntOrNull(); break;
                default: box = json.TokenType == JsonTokenType.Null ? null : BoxOf(ref json); break;
            }
        }
        return new Location(table, row, column, page, box);
    }

    private static Box BoxOf(ref Utf8JsonReader json)
    {
        json.EnterArray();
        Span<double> corners = stackalloc double[4];
        foreach (ref var corner in corners)
        {
            json.Read();
            corner = json.GetDouble();
        }
        json.Read();
        return json.TokenType == JsonTokenType.EndArray ? new Box(corners[0], corners[1], corners[2], corners[3]) : throw new InvalidOperationException("a box has four corners");
    }
}
