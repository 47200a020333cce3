using System.Reflection;
using System.Text;
using ReportIngest.Reading.Pdf;
using Pig = UglyToad.PdfPig;

namespace ReportIngest.Tests.Reading.Pdf;

/// <summary>Our own reading of a font's map of codes against PdfPig's.</summary>
public sealed class CodeMapTests
{
    private const string Head = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe)/Ordering (UCS)/Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n";
    private const string Tail = "\nendcmap CMapName currentdict /CMap defineresource pop end end";

    [Theory]
    [InlineData("2 beginbfchar <0041> <89C4>\n<42><7AE0> endbfchar")]
    [InlineData("3 beginbfrange\n<0003><0003><3001>\n<0004><0010><30FE>\r\n<00F8> <0108> <00F8>\nendbfrange")]
    [InlineData("2 beginbfrange <0043> <0045> [<603B> <8BA1> <5E74>] <41> <44> [<61> <6162> <D83DDE00> <d83d>] endbfrange")]
    [InlineData("1 beginbfrange <0041> <0040> <0061> endbfrange")]
    [InlineData("1 beginbfrange <FFF0> <FFFF> <FFFA> endbfrange 1 beginbfrange <01> <05> <FE> endbfrange 1 beginbfrange <0001> <0003> <006600FFFF> endbfrange")]
    [InlineData("2 beginbfchar <0041> <89C4> <0041> <7AE0> endbfchar 2 beginbfchar <1041> <89C4> <1041> <7AE0> endbfchar 1 beginbfchar <41> <0061> endbfchar")]
    [InlineData("")]
    public void What_producers_write_is_read_here_and_as_PdfPig_reads_it(string sections) => Assert.Equal(ByPdfPig(Head + sections + Tail), Here(Head + sections + Tail));

    [Theory]
    [InlineData("/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def 1 begincodespacerange<00><FF>endcodespacerange 1 beginbfchar<41><89C4>endbfchar endcmap")]
    [InlineData("/CIDSystemInfo 3 dict dup begin /Registry (Adobe) def /Ordering (UCS) def /Supplement 0 def end def 1 beginbfchar <41> <89C4> endbfchar")]
    public void Heads_of_other_producers_are_read_here(string map) => Assert.Equal(ByPdfPig(map), Here(map));

    [Theory]
    [InlineData("/Identity-H usecmap 1 beginbfchar <0041> <89C4> endbfchar")]
    [InlineData("/CMapName /Identity-H def 1 beginbfchar <0041> <89C4> endbfchar")]
    [InlineData("% a note\n1 beginbfchar <0041> <89C4> endbfchar")]
    [InlineData("1 beginbfchar <0041> /space endbfchar")]
    [InlineData("2 beginbfchar <0041> <89C4> endbfchar")]
    [InlineData("1 beginbfchar <0041> <89C4> <0042> <7AE0> endbfchar")]
    [InlineData("1 beginbfrange <0041> <42> <89C4> endbfrange")]
    [InlineData("1 beginbfrange <0041> <0043> [<89C4>] endbfrange")]
    [InlineData("1 beginbfrange <0041> <0042> [<89C4> <7AE0> <603B>] endbfrange")]
    [InlineData("1 beginbfchar <041> <89C4> endbfchar")]
    [InlineData("1 beginbfchar <0041> <> endbfchar")]
    [InlineData("1 beginbfchar <000041> <89C4> endbfchar")]
    [InlineData("1 beginbfchar <00zz> <89C4> endbfchar")]
    [InlineData("1 beginbfchar <00 41> <89C4> endbfchar")]
    [InlineData("beginbfchar <0041> <89C4> endbfchar")]
    [InlineData("/WMode 1 beginbfchar <0041> <89C4> endbfchar")]
    [InlineData("1 begincidrange <0000> <00FF> 0 endcidrange")]
    [InlineData("1 beginbfchar <0041> <89C4>")]
    [InlineData("1 beginbfchar <0041")]
    [InlineData("<< /A [1] >> def")]
    [InlineData("<</A 1")]
    [InlineData("/")]
    public void What_is_unusual_is_left_to_PdfPig(string map) => Assert.Null(CodeMap.Of(Encoding.Latin1.GetBytes(map)));

    private static Dictionary<int, string> Here(string map)
    {
        var read = CodeMap.Of(Encoding.Latin1.GetBytes(map));
        Assert.NotNull(read);
        return Enumerable.Range(0, 0x10000).Where(code => read.TryGet(code, out _)).ToDictionary(code => code, code => read.TryGet(code, out var text) ? text : "");
    }

    /// <summary>PdfPig's own parser of maps is not public.</summary>
    private static Dictionary<int, string> ByPdfPig(string map)
    {
        var parse = typeof(Pig.PdfDocument).Assembly.GetType("UglyToad.PdfPig.PdfFonts.Cmap.CMapCache")!.GetMethod("Parse", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        var read = parse.Invoke(null, [new Pig.Core.MemoryInputBytes(Encoding.Latin1.GetBytes(map)), new Pig.Core.StackDepthGuard(256)])!;
        return ((IReadOnlyDictionary<int, string>)read.GetType().GetProperty("BaseFontCharacterMap")!.GetValue(read)!).ToDictionary();
    }
}
