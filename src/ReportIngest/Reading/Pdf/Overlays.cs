using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ReportIngest.Reading.Pdf;

/// <summary>Digits over other digits, as where a value was corrected and the old one not taken away: neither can be told from the other.</summary>
internal static class Overlays
{
    /// <summary>In sizes, between the left edges and the tops of two digits: those of one number stand at least 0.4 apart, however they are condensed.</summary>
    private const double Near = 0.3;

    /// <summary>In points, of the squares in which digits are looked for: those of type up to 10 pt that are near stand in one or in the next.</summary>
    private const double Square = 3;

    /// <summary>The letters with such digits unknown. Each digit is compared with the last in its square and in those around, so a page of many on one spot takes no longer.</summary>
    public static ImmutableArray<Glyph> Marked(ImmutableArray<Glyph> glyphs)
    {
        var last = new Dictionary<(int, int), int>();
        HashSet<int>? overlaid = null;
        for (var i = 0; i < glyphs.Length; i++)
        {
            var glyph = glyphs[i];
            if (glyph.Text is not [>= '0' and <= '9']) continue;
            var (column, row) = ((int)(glyph.Box.Left / Square), (int)(glyph.Box.Top / Square));
            for (var square = 0; square < 9; square++)
            {
                if (!last.TryGetValue((column + (square % 3) - 1, row + (square / 3) - 1), out var other) || !AreOver(glyphs[other], glyph)) continue;
                overlaid ??= [];
                overlaid.Add(other);
                overlaid.Add(i);
            }

            last[(column, row)] = i;
        }

        if (overlaid is null) return glyphs;
        var marked = glyphs.ToArray();
        foreach (var i in overlaid) marked[i] = marked[i] with { Text = Glyph.Unknown };
        return ImmutableCollectionsMarshal.AsImmutableArray(marked);
    }

    private static bool AreOver(Glyph one, Glyph other) =>
        one.Run != other.Run && one.Text != other.Text && one.Turn == other.Turn && Near * Math.Min(one.Size, other.Size) is var near
        && Math.Abs(one.Box.Left - other.Box.Left) < near && Math.Abs(one.Box.Top - other.Box.Top) < near;
}
