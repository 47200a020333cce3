using System.IO.Compression;
using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>
/// PdfPig's own filters under one budget of inflated bytes for the whole document: without it a file of 1.5 MB took 3.8 GB.
/// PdfPig swallows exceptions in some places, so <see cref="Exceeded"/> is to be asked afterwards as well.
/// </summary>
internal sealed class CountingFilters(long budget) : Pig.Filters.IFilterProvider
{
    /// <summary>Deflate cannot make more than this of a byte.</summary>
    private const int HighestRatio = 1032;

    private long _left = budget;

    public bool Exceeded => _left < 0;

    public IReadOnlyList<Pig.Filters.IFilter> GetFilters(Pig.Tokens.DictionaryToken dictionary) =>
        Counted(Pig.Filters.DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<Pig.Filters.IFilter> GetNamedFilters(IReadOnlyList<Pig.Tokens.NameToken> names) =>
        Counted(Pig.Filters.DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<Pig.Filters.IFilter> GetAllFilters() =>
        Counted(Pig.Filters.DefaultFilterProvider.Instance.GetAllFilters());

    private Counting[] Counted(IReadOnlyList<Pig.Filters.IFilter> filters) => [.. filters.Select(filter => new Counting(filter, this))];

    private void Spend(long bytes)
    {
        _left = Exceeded ? _left : _left - bytes;
        if (Exceeded)
            throw TooLarge();
    }

    public static UnreadableException TooLarge() => new(UnreadableReason.TooLarge, new Message(
        "PDF 解压后的内容超过上限，未读取；请提高上限或检查文件来源。",
        "The PDF inflates to more than the limit, so it was not read; raise the limit or check where the file came from."));

    /// <summary>The inflated size where it could pass what is left of the budget, found without keeping a byte; else 0, and the size is counted afterwards.</summary>
    private long SizeIfLarge(ReadOnlySpan<byte> deflated)
    {
        const int header = 2;
        if (deflated.Length * (long)HighestRatio <= _left || deflated.Length <= header)
            return 0;
        using var inflate = new DeflateStream(new MemoryStream(deflated[header..].ToArray()), CompressionMode.Decompress);
        var buffer = new byte[1 << 16];
        long size = 0;
        try
        {
            for (int read; size <= _left && (read = inflate.Read(buffer)) > 0;)
                size += read;
        }
        catch (InvalidDataException)
        {
            // A damaged stream: what came before the damage counts, and PdfPig judges the rest.
        }
        return size;
    }

    private sealed class Counting(Pig.Filters.IFilter filter, CountingFilters budget) : Pig.Filters.IFilter
    {
        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, Pig.Tokens.DictionaryToken streamDictionary, Pig.Filters.IFilterProvider filterProvider, int filterIndex)
        {
            if (filter is Pig.Filters.FlateFilter && budget.SizeIfLarge(input.Span) is var size && size > budget._left)
                budget.Spend(size);
            var output = filter.Decode(input, streamDictionary, filterProvider, filterIndex);
            budget.Spend(output.Length);
            return output;
        }
    }
}
