using System.Collections.Immutable;

namespace ReportIngest.Reading.Pdf;

/// <summary>The pictures of a page that may show a table.</summary>
internal static class Pictures
{
    // Table four, the smallest, needs a third of the width for its fifteen columns; lower than four lines of text is no table.
    private const double SmallestWidth = 1 / 3.0, SmallestHeight = 48;

    public static ImmutableArray<Box> Of(PageMarks page, IReadOnlyCollection<Glyph> glyphs) =>
    [
        .. page.Images.Select(page.ToBox)
            .Where(box => Reach.Has(box) && box.Width >= page.Width * SmallestWidth && box.Height >= SmallestHeight
                && !glyphs.Any(glyph => !glyph.IsBlank && glyph.X > box.Left && glyph.X < box.Right && glyph.Y > box.Top && glyph.Y < box.Bottom)),
    ];
}
