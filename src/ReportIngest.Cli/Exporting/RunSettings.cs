using System.Collections.Immutable;
using System.Text.Json;
using ReportIngest.Cli.Ingesting;

namespace ReportIngest.Cli.Exporting;

/// <summary>The options of a run that its numbers depend on, as <c>run.json</c> has them: not how many jobs it ran in, nor where it wrote to.</summary>
internal static class RunSettings
{
    private static readonly ImmutableArray<string> Names = ["paths", "include", "exclude", "history", "roster", "years", "as_of", "config", "baseline", "suppress"];

    public static ImmutableSortedDictionary<string, string> Of(IngestOptions options)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Spelling.Json))
        {
            json.WriteStartObject();
            RunRecord.WriteOptions(json, options);
            json.WriteEndObject();
        }
        return Of(stream.ToArray());
    }

    /// <param name="path">Of a <c>run.json</c>; without one nothing is known.</param>
    public static ImmutableSortedDictionary<string, string> Read(string path) => File.Exists(path) ? Of(File.ReadAllBytes(path)) : ImmutableSortedDictionary<string, string>.Empty;

    private static ImmutableSortedDictionary<string, string> Of(byte[] run)
    {
        try
        {
            using var json = JsonDocument.Parse(run);
            return json.RootElement.GetProperty("options").EnumerateObject().Where(option => Names.Contains(option.Name) && Spelt(option.Value).Length > 0)
                .ToImmutableSortedDictionary(option => option.Name, option => Spelt(option.Value), StringComparer.Ordinal);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw OutputFiles.NoRun(error);
        }
    }

    private static string Spelt(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? string.Join(", ", value.EnumerateArray().Select(item => item.ToString())) : value.ToString();
}
