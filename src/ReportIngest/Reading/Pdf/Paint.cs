using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>The colours of a page: white letters are seen only where something darker lies behind them.</summary>
internal sealed class Paint(Pig.Content.Page page)
{
    private Pig.Graphics.Colors.IColor? _last;
    private bool _lastIsWhite;
    private List<Box>? _grounds;

    /// <summary>True for a white letter on the bare page; a rule behind it is no ground, which covers most of a letter.</summary>
    public bool Hides(Pig.Content.Letter letter, Box box)
    {
        if (!ReferenceEquals(letter.Color, _last))
            (_last, _lastIsWhite) = (letter.Color, IsWhite(letter.Color));
        if (!_lastIsWhite)
            return false;
        _grounds ??= Grounds();
        var (x, y) = (box.Width / 4, box.Height / 4);
        return !_grounds.Exists(ground =>
            box.Left + x >= ground.Left && box.Right - x <= ground.Right && box.Top + y >= ground.Top && box.Bottom - y <= ground.Bottom);
    }

    /// <summary>Filled shapes that are not white, and pictures, whatever they show.</summary>
    private List<Box> Grounds() =>
    [
        .. page.Paths.Where(path => path.IsFilled && !IsWhite(path.FillColor)).Select(path => path.GetBoundingRectangle()).OfType<Pig.Core.PdfRectangle>()
            .Concat(page.GetImages().Select(image => image.BoundingBox))
            .Select(bounds => new Box(bounds.Left, page.Height - bounds.Top, bounds.Right, page.Height - bounds.Bottom)),
    ];

    public static bool IsWhite(Pig.Graphics.Colors.IColor? color)
    {
        if (color is null or Pig.Graphics.Colors.PatternColor)
            return false;
        var (r, g, b) = color.ToRGBValues();
        return r > 0.99 && g > 0.99 && b > 0.99;
    }
}
