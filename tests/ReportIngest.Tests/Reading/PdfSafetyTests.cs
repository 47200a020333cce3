using System.IO.Compression;
using System.Text;
using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;
using ReportIngest.Reading;
using ReportIngest.Reading.Pdf;
using ReportIngest.Tests.Reading.Pdf;

namespace ReportIngest.Tests.Reading;

/// <summary>Files that are locked, and files that grow.</summary>
public class PdfSafetyTests
{
    private static readonly Limits OneMegabyte = Limits.Default with { InflatedBytes = 1 << 20 };

    private static UnreadableReason? Refusal(byte[] bytes, Limits limits) =>
        (Record.Exception(() => ReportIngest.Reading.PdfReader.Read(bytes, Source.Of("x.pdf", bytes), limits)) as UnreadableException)?.Reason;

    private static byte[] Locked(string userPassword)
    {
        using var document = Opened(HandPdf.Page(HandPdf.Rules + HandPdf.Show(110, 686, "(new)")));
        document.SecuritySettings.UserPassword = userPassword;
        document.SecuritySettings.OwnerPassword = "owner";
        using var file = new MemoryStream();
        document.Save(file);
        return file.ToArray();
    }

    private static PdfDocument Opened(byte[] bytes) => PdfSharp.Pdf.IO.PdfReader.Open(new MemoryStream(bytes), PdfDocumentOpenMode.Modify);

    [Fact]
    public void A_file_that_needs_a_password_is_refused_as_encrypted() => Assert.Equal(UnreadableReason.Encrypted, Refusal(Locked("secret"), Limits.Default));

    [Fact]
    public void A_file_that_is_only_locked_against_changes_is_read()
    {
        var bytes = Locked("");
        var table = Assert.Single(ReportIngest.Reading.PdfReader.Read(bytes, Source.Of("x.pdf", bytes), Limits.Default).Tables);

        Assert.Equal("new", table.Cells[0].Text);
    }

    [Fact]
    public void Forms_that_draw_each_other_are_refused_without_being_drawn()
    {
        Assert.Equal(UnreadableReason.Damaged, Refusal(HostileFiles.Forms(1, 0), Limits.Default));
        Assert.Equal(UnreadableReason.Damaged, Refusal(HostileFiles.Forms(1, 2, 3, 1), Limits.Default));
        Assert.Equal(UnreadableReason.Damaged, Refusal(HostileFiles.Forms([.. Enumerable.Range(1, 5000).Select(inner => (int?)inner), null]), Limits.Default));
        Assert.Equal(UnreadableReason.Damaged, Refusal(HostileFiles.Forms([.. Enumerable.Range(0, 5000).Select(at => at == 0 ? 4999 : at == 1 ? null : (int?)(at - 1))]), Limits.Default));
    }

    [Fact]
    public void Forms_within_forms_are_read_and_one_that_draws_itself_is_left_out()
    {
        Assert.Null(Refusal(HostileFiles.Forms(1, 2, 3, null), Limits.Default));
        Assert.Null(Refusal(HostileFiles.Forms(0), Limits.Default));
    }

    [Theory]
    [InlineData("/X Do")]
    [InlineData("/Y Do /X Do /Y Do")]
    public void A_form_that_draws_itself_through_the_resources_of_its_page_costs_nothing_but_itself(string drawn)
    {
        var bytes = FormsOfPage(HandPdf.Rules + "/X Do", drawn + " " + HandPdf.Show(110, 686, "(new)"));

        Assert.Equal(["new", "", "", ""], Assert.Single(ReportIngest.Reading.PdfReader.Read(bytes, Source.Of("x.pdf", bytes), Limits.Default).Tables).Cells.Select(cell => cell.Text));
    }

