using System.Globalization;
using System.Text;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace ReportIngest.Forge.Writing.Pdf;

/// <summary>Letters on the page that nobody sees.</summary>
internal static class Overprints
{
    /// <summary>How far the second print of a letter stands from the first, in points.</summary>
    public const double Boldening = 0.3;

    private const double Size = 9, LineStep = 37;

    /// <summary>White lines with a number every few letters, so that some fall into cells.</summary>
    public static void White(XGraphics ink, PdfStyle style)
    {
        for (var y = PdfStyle.Margin; y < style.Height; y += LineStep)
        {
            var x = PdfStyle.Margin;
            foreach (var (run, font) in Fonts.Runs("内部资料 2024 仅供参考 1357 内部资料 2468 仅供参考 9", Size))
            {
                ink.DrawString(run, font, XBrushes.White, x, y);
                x += Fonts.Width(run, Size);
            }
        }
    }

    /// <summary>Digits in render mode 3, which PDFsharp cannot write: a content stream of its own with a font that every viewer has.</summary>
    public static void Invisible(PdfDocument document, PdfPage page, PdfStyle style)
    {
        var font = new PdfDictionary(document);
        font.Elements["/Type"] = new PdfName("/Font");
        font.Elements["/Subtype"] = new PdfName("/Type1");
        font.Elements["/BaseFont"] = new PdfName("/Helvetica");
        var fonts = page.Resources.Elements.GetDictionary("/Font") ?? new PdfDictionary(document);
        page.Resources.Elements["/Font"] = fonts;
        fonts.Elements["/Unseen"] = font;
        var content = new StringBuilder("q BT\n").Append(CultureInfo.InvariantCulture, $"/Unseen {Size} Tf 3 Tr\n");
        for (var y = PdfStyle.Margin; y < style.Height; y += LineStep)
            content.Append(CultureInfo.InvariantCulture, $"1 0 0 1 {PdfStyle.Margin} {style.Height - y} Tm (2024   1357   2468   9   80   13   7   5   21   64) Tj\n");
        page.Contents.AppendContent().CreateStream(Encoding.ASCII.GetBytes(content.Append("ET Q\n").ToString()));
    }
}
