using System.Buffers;

namespace ReportIngest.Reading.Pdf;

/// <summary>
/// How many codes the ranges of a font's map have, <c>&lt;0000> &lt;FFFF> &lt;4E00></c>. PdfPig makes an entry of each, so that a digit that was lost (<c>&lt;00DFC></c>, three bytes) or a range that
/// comes again and again takes a gigabyte.
/// </summary>
internal static class CodeRanges
{
    /// <summary>Of a document: sixty-four fonts that have every code of 16 bits. Fonts of reports have some thousand together.</summary>
    public const long Most = 64L << 16;

    private static readonly SearchValues<byte> Blanks = SearchValues.Create(" \r\n\t\0\f"u8);

    /// <summary>What a code costs is as much as so many bytes of its text.</summary>
    private const double TextOfCode = 32;

    /// <summary>Of all maps in these bytes, a file or what a stream of it holds.</summary>
    public static long Sum(ReadOnlySpan<byte> bytes)
    {
        var begin = "beginbfrange"u8;
        var sum = 0.0;
        while (sum <= Most && bytes.IndexOf(begin) is >= 0 and var at)
        {
            bytes = bytes[(at + begin.Length)..];
            while (sum <= Most && TryHexadecimal(ref bytes, out var first, out var length) && TryHexadecimal(ref bytes, out var last, out var lastLength))
                sum += Codes(first, length, last, lastLength) * (1 + (TextLength(ref bytes) / TextOfCode));
        }
        return (long)Math.Min(sum, Most + 1);
    }

    /// <summary>The codes are as long as the first; the last is compared with it from the left.</summary>
    private static double Codes(double first, int length, double last, int lastLength)
    {
        var unit = Math.Pow(256, length - lastLength);
        return Math.Max(1, (last * unit) + Math.Max(0, unit - 1) - first + 1);
    }

    /// <summary>Bytes of what the first code is; a list, which has one for each code, costs what it has in the file.</summary>
    private static double TextLength(ref ReadOnlySpan<byte> bytes)
    {
        if (bytes.TrimStart(" \r\n\t\0\f"u8) is [(byte)'[', ..] list)
        {
            bytes = list[(list.IndexOf((byte)']') + 1)..];
            return 0;
        }
        return TryHexadecimal(ref bytes, out _, out var length) ? length : 0;
    }

    /// <summary>The next <c>&lt;0041></c>, behind what PdfPig passes over; false where anything else stands.</summary>
    private static bool TryHexadecimal(ref ReadOnlySpan<byte> bytes, out double value, out int length)
    {
        while (true)
        {
            (value, length) = (0, 0);
            bytes = bytes.TrimStart(" \r\n\t\0\f"u8);
            if (bytes is not [(byte)'<', ..]) return false;
            var (at, digits) = (1, 0);
            for (; at < bytes.Length && (char.IsAsciiHexDigit((char)bytes[at]) || char.IsWhiteSpace((char)bytes[at])); at++)
            {
                if (char.IsWhiteSpace((char)bytes[at])) continue;
                value = (value * 16) + (bytes[at] & 0xf) + (bytes[at] > '9' ? 9 : 0);
                digits++;
            }
            length = (digits + 1) / 2;
            if (digits % 2 == 1) value *= 16;
            if (at < bytes.Length && bytes[at] == '>')
            {
                bytes = bytes[(at + 1)..];
                return true;
            }
            // what is none is passed over up to a blank
            var blank = bytes[at..].IndexOfAny(Blanks);
            if (blank < 0) return false;
            bytes = bytes[(at + blank)..];
        }
    }
}