    [Fact]
    public void Forms_that_draw_each_other_through_the_resources_of_their_page_are_refused()
    {
        Assert.Equal(UnreadableReason.Damaged, Refusal(HostileFiles.CircularForms, Limits.Default));
        Assert.Equal(UnreadableReason.Damaged, Refusal(FormsOfPage("/F0 Do", [.. Enumerable.Range(1, 5000).Select(next => $"/F{next} Do"), "0 g"]), Limits.Default));
        Assert.Equal(UnreadableReason.Damaged, Refusal(FormsOfPage("/F0 Do", [.. Enumerable.Range(1, 60).Select(next => $"/F{next} Do /F{next} Do"), "0 g"]), Limits.Default));
        Assert.Null(Refusal(FormsOfPage("/F0 Do", [.. Enumerable.Range(1, 10).Select(next => $"/F{next} Do /F{next} Do"), "0 g"]), Limits.Default));
    }

    /// <summary>PdfPig makes the colours of a page before it draws it, and would follow these until the stack is full, or for ages.</summary>
    [Theory]
    [InlineData("ColorSpace<</C[/Separation/X/DeviceGray 5 0 R]>>", "/C cs 1 scn", "<</FunctionType 3/Domain[0 1]/Functions[5 0 R]/Bounds[]/Encode[0 1]>>")]
    [InlineData("ColorSpace<</C 5 0 R>>", "/C cs 1 scn", "[/Separation/X 5 0 R 5 0 R]")]
    [InlineData("ColorSpace<</C 5 0 R>>", "/C cs 1 scn", "[/Indexed 5 0 R 1<00FF>]")]
    [InlineData("ColorSpace<</C 5 0 R>>", "/C cs", "[/Pattern 5 0 R]")]
    [InlineData("Shading<</S 5 0 R>>", "/S sh", "<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 1 1]/Function 6 0 R>>", "<</FunctionType 3/Domain[0 1]/Functions[6 0 R]/Bounds[]/Encode[0 1]>>")]
    [InlineData("Pattern<</P<</PatternType 2/Shading 5 0 R>>>>", "/Pattern cs/P scn", "<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 1 1]/Function 6 0 R>>", "<</FunctionType 3/Domain[0 1]/Functions[6 0 R]/Bounds[]/Encode[0 1]>>")]
    [InlineData("ExtGState<</G<</SMask<</S/Luminosity/G 4 0 R/TR 5 0 R>>>>>>", "/G gs", "<</FunctionType 3/Domain[0 1]/Functions[5 0 R]/Bounds[]/Encode[0 1]>>")]
    [InlineData("ColorSpace<</C[/Separation/X/C 5 0 R]>>", "/C cs 1 scn", "<</FunctionType 2/Domain[0 1]/N 1>>")]
    [InlineData("ColorSpace<</C[/DeviceN[/X]/D 5 0 R]/D[/Indexed[/Separation/X/C 5 0 R]1<00FF>]>>", "/C cs 1 scn", "<</FunctionType 2/Domain[0 1]/N 1>>")]
    [InlineData("ColorSpace<</C[/ICCBased 5 0 R]>>", "/C cs 1 scn", "<</N 1/Alternate/C/Length 0>>stream\n\nendstream")]
    [InlineData("ColorSpace<</C[/Separation/X/D 5 0 R]>>/XObject<</F 6 0 R>>", "/F Do", "<</FunctionType 2/Domain[0 1]/N 1>>", "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</ColorSpace<</D[/Separation/X/C 5 0 R]>>>>/Length 11>>stream\n/D cs 1 scn\nendstream")]
    public void Colours_that_lead_back_to_themselves_are_refused(string resources, string content, params string[] objects) =>
        Assert.Equal(UnreadableReason.Damaged, Refusal(HostileFiles.Colour(resources, content, objects), Limits.Default));

