using System.Collections.Immutable;
using System.Diagnostics;
using ReportIngest.Corpus;
using ReportIngest.Documents;
using ReportIngest.Forms;
using ReportIngest.Reading;
using ReportIngest.Reports;
using ReportIngest.Rules;
using ReportIngest.Sinks;

namespace ReportIngest.Benchmarks.Speed;

/// <summary>The milliseconds one file takes: by stage, on the whole way in one go, and in the bare parser.</summary>
/// <param name="Parts">In the order of <see cref="Names"/>.</param>
internal sealed record Stages(ImmutableArray<double> Parts, double Total, double Bare)
{
    public static readonly ImmutableArray<string> Names = ["kind", "read", "match", "header, sections", "judge", "json"];

    /// <summary>One round. The bare parser runs right before us, so that whatever else the machine does meets both.</summary>
    public static Stages Measure(byte[] bytes, Source source)
    {
        var kind = FileKinds.Of(bytes);
        var bare = Time(() => BareParser.Parse(kind, bytes), out _);
        var total = Time(() => Write(Pipeline.Ingest(bytes, source, Limits.Default)), out _);

        var telling = Time(() => FileKinds.Of(bytes), out _);
        var reading = Time(() => LineTables.Recover(Read(kind, bytes, source)), out var document);
        var matching = Time(() => FormMatcher.Match(document), out _);
        var naming = Time(() => Name(document), out _);
        var report = Pipeline.Recognise(document, source)!;
        var judging = Time(() => RuleCatalog.Judge(report), out var verdict);
        var writing = Time(() => Write(new Ingested(source, document, report, verdict.Findings, verdict.Tallies)), out _);
        return new Stages([telling, reading, matching, naming, judging, writing], total, bare);
    }

    private static Document Read(FileKind kind, byte[] bytes, Source source) => kind switch
    {
        FileKind.Html => HtmlReader.Read(bytes, source, Limits.Default),
        FileKind.Docx => DocxReader.Read(bytes, source, Limits.Default),
        FileKind.Pdf => PdfReader.Read(bytes, source, Limits.Default),
        FileKind.Markdown => MarkdownReader.Read(bytes, source, Limits.Default),
        _ => Reading.TextReader.Read(bytes, source, Limits.Default),
    };

    private static (ReportHeader, ImmutableArray<Section>) Name(Document document)
    {
        var lines = Line.Of(document);
        var headings = SectionReader.Headings(lines);
        return (ReportHeader.Of(document, lines, headings), SectionReader.Of(document, lines, headings));
    }

    private static long Write(Ingested ingested)
    {
        using var buffer = new MemoryStream();
        JsonLines.Write(buffer, ReportRecord.Of(ingested.Report!, []));
        JsonLines.Write(buffer, FindingMarks.None.Of(ingested.Findings));
        return buffer.Length;
    }

    private static double Time<T>(Func<T> work, out T result)
    {
        var start = Stopwatch.GetTimestamp();
        result = work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
