namespace ReportIngest.Reading.Pdf;

/// <summary>
/// The widths of a font's glyphs, <c>/W[first [w w …] first last w …]</c>. PdfPig makes an entry of each glyph of a range, so that a range to the largest number takes all
/// the memory there is. Numbers of glyphs have 16 bits.
/// </summary>
internal static class GlyphWidths
{
    private const int MostGlyphs = 65_536;

    /// <summary>Whether a list that stands in the file as such has a number that is none of a glyph.</summary>
    public static bool AreEndless(ReadOnlySpan<byte> file)
    {
        for (; file.IndexOf("/W"u8) is >= 0 and var at;)
        {
            file = file[(at + 2)..];
            var list = file.TrimStart(" \r\n\t"u8);
            if (list.StartsWith("["u8) && HasLargeNumber(list)) return true;
        }
        return false;
    }

    /// <summary>Looks as far as the list goes.</summary>
    private static bool HasLargeNumber(ReadOnlySpan<byte> list)
    {
        var (number, isFraction, isNumber) = (0L, false, false);
        foreach (var one in list)
        {
            if (isNumber && one is (byte)'e' or (byte)'E') return true; // 1e9, which PDF has not but PdfPig reads
            isNumber = one is >= (byte)'0' and <= (byte)'9' or (byte)'.';
            if (one is >= (byte)'0' and <= (byte)'9') number = isFraction ? 0 : Math.Min(MostGlyphs, (number * 10) + (one - '0'));
            else if (number == MostGlyphs) return true;
            else if ("[] \r\n\t-."u8.Contains(one)) (number, isFraction) = (0, one == '.'); // a width need not be whole
            else return false;
        }
        return false;
    }
}
