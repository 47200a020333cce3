using System.Collections.Immutable;

namespace ReportIngest.Reading.Pdf;

/// <summary>What a page shows, free of PDF: its visible letters and the thin bars that may be rules. Points from the page's top-left corner.</summary>
internal sealed record PageInk(int Number, double Width, double Height, ImmutableArray<Glyph> Glyphs, ImmutableArray<Box> Bars);

/// <summary>One visible letter. <paramref name="Box"/> is its em box: the advance wide, the font's size high, standing on the baseline.</summary>
/// <param name="Turn">Quarter turns clockwise of the writing direction; 0 is left to right.</param>
internal readonly record struct Glyph(string Text, Box Box, double Size, int Turn = 0)
{
    public double X => (Box.Left + Box.Right) / 2;

    public double Y => (Box.Top + Box.Bottom) / 2;

    public bool IsBlank => string.IsNullOrWhiteSpace(Text);
}
