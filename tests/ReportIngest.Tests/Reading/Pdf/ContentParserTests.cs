using System.Text;
using ReportIngest.Reading.Pdf;
using Operation = UglyToad.PdfPig.Graphics.Operations.IGraphicsStateOperation;
using Operations = UglyToad.PdfPig.Graphics.Operations;
using Pig = UglyToad.PdfPig;

namespace ReportIngest.Tests.Reading.Pdf;

/// <summary>Our own reading of a content stream against PdfPig's.</summary>
public sealed class ContentParserTests
{
    private static readonly Pig.Parser.PageContentParser Whole = new(Pig.Graphics.ReflectionGraphicsStateOperationFactory.Instance, new Pig.Core.StackDepthGuard(256), useLenientParsing: true);

    [Theory]
    [InlineData("q 1 0 0 1 72.5 -700.25 cm 0.5 w 0 J 1 j 10 M [] 0 d [3 1.5] 2 d 100 700 m 300 700 l S Q\n")]
    [InlineData("1 2 3 4 re f 1 2 3 4 re f* 1 2 3 4 re W n 1 2 3 4 re W* n 1 2 m 3 4 5 6 7 8 c h S ")]
    [InlineData("0 g 1 G 0.1 .2 1. rg -.5 +3 4 RG 0 0 0 1 k 0 0 0 1 K /Cs1 cs /Cs2 CS 0.25 scn 1 0 0 SCN /GS0 gs ")]
    [InlineData("BT/F1 9 Tf 1 0 0 1 10 20 Tm<0014001500F>Tj < 00 1\n4a>Tj <f\n>Tj (text \x80) Tj 3 0 Td 4 -5 TD T* 1 Tc 2 Tw 90 Tz 3 Ts 12 TL 0 Tr ET ")]
    [InlineData("BT /F2 10.5 Tf [<0014> -500 (ab)3.25<ff>] TJ [(x)] TJ ET /X0 Do\r\n")]
    [InlineData("0.123456789012345 0.00001 m 123456789.987654321 -0 l 12345678901234567890 0 l ")]
    [InlineData("/P <</MCID 0>> BDC /Artifact <</Type /Pagination /MCID 12 >>BDC /Span BMC EMC EMC EMC 0 g ")]
    [InlineData("0 g 1 2 3 4 re f\n5Q")]
    [InlineData("q/X Do Q")]
    [InlineData(@"BT (a\(b\)) Tj (\\) Tj (\227 1 \012\377) Tj [(\)) 1 (\060)] TJ ET")]
    [InlineData("q 0 g")]
    [InlineData("  ")]
    public void What_producers_write_is_read_here_and_as_PdfPig_reads_it(string content) =>
        Assert.Equal(Read(Whole, content), Read(new ContentParser(null!), content));

    [Theory]
    [InlineData("1 2 m 3 4 l S BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q")]
    [InlineData("1 0 0 rg % red\n1 2 3 4 re f")]
    [InlineData("1 m 2 l 5 6 7 l S")]
    [InlineData(@"BT (a\051\(b) Tj (a(b)c) Tj (\376\377) Tj ET")]
    [InlineData("BT (a\\)\r\n/F1 9 Tf (b) Tj (\\777\\8\\n\\\n) Tj (\\12) Tj (a\\")]
    [InlineData("BT <00zz> Tj <> Tj < > Tj <00 Tj ET")]
    [InlineData("BT /F#31 9 Tf (open Tj ET")]
    [InlineData("BT [(a) /N] TJ [(a) Tj ET")]
    [InlineData("1-2 3 m --4 5 l 1e3 2 l 1.2.3 4 l - 5 l . . l")]
    [InlineData("0.1234567890123456789 0 m 7 J 1.5 j /P1 scn 1 2 scn nonsense true Q")]
    [InlineData("/P <</ActualText (x)>> BDC /P /MC0 BDC 1 2 DP 3 MP q")]
    [InlineData("<< 1 2 m >> 3 4 l [1 2] 3 cm ) } S")]
    [InlineData("1 2 3 4 5 6 7 8 9 m S")]
    [InlineData("1 2\vm \u00803 4 l S")]
    public void What_is_unusual_is_read_as_PdfPig_reads_it(string content) =>
        Assert.Equal(Read(Whole, content), Read(new ContentParser(Whole), content));

    private static List<string> Read(Pig.Parser.IPageContentParser parser, string content) =>
        [.. parser.Parse(1, new Pig.Core.MemoryInputBytes(Encoding.Latin1.GetBytes(content)), new UnmappedCodes()).Where(operation => !IsMark(operation)).Select(Written)];

    /// <summary>Of marks nothing is asked, so we do not keep them.</summary>
    private static bool IsMark(Operation operation) => operation is Operations.MarkedContent.BeginMarkedContent or Operations.MarkedContent.BeginMarkedContentWithProperties or Operations.MarkedContent.EndMarkedContent;

    private static string Written(Operation operation)
    {
        switch (operation)
        {
            case Operations.TextShowing.ShowText text:
                return "Tj " + Convert.ToHexString(text.Text is { } literal ? Encoding.Latin1.GetBytes(literal) : text.Bytes.Span);
            case Operations.TextShowing.ShowTextsWithPositioning texts:
                return "TJ " + string.Join(' ', texts.Array.Select(item => item switch
                {
                    Pig.Tokens.HexToken hexadecimal => Convert.ToHexString(hexadecimal.Bytes),
                    Pig.Tokens.StringToken literal => Convert.ToHexString(literal.GetBytes()),
                    _ => item.ToString(),
                }));
            default:
                using (var written = new MemoryStream())
                {
                    operation.Write(written);
                    return operation.Operator + " " + Encoding.Latin1.GetString(written.ToArray());
                }
        }
    }
}
