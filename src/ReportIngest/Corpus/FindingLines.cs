using System.Text.Json;
using ReportIngest.Rules;

namespace ReportIngest.Corpus;

/// <summary>What a line of <c>findings.jsonl</c> says, as far as a later run asks.</summary>
public sealed record FindingLine(LinePlace Place, string Rule, Subject Subject, Message Message, string Fingerprint);

/// <summary>Reads <c>findings.jsonl</c> back.</summary>
public static class FindingLines
{
    /// <exception cref="FormatException">A line is not what this program writes.</exception>
    public static IEnumerable<FindingLine> Read(Stream stream)
    {
        var number = 0;
        foreach (var (offset, line) in Lines.Of(stream))
        {
            number++;
            yield return Parse(new LinePlace(offset, line.Length), line, number);
        }
    }

    private static FindingLine Parse(LinePlace place, ReadOnlyMemory<byte> line, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return Of(place, json.RootElement);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"Line {number} is no reportingest.finding/1: {error.Message}", error);
        }
    }

    private static FindingLine Of(LinePlace place, JsonElement json)
    {
        string? Text(string key) => json.GetProperty(key).GetString();
        int? year = json.GetProperty("year") is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;
        var message = json.GetProperty("message");
        return new FindingLine(
            place,
            Text("rule")!,
            new Subject(Text("report"), Text("path"), Text("division"), Text("organization"), year),
            new Message(message.GetProperty("zh").GetString()!, message.GetProperty("en").GetString()!),
            Text("fingerprint") ?? throw new KeyNotFoundException("it has no fingerprint"));
    }
}
