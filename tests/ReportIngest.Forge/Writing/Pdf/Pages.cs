using System.Globalization;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace ReportIngest.Forge.Writing.Pdf;

/// <summary>Pages being written from top to bottom.</summary>
internal sealed class Pages(PdfDocument document, PdfStyle style) : IDisposable
{
    // A rule of Word is half a point.
    private const double RuleWidth = 0.5;
    private XGraphics? _page;

    /// <summary>Where the next thing goes, from the page's top.</summary>
    public double Y { get; set; }

    public double Bottom => style.Height - PdfStyle.Margin;

    public void Break()
    {
        _page?.Dispose();
        var page = document.AddPage();
        page.Width = XUnit.FromPoint(style.Width);
        page.Height = XUnit.FromPoint(style.Height);
        _page = XGraphics.FromPdfPage(page);
        Y = PdfStyle.Margin;
        if (style.PageNumbers)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"— {document.PageCount} —");
            Text(number, (style.Width - Fonts.Width(number, 10)) / 2, style.Height - 34, 10);
        }
    }

    /// <summary>One line of text; <paramref name="y"/> is its baseline.</summary>
    public void Text(string text, double x, double y, double size)
    {
        if (style.Backgrounds && text.Length > 0)
            _page!.DrawRectangle(XBrushes.White, x, y - size, Fonts.Width(text, size), size * 1.25);
        foreach (var (run, font) in Fonts.Runs(text, size))
        {
            _page!.DrawString(run, font, XBrushes.Black, x, y);
            x += Fonts.Width(run, size);
        }
    }

    public void Rule(double left, double top, double right, double bottom)
    {
        if (style.Rules == Rules.Lines)
        {
            _page!.DrawLine(new XPen(XColors.Black, RuleWidth), left, top, right, bottom);
        }
        else if (style.Rules == Rules.ThinRectangles)
        {
            _page!.DrawRectangle(XBrushes.Black, left, top, Math.Max(right - left, RuleWidth), Math.Max(bottom - top, RuleWidth));
        }
    }

    public void Dispose() => _page?.Dispose();
}