    [Fact]
    public void Functions_of_a_colour_that_branch_without_end_are_refused()
    {
        var functions = Enumerable.Range(6, 25).Select(next => $"<</FunctionType 3/Domain[0 1]/Functions[{next} 0 R {next} 0 R]/Bounds[0.5]/Encode[0 1 0 1]>>");
        Assert.Equal(UnreadableReason.Damaged, Refusal(HostileFiles.Colour("ColorSpace<</C[/Separation/X/DeviceGray 5 0 R]>>", "/C cs 1 scn", [.. functions, "<</FunctionType 2/Domain[0 1]/N 1>>"]), Limits.Default));
    }

    [Fact]
    public void A_colour_of_several_functions_is_read()
    {
        var pdf = HostileFiles.Colour("ColorSpace<</C[/Separation/C/DeviceGray 5 0 R]/D[/Separation/X/E 6 0 R]/E[/DeviceN[/C/D]/DeviceGray 6 0 R]>>", "/C cs 1 scn 0 0 9 9 re f",
            "<</FunctionType 3/Domain[0 1]/Functions[6 0 R 6 0 R]/Bounds[0.5]/Encode[0 1 0 1]>>", "<</FunctionType 2/Domain[0 1]/N 1>>");
        Assert.Empty(ReportIngest.Reading.PdfReader.Read(pdf, Source.Of("x.pdf", pdf), Limits.Default).Blocks);
    }

