using System.IO.Compression;

namespace ReportIngest.Reading.Pdf;

/// <summary>How large a compressed stream becomes, found without keeping a byte of it.</summary>
internal static class DecodedSizes
{
    /// <summary>Of a zlib stream, counted until it passes <paramref name="limit"/>.</summary>
    public static long OfFlate(ReadOnlySpan<byte> input, long limit)
    {
        const int header = 2;
        if (input.Length <= header)
            return 0;
        using var inflate = new DeflateStream(new MemoryStream(input[header..].ToArray()), CompressionMode.Decompress);
        var buffer = new byte[1 << 16];
        long size = 0;
        try
        {
            for (int read; size <= limit && (read = inflate.Read(buffer)) > 0;)
                size += read;
        }
        catch (InvalidDataException)
        {
            // A damaged stream: what came before the damage counts, and PdfPig judges the rest.
        }
        return size;
    }

    /// <summary>Of a run-length stream: a length below 128 copies that many bytes and one, above it repeats the next byte 257 less that many times.</summary>
    public static long OfRunLength(ReadOnlySpan<byte> input)
    {
        const int end = 128;
        long size = 0;
        for (var i = 0; i < input.Length && input[i] != end;)
        {
            var copied = input[i] < end ? input[i] + 1 : 1;
            size += input[i] < end ? copied : 257 - input[i];
            i += 1 + copied;
        }
        return size;
    }

    /// <summary>Of an LZW stream, whichever way it changes the width of its codes.</summary>
    public static long OfLzw(ReadOnlySpan<byte> input, long limit) => Math.Max(OfLzw(input, limit, early: 0), OfLzw(input, limit, early: 1));

    /// <param name="early">How many codes before it must the code becomes a bit wider.</param>
    private static long OfLzw(ReadOnlySpan<byte> input, long limit, int early)
    {
        const int clear = 256, end = 257, first = 258, last = 4096, narrowest = 9, widest = 12;
        var lengths = new int[last];
        Array.Fill(lengths, 1, 0, clear);
        long size = 0;
        var (next, width, before, bit) = (first, narrowest, 0, 0L);
        while (bit + width <= input.Length * 8L && size <= limit)
        {
            var code = 0;
            for (var i = 0; i < width; i++, bit++)
                code = (code << 1) | ((input[(int)(bit >> 3)] >> (7 - (int)(bit & 7))) & 1);
            if (code == end)
                break;
            if (code == clear)
            {
                (next, width, before) = (first, narrowest, 0);
                continue;
            }
            // The code that is being made is the last one and its own first byte.
            var length = code < next ? lengths[code] : before + 1;
            size += length;
            if (before > 0 && next < last)
                lengths[next++] = before + 1;
            before = length;
            if (next + early >= 1 << width && width < widest)
                width++;
        }
        return size;
    }
}
