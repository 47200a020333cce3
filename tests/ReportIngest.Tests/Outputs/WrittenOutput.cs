using System.Collections.Immutable;
using ReportIngest.Corpus;
using ReportIngest.Outputs;
using ReportIngest.Sinks;

namespace ReportIngest.Tests.Outputs;

/// <summary>Outputs in memory, as a run writes them.</summary>
internal static class WrittenOutput
{
    public static IngestOutput Of(params ImmutableArray<ReportRecord> reports) => Of(reports, [], []);

    public static IngestOutput Of(ImmutableArray<ReportRecord> reports, ImmutableArray<MarkedFinding> findings) => Of(reports, [.. findings.Select(FindingRecord.Of)], []);

    /// <param name="coverage">Empty for a run without a roster.</param>
    public static IngestOutput Of(ImmutableArray<ReportRecord> reports, ImmutableArray<FindingRecord> findings, ImmutableArray<CoverageRecord> coverage)
    {
        var files = new Dictionary<string, byte[]> { [IngestOutput.ReportsName] = Lines(reports, JsonLines.Write), [IngestOutput.FindingsName] = Lines(findings, JsonLines.Write) };
        if (!coverage.IsEmpty) files[IngestOutput.CoverageName] = Lines(coverage, JsonLines.Write);
        return new IngestOutput(name => files.TryGetValue(name, out var bytes) ? new MemoryStream(bytes) : null);
    }

    private static byte[] Lines<T>(ImmutableArray<T> records, Action<Stream, T> write)
    {
        using var lines = new MemoryStream();
        foreach (var record in records) write(lines, record);
        return lines.ToArray();
    }
}
