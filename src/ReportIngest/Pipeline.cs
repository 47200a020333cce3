using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Reading;
using ReportIngest.Reports;
using ReportIngest.Rules;

namespace ReportIngest;

/// <summary>The whole way, bytes → Document → Report → Findings, on one page.</summary>
public static class Pipeline
{
    /// <summary>Reads one file. Never throws for what the bytes hold: what cannot be read becomes a finding.</summary>
    public static Ingested Ingest(ReadOnlyMemory<byte> bytes, Source source, Limits limits)
    {
        throw new InvalidOperationException("wired below once the readers stand");
    }

    /// <summary>Bytes → Document. The format is told from the bytes; one reader a format.</summary>
    /// <exception cref="UnreadableException">The file cannot be read; the exception says why.</exception>
    public static Document Read(ReadOnlyMemory<byte> bytes, Source source, Limits limits)
    {
        throw new InvalidOperationException("wired below once the readers stand");
    }
}

/// <summary>What came of one file. Without a report the findings say why.</summary>
/// <param name="Tallies">How often each rule held, failed and could not tell; empty without a report.</param>
public sealed record Ingested(
    Source Source, Document? Document, Report? Report, ImmutableArray<Finding> Findings, ImmutableArray<Tally> Tallies);
