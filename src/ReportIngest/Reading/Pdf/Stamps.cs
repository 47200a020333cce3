using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ReportIngest.Reading.Pdf;

/// <summary>Letters printed large across a page's text (内部资料): a stamp or a watermark that does not stand askew. They are no part of the text; left in, they are words of the cells they cross.</summary>
internal static class Stamps
{
    /// <summary>Of the usual size of the page. A title may be as large, but nothing is printed on it.</summary>
    private const double Large = 2.5;

    /// <summary>So many letters of the text stand on one of its letters or more.</summary>
    private const int Covered = 3;

    /// <summary>Large letters of one page, more than a stamp has that is repeated all over it. Each is compared with every other letter.</summary>
    private const int Most = 500;

    /// <summary>The letters without stamps. A large digit over others that is no stamp leaves neither known.</summary>
    public static ImmutableArray<Glyph> Without(ImmutableArray<Glyph> glyphs)
    {
        if (glyphs.IsEmpty) return glyphs;
        var (sum, largest) = (0d, 0d);
        foreach (var glyph in glyphs) (sum, largest) = (sum + glyph.Size, Math.Max(largest, glyph.Size));
        var size = Large * sum / glyphs.Length;
        if (largest < size) return glyphs;
        var large = glyphs.Where(glyph => glyph.Size >= size && !glyph.IsBlank).Take(Most + 1).ToList();
        if (large.Count > Most) return glyphs;
        var stamped = large.GroupBy(glyph => (glyph.Size, glyph.Box.Top))
            .Where(line => glyphs.Where(other => other.Size < size && !other.IsBlank && line.Any(letter => Holds(letter.Box, other))).Take(Covered).Count() == Covered)
            .SelectMany(line => line).ToHashSet<Glyph>(ReferenceEqualityComparer.Instance);
        var kept = stamped.Count == 0 ? glyphs : glyphs.RemoveAll(stamped.Contains);
        return Marked(kept, large.FindAll(letter => IsDigit(letter) && !stamped.Contains(letter)), size);
    }

    /// <summary>With the digits unknown that stand on a large one, and it too: it may belong to their cell or to the next.</summary>
    private static ImmutableArray<Glyph> Marked(ImmutableArray<Glyph> glyphs, List<Glyph> digits, double size)
    {
        if (digits.Count == 0) return glyphs;
        var over = new HashSet<Glyph>(ReferenceEqualityComparer.Instance);
        foreach (var glyph in glyphs)
        {
            if (glyph.Size >= size || !IsDigit(glyph)) continue;
            foreach (var digit in digits)
            {
                if (Covers(digit.Box, glyph)) over.UnionWith([digit, glyph]);
            }
        }

        return over.Count == 0 ? glyphs : ImmutableCollectionsMarshal.AsImmutableArray(glyphs.Select(glyph => over.Contains(glyph) ? glyph with { Text = Glyph.Unknown } : glyph).ToArray());
    }

    private static bool IsDigit(Glyph glyph) => glyph.Text is [>= '0' and <= '9'];

    private static bool Covers(Box large, Glyph letter) =>
        (letter.Box.Left + letter.Box.Right) / 2 is var x && x > large.Left && x < large.Right && (letter.Box.Top + letter.Box.Bottom) / 2 is var y && y > large.Top && y < large.Bottom;

    /// <summary>The middle of a letter stands in the inner half of another: the boxes of close lines may touch.</summary>
    private static bool Holds(Box stamp, Glyph letter) =>
        Math.Abs(((letter.Box.Top + letter.Box.Bottom) / 2) - ((stamp.Top + stamp.Bottom) / 2)) < stamp.Height / 4
        && (letter.Box.Left + letter.Box.Right) / 2 is var middle && middle > stamp.Left && middle < stamp.Right;
}
