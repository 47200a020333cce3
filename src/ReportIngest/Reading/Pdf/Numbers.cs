using System.Collections.Immutable;

namespace ReportIngest.Reading.Pdf;

/// <summary>A number too wide for its cell runs over the rule into the next one; its digits stay together all the same.</summary>
internal static class Numbers
{
    /// <summary>Digits of one number stand closer than a blank.</summary>
    private const double Gap = 0.25;

    /// <summary>The digits of one number are set evenly, in sizes; two numbers whose cells have no padding stand a rule apart (Ghostscript shows both by one operation).</summary>
    private const double Uneven = 0.04;

    /// <summary>Gives every digit the centre of its number: digits next to one another that one operation of the file shows.
    /// A number that runs off the page stands where it begins: its centre may lie outside of the table (LibreOffice, tables wider than the page).</summary>
    public static ImmutableArray<Glyph> KeepTogether(ImmutableArray<Glyph> glyphs, ImmutableArray<Box> bars, double pageWidth)
    {
        var rules = bars.Where(bar => bar.Height > bar.Width).OrderBy(bar => bar.Left).ToArray();
        var lefts = Array.ConvertAll(rules, rule => rule.Left);
        var kept = glyphs.ToBuilder();
        for (int i = 0, next; i < kept.Count; i = next)
        {
            for (next = i + 1; next < kept.Count && IsOneNumber(kept[next - 1], kept[next]);)
                next++;
            next = UpToRule(kept, i, next, IsRuleBetween);
            var box = kept[i].Box.Union(kept[next - 1].Box);
            var x = box.Right > pageWidth ? kept[i].X : (box.Left + box.Right) / 2;
            for (var k = i; k < next && next > i + 1; k++)
                kept[k] = kept[k] with { X = x, Y = (box.Top + box.Bottom) / 2 };
        }
        return kept.DrainToImmutable();

        bool IsRuleBetween(Glyph a, Glyph b)
        {
            var found = Array.BinarySearch(lefts, a.Box.Right - Touch);
            for (var k = found < 0 ? ~found : found; k < rules.Length && lefts[k] <= b.Box.Left + Touch; k++)
            {
                if (rules[k].Right <= b.Box.Left + Touch && rules[k].Top < a.Y && rules[k].Bottom > a.Y) return true;
            }
            return false;
        }
    }

    /// <summary>In points.</summary>
    private const double Touch = 0.1;

    private static int UpToRule(ImmutableArray<Glyph>.Builder glyphs, int begin, int end, Func<Glyph, Glyph, bool> isRuleBetween)
    {
        var least = double.MaxValue;
        for (var k = begin + 1; k < end; k++)
            least = Math.Min(least, Between(glyphs[k - 1], glyphs[k]));
        for (var k = begin + 1; k < end; k++)
            if (Between(glyphs[k - 1], glyphs[k]) is var gap && gap > Uneven * glyphs[k].Size && (gap > least + (Uneven * glyphs[k].Size) || isRuleBetween(glyphs[k - 1], glyphs[k])))
                return k;
        return end;
    }

    private static double Between(Glyph a, Glyph b) => b.Box.Left - a.Box.Right;

    private static bool IsOneNumber(Glyph a, Glyph b) =>
        a.Run == b.Run && a.Turn == 0 && b.Turn == 0 && Wrapping.IsOfNumber(a.Text[0]) && Wrapping.IsOfNumber(b.Text[0])
        && Math.Abs(Between(a, b)) < Gap * a.Size && Math.Abs(a.Box.Bottom - b.Box.Bottom) < Gap * a.Size;
}
