using System.Collections.Immutable;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Cli.Isolation;
using ReportIngest.Documents;
using ReportIngest.Forge;
using ReportIngest.Reading;
using ReportIngest.Rules;

namespace ReportIngest.Fuzz;

/// <summary>Something that is fed bytes and may throw nothing but what it says it throws.</summary>
/// <param name="Seeds">Good inputs to begin with.</param>
internal sealed record Target(string Name, ImmutableArray<byte[]> Seeds, Action<byte[]> Run)
{
    private static readonly ImmutableArray<ForgedReport> Reports = [Forger.Forge(1), Forger.Forge(4, new Order("2019", Zeros.Digit, FaultKind.ResultCellWrong))];

    public static ImmutableArray<Target> All { get; } =
    [
        Reader("html", [FileKind.Html], ["plain", "word", "cms"], HtmlReader.Read),
        Reader("docx", [FileKind.Docx], ["plain", "split-runs"], DocxReader.Read),
        Reader("pdf", [FileKind.Pdf], ["lines-plain", "split"], PdfReader.Read),
        Reader("markdown", [FileKind.Markdown], ["lost-spans", "grid-plain"], MarkdownReader.Read),
        Reader("text", [FileKind.Text], ["tabs-plain"], Reading.TextReader.Read),
        new("any", [.. Written(FileKind.Html, "plain"), .. Written(FileKind.Docx, "plain"), .. Written(FileKind.Pdf, "split"), .. Written(FileKind.Text, "tabs-plain")], bytes => Pipeline.Ingest(bytes, Source.Of("x", bytes), Limits.Default)),
        new("wire", [.. Written(FileKind.Html, "plain").Concat(Written(FileKind.Pdf, "split")).Select(Sent)], ReadOutcome),
    ];

    public static Target? Find(string name) => All.FirstOrDefault(target => target.Name == name);

    /// <summary>A reader, and behind it the matcher and the rules: what was read, however odd, is to be laid on the form and judged.</summary>
    private static Target Reader(string name, FileKind[] kinds, string[] layouts, Func<ReadOnlyMemory<byte>, Source, Limits, Document> read) => new(
        name,
        [.. from kind in kinds from layout in layouts from seed in Written(kind, layout) select seed],
        bytes =>
        {
            var source = Source.Of("x", bytes);
            try
            {
                var document = Limits.Default.Checked(read(bytes, source, Limits.Default));
                if (Pipeline.Recognise(document, source) is { } report) RuleCatalog.Judge(report);
            }
            catch (UnreadableException)
            {
                // the one that is allowed
            }
        });

    private static IEnumerable<byte[]> Written(FileKind kind, string layout) => Reports.Select(report => Layouts.Find(kind, layout).Write(report));

    private static byte[] Sent(byte[] bytes)
    {
        using var stream = new MemoryStream();
        Wire.Write(stream, FileOutcome.Of(bytes, "x", Limits.Default));
        return stream.ToArray();
    }

    private static void ReadOutcome(byte[] bytes)
    {
        try
        {
            Wire.ReadOutcome(new MemoryStream(bytes));
        }
        catch (InvalidDataException)
        {
            // the one that is allowed
        }
    }
}
