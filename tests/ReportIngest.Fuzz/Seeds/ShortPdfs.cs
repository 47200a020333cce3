using System.Collections.Immutable;

namespace ReportIngest.Fuzz.Seeds;

/// <summary>PDFs of one or two pages with rules, fonts of three kinds, forms that are drawn, a picture, and objects within a stream.</summary>
internal static class ShortPdfs
{
    private const string Rules = "0.5 w 100 700 m 300 700 l S 100 680 m 300 680 l S 100 660 m 300 660 l S 100 660 m 100 700 l S 200 660 m 200 700 l S 300 660 m 300 700 l S\n";

    private const string Helvetica = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";

    /// <summary>The letters A to E are 规章总计年 to whoever copies them.</summary>
    private const string Meaning =
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n" +
        "2 beginbfchar <0041> <89C4> <0042> <7AE0> endbfchar 1 beginbfrange <0043> <0045> [<603B> <8BA1> <5E74>] endbfrange endcmap end end";

    public static ImmutableArray<PdfSeed> All { get; } =
    [
        PdfSeed.Of(
            ("<</Type/Catalog/Pages 2 0 R>>", null),
            ("<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>", null),
            ("<</Type/Page/Parent 2 0 R/Rotate 0/Resources<</Font<</F1 5 0 R/F2 6 0 R>>/XObject<</X 9 0 R>>>>/Contents[4 0 R]>>", null),
            ("<</Length 0>>", Rules + "BT /F1 10 Tf 1 0 0 1 110 686 Tm (new) Tj 100 0 Td [(3) -20 (119)] TJ ET\nBT /F2 10 Tf 110 666 Td <004100420043> Tj ET q 1 0 0 1 5 5 cm /X Do Q\n0.9 g 100 600 200 20 re f 0 g BT /F1 8 Tf 3 Tr 1 0 0 1 20 20 Tm (2024) ' ET\nBI /W 2 /H 2 /CS /G /BPC 8 ID abcd EI"),
            (Helvetica, null),
            ("<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/Identity-H/DescendantFonts[7 0 R]/ToUnicode 8 0 R>>", null),
            ("<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/W[65 67 500 68[600 700]]>>", null),
            ("<</Length 0>>", Meaning),
            ("<</Type/XObject/Subtype/Form/BBox[0 0 99 99]/Matrix[1 0 0 1 0 0]/Resources<</Font<</F1 5 0 R>>>>/Length 0>>", "BT /F1 9 Tf 10 10 Td (form) Tj ET 0 0 50 0.5 re f")),
        PdfSeed.Of(
            ("<</Type/Catalog/Pages 2 0 R/Outlines 8 0 R/AcroForm<</Fields[]>>>>", null),
            ("<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>", null),
            ("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate 90/Resources 6 0 R/Contents 5 0 R>>", null),
            ("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/CropBox[10 10 500 800]/Resources 6 0 R/Contents 5 0 R/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(http://example.org)>>>>]>>", null),
            ("<</Length 0>>", "q 100 660 200 0.5 re f 100 680 200 0.5 re f 100 660 0.5 20 re f 200 660 0.5 20 re f 300 660 0.5 20 re f Q\nBT /F3 10 Tf 110 666 Td (AB) Tj 14 TL T* <C4E3> Tj ET BT /F4 10 Tf 210 666 Td <B9E6D5C2> Tj ET /P Do 0 0 m 10 10 20 20 30 0 c h B* W n"),
            ("<</Font<</F3 7 0 R/F4 11 0 R>>/XObject<</P 9 0 R>>/ExtGState<</G<</ca 0.5>>>>>>", null),
            ("<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[0.1 0 0 0.1 0 0]/FirstChar 65/LastChar 66/Widths[9 9]/Encoding<</Differences[65/a/b]>>/CharProcs<</a 10 0 R/b 10 0 R>>/Resources<<>>>>", null),
            ("<</Type/Outlines/Count 0>>", null),
            ("<</Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8/Length 0>>", "abcd"),
            ("<</Length 0>>", "9 0 0 0 9 9 d1 0 0 9 9 re f"),
            ("<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/GBK-EUC-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/Ascent 800/Descent -200>>>>]>>", null)),
        PdfSeed.Of(
            ("<</Type/Catalog/Pages 2 0 R>>", null),
            ("<</Type/Pages/Kids[3 0 R]/Count 1>>", null),
            ("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>", null),
            ("<</Filter[/ASCIIHexDecode]/Length 0>>", Convert.ToHexString(System.Text.Encoding.ASCII.GetBytes(Rules + "BT /F1 10 Tf 110 686 Td (1) Tj ET")) + ">"),
            ("<</Type/Font/Subtype/TrueType/BaseFont/X/FirstChar 49/LastChar 50/Widths[500 500]/Encoding/MacRomanEncoding/FontDescriptor 6 0 R>>", null),
            ("<</Type/FontDescriptor/FontName/X/Flags 32/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80/FontFile2 7 0 R>>", null),
            ("<</Length 0/Length1 12>>", "\0\u0001\0\0\0\u0001\0\u0010\0\0\0\0head\0\0\0\0\0\0\0\0\0\0\0\u0036"),
            ("<</Type/ObjStm/N 2/First 9/Length 0>>", "11 0 12 3 1 <</A 1>>")),
    ];
}
