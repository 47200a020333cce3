using System.Buffers;
using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>
/// How many codes the ranges of a font's map have, <c>&lt;0000> &lt;FFFF> &lt;4E00></c>. PdfPig makes an entry of each, so that a digit that was lost (<c>&lt;00DFC></c>, three bytes) or a range that
/// comes again and again takes a gigabyte.
/// </summary>
internal static class CodeRanges
{
    /// <summary>Of a document: sixty-four fonts that have every code of 16 bits. Fonts of reports have some thousand together.</summary>
    public const long Most = 64L << 16;

    private static readonly SearchValues<byte> Blanks = SearchValues.Create(" \r\n\t\0\f"u8), InList = SearchValues.Create(" \r\n\t\0\f<>0123456789ABCDEFabcdef"u8);

    /// <summary>What a code costs is as much as so many bytes of its text.</summary>
    private const double TextOfCode = 32;

    /// <summary>Of all maps in these bytes, a file or what a stream of it holds.</summary>
    public static long Sum(ReadOnlyMemory<byte> bytes)
    {
        var begin = "beginbfrange"u8;
        var sum = 0.0;
        while (sum <= Most && bytes.Span.IndexOf(begin) is >= 0 and var at)
        {
            bytes = bytes[(at + begin.Length)..];
            sum += TrySum(bytes.Span, out var codes) ? codes : SumOfAny(bytes);
        }
        return (long)Math.Min(sum, Most + 1);
    }

    /// <summary>Of the ranges up to <c>endbfrange</c>; false where anything stands among them that producers do not write.</summary>
    private static bool TrySum(ReadOnlySpan<byte> bytes, out double sum)
    {
        sum = 0;
        while (sum <= Most && TryHexadecimal(ref bytes, out var first, out var length) && TryHexadecimal(ref bytes, out var last, out var lastLength) && TryTextLength(ref bytes, out var textLength))
            sum += Codes(first, length, last, lastLength) * (1 + (textLength / TextOfCode));
        return sum > Most || bytes.StartsWith("endbfrange"u8);
    }

    /// <summary>Of the ranges as PdfPig finds them, whose ways of passing over what does not belong there are its own. Looking for them without end costs as well.</summary>
    private static double SumOfAny(ReadOnlyMemory<byte> bytes)
    {
        const int deepest = 256;
        var scanner = new Pig.Tokenization.Scanner.CoreTokenScanner(new Pig.Core.MemoryInputBytes(bytes), usePdfDocEncoding: false, new Pig.Core.StackDepthGuard(deepest), isCMapParser: true);
        var sum = 0.0;
        try
        {
            while (sum <= Most && scanner.TryReadToken<Pig.Tokens.HexToken>(out var first) && scanner.TryReadToken<Pig.Tokens.HexToken>(out var last) && scanner.MoveNext())
            {
                // A list, which has one for each code, costs what it has in the file.
                if (scanner.CurrentToken is Pig.Tokens.HexToken text)
                    sum += Codes(Value(first), first.Bytes.Length, Value(last), last.Bytes.Length) * (1 + (text.Bytes.Length / TextOfCode));
            }
        }
        catch (Exception damaged) when (damaged is not OutOfMemoryException)
        {
            // PdfPig reads no further either.
        }
        return sum + (scanner.CurrentPosition / TextOfCode);
    }

    /// <summary>The codes are as long as the first; the last is compared with it from the left.</summary>
    private static double Codes(double first, int length, double last, int lastLength)
    {
        var unit = Math.Pow(256, length - lastLength);
        return Math.Max(1, (last * unit) + Math.Max(0, unit - 1) - first + 1);
    }

    private static double Value(Pig.Tokens.HexToken token)
    {
        var value = 0.0;
        foreach (var one in token.Bytes) value = (value * 256) + one;
        return value;
    }

    /// <summary>Bytes of what the first code is; none of a list.</summary>
    private static bool TryTextLength(ref ReadOnlySpan<byte> bytes, out int length)
    {
        length = 0;
        bytes = bytes[(bytes.IndexOfAnyExcept(Blanks) is >= 0 and var start ? start : bytes.Length)..];
        if (bytes is not [(byte)'[', .. var list]) return TryHexadecimal(ref bytes, out _, out length);
        var end = list.IndexOfAnyExcept(InList);
        if (end < 0 || list[end] != ']') return false;
        bytes = list[(end + 1)..];
        return true;
    }

    /// <summary>The next <c>&lt;0041></c>; else the bytes begin with what stands there.</summary>
    private static bool TryHexadecimal(ref ReadOnlySpan<byte> bytes, out double value, out int length)
    {
        (value, length) = (0, 0);
        bytes = bytes[(bytes.IndexOfAnyExcept(Blanks) is >= 0 and var start ? start : bytes.Length)..];
        if (bytes is not [(byte)'<', ..]) return false;
        var (at, digits) = (1, 0);
        for (; at < bytes.Length && (char.IsAsciiHexDigit((char)bytes[at]) || Blanks.Contains(bytes[at])); at++)
        {
            if (Blanks.Contains(bytes[at])) continue;
            value = (value * 16) + (bytes[at] & 0xf) + (bytes[at] > '9' ? 9 : 0);
            digits++;
        }
        if (at == bytes.Length || bytes[at] != '>') return false;
        length = (digits + 1) / 2;
        if (digits % 2 == 1) value *= 16;
        bytes = bytes[(at + 1)..];
        return true;
    }
}
