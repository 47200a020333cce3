using System.Collections.Immutable;
using ReportIngest.Corpus;
using ReportIngest.Rules;
using ReportIngest.Sinks;

namespace ReportIngest.Tests.Sinks;

/// <summary>Outputs in memory, as a run writes them.</summary>
internal static class Outputs
{
    public static IngestOutput Of(params ImmutableArray<ReportRecord> reports) => Of(reports, []);

    public static IngestOutput Of(ImmutableArray<ReportRecord> reports, ImmutableArray<MarkedFinding> findings)
    {
        using var lines = new MemoryStream();
        foreach (var report in reports) JsonLines.Write(lines, report);
        using var found = new MemoryStream();
        JsonLines.Write(found, findings);
        var files = new Dictionary<string, byte[]> { [IngestOutput.ReportsName] = lines.ToArray(), [IngestOutput.FindingsName] = found.ToArray() };
        return new IngestOutput(name => files.TryGetValue(name, out var bytes) ? new MemoryStream(bytes) : null);
    }
}
