using System.Buffers;
using System.Buffers.Text;

namespace ReportIngest.Reading.Pdf;

/// <summary>
/// The ranges of codes that a font's map says it has, <c>1 begincodespacerange</c>. PdfPig makes room for so many before it looks for them, so that the largest number takes all
/// the memory there is. Codes of Chinese fonts have 16 bits.
/// </summary>
internal static class CodeSpaces
{
    private const int MostRanges = 65_536;

    /// <summary>PdfPig passes over every sign that controls.</summary>
    private static readonly SearchValues<byte> Blanks = SearchValues.Create([.. Enumerable.Range(0, 256).Where(one => one == ' ' || char.IsControl((char)one)).Select(one => (byte)one)]), OfNumber = SearchValues.Create("0123456789+-.eE"u8);

    /// <summary>Whether a map says so of itself in these bytes, a file or what a stream of it holds.</summary>
    public static bool AreEndless(ReadOnlySpan<byte> bytes)
    {
        var begin = "begincodespacerange"u8;
        for (; bytes.IndexOf(begin) is >= 0 and var at; bytes = bytes[(at + begin.Length)..])
        {
            var before = bytes[..(bytes[..at].LastIndexOfAnyExcept(Blanks) + 1)];
            // A string, a list or a name before it ends without a blank.
            var number = before[(before.LastIndexOfAnyExcept(OfNumber) + 1)..];
            if (Utf8Parser.TryParse(number, out double ranges, out _) && ranges > MostRanges) return true;
        }
        return false;
    }
}
