using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Reading.Pdf;
using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading;

/// <summary>PDF → blocks: tables from their rules or, without rules, from their columns of words; the rest as paragraphs.</summary>
public static class PdfReader
{
    /// <exception cref="UnreadableException">The file is damaged, needs a password, or passes a limit.</exception>
    public static Document Read(ReadOnlyMemory<byte> bytes, Source source, Limits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var (pages, metadata) = Parse(bytes, limits);
        var (blocks, notes) = PageFlow.Read(pages, limits);
        return new Document(FileKind.Pdf, null, blocks, metadata, [.. notes, .. Scans.Notes(pages)]) { RecognisedPages = [.. pages.Where(page => page.IsScan).Select(page => page.Number)] };
    }

    /// <summary>The only place where PdfPig runs. It throws anything on a broken file, so whatever it throws is the file's fault.</summary>
    private static (ImmutableArray<PageInk> Pages, ImmutableArray<KeyValuePair<string, string>> Metadata) Parse(ReadOnlyMemory<byte> bytes, Limits limits)
    {
        var filters = new CountingFilters(limits.InflatedBytes);
        var unmapped = new UnmappedCodes();
        try
        {
            var heads = ObjectHead.Of(bytes.Span);
            if (Circles.AmongReferences(bytes.Span, heads)) throw UnreadableException.Endless();
            var options = new Pig.ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = filters, Logger = unmapped };
            using var pdf = Pig.PdfDocument.Open(bytes, options);
            if (pdf.NumberOfPages > limits.Pages)
                throw TooManyPages(pdf.NumberOfPages, limits.Pages);
            if (Circles.AmongForms(bytes.Span, heads, pdf.Structure)) throw UnreadableException.Endless();
            var texts = new LetterTexts(unmapped, pdf.Structure);
            ImmutableArray<PageInk> pages = [.. pdf.GetPages().Select(page => PageReader.Read(Checked(page, limits), texts))];
            return filters.Exceeded ? throw CountingFilters.TooLarge() : (pages, Metadata(pdf.Information));
        }
        catch (UnreadableException)
        {
            throw;
        }
        catch (Exception) when (filters.Exceeded)
        {
            throw CountingFilters.TooLarge(); // PdfPig wrapped what the filter threw, or stumbled over the stream it did not get
        }
        catch (Pig.Exceptions.PdfDocumentEncryptedException encrypted)
        {
            throw new UnreadableException(UnreadableReason.Encrypted, new Message(
                "PDF 文件需要打开密码，未读取；请提供不加密的文件。",
                "The PDF needs a password to open, so it was not read; provide a copy without one."), encrypted);
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            throw new UnreadableException(UnreadableReason.Damaged, new Message(
                "PDF 文件已损坏，无法读取；请重新下载或重新导出。",
                "The PDF is damaged and cannot be read; download or export it again."), broken);
        }
    }

    private static Pig.Content.Page Checked(Pig.Content.Page page, Limits limits)
    {
        if (!Reach.Has(page.Width) || !Reach.Has(page.Height))
        {
            throw TooLarge(
                $"PDF 第 {page.Number} 页的尺寸大得不合常理，未读取；请重新导出。",
                $"Page {page.Number} of the PDF is larger than any page can be, so it was not read; export it again.");
        }
        if (page.Letters.Count > limits.PageLetters)
        {
            throw TooLarge(
                $"PDF 第 {page.Number} 页有 {page.Letters.Count} 个字，超过上限 {limits.PageLetters}，未读取；请检查文件是否异常。",
                $"Page {page.Number} of the PDF has {page.Letters.Count} letters, more than the limit of {limits.PageLetters}, so it was not read; check the file.");
        }
        return page.Paths.Count <= limits.PagePaths ? page : throw TooLarge(
            $"PDF 第 {page.Number} 页有 {page.Paths.Count} 条线，超过上限 {limits.PagePaths}，未读取；请检查文件是否异常。",
            $"Page {page.Number} of the PDF has {page.Paths.Count} paths, more than the limit of {limits.PagePaths}, so it was not read; check the file.");
    }

    private static UnreadableException TooLarge(string zh, string en) => new(UnreadableReason.TooLarge, new Message(zh, en));

    private static UnreadableException TooManyPages(int pages, int maximum) => TooLarge(
        $"PDF 有 {pages} 页，超过上限 {maximum} 页，未读取；请拆分文件或提高上限。",
        $"The PDF has {pages} pages, more than the limit of {maximum}, so it was not read; split it or raise the limit.");

    private static ImmutableArray<KeyValuePair<string, string>> Metadata(Pig.Content.DocumentInformation information) =>
    [
        .. new (string Name, string? Value)[]
        {
            ("title", information.Title), ("author", information.Author), ("subject", information.Subject), ("keywords", information.Keywords),
            ("creator", information.Creator), ("producer", information.Producer),
            ("creationdate", information.CreationDate), ("moddate", information.ModifiedDate),
        }
            .Where(pair => !string.IsNullOrWhiteSpace(pair.Value))
            .Select(pair => KeyValuePair.Create(pair.Name, pair.Value!)),
    ];
}
