using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>How a file is parsed: PdfPig's options, and what its pages need besides. PdfPig hands them to <see cref="PageFactory"/>, which it makes itself.</summary>
internal sealed class PageOptions : Pig.ParsingOptions
{
    public PageOptions(Limits limits, CountingFilters filters)
    {
        (Limits, UseLenientParsing, SkipMissingFonts, FilterProvider, Logger) = (limits, true, true, filters, Unmapped);
    }

    public Limits Limits { get; }

    public UnmappedCodes Unmapped { get; } = new();
}

/// <summary>Makes PdfPig's operations of a page into <see cref="PageInk"/> at once; its own pages know of every letter and path much that nobody asks here.</summary>
internal sealed class PageFactory(
    Pig.Tokenization.Scanner.IPdfTokenScanner scanner, Pig.Content.IResourceStore resources, Pig.Filters.ILookupFilterProvider filters, Pig.Parser.IPageContentParser parser, Pig.ParsingOptions options)
    : Pig.Content.BasePageFactory<PageInk>(scanner, new TextFonts(resources, scanner, filters, ((PageOptions)options).Unmapped), filters, new ContentParser(parser), options)
{
    private readonly LetterTexts _texts = new(((PageOptions)options).Unmapped, scanner);

    /// <summary>Of the page that is being read; what it has grown to serves the next one.</summary>
    private readonly Overprints _overprints = new();

    protected override PageInk ProcessPage(
        int pageNumber, Pig.Tokens.DictionaryToken dictionary, Pig.Outline.Destinations.NamedDestinations namedDestinations, Pig.Content.MediaBox mediaBox, Pig.Content.CropBox cropBox,
        Pig.Geometry.UserSpaceUnit userSpaceUnit, Pig.Content.PageRotationDegrees rotation, Pig.Core.TransformationMatrix initialMatrix, IReadOnlyList<Pig.Graphics.Operations.IGraphicsStateOperation> operations)
    {
        using var prints = new PrintList();
        var visible = cropBox.GetVisibleBounds(rotation);
        var marks = new PageMarks(pageNumber, visible.Width, visible.Height, prints);
        if (operations.Count > 0)
            new PagePainter(marks, (TextFonts)ResourceStore, PdfScanner, PageContentParser, FilterProvider, cropBox, userSpaceUnit, rotation, initialMatrix, ParsingOptions).Process(pageNumber, operations);
        Check(marks, ((PageOptions)ParsingOptions).Limits);
        return PageReader.Read(marks, _texts, _overprints);
    }

    private static void Check(PageMarks page, Limits limits)
    {
        if (!Reach.Has(page.Width) || !Reach.Has(page.Height))
        {
            throw TooLarge(
                $"PDF 第 {page.Number} 页的尺寸大得不合常理，未读取；请重新导出。",
                $"Page {page.Number} of the PDF is larger than any page can be, so it was not read; export it again.");
        }
        if (page.Prints.Count > limits.PageLetters)
        {
            throw TooLarge(
                $"PDF 第 {page.Number} 页有 {page.Prints.Count} 个字，超过上限 {limits.PageLetters}，未读取；请检查文件是否异常。",
                $"Page {page.Number} of the PDF has {page.Prints.Count} letters, more than the limit of {limits.PageLetters}, so it was not read; check the file.");
        }
        if (page.Paths.Count > limits.PagePaths)
        {
            throw TooLarge(
                $"PDF 第 {page.Number} 页有 {page.Paths.Count} 条线，超过上限 {limits.PagePaths}，未读取；请检查文件是否异常。",
                $"Page {page.Number} of the PDF has {page.Paths.Count} paths, more than the limit of {limits.PagePaths}, so it was not read; check the file.");
        }
    }

    public static UnreadableException TooManyPieces(int page, int most) => TooLarge(
        $"PDF 第 {page} 页的图形超过 {most} 笔，未读取；请检查文件是否异常。",
        $"The drawings of page {page} of the PDF have more than {most} strokes, so it was not read; check the file.");

    private static UnreadableException TooLarge(string zh, string en) => new(UnreadableReason.TooLarge, new Message(zh, en));
}