    /// <summary>A page and forms without resources of their own: the first is called X and Y, each F and its number from 0.</summary>
    private static byte[] FormsOfPage(string content, params string[] forms) => HandPdf.Objects(
    [
        "<</Type/Catalog/Pages 2 0 R>>"u8.ToArray(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>"u8.ToArray(),
        Encoding.ASCII.GetBytes($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R/Y 6 0 R{string.Concat(forms.Select((_, i) => $"/F{i} {i + 6} 0 R"))}>>>>/Contents 4 0 R>>"),
        HandPdf.Stream(Encoding.ASCII.GetBytes(content), ""),
        Encoding.ASCII.GetBytes(HandPdf.Helvetica),
        .. forms.Select(form => HandPdf.Stream(Encoding.ASCII.GetBytes(form), "/Type/XObject/Subtype/Form/BBox[0 0 595 842]")),
    ]);

    [Theory]
    [InlineData("% a note\n")]
    [InlineData("</Parent ")]
    [InlineData("7 obj(")]
    public void A_circle_of_references_behind_what_is_no_value_is_refused(string before) =>
        Assert.Equal(UnreadableReason.Damaged, Refusal(HostileFiles.HiddenCircularReference(before), Limits.Default));

    [Theory]
    [InlineData("4 0 R")]
    [InlineData("[4 0 R]")]
    [InlineData("5 0 R")]
    [InlineData("5 0 R\nendobj\n5 0 obj\n[ 4 0 R ]")]
    public void References_that_lead_back_to_themselves_are_refused(string value)
    {
        byte[] Page(string contents, params string[] rest) => HandPdf.Objects(
        [
            .. new[] { "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>", contents }.Concat(rest).Select(Encoding.ASCII.GetBytes),
        ]);

        Assert.Equal(UnreadableReason.Damaged, Refusal(Page(value, "4 0 R"), Limits.Default));
        Assert.Null(Refusal(Page("5 0 R", "<</Length 0>>\nstream\n\nendstream"), Limits.Default));
    }

    [Theory]
    [InlineData("1 0 0 1 110 99999999999 Tm")]
    [InlineData("1 0 0 1 -99999999999 686 Tm")]
    [InlineData("1e30 0 0 1e30 110 686 Tm")]
    public void Letters_further_off_than_any_page_are_not_seen(string place)
    {
        var bytes = HandPdf.Page(HandPdf.Rules + HandPdf.Show(110, 686, "(new)") + $"BT /F1 10 Tf {place} (3119) Tj ET 1e12 700 m 1e12 800 l S ");

        Assert.Equal(["new", "", "", ""], Assert.Single(ReportIngest.Reading.PdfReader.Read(bytes, Source.Of("x.pdf", bytes), Limits.Default).Tables).Cells.Select(cell => cell.Text));
    }

    [Fact]
    public void Letters_that_stand_at_one_place_by_the_ten_thousand_are_read_as_any_others()
    {
        const int letters = 80_000; // took a minute when each was held against each
        var rows = string.Concat(Enumerable.Range(0, 8).SelectMany(row => Enumerable.Range(0, 4).Select(column => HandPdf.Show(60 + (column * 120), 700 - (row * 20), "(7)"))));
        var bytes = HandPdf.Page(rows + "0 Tz " + HandPdf.Show(306, 620, $"({new string('1', letters)})"));
        var document = ReportIngest.Reading.PdfReader.Read(bytes, Source.Of("x.pdf", bytes), Limits.Default);
        Assert.Equal(letters, Assert.Single(document.Tables).Cells.Sum(cell => cell.Text.Count(letter => letter == '1')));
    }

    [Fact]
    public void A_page_larger_than_any_page_is_refused() =>
        Assert.Equal(UnreadableReason.TooLarge, Refusal(Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(HandPdf.Page(HandPdf.Show(110, 686, "(new)"))).Replace("0 0 595 842", "0 0 595 9999999999", StringComparison.Ordinal)), Limits.Default));

    [Theory]
    [InlineData("65 2147483647 500", true)]
    [InlineData("65 [500 600.25] 70 99999999999 500", true)]
    [InlineData("65 1e308 500", true)]
    [InlineData("2147483647 2147483647 500", true)]
    [InlineData("65 67 500 68 [600.12345678 -700] 65535 65535 1000", false)]
    public void A_range_of_glyphs_without_end_is_refused_before_its_widths_are_made(string widths, bool refused)
    {
        var bytes = HandPdf.Page(
            HandPdf.Show(110, 686, "<0041>"), "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]>>",
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/W [{widths}]>>");

        Assert.Equal(refused ? UnreadableReason.Damaged : null, Refusal(bytes, Limits.Default));
    }

    [Theory]
    [InlineData("/W 7 0 R")]
    [InlineData("/W[0 8 0 R 500]")]
    [InlineData("/#57[0%x\n+2147483647 500]")]
    [InlineData("/W2[0 2147483647 500 1 1]")]
    public void A_range_of_glyphs_without_end_is_found_where_the_font_is_led_to_it(string entry)
    {
        var bytes = HandPdf.Page(
            HandPdf.Show(110, 686, "<0041>"), "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]>>",
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>{entry}>>", "[65 2147483647 500]", "2147483647");

        Assert.Equal(UnreadableReason.Damaged, Refusal(bytes, Limits.Default));
    }

    [Theory]
    [InlineData("/Size 6/W[1 4 2]", false)]
    [InlineData("/Size 6/W[1 4 2]/Index[0 6 100000000 8000000]", false)]
    [InlineData("/Size 2000000000/W[1 4 2]", true)]
    [InlineData("/Size 6/W[1 4 2]/Index[0 6 6 2000000000]", true)]
    [InlineData("/Size 6/W[1 2000000000 2]", true)]
    public void Cross_references_without_end_are_refused_before_room_is_made_for_them(string entries, bool refused)
    {
        var file = Encoding.Latin1.GetString(HandPdf.Page(HandPdf.Show(110, 686, "(new)")));
        var rows = Enumerable.Range(0, 6).SelectMany(number => (byte[])[(byte)(number > 0 ? 1 : 0), .. BitConverter.GetBytes(number > 0 ? file.IndexOf($"\n{number} 0 obj", StringComparison.Ordinal) + 1 : 0).Reverse(), 0, 0]);
        var at = file.IndexOf("\nxref", StringComparison.Ordinal) + 1;
        byte[] bytes = [.. Encoding.Latin1.GetBytes(file[..at] + "9 0 obj\n"), .. HandPdf.Stream([.. rows], "/Type/XRef/Root 1 0 R" + entries), .. Encoding.ASCII.GetBytes($"\nendobj\nstartxref\n{at}\n%%EOF")];

        Assert.Equal(refused ? UnreadableReason.Damaged : null, Refusal(bytes, Limits.Default));
    }

    [Theory]
    [InlineData("/FlateDecode/DecodeParms<</Predictor 12/Columns 1000000000>>")]
    [InlineData("/FlateDecode/DecodeParms<</Predictor 2/Columns 10000000/Colors 32/BitsPerComponent 16>>")]
    [InlineData("/CCITTFaxDecode/DecodeParms<</Columns 60000/Rows 60000>>")]
    [InlineData("/CCITTFaxDecode/DecodeParms<</Columns 2000000000>>")]
    public void Rows_longer_than_the_limit_are_refused_before_room_is_made_for_them(string filter) =>
        Assert.Equal(UnreadableReason.TooLarge, Refusal(HandPdf.Page(Deflated("0 g"u8.ToArray()), "/Filter" + filter), Limits.Default));

    [Theory]
    [InlineData("/FunctionType 0/Range[0 1]/Size[1000000000]/BitsPerSample 8", "", true)]
    [InlineData("/FunctionType 0/Range[0 1]/Size[3]/BitsPerSample 8", "abc", false)]
    [InlineData("/FunctionType 4/Range[0 1]", "{ {dup} dup }", true)]
    [InlineData("/FunctionType 4/Range[0 1]", "{ 1 dup 100000 mul copy }", true)]
    [InlineData("/FunctionType 4/Range[0 1]", "{ dup 0.5 gt {1 exch sub} {dup mul % {\n} ifelse 1 copy pop dup 0 lt {pop 0} if }", false)]
    public void Functions_of_a_colour_that_grow_without_end_are_refused_before_they_run(string entries, string function, bool refused)
    {
        var pdf = HostileFiles.Colour("ColorSpace<</C[/Separation/X/DeviceGray 5 0 R]>>", "/C cs 1 scn 0 0 9 9 re f", Encoding.ASCII.GetString(HandPdf.Stream(Encoding.ASCII.GetBytes(function), "/Domain[0 1]" + entries)));
        Assert.Equal(refused ? UnreadableReason.Damaged : null, Refusal(pdf, Limits.Default));
    }

    [Fact]
    public void States_and_strokes_without_end_are_refused()
    {
        Assert.Equal(UnreadableReason.Damaged, Refusal(HandPdf.Page(string.Concat(Enumerable.Repeat("q ", 20_000))), Limits.Default));
        Assert.Equal(UnreadableReason.TooLarge, Refusal(HandPdf.Page(Deflated(Encoding.ASCII.GetBytes("0 0 m " + string.Concat(Enumerable.Repeat("9 9 l ", 1_000_001)))), "/Filter/FlateDecode"), Limits.Default));
        Assert.Null(Refusal(HandPdf.Page(string.Concat(Enumerable.Repeat("q Q ", 20_000))), Limits.Default));
    }

    [Fact]
    public void A_tree_of_pages_deeper_than_the_stack_is_refused() => Assert.Equal(UnreadableReason.Damaged, Refusal(HandPdf.Objects(
    [
        "<</Type/Catalog/Pages 2 0 R>>"u8.ToArray(),
        .. Enumerable.Range(3, 30_000).Select(next => Encoding.ASCII.GetBytes($"<</Type/Pages/Count 1/Kids[{next} 0 R]>>")),
        "<</Type/Page/MediaBox[0 0 595 842]>>"u8.ToArray(),
    ]), Limits.Default));

    [Theory]
    [InlineData("1000000000", true)]
    [InlineData("1e9", true)]
    [InlineData("<00>1000000000", true)]
    [InlineData("2", false)]
    public void A_map_of_codes_without_end_is_refused_before_room_is_made_for_it(string ranges, bool refused)
    {
        var map = Encoding.ASCII.GetBytes($"begincmap {ranges}\nbegincodespacerange <0000> <7FFF> <8000> <FFFF> endcodespacerange 1 beginbfchar <0041> <89C4> endbfchar endcmap");

        var expected = refused ? UnreadableReason.Damaged : (UnreadableReason?)null;
        Assert.Equal(expected, Refusal(Mapped(HandPdf.Stream(map, "")), Limits.Default));
        Assert.Equal(expected, Refusal(Mapped(HandPdf.Stream(Deflated(map), "/Filter/FlateDecode")), Limits.Default));
    }

    [Theory]
    [InlineData("<000000> <FFFFFF> <4E00>", 1, true)]
    [InlineData("<00DFC><9662> <0E0C>", 1, true)]
    [InlineData("<0000> <FFFF> <4E00>", 100, true)]
    [InlineData("<0000> <0000> [<4E00>] <zz <00 0000> <FF FF FF> <4E00>", 1, true)]
    [InlineData("<0000> <FFFF> <4E004E014E024E034E044E054E064E074E084E094E0A4E0B4E0C4E0D4E0E4E0F>", 40, true)]
    [InlineData("<01\0\u00004\u00004EB><01EB><53D6> <00\u00000000><FFFFFF><0041>", 1, true)]
    [InlineData("<0000>\u0001<000000FF><0041>\u0001<000000><FFFFFF><0041>", 1, true)]
    [InlineData("<00> <00> [(]) <41>] <000000> <FFFFFF> <0041>", 1, true)]
    [InlineData("<00> <00> [[<41>] <42>] <000000> <FFFFFF> <0041>", 1, true)]
    [InlineData("<00> <00> [(])] <0041> <0042> <0041>", 100, false)]
    [InlineData("<0000> <FFFF> <4E00>", 20, false)]
    [InlineData("<0043> <0045> [<603B> <8BA1> <5E74>]", 10_000, false)]
    [InlineData("<0041> <0041> <89C4>", 10_000, false)]
    public void A_map_whose_ranges_have_more_codes_than_any_font_is_refused_before_they_are_made(string range, int times, bool refused)
    {
        var map = Encoding.ASCII.GetBytes($"begincmap {times} beginbfrange {string.Join('\n', Enumerable.Repeat(range, times))} endbfrange endcmap");

        var expected = refused ? UnreadableReason.Damaged : (UnreadableReason?)null;
        Assert.Equal(expected, Refusal(Mapped(HandPdf.Stream(map, "")), Limits.Default));
        Assert.Equal(expected, Refusal(Mapped(HandPdf.Stream(Deflated(map), "/Filter/FlateDecode")), Limits.Default));
    }

    [Fact]
    public void Maps_that_have_too_many_codes_only_together_are_refused()
    {
        var map = HandPdf.Stream(Encoding.ASCII.GetBytes($"begincmap 40 beginbfrange {string.Concat(Enumerable.Repeat("<0000> <FFFF> <4E00> ", 40))} endbfrange endcmap"), "");

        Assert.Null(Refusal(Mapped(map), Limits.Default));
        Assert.Equal(UnreadableReason.Damaged, Refusal(Mapped(map, map), Limits.Default));
    }

    [Fact]
    public void A_map_that_fonts_share_is_read_once()
    {
        var map = Encoding.ASCII.GetBytes($"begincmap 40 beginbfrange {string.Concat(Enumerable.Repeat("<0000> <FFFF> <4E00> ", 40))} endbfrange endcmap");
        var font = "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode 7 0 R/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor<</Type/FontDescriptor/FontName/X/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>>>]>>"u8.ToArray();

        Assert.Null(Refusal(HandPdf.Objects(
            "<</Type/Catalog/Pages 2 0 R>>"u8.ToArray(),
            "<</Type/Pages/Kids[3 0 R]/Count 1>>"u8.ToArray(),
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>/Contents 4 0 R>>"u8.ToArray(),
            HandPdf.Stream(Encoding.ASCII.GetBytes(HandPdf.Show(110, 686, "<0041>")), ""),
            font, font,
            HandPdf.Stream(Deflated(map), "/Filter/FlateDecode")), Limits.Default));
    }

    /// <summary>A page that shows a letter of a font with a map of its codes.</summary>
    /// <param name="streams">The map, and others that nobody asks for.</param>
    private static byte[] Mapped(params byte[][] streams) => HandPdf.Objects(
    [
        "<</Type/Catalog/Pages 2 0 R>>"u8.ToArray(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>"u8.ToArray(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>"u8.ToArray(),
        HandPdf.Stream(Encoding.ASCII.GetBytes(HandPdf.Show(110, 686, "<0041>")), ""),
        "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode 6 0 R/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>"u8.ToArray(),
        .. streams,
    ]);

    private static byte[] Deflated(byte[] bytes)
    {
        var deflated = new MemoryStream();
        using (var zlib = new ZLibStream(deflated, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(bytes);
        return deflated.ToArray();
    }

    /// <summary>Each pair of bytes stands for 128 blanks.</summary>
    private static byte[] RunLengths(int runs) => [.. Enumerable.Range(0, runs).SelectMany(_ => new byte[] { 129, (byte)' ' }), 128];

    /// <summary>Blanks in runs that are one longer each, as every LZW encoder writes them, until its table of codes is full.</summary>
    private static byte[] Lzw(int codes)
    {
        var bits = new StringBuilder();
        void Write(int code, int width) => bits.Append(Convert.ToString(code, 2).PadLeft(width, '0'));
        Write(256, 9);
        Write(' ', 9);
        var width = 9;
        for (var code = 258; code < 258 + codes; code++)
        {
            width = code + 1 > 2047 ? 12 : code + 1 > 1023 ? 11 : code + 1 > 511 ? 10 : 9;
            Write(code, width);
        }
        Write(257, width);
        return [.. bits.ToString().Chunk(8).Select(octet => Convert.ToByte(new string(octet).PadRight(8, '0'), 2))];
    }

    public static TheoryData<string, byte[]> Bombs => new()
    {
        { "/Filter/FlateDecode", Deflated(new byte[4 << 20]) },
        { "/Filter/RunLengthDecode", RunLengths(1 << 15) },
        { "/Filter/LZWDecode", Lzw(3700) },
        { "/Filter[/FlateDecode/FlateDecode]", Deflated(Deflated(new byte[4 << 20])) },
        { "/Filter[/FlateDecode/RunLengthDecode]", Deflated(RunLengths(1 << 15)) },
        { "/Filter[/ASCIIHexDecode/LZWDecode]", Encoding.ASCII.GetBytes(Convert.ToHexString(Lzw(3700)) + ">") },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_stream_that_grows_past_the_limit_is_refused_however_it_is_packed(string filter, byte[] content) =>
        Assert.Equal(UnreadableReason.TooLarge, Refusal(HandPdf.Page(content, filter), OneMegabyte));

    [Fact]
    public void Sizes_are_told_without_decoding()
    {
        Assert.Equal(4 << 20, DecodedSizes.OfFlate(Deflated(new byte[4 << 20]), long.MaxValue));
        Assert.Equal(128 * 100, DecodedSizes.OfRunLength(RunLengths(100)));
        Assert.Equal(2001 * 2002 / 2, DecodedSizes.OfLzw(Lzw(2000), long.MaxValue));
    }

    [Fact]
    public void Streams_below_the_limit_are_read_however_they_are_packed()
    {
        var page = Encoding.ASCII.GetBytes(HandPdf.Rules + HandPdf.Show(110, 686, "(new)"));
        var bytes = HandPdf.Page(Deflated(Deflated(page)), "/Filter[/FlateDecode/FlateDecode]");

        Assert.Equal("new", Assert.Single(ReportIngest.Reading.PdfReader.Read(bytes, Source.Of("x.pdf", bytes), OneMegabyte).Tables).Cells[0].Text);
    }
}
