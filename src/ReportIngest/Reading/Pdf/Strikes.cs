using System.Collections.Immutable;

namespace ReportIngest.Reading.Pdf;

/// <summary>Digits that a line strikes out: what was written there no longer holds.</summary>
internal static class Strikes
{
    /// <summary>Where a strike crosses a digit, in heights of its em box from its top: Chromium, Word and LibreOffice draw it between 0.5 and 0.65. Rules of tables stand above or below.</summary>
    private const double Highest = 0.4, Lowest = 0.75;

    /// <summary>The letters without such digits, which are added to those that are left out.</summary>
    public static ImmutableArray<Glyph> Without(ImmutableArray<Glyph> glyphs, ImmutableArray<Box> bars, ImmutableArray<Box>.Builder leftOut)
    {
        var lines = bars.Where(bar => bar.Width > bar.Height).OrderBy(bar => bar.Top).ToArray();
        if (lines.Length == 0) return glyphs;
        var tops = Array.ConvertAll(lines, line => line.Top);
        ImmutableArray<Glyph>.Builder? kept = null;
        for (var i = 0; i < glyphs.Length; i++)
        {
            var glyph = glyphs[i];
            if (glyph.Turn == 0 && glyph.Text is [>= '0' and <= '9'] && IsStruck(glyph.Box, lines, tops))
            {
                if (kept is null) (kept = ImmutableArray.CreateBuilder<Glyph>(glyphs.Length)).AddRange(glyphs.AsSpan(0, i));
                leftOut.Add(glyph.Box);
            }
            else
            {
                kept?.Add(glyph);
            }
        }

        return kept?.ToImmutable() ?? glyphs;
    }

    private static bool IsStruck(Box digit, Box[] lines, double[] tops)
    {
        var (from, to, quarter) = (digit.Top + Highest * digit.Height, digit.Top + Lowest * digit.Height, digit.Width / 4);
        var at = Array.BinarySearch(tops, from);
        for (at = at < 0 ? ~at : at; at < lines.Length && tops[at] <= to; at++)
            if (lines[at].Bottom <= to && lines[at].Left <= digit.Left + quarter && lines[at].Right >= digit.Right - quarter)
                return true;
        return false;
    }
}
