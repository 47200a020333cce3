using System.IO.Compression;
using System.Text;
using ReportIngest.Documents;
using ReportIngest.Forge;
using ReportIngest.Reading;

namespace ReportIngest.Tests.Reading;

/// <summary>Each ceiling by a file that passes it, with the sentence that names it.</summary>
public sealed class LimitsTests
{
    private static readonly ForgedReport Report = Forger.Forge(1);
    private static readonly byte[] Docx = Layouts.Find(FileKind.Docx, "plain").Write(Report);
    private static readonly byte[] Pdf = Layouts.Find(FileKind.Pdf, "lines-plain").Write(Report);
    private static readonly byte[] Html = Layouts.Find(FileKind.Html, "plain").Write(Report);
    private static readonly byte[] Markdown = File.ReadAllBytes(Repository.File("seeds/seed.md"));

    public static TheoryData<byte[], Limits, string> Passed => new()
    {
        { Html, Limits.Default with { InputBytes = 100 }, "over the limit of 100" },
        { Markdown, Limits.Default with { InputBytes = 100 }, "more than the limit of 100" },
        { Docx, Limits.Default with { InflatedBytes = 1000 }, "unpacks to more than the limit of 1000 bytes" },
        { Pdf, Limits.Default with { InflatedBytes = 1000 }, "inflates to more than the limit" },
        { Docx, Limits.Default with { ZipEntries = 2 }, "over the limit of 2" },
        { Bomb(), Limits.Default, "unpacks to more than 200 times its size" },
        { Docx, Limits.Default with { XmlCharacters = 1000 }, "more than the limit of 1000 characters" },
        { Docx, Limits.Default with { XmlCharacters = 10 }, "more than the limit of 10 characters" },
        { Pdf, Limits.Default with { Pages = 1 }, "more than the limit of 1," },
        { Pdf, Limits.Default with { PageLetters = 10 }, "letters, more than the limit of 10," },
        { Pdf, Limits.Default with { PagePaths = 10 }, "paths, more than the limit of 10," },
        { Pdf, Limits.Default with { PagePieces = 10 }, "more than 10 strokes" },
        { Html, Limits.Default with { Tables = 2 }, "tables, over the limit of 2," },
        { Html, Limits.Default with { Cells = 10 }, "more than 10 cells" },
        { Docx, Limits.Default with { Cells = 10 }, "more than the limit of 10 cells" },
        { Markdown, Limits.Default with { Cells = 10 }, "more than 10 cells" },
        { Encoding.ASCII.GetBytes("<table>" + string.Concat(Enumerable.Repeat("<tr><td colspan=1000>1", 300)) + "</table>"), Limits.Default, "more than 200000 positions" },
        { Html, Limits.Default with { Nesting = 3 }, "more than 3 deep" },
        { Docx, Limits.Default with { Nesting = 3 }, "deeper than the limit of 3 levels" },
        { Encoding.ASCII.GetBytes("# a\n\n" + new string('>', 10) + " b\n"), Limits.Default with { MarkdownNesting = 5 }, "deeper than the limit of 5 levels" },
        { Encoding.ASCII.GetBytes("# a\n\n[b](c) and [d](e)\n\n[f]: g\n"), Limits.Default with { MarkdownLinks = 2 }, "3 links, over the limit of 2" },
    };

    [Theory]
    [MemberData(nameof(Passed))]
    public void A_file_that_passes_a_ceiling_is_refused_with_the_sentence_of_that_ceiling(byte[] bytes, Limits limits, string sentence)
    {
        var refusal = Assert.Throws<UnreadableException>(() => Pipeline.Read(bytes, Source.Of("x", bytes), limits));
        Assert.Contains(sentence, refusal.Sentence.En, StringComparison.Ordinal);
    }

    [Fact]
    public void The_ordinary_report_is_far_from_every_ceiling()
    {
        foreach (var bytes in (byte[][])[Docx, Pdf, Html, Markdown]) Assert.NotEmpty(Pipeline.Read(bytes, Source.Of("x", bytes), Limits.Default).Blocks);
    }

    /// <summary>A DOCX whose main part is 20 MB of blanks.</summary>
    private static byte[] Bomb()
    {
        using var file = new MemoryStream(Docx.ToArray().Length);
        file.Write(Docx);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var main = zip.GetEntry("word/document.xml")!;
            string text;
            using (var reader = new StreamReader(main.Open())) text = reader.ReadToEnd();
            main.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("word/document.xml", CompressionLevel.Optimal).Open());
            writer.Write(text.Replace("</w:body>", new string(' ', 20 << 20) + "</w:body>", StringComparison.Ordinal));
        }
        return file.ToArray();
    }
}
