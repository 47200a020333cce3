using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>The colours of a page: white letters are seen only where something darker lies behind them.</summary>
internal sealed class Paint(PageMarks page)
{
    private readonly Whites _whites = new();
    private List<Box>? _grounds;

    /// <summary>True for a white letter on the bare page; a rule behind it is no ground, which covers most of a letter.</summary>
    public bool Hides(in Print letter, Box box)
    {
        if (!_whites.Contain(letter.Colour))
            return false;
        _grounds ??= Grounds();
        var (x, y) = (box.Width / 4, box.Height / 4);
        return !_grounds.Exists(ground =>
            box.Left + x >= ground.Left && box.Right - x <= ground.Right && box.Top + y >= ground.Top && box.Bottom - y <= ground.Bottom);
    }

    /// <summary>Filled shapes that are not white, and pictures, whatever they show.</summary>
    private List<Box> Grounds() =>
        [.. page.Paths.Filled.Select(path => path.GetBoundingRectangle()).OfType<Pig.Core.PdfRectangle>().Concat(page.Images).Select(page.ToBox)];

    /// <summary>Tells white from other colours; the letters and paths of a page share few objects of colour, one after another.</summary>
    internal sealed class Whites
    {
        private Pig.Graphics.Colors.IColor? _last;
        private bool _lastIsWhite;

        public bool Contain(Pig.Graphics.Colors.IColor? colour)
        {
            if (!ReferenceEquals(colour, _last))
                (_last, _lastIsWhite) = (colour, IsWhite(colour));
            return _lastIsWhite;
        }

        private static bool IsWhite(Pig.Graphics.Colors.IColor? colour)
        {
            if (colour is null or Pig.Graphics.Colors.PatternColor)
                return false;
            var (r, g, b) = colour.ToRGBValues();
            return r > 0.99 && g > 0.99 && b > 0.99;
        }
    }
}
