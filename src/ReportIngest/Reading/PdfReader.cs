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
        try
        {
            var heads = ObjectHead.Of(bytes.Span);
            if (Circles.AmongReferences(bytes.Span, heads)) throw UnreadableException.Endless();
            filters.Inspect(bytes);
            using var pdf = Pig.PdfDocument.Open(bytes, new PageOptions(limits, filters));
            if (pdf.NumberOfPages > limits.Pages)
                throw TooManyPages(pdf.NumberOfPages, limits.Pages);
            if (Circles.AmongForms(bytes.Span, heads, pdf.Structure)) throw UnreadableException.Endless();
            pdf.AddPageFactory<PageInk, PageFactory>();
            ImmutableArray<PageInk> pages = [.. pdf.GetPages<PageInk>()];
            return filters.Refusal is { } refusal ? throw refusal : (pages, Metadata(pdf.Information));
        }
        catch (UnreadableException)
        {
            throw;
        }
        catch (Exception) when (filters.Refusal is not null)
        {
            throw filters.Refusal; // PdfPig wrapped what the filter threw, or stumbled over the stream it did not get
        }
        catch (Pig.Exceptions.PdfDocumentEncryptedException encrypted) when (encrypted.InnerException is UnreadableException)
        {
            throw encrypted.InnerException; // a page of a file that is locked only against changes
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

    private static UnreadableException TooManyPages(int pages, int maximum) => new(UnreadableReason.TooLarge, new Message(
        $"PDF 有 {pages} 页，超过上限 {maximum} 页，未读取；请拆分文件或提高上限。",
        $"The PDF has {pages} pages, more than the limit of {maximum}, so it was not read; split it or raise the limit."));

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
