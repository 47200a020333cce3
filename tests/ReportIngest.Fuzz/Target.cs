using System.Collections.Immutable;
using ReportIngest.Cli;
using ReportIngest.Cli.Configuring;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Cli.Isolation;
using ReportIngest.Corpus;
using ReportIngest.Documents;
using ReportIngest.Forge;
using ReportIngest.Fuzz.Seeds;
using ReportIngest.Reading;
using ReportIngest.Rosters;
using ReportIngest.Rules;

namespace ReportIngest.Fuzz;

/// <summary>Something that is fed bytes and may throw nothing but what it says it throws.</summary>
/// <param name="Seeds">Good inputs to begin with. Most are short: what a mutation hits is then seldom prose, and a million of them take minutes.</param>
/// <param name="Run">Says in a word what came of the input.</param>
internal sealed record Target(string Name, ImmutableArray<Seed> Seeds, Func<byte[], string> Run)
{
    private static readonly ForgedReport Forged = Forger.Forge(4, new Order("2019", Zeros.Digit, FaultKind.ResultCellWrong));

    private static readonly ImmutableArray<Seed>
        Html = [.. Mostly(Plain(ShortTexts.Html, Words.Html), 16), .. Plain([Written(FileKind.Html, "word")], Words.Html)],
        Docx = [.. Mostly([ShortWordFile.Seed], 24), ZipSeed.Of(Written(FileKind.Docx, "split-runs"))],
        Pdf = [.. Mostly([.. ShortPdfs.All], 48), PdfSeed.Of(Written(FileKind.Pdf, "split"))],
        Markdown = [.. Mostly(Plain(ShortTexts.Markdown, Words.Markdown), 16), .. Plain([Written(FileKind.Markdown, "lost-spans")], Words.Markdown)],
        Text = [.. Mostly(Plain(ShortTexts.Text, Words.Text), 8), .. Plain([Written(FileKind.Text, "aligned")], Words.Text)];

    public static ImmutableArray<Target> All { get; } =
    [
        Reader("html", Html, HtmlReader.Read),
        Reader("docx", Docx, DocxReader.Read),
        Reader("pdf", Pdf, PdfReader.Read),
        Reader("markdown", Markdown, MarkdownReader.Read),
        Reader("text", Text, Reading.TextReader.Read),
        new("any", [.. Html, .. Docx, .. Pdf, .. Markdown, .. Text], bytes => Word(Pipeline.Ingest(bytes, Source.Of("x", bytes), Limits.Default))),
        new("matcher", Few(Plain([.. Tables(FileKind.Html, "plain"), .. Tables(FileKind.Markdown, "lost-spans"), .. Tables(FileKind.Text, "aligned")], Words.Text), 2000), bytes => Recognised(DocumentText.Read(bytes), Source.Of("x", bytes))),
        new("wire", Plain([Answered(Written(FileKind.Html, "plain")), Answered(Written(FileKind.Pdf, "split"))], Words.Json), ReadAnswer),
        new("worker", Plain([Asked()], Words.Json), ReadRequests),
        new("records", Plain([FinishedReport.Of(Pipeline.Ingest(Written(FileKind.Pdf, "split"), new Source("x", "", 0), Limits.Default).Report!).Line.ToArray()], Words.Json), bytes => Refused<FormatException>(() => ReportRecords.Read(new MemoryStream(bytes)).ToList())),
        new("roster", Plain(ShortTexts.Roster, Words.Text), bytes => Refused<RosterException>(() => Roster.Read(bytes))),
        new("settings", Plain(ShortTexts.Settings, Words.Json), bytes => Refused<UsageException>(() => ConfigurationFile.Parse("x.toml", bytes))),
    ];

    public static Target? Find(string name) => All.FirstOrDefault(target => target.Name == name);

    /// <summary>A reader, and behind it, for one input in eight, the matcher and the rules: what was read, however odd, is to be laid on the form and judged.</summary>
    private static Target Reader(string name, ImmutableArray<Seed> seeds, Func<ReadOnlyMemory<byte>, Source, Limits, Document> read) => new(name, seeds, bytes =>
    {
        var source = Source.Of("x", bytes);
        try
        {
            var document = Limits.Default.Checked(read(bytes, source, Limits.Default));
            return bytes.Length % 8 == 0 ? Recognised(document, source) : "read";
        }
        catch (UnreadableException refusal)
        {
            return refusal.Reason.ToString(); // the one that is allowed
        }
    });

    private static string Recognised(Document document, Source source)
    {
        if (Pipeline.Recognise(document, source) is not { } report) return "no report";
        RuleCatalog.Judge(report);
        return report.Tables.IsEmpty ? "report" : "report with tables";
    }

    private static string Word(Ingested ingested) => ingested.Report is { } ? "report" : ingested.Document is { } ? "no report" : "refused";

    private static string Refused<TException>(Action read) where TException : Exception
    {
        try
        {
            read();
            return "read";
        }
        catch (TException)
        {
            return "refused"; // the one that is allowed
        }
    }

    private static ImmutableArray<Seed> Plain(ImmutableArray<byte[]> inputs, ImmutableArray<byte[]> words) => [.. inputs.Select(input => new PlainSeed(input, words, inputs))];

    /// <summary>So that of the inputs only few are as long as a whole report.</summary>
    private static IEnumerable<Seed> Mostly(ImmutableArray<Seed> seeds, int times) => Enumerable.Repeat(seeds, times).SelectMany(seed => seed);

    /// <summary>So that of the inputs only few are longer than so many bytes.</summary>
    private static ImmutableArray<Seed> Few(ImmutableArray<Seed> seeds, int bytes) => [.. Mostly([.. seeds.Where(seed => seed.Whole.Length <= bytes)], 4), .. seeds.Where(seed => seed.Whole.Length > bytes)];

    private static byte[] Written(FileKind kind, string layout) => Layouts.Find(kind, layout).Write(Forged);

    /// <summary>Each table of a report by itself, as <see cref="DocumentText"/>.</summary>
    private static IEnumerable<byte[]> Tables(FileKind kind, string layout)
    {
        var document = Pipeline.Read(Written(kind, layout), new Source("x", "", 0), Limits.Default);
        return document.Tables.Select(table => DocumentText.Of(document with { Blocks = [table] }));
    }

    private static byte[] Answered(byte[] bytes)
    {
        using var stream = new MemoryStream();
        Wire.Write(stream, new Answer(3, FileOutcome.Of(bytes, "x", Limits.Default)));
        return stream.ToArray();
    }

    private static byte[] Asked()
    {
        using var stream = new MemoryStream();
        Wire.Write(stream, Limits.Default);
        Wire.Write(stream, new Request(1, "a/b.html", ShortTexts.Html[0]));
        Wire.Write(stream, new Request(2, "c.txt", []));
        return stream.ToArray();
    }

    private static string ReadAnswer(byte[] bytes)
    {
        try
        {
            return Wire.ReadAnswer(new MemoryStream(bytes)) is null ? "cut off" : "read";
        }
        catch (InvalidDataException)
        {
            return "noise"; // the one that is allowed
        }
    }

    /// <summary>What a worker reads, in the order in which it does.</summary>
    private static string ReadRequests(byte[] bytes)
    {
        var stream = new MemoryStream(bytes);
        try
        {
            if (Frames.Read(stream) is not { } first || Wire.ReadLimits(first) is null) return "cut off";
            while (Wire.ReadRequest(stream) is not null)
            {
                // to the end
            }
            return "read";
        }
        catch (Exception noise) when (noise is InvalidDataException or EndOfStreamException)
        {
            return "noise"; // those that are allowed
        }
    }
}
