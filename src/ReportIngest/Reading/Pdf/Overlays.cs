using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ReportIngest.Reading.Pdf;

/// <summary>Digits over other digits, as where a value was corrected and the old one not taken away: neither can be told from the other.</summary>
internal static class Overlays
{
    /// <summary>In sizes, between the left edges of two digits: those of one number stand at least 0.4 apart, however they are condensed.</summary>
    private const double Near = 0.3;

    /// <summary>In sizes, between their tops: lines stand nearly one apart, also in the narrowest cell.</summary>
    private const double Low = 0.6;

    /// <summary>In points, of the squares in which digits are looked for: those of type up to 10 pt that are near stand in one or in the next, and at most two below or above.</summary>
    private const double Square = 3;

    private const int Columns = 3, Rows = 5;

    /// <summary>The letters with such digits unknown. Each digit is compared with the last in its square and in those around, so a page of many on one spot takes no longer.</summary>
    public static ImmutableArray<Glyph> Marked(ImmutableArray<Glyph> glyphs)
    {
        var last = new Dictionary<(int, int), int>();
        HashSet<int>? overlaid = null;
        for (var i = 0; i < glyphs.Length; i++)
        {
            var glyph = glyphs[i];
            if (glyph.Text is not [>= '0' and <= '9']) continue;
var (along, across) = Place(glyph);
            var (column, row) = ((int)(along / Square), (int)(across / Square));
            for (var square = 0; square < Columns * Rows; square++)
            {
                if (!last.TryGetValue((column + (square % Columns) - 1, row + (square / Columns) - 2), out var other) || !AreOver(glyphs[other], glyph)) continue;
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

    private static bool AreOver(Glyph one, Glyph other)
    {
        if (one.Run == other.Run || one.Text == other.Text || one.Turn != other.Turn) return false;
        var ((along, across), (otherAlong, otherAcross), size) = (Place(one), Place(other), Math.Min(one.Size, other.Size));
        return Math.Abs(along - otherAlong) < Near * size && Math.Abs(across - otherAcross) < Low * size;
    }

    /// <summary>Along the line that the digit is written on, and across it.</summary>
    private static (double Along, double Across) Place(Glyph glyph) => glyph.Turn % 2 == 0 ? (glyph.Box.Left, glyph.Box.Top) : (glyph.Box.Top, glyph.Box.Left);
}
