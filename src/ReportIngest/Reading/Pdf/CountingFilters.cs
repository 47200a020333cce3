using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>
/// PdfPig's own filters under one budget of inflated bytes for the whole document: without it a file of 1.5 MB took 3.8 GB.
/// PdfPig swallows exceptions in some places, so <see cref="Refusal"/> is to be asked afterwards as well.
/// </summary>
internal sealed class CountingFilters(long budget) : Pig.Filters.IFilterProvider
{
    /// <summary>Deflate makes at most 1032 bytes of one, LZW (no more than 3838 of a code of 9 to 12 bits) at most this many.</summary>
    private const long HighestRatio = 3412;

    /// <summary>Branches of the tree of pages, each of which may lie within the one before: PdfPig goes down all of them, and the stack is full below some fifty thousand. Trees of names have such as well.</summary>
    private const int MostKids = 20_000;

    private long _left = budget, _codes;
    private int _kids;

    /// <summary>Why the document is not to be read; null while nothing speaks against it.</summary>
    public UnreadableException? Refusal { get; private set; }

    public IReadOnlyList<Pig.Filters.IFilter> GetFilters(Pig.Tokens.DictionaryToken dictionary)
    {
        if (DeclaredSizes.AreEndless(dictionary)) throw Refusal ??= UnreadableException.Endless();
        return Counted(Pig.Filters.DefaultFilterProvider.Instance.GetFilters(dictionary));
    }

    public IReadOnlyList<Pig.Filters.IFilter> GetNamedFilters(IReadOnlyList<Pig.Tokens.NameToken> names) =>
        Counted(Pig.Filters.DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<Pig.Filters.IFilter> GetAllFilters() =>
        Counted(Pig.Filters.DefaultFilterProvider.Instance.GetAllFilters());

    private Counting[] Counted(IReadOnlyList<Pig.Filters.IFilter> filters) => [.. filters.Select(filter => new Counting(filter, this))];

    /// <summary>Looks through the file, or what a stream of it holds, for maps of codes that take more memory than any font needs, and for trees deeper than any.</summary>
    /// <exception cref="UnreadableException">There is one, or there are too many.</exception>
    public void Inspect(ReadOnlyMemory<byte> bytes)
    {
        _kids += bytes.Span.Count("/Kids"u8);
        if (_kids > MostKids)
            throw Refusal ??= UnreadableException.Endless();
        if (bytes.Span.IndexOf("begin"u8) < 0)
            return; // nor is it a map
        _codes += CodeRanges.Sum(bytes);
        if (_codes > CodeRanges.Most)
            throw Refusal ??= TooManyCodes();
        if (CodeSpaces.AreEndless(bytes.Span))
            throw Refusal ??= UnreadableException.Endless();
    }

    private void Spend(long bytes)
    {
        _left -= Math.Min(bytes, _left + 1);
        if (_left < 0)
            throw Refusal ??= TooLarge();
    }

    private static UnreadableException TooManyCodes() => new(UnreadableReason.Damaged, new Message(
        $"PDF 的字体编码表共有 {CodeRanges.Most} 个以上的编码，远多于正常文件，未读取；请重新导出。",
        $"The fonts of the PDF have more than {CodeRanges.Most} codes, which no proper file has, so it was not read; export it again."));

    private static UnreadableException TooLarge() => new(UnreadableReason.TooLarge, new Message(
        "PDF 解压后的内容超过上限，未读取；请提高上限或检查文件来源。",
        "The PDF inflates to more than the limit, so it was not read; raise the limit or check where the file came from."));

    /// <summary>The size of the output where it could pass what is left of the budget; else 0, and it is counted afterwards.</summary>
    private long SizeIfLarge(Pig.Filters.IFilter filter, ReadOnlySpan<byte> input) => filter switch
    {
        _ when input.Length * HighestRatio <= _left => 0,
        Pig.Filters.FlateFilter => DecodedSizes.OfFlate(input, _left),
        Pig.Filters.LzwFilter => DecodedSizes.OfLzw(input, _left),
        Pig.Filters.RunLengthFilter => DecodedSizes.OfRunLength(input),
        _ => 0, // the others make at most four bytes of one, or leave pictures as they are
    };

    private sealed class Counting(Pig.Filters.IFilter filter, CountingFilters budget) : Pig.Filters.IFilter
    {
        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, Pig.Tokens.DictionaryToken streamDictionary, Pig.Filters.IFilterProvider filterProvider, int filterIndex)
        {
            var size = Math.Max(budget.SizeIfLarge(filter, input.Span), (long)DeclaredSizes.OfRows(filter, streamDictionary, filterIndex));
            if (size > budget._left)
                budget.Spend(size);
            var output = filter.Decode(input, streamDictionary, filterProvider, filterIndex);
            budget.Spend(output.Length);
            budget.Inspect(output);
            return output;
        }
    }
}
