using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ReportIngest.Reports;

namespace ReportIngest.Corpus;

/// <summary>The values of a line as this program writes them; a key that is not there is an error, a null is none.</summary>
internal static class JsonFields
{
    public static string? Text(this JsonElement json, string key) => json.GetProperty(key).GetString();

    public static string Required(this JsonElement json, string key) => json.Text(key) ?? throw new KeyNotFoundException($"it has no {key}");

    public static int Int(this JsonElement json, string key) => json.GetProperty(key).GetInt32();

    public static int? IntOrNull(this JsonElement json, string key) =>
        json.GetProperty(key) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;

    public static decimal? NumberOrNull(this JsonElement json, string key) =>
        json.GetProperty(key) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;

    public static DateOnly? Date(this JsonElement json, string key) =>
        json.Text(key) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public static ImmutableArray<string> Texts(this JsonElement json, string key) => [.. json.GetProperty(key).EnumerateArray().Select(text => text.GetString()!)];

    public static Message Message(this JsonElement json, string key)
    {
        var message = json.GetProperty(key);
        return new Message(message.Required("zh"), message.Required("en"));
    }

    /// <summary>A name as <see cref="Spelling"/> spells it, with or without <c>_</c>.</summary>
    public static T? Named<T>(this JsonElement json, string key) where T : struct, Enum =>
        json.Text(key) is { } name ? EnumSpelling<T>.Parse(name) : null;

    public static Location Location(this JsonElement json)
    {
        var box = json.GetProperty("box") is { ValueKind: JsonValueKind.Array } corners
            ? new Box(corners[0].GetDouble(), corners[1].GetDouble(), corners[2].GetDouble(), corners[3].GetDouble())
            : (Box?)null;
        return new Location(json.Int("table"), json.Int("row"), json.Int("column"), json.IntOrNull("page"), box);
    }

    /// <summary>Every line of a stream, read when it is asked for.</summary>
    /// <param name="schema">What a line is, for the error's sentence.</param>
    /// <exception cref="FormatException">A line is not what this program writes.</exception>
    public static IEnumerable<(LinePlace Place, T Record)> Read<T>(Stream stream, string schema, Func<JsonElement, T> parse)
    {
        var number = 0;
        foreach (var (offset, line) in Lines.Of(stream))
        {
            number++;
            yield return (new LinePlace(offset, line.Length, number), Parse(line, schema, number, parse));
        }
    }

    private static T Parse<T>(ReadOnlyMemory<byte> line, string schema, int number, Func<JsonElement, T> parse)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            // A later version may say something else by the same keys.
            var said = json.RootElement.Required("schema");
            return said == schema ? parse(json.RootElement) : throw new KeyNotFoundException($"it is a {said}");
        }
        catch (Exception error) when (IsWrong(error))
        {
            throw NoLine(number, schema, error);
        }
    }

    /// <summary>What reading a line throws that this program has not written.</summary>
    public static bool IsWrong(Exception error) =>
        error is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException;

    public static OutputFormatException NoLine(int number, string schema, Exception error) => new(
        new Message(string.Create(CultureInfo.InvariantCulture, $"第 {number} 行不是 {schema}"), string.Create(CultureInfo.InvariantCulture, $"line {number} is no {schema}")), error);
}
