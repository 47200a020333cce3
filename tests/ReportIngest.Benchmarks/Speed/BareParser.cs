using System.Text;
using ReportIngest.Documents;
using Md = Markdig;
using Pig = UglyToad.PdfPig;
using Word = DocumentFormat.OpenXml.Packaging;

namespace ReportIngest.Benchmarks.Speed;

/// <summary>What a format's parser does by itself, used as its manual says: the floor under any reader of the format.</summary>
internal static class BareParser
{
    private static readonly Md.MarkdownPipeline Markdown = Md.MarkdownExtensions.UsePipeTables(new Md.MarkdownPipelineBuilder()).Build();

    /// <summary>Parses the whole file and touches every node, since some parsers are lazy. The count keeps the work from being optimised away.</summary>
    public static long Parse(FileKind kind, byte[] bytes) => kind switch
    {
        FileKind.Html => Html(bytes),
        FileKind.Docx => Docx(bytes),
        FileKind.Pdf => Pdf(bytes),
        FileKind.Markdown => Md.Markdown.Parse(Encoding.UTF8.GetString(bytes), Markdown).Count,
        _ => Encoding.UTF8.GetString(bytes).Length,
    };

    private static long Html(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        using var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(stream);
        return page.All.Length;
    }

    private static long Docx(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        using var package = Word.WordprocessingDocument.Open(stream, isEditable: false);
        return package.MainDocumentPart!.Document!.Descendants().LongCount();
    }

    private static long Pdf(byte[] bytes)
    {
        using var pdf = Pig.PdfDocument.Open(bytes);
        return pdf.GetPages().Sum(page => (long)page.Letters.Count + page.Paths.Count);
    }
}
