using System.Globalization;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace ReportIngest.Forge.Writing.Pdf;

/// <summary>Pages being written from top to bottom.</summary>
internal sealed class Pages(PdfDocument document, PdfStyle style) : IDisposable
{
    private const double NumberFont = 10;

    /// <summary>A BMP of one grey pixel.</summary>
    private const string GreyPixel = "Qk06AAAAAAAAADYAAAAoAAAAAQAAAAEAAAABABgAAAAAAAQAAAATCwAAEwsAAAAAAAAAAAAAgICAAA==";

    private PdfPage? _page;
    private XGraphics? _ink;

    /// <summary>Where the next thing goes, from the page's top.</summary>
    public double Y { get; set; }

    public double Bottom => style.Height - PdfStyle.Margin;

    public void Break()
    {
        End();
        _page = document.AddPage();
        _page.Width = XUnit.FromPoint(style.Rotated ? style.Height : style.Width);
        _page.Height = XUnit.FromPoint(style.Rotated ? style.Width : style.Height);
        _ink = XGraphics.FromPdfPage(_page);
        // A quarter turn: what stands at (x, y) when displayed is stored at (y, width - x).
        if (style.Rotated) _ink.MultiplyTransform(new XMatrix(0, -1, 1, 0, 0, style.Width));
        Y = PdfStyle.Margin;
        if (style.Overprint == Overprint.Scan) Picture(0, 0, style.Width, style.Height);
        if (style.Overprint == Overprint.White) Overprints.White(_ink, style);
        if (style.NumbersInFlow) Centred("政府信息公开工作年度报告", Y);
        else if (style.PageNumbers) Centred(string.Create(CultureInfo.InvariantCulture, $"— {document.PageCount} —"), style.Height - 34);
    }

    /// <summary>One line of text; <paramref name="y"/> is its baseline.</summary>
    public void Text(string text, double x, double y, double size)
    {
        if (style.Backgrounds && text.Length > 0)
            _ink!.DrawRectangle(XBrushes.White, x, y - size, Fonts.Width(text, size), size * 1.25);
        foreach (var (run, font) in Fonts.Runs(text, size))
        {
            _ink!.DrawString(run, font, XBrushes.Black, x, y);
            if (style.Overprint == Overprint.Twice) _ink.DrawString(run, font, XBrushes.Black, x + Overprints.Boldening, y);
            x += Fonts.Width(run, size);
        }
    }

    /// <summary>A grey picture.</summary>
    public void Picture(double left, double top, double width, double height)
    {
        using var file = new MemoryStream(Convert.FromBase64String(GreyPixel));
        using var picture = XImage.FromStream(file);
        _ink!.DrawImage(picture, left, top, width, height);
    }

    public void Rule(double left, double top, double right, double bottom) => RulePens.Draw(_ink!, style.Rules, left, top, right, bottom);

    public void Dispose() => End();

    private void End()
    {
        if (_page is null) return;
        if (style.NumbersInFlow) Centred(string.Create(CultureInfo.InvariantCulture, $"{document.PageCount}"), Y + NumberFont * 1.5);
        _ink!.Dispose();
        if (style.Overprint == Overprint.Scan) _page.Contents.PrependContent().CreateStream("3 Tr\n"u8.ToArray());
        if (style.Overprint == Overprint.Invisible) Overprints.Invisible(document, _page, style);
        if (style.Rotated) _page.Elements.SetInteger("/Rotate", 90);
    }

    private void Centred(string text, double y) => Text(text, (style.Width - Fonts.Width(text, NumberFont)) / 2, y, NumberFont);
}
