using System.Text;
using ReportIngest.Reading;
using ReportIngest.Reading.Pdf;
using Pig = UglyToad.PdfPig;

namespace ReportIngest.Tests.Reading.Pdf;

/// <summary>Our own reading of a page's operations against PdfPig's.</summary>
public sealed class PageFactoryTests
{
    private static readonly byte[] FontFile = ReadFontFile();

    [Theory]
    [InlineData("", "BT /F1 10 Tf 100 700 Td (12 3) Tj 0 -14 TD (45) Tj T* (67) Tj ET")]
    [InlineData("/CropBox[-50 -60 700 900]", "BT /F1 10 Tf 100 700 Td (12) Tj ET")]
    [InlineData("/CropBox[50 60 500 700]", "BT /F1 10 Tf 100 600 Td (12) Tj ET")]
    [InlineData("/CropBox[50 60 500 700]/Rotate 90", "BT /F1 10 Tf 0 1 -1 0 300 300 Tm (12) Tj ET")]
    [InlineData("/UserUnit 2", "BT /F1 10 Tf 100 700 Td (12) Tj ET")]
    [InlineData("/Rotate 180", "BT /F1 10 Tf -1 0 0 -1 300 300 Tm (12) Tj ET")]
    [InlineData("", "BT /F1 10 Tf 3 Tc 5 Tw 80 Tz 4 Ts 12 TL 100 700 Td (1 2) Tj (3 4) ' 2 1 (5 6) \" [(7) -500 (8) 300 (9)] TJ ET")]
    [InlineData("", "q 2 0 0 2 10 20 cm BT /F1 1 Tf 8 0 0 12 50 100 Tm (12) Tj 3 Tr (34) Tj ET Q BT /F1 9 Tf 20 20 Td (56) Tj ET")]
    [InlineData("", "q 1 0 0 1 100 200 cm /X0 Do Q BT /F1 9 Tf 20 20 Td (56) Tj ET")]
    [InlineData("", "BT /F1 10 Tf -1 0 0 1 200 100 Tm (12) Tj 1 0 0 -1 200 300 Tm (34) Tj ET")]
    public void Letters_stand_where_PdfPig_has_them(string entries, string content) => Compare(entries, content, "/W[1 95 500]");

    [Theory]
    [InlineData("/W[1 95 500]")]
    [InlineData("/DW 600")]
    [InlineData("/DW 1000/W[20[300 400] 30 40 700.5]")]
    [InlineData("")]
    public void Letters_of_a_font_without_its_outlines_are_as_wide_as_with_them(string widths) =>
        Compare("", "BT /F2 10 Tf 2 Tc 90 Tz 100 700 Td <0014001500160020002100220030> Tj [<0014> -500 <0015>] TJ ET", widths);

    private static void Compare(string entries, string content, string widths)
    {
        var bytes = HandPdf.Objects(
            Ascii("<</Type/Catalog/Pages 2 0 R>>"),
            Ascii("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
            Ascii($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{entries}/Resources<</Font<</F1 5 0 R/F2 6 0 R>>/XObject<</X0 7 0 R>>>>/Contents 4 0 R>>"),
            HandPdf.Stream(Ascii(content), ""),
            Ascii(HandPdf.Helvetica),
            Ascii("<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[8 0 R]>>"),
            HandPdf.Stream(Ascii("BT /F1 10 Tf 5 5 Td (78) Tj ET"), "/Type/XObject/Subtype/Form/BBox[0 0 100 100]/Matrix[2 0 0 2 7 9]/Resources<</Font<</F1 5 0 R>>>>"),
            Ascii($"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>{widths}/CIDToGIDMap/Identity/FontDescriptor 9 0 R>>"),
            Ascii("<</Type/FontDescriptor/FontName/X/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80/FontFile2 10 0 R>>"),
            HandPdf.Stream(FontFile, ""));

        using var pdf = Pig.PdfDocument.Open(bytes, new PageOptions(Limits.Default, new CountingFilters(1 << 20)));
        var page = pdf.GetPage(1);
        pdf.AddPageFactory<PageInk, PageFactory>();
        var ink = pdf.GetPage<PageInk>(1);

        Assert.Equal((page.Width, page.Height), (ink.Width, ink.Height));
        var seen = page.Letters.Where(letter => letter.RenderingMode != Pig.Core.TextRenderingMode.Neither).ToList();
        Assert.NotEmpty(seen);
        Assert.Equal(
            seen.Select(letter => $"{Edge(letter.StartBaseLine.X, letter.EndBaseLine.X)} {letter.PointSize:F2}"),
            ink.Glyphs.Select(glyph => $"{Edge(glyph.Box.Left, glyph.Box.Right)} {glyph.Size:F2}"));
        Assert.Equal(
            seen.Select(letter => $"{page.Height - letter.StartBaseLine.Y:F2}"),
            ink.Glyphs.Select(glyph => $"{(glyph.Turn == 2 ? glyph.Box.Top + (0.12 * glyph.Size) : glyph.Box.Bottom - (0.12 * glyph.Size)):F2}"));
    }

    private static string Edge(double one, double other) => $"{Math.Min(one, other):F2} {Math.Max(one, other):F2}";

    private static byte[] ReadFontFile()
    {
        using var file = typeof(ReportIngest.Forge.Forger).Assembly.GetManifestResourceStream("fonts/DejaVuSans-subset.ttf")!;
        var font = new byte[file.Length];
        file.ReadExactly(font);
        return font;
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
