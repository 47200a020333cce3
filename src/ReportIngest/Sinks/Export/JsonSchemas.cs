using System.Collections.Immutable;
using System.Reflection;

namespace ReportIngest.Sinks.Export;

/// <summary>The JSON Schemas of the lines that this program writes.</summary>
public static class JsonSchemas
{
    private static readonly ImmutableDictionary<string, string> ByFile = new Dictionary<string, string>
    {
        ["reports.jsonl"] = "report.schema.json",
        ["findings.jsonl"] = "finding.schema.json",
        ["gone.jsonl"] = "finding.schema.json",
        ["coverage.jsonl"] = "coverage.schema.json",
    }.ToImmutableDictionary();

    /// <summary>The schemas' file names.</summary>
    public static ImmutableArray<string> Names { get; } = [.. ByFile.Values.Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The name of the schema of an output's lines; null for a file without one.</summary>
    public static string? Of(string file) => ByFile.GetValueOrDefault(file);

    public static Stream Open(string name) => Assembly.GetExecutingAssembly().GetManifestResourceStream($"schemas/{name}")!;
}
