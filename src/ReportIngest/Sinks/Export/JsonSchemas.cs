using System.Collections.Immutable;
using System.Reflection;
using ReportIngest.Outputs;

namespace ReportIngest.Sinks.Export;

/// <summary>The JSON Schemas of the lines that this program writes.</summary>
public static class JsonSchemas
{
    private static readonly ImmutableDictionary<string, string> ByFile = new Dictionary<string, string>
    {
        [IngestOutput.ReportsName] = "report.schema.json",
        [IngestOutput.FindingsName] = "finding.schema.json",
        [IngestOutput.GoneName] = "finding.schema.json",
        [IngestOutput.CoverageName] = "coverage.schema.json",
    }.ToImmutableDictionary();

    /// <summary>The schemas' file names.</summary>
    public static ImmutableArray<string> Names { get; } = [.. ByFile.Values.Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The name of the schema of an output's lines; null for a file without one.</summary>
    public static string? Of(string file) => ByFile.GetValueOrDefault(file);

    public static Stream Open(string name) => Assembly.GetExecutingAssembly().GetManifestResourceStream($"schemas/{name}")!;
}
