using System.Collections.Immutable;

namespace ReportIngest.Reading.Pdf;

/// <summary>Letters printed large across a page's text (内部资料): a stamp or a watermark that does not stand askew. They are no part of the text; left in, they are words of the cells they cross.</summary>
internal static class Stamps
{
    /// <summary>Of the usual size of the page. A title may be as large, but nothing is printed on it.</summary>
    private const double Large = 2.5;

    /// <summary>So many letters of the text stand on one of its letters or more.</summary>
    private const int Covered = 3;

    public static ImmutableArray<Glyph> Without(ImmutableArray<Glyph> glyphs)
    {
        if (glyphs.IsEmpty) return glyphs;
        var (sum, largest) = (0d, 0d);
        foreach (var glyph in glyphs) (sum, largest) = (sum + glyph.Size, Math.Max(largest, glyph.Size));
        var size = Large * sum / glyphs.Length;
        if (largest < size) return glyphs;
        var stamped = glyphs.Where(glyph => glyph.Size >= size && !glyph.IsBlank).GroupBy(glyph => (glyph.Size, glyph.Box.Top))
            .Where(line => glyphs.Count(other => other.Size < size && !other.IsBlank && line.Any(letter => Holds(letter.Box, other))) >= Covered)
            .SelectMany(line => line).ToHashSet<Glyph>(ReferenceEqualityComparer.Instance);
        return stamped.Count == 0 ? glyphs : glyphs.RemoveAll(stamped.Contains);
    }

    /// <summary>The middle of a letter stands in the inner half of another: the boxes of close lines may touch.</summary>
    private static bool Holds(Box stamp, Glyph letter) =>
        Math.Abs(((letter.Box.Top + letter.Box.Bottom) / 2) - ((stamp.Top + stamp.Bottom) / 2)) < stamp.Height / 4
        && (letter.Box.Left + letter.Box.Right) / 2 is var middle && middle > stamp.Left && middle < stamp.Right;
}
