using System.Collections.Immutable;
using System.Diagnostics;
using ReportIngest.Corpus;
using ReportIngest.Documents;
using ReportIngest.Forms;
using ReportIngest.Outputs;
using ReportIngest.Reading;
using ReportIngest.Reports;
using ReportIngest.Rules;
using ReportIngest.Sinks;

namespace ReportIngest.Benchmarks.Speed;

/// <summary>The milliseconds one file takes: by stage, on the whole way in one go, and in the bare parser.</summary>
/// <param name="Parts">In the order of <see cref="Names"/>.</param>
/// <param name="Allocated">The same in kilobytes of memory; those of kilobytes have none of their own.</param>
internal sealed record Stages(ImmutableArray<double> Parts, double Total, double Bare, Stages? Allocated)
{
    /// <summary>The text is decoded to tell the kind, and handed on to the reader.</summary>
    public static readonly ImmutableArray<string> Names = ["kind", "read", "match", "header, sections", "judge", "json"];

    /// <summary>One round. The bare parser runs right before us, so that whatever else the machine does meets both.</summary>
    public static Stages Measure(byte[] bytes, Source source)
    {
        var kind = FileKinds.Of(bytes);
        var bare = Take(() => BareParser.Parse(kind, bytes), out _);
        var total = Take(() => Write(Pipeline.Ingest(bytes, source, Limits.Default)), out _);

        var telling = Take(() => FileKinds.Tell(bytes), out var told);
        var reading = Take(() => Pipeline.Read(told.Kind, told.Text, bytes, source, Limits.Default), out var document);
        var matching = Take(() => FormMatcher.Match(document), out _);
        var naming = Take(() => Name(document), out _);
        var report = Pipeline.Recognise(document, source)!;
        var judging = Take(() => RuleCatalog.Judge(report), out var verdict);
        var writing = Take(() => Write(new Ingested(source, document, report, verdict.Findings, verdict.Tallies)), out _);
        ImmutableArray<Cost> parts = [telling, reading, matching, naming, judging, writing];
        return new Stages(
            [.. parts.Select(part => part.Milliseconds)], total.Milliseconds, bare.Milliseconds,
            new Stages([.. parts.Select(part => part.Kilobytes)], total.Kilobytes, bare.Kilobytes, null));
    }

    private static (ReportHeader, ImmutableArray<Section>) Name(Document document)
    {
        var lines = Line.Of(document);
        var headings = SectionReader.Headings(lines);
        return (ReportHeader.Of(document, lines, headings), SectionReader.Of(document, lines, headings));
    }

    private static long Write(Ingested ingested)
    {
        var report = JsonLines.Bytes(ReportRecord.Of(ingested.Report!, []));
        using var findings = new MemoryStream();
        JsonLines.Write(findings, FindingMarks.None.Of(ingested.Findings));
        return report.Length + findings.Length;
    }

    private readonly record struct Cost(double Milliseconds, double Kilobytes);

    private static Cost Take<T>(Func<T> work, out T result)
    {
        var (bytes, start) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
        result = work();
        return new Cost(Stopwatch.GetElapsedTime(start).TotalMilliseconds, (GC.GetAllocatedBytesForCurrentThread() - bytes) / 1024.0);
    }
}
