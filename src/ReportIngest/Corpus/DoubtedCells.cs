using System.Collections.Immutable;
using System.Text.Json;

namespace ReportIngest.Corpus;

/// <summary>The cells whose reading we doubt, by report, read back from <c>findings.jsonl</c>: <c>reports.jsonl</c> does not hold them.</summary>
internal static class DoubtedCells
{
    /// <exception cref="FormatException">A line is no finding.</exception>
    public static IReadOnlyDictionary<string, ImmutableHashSet<string>> Read(Stream findings)
    {
        var doubted = new Dictionary<string, ImmutableHashSet<string>>();
        foreach (var (_, line) in Lines.Of(findings))
        {
            // Most findings are no doubts: they are not parsed.
            if (line.Span.IndexOf("\"rule\":\"RI901\""u8) < 0 && line.Span.IndexOf("\"rule\":\"RI902\""u8) < 0) continue;
            try
            {
                using var json = JsonDocument.Parse(line);
                if (json.RootElement.GetProperty("report").GetString() is not { } report) continue;
                var codes = json.RootElement.GetProperty("indicators").EnumerateArray().Select(code => code.GetString()!);
                doubted[report] = (doubted.GetValueOrDefault(report) ?? []).Union(codes);
            }
            catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new FormatException($"A line is no reportingest.finding/1: {error.Message}", error);
            }
        }

        return doubted;
    }
}
