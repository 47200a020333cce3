using System.IO.Compression;
using System.Text;
using ReportIngest.Documents;
using ReportIngest.Reading;
using ReportIngest.Tests.Reading.Pdf;
using Pig = UglyToad.PdfPig.Fonts.TrueType.Parser;

namespace ReportIngest.Tests.Reading;

/// <summary>Which letters of a page are its text. The table has 2 × 2 cells; its first row is <c>new | 3119</c> unless said otherwise.</summary>
public class PdfLetterTests
{
    private static readonly string Row = HandPdf.Rules + HandPdf.Show(110, 686, "(new)") + HandPdf.Show(210, 686, "(3119)");

    private static Document Read(byte[] bytes) => PdfReader.Read(bytes, Source.Of("x.pdf", bytes), Limits.Default);

    private static string Cells(Document document) => string.Join("; ", Assert.Single(document.Tables).Cells.Select(cell => $"{cell.Row},{cell.Column} {cell.Text}"));

    private static string Cells(string content) => Cells(Read(HandPdf.Page(content)));

    [Fact]
    public void A_letter_printed_twice_is_one_letter() =>
        Assert.Equal("0,0 new; 0,1 3119; 1,0 ; 1,1 ", Cells(Row + HandPdf.Show(210.3, 686, "(3119)")));

    [Fact]
    public void A_number_printed_twice_by_one_operation_is_one_number() =>
        Assert.Equal("0,0 new; 0,1 3119; 1,0 ; 1,1 88", Cells(Row + "BT /F1 10 Tf 210 666 Td [(88) 1082 (88)] TJ ET "));

    [Fact]
    public void Equal_digits_of_the_smallest_type_are_two_digits() =>
        Assert.Contains("1,0 22", Cells(Row + "BT /F1 1.5 Tf 110 666 Td (2) Tj ET BT /F1 1.5 Tf 110.83 666 Td (2) Tj ET "), StringComparison.Ordinal);

    [Fact]
    public void A_number_shown_digit_by_digit_that_runs_over_a_rule_is_one_number() =>
        Assert.Equal("0,0 123456; 0,1 3119; 1,0 ; 1,1 ", Cells(HandPdf.Rules + HandPdf.Show(240, 686, "(3119)") + "BT /F1 10 Tf 175 686 Td (1) Tj 5.56 0 Td (2) Tj 5.56 0 Td (3) Tj 5.56 0 Td (4) Tj 5.56 0 Td (5) Tj 5.56 0 Td (6) Tj ET "));

    [Fact]
    public void A_digit_that_the_margin_cuts_with_its_column_leaves_no_blank() =>
        Assert.Equal("0,0 new; 0,1 3119; 1,0 \uFFFD; 1,1 ", Cells($"q 104 0 491 842 re W n {Row}{HandPdf.Show(99, 666, "(4)")}Q "));

    [Theory]
    [InlineData(210.3, "(3179)")]
    [InlineData(211.5, "(47)")]
    public void Digits_over_other_digits_are_unknown(double x, string over) =>
        Assert.Contains("\uFFFD", Cells(Row + HandPdf.Show(x, 686, over)), StringComparison.Ordinal);

    [Theory]
    [InlineData("0.001", 10, 1000, 1000, "0,1 \uFFFD")]
    [InlineData("0.001", 10, 556, 1000, "0,1 2")]
    [InlineData("1", 1, 10, 10, "0,1 \uFFFD")]
    [InlineData("1", 1, 5, 10, "0,1 2")]
    [InlineData("1", 1, 5, 0, "0,1 2")] // points as dvips has them, and no Chinese letter beside
    [InlineData("0.001", 10, 1000, 0, "0,1 \uFFFD")] // the one Chinese letter of its font
    public void A_letter_that_is_drawn_as_wide_as_a_Chinese_one_is_no_digit(string unit, int size, int width, int chinese, string cell)
    {
        const string glyph = "600 0 0 0 500 700 d1 0 0 500 700 re f";
        var font = $"<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[{unit} 0 0 {unit} 0 0]/FirstChar 50/LastChar 51/Widths[{width} {chinese}]/CharProcs<</g1 6 0 R>>/Encoding<</Type/Encoding/Differences[50/g1/g1]>>/ToUnicode 7 0 R>>";
        const string map = "begincmap 1 begincodespacerange <00><ff> endcodespacerange 2 beginbfrange <32><32><0032> <33><33><3002> endbfrange endcmap";
        var page = HandPdf.Page(HandPdf.Rules + HandPdf.Show(210, 686, "(2)").Replace("10 Tf", $"{size} Tf", StringComparison.Ordinal), font, $"<</Length {glyph.Length}>>\nstream\n{glyph}\nendstream", $"<</Length {map.Length}>>\nstream\n{map}\nendstream");

        Assert.Contains(cell, Cells(Read(page)));
    }

    [Theory]
    [InlineData("7 Tf 230.2 686", "(1)")]
    [InlineData("8 Tf 230.2 684", "(1)")]
    [InlineData("13 Tf 230.2 686", "(1)")]
    public void Digits_that_stand_close_in_two_sizes_are_no_number(string font, string digit) =>
        Assert.Equal("0,0 new; 0,1 3119\uFFFD; 1,0 ; 1,1 ", Cells(Row + $"BT /F1 {font} Td {digit} Tj ET\n"));

    [Theory]
    [InlineData("(1)")]
    [InlineData("([1])")]
    public void A_small_digit_set_high_behind_a_number_is_the_mark_of_a_note(string mark) =>
        Assert.Equal("0,0 new; 0,1 3119¹; 1,0 ; 1,1 ", Cells(Row + $"BT /F1 6 Tf 230.2 690 Td {mark} Tj ET\n"));

    [Fact]
    public void A_box_around_the_value_of_a_cell_bounds_no_other() =>
        Assert.Equal("0,0 new; 0,1 3119; 1,0 ; 1,1 ", Cells(Row + "206 684 30 12 re S "));

    [Fact]
    public void A_letter_that_the_page_before_has_at_the_same_place_is_kept()
    {
        byte[] Page(int content) => Encoding.ASCII.GetBytes($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents {content} 0 R>>");
        var document = Read(HandPdf.Objects(
            "<</Type/Catalog/Pages 2 0 R>>"u8.ToArray(),
            "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>"u8.ToArray(),
            Page(6), Page(7),
            Encoding.ASCII.GetBytes(HandPdf.Helvetica),
            HandPdf.Stream(Encoding.ASCII.GetBytes(Row), ""),
            HandPdf.Stream(Encoding.ASCII.GetBytes(HandPdf.Rules + HandPdf.Show(210, 686, "(3119)") + HandPdf.Show(110, 686, "(new)")), "")));

        Assert.Equal([1, 2], document.Tables.SelectMany(table => table.Cells).Where(cell => cell.Text == "3119").Select(cell => cell.Place.Page));
    }

    [Fact]
    public void Equal_digits_that_one_operation_shows_on_one_spot_are_both_kept() =>
        // A width table that is broken gives no digit a width: both ones stand at 110 pt.
        Assert.Equal("0,0 11; 0,1 ; 1,0 ; 1,1 ", Cells(Read(HandPdf.Page(
            HandPdf.Rules + HandPdf.Show(110, 686, "(11)"), "<</Type/Font/Subtype/Type1/BaseFont/Nothing/FirstChar 49/LastChar 49/Widths[0]/Encoding/WinAnsiEncoding/FontDescriptor 6 0 R>>",
            "<</Type/FontDescriptor/FontName/Nothing/Flags 32/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80/MissingWidth 0>>"))));

    [Fact]
    public void Letters_in_the_invisible_mode_are_no_text() =>
        Assert.Equal("0,0 new; 0,1 3119; 1,0 ; 1,1 ", Cells(Row + "3 Tr " + HandPdf.Show(210, 666, "(272)")));

    [Fact]
    public void Letters_of_a_font_that_the_file_does_not_have_are_unknown_and_said_to_be()
    {
        var document = Read(HandPdf.Page(Row + HandPdf.Show(210, 666, "(272)").Replace("/F1", "/F9", StringComparison.Ordinal)));

        Assert.Equal("0,0 new; 0,1 3119; 1,0 ; 1,1 \uFFFD\uFFFD\uFFFD", Cells(document));
        Assert.Equal("RI901", Assert.Single(document.Notes).Rule);
    }

    [Fact]
    public void Letters_of_a_composite_font_without_a_descriptor_are_unknown_and_said_to_be()
    {
        var document = Read(HandPdf.Page(
            HandPdf.Rules + HandPdf.Show(110, 686, "(7)"),
            "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]>>",
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>"));

        Assert.Equal("0,0 \uFFFD; 0,1 ; 1,0 ; 1,1 ", Cells(document));
        Assert.Equal("RI901", Assert.Single(document.Notes).Rule);
    }

    [Theory]
    [InlineData("1 g 201 661 98 18 re f", "0,0 new; 0,1 3119; 1,0 ; 1,1 \uFFFD")]
    [InlineData("1 g 201 661 m 299 661 l 299 679 l 201 679 l h f", "0,0 new; 0,1 3119; 1,0 ; 1,1 \uFFFD")]
    [InlineData("1 g 201 661 98 18 re f 0 g BT /F1 10 Tf 1 0 0 1 210 666 Tm (8) Tj ET", "0,0 new; 0,1 3119; 1,0 ; 1,1 8")]
    [InlineData("1 g 201 661 m 299 665 l 299 679 l 201 679 l h f", "0,0 new; 0,1 3119; 1,0 ; 1,1 272")]
    [InlineData("/G gs 1 1 0 rg 201 661 98 18 re f", "0,0 new; 0,1 3119; 1,0 ; 1,1 272")]
    [InlineData("1 g 201 661 98 18 re 203 663 94 14 re f*", "0,0 new; 0,1 3119; 1,0 ; 1,1 272")] // a frame
    [InlineData("q 400 300 50 50 re W n 1 g 201 661 98 18 re f Q", "0,0 new; 0,1 3119; 1,0 ; 1,1 272")]
    [InlineData("q 0 600 595 200 re W n 1 g 201 661 98 18 re f Q", "0,0 new; 0,1 3119; 1,0 ; 1,1 \uFFFD")]
    [InlineData("q 400 300 50 50 re W n Q 1 g 201 661 98 18 re f", "0,0 new; 0,1 3119; 1,0 ; 1,1 \uFFFD")]
    public void Letters_that_a_box_is_painted_over_are_not_read(string after, string cells) =>
        Assert.Equal(cells, Cells(WithState($"{Row}{HandPdf.Show(210, 666, "(272)")}{after} ", "/ca .3")));

    [Theory]
    [InlineData("400 300 50 50 re W n", "\uFFFD")]
    [InlineData("201 661 98 18 re W n", "272")]
    [InlineData("0 0 1 1 re W n", "\uFFFD")]
    [InlineData("201 661 98 18 re W n 0 0 1 1 re W n", "\uFFFD")]
    [InlineData("400 300 50 50 re 201 661 98 18 re W n", "272")]
    [InlineData("q 400 300 50 50 re W n Q", "272")]
    [InlineData("201 661 15 18 re W n", "\uFFFD")] // the 2 is seen
    [InlineData("220 661 79 18 re W n", "\uFFFD")]
    public void Letters_outside_of_what_they_are_clipped_to_are_not_read(string clip, string cell) =>
        Assert.Equal($"0,0 new; 0,1 3119; 1,0 ; 1,1 {cell}", Cells($"{Row}q {clip} {HandPdf.Show(210, 666, "(272)")}Q "));

    [Fact]
    public void Letters_that_are_painted_without_opacity_are_not_seen() =>
        Assert.Equal("0,0 new; 0,1 3119; 1,0 ; 1,1 ", Cells(WithState($"{Row}q /G gs {HandPdf.Show(210, 666, "(272)")}Q ", "/ca 0")));

    [Fact]
    public void Of_letters_that_are_drawn_by_their_outline_its_opacity_counts() =>
        Assert.Equal("0,0 new; 0,1 3119; 1,0 ; 1,1 272", Cells(WithState($"{Row}q /G gs 1 Tr {HandPdf.Show(210, 666, "(272)")}Q ", "/ca 0")));

    private static Document WithState(string content, string state) => Read(HandPdf.Objects(
        "<</Type/Catalog/Pages 2 0 R>>"u8.ToArray(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>"u8.ToArray(),
        Encoding.ASCII.GetBytes($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>/ExtGState<</G<<{state}>>>>>>/Contents 5 0 R>>"),
        Encoding.ASCII.GetBytes(HandPdf.Helvetica),
        HandPdf.Stream(Encoding.ASCII.GetBytes(content), "")));

    [Fact]
    public void White_letters_are_text_only_on_a_ground()
    {
        var white = "1 g " + HandPdf.Show(210, 666, "(272)");

        Assert.Equal("0,0 new; 0,1 3119; 1,0 ; 1,1 ", Cells(Row + white));
        Assert.Equal("0,0 new; 0,1 3119; 1,0 ; 1,1 272", Cells("0.2 g 200 660 100 20 re f 0 g " + Row + white));
        Assert.Equal("0,0 new; 0,1 3119; 1,0 ; 1,1 ", Cells("0 g 205 669 60 0.5 re f " + Row + white));
    }

    [Theory]
    [InlineData(90, "0 1 -1 0 595 -100 cm 1 0 0 1 0 -200 cm")]
    [InlineData(180, "-1 0 0 -1 595 842 cm")]
    [InlineData(270, "0 -1 1 0 0 842 cm 1 0 0 1 0 -200 cm")]
    public void A_page_drawn_sideways_and_turned_for_display_is_read_upright(int degrees, string drawn) =>
        Assert.Equal("0,0 new; 0,1 3119; 1,0 ; 1,1 ", Cells(Read(HandPdf.Turned($"{drawn} {Row}", degrees))));

    [Fact]
    public void The_width_of_a_rule_is_measured_as_the_page_shows_it()
    {
        // Ghostscript draws in tenths of a point: 5 of them are half a point wide.
        const string rules = "q 0.1 0 0 0.1 0 0 cm 5 w 1000 7000 m 3000 7000 l S 1000 6800 m 3000 6800 l S 1000 6600 m 3000 6600 l S 1000 6600 m 1000 7000 l S 2000 6600 m 2000 7000 l S 3000 6600 m 3000 7000 l S Q ";
        Assert.Equal("0,0 new; 0,1 3119; 1,0 ; 1,1 ", Cells(rules + HandPdf.Show(110, 686, "(new)") + HandPdf.Show(210, 686, "(3119)")));
    }

    [Fact]
    public void White_rules_bound_nothing() => Assert.Empty(Read(HandPdf.Page("1 G " + HandPdf.Rules + HandPdf.Show(110, 686, "(new)"))).Tables);

    [Fact]
    public void A_cell_with_nothing_but_slanted_digits_is_missing_and_said_to_be()
    {
        var document = Read(HandPdf.Page(Row + "BT /F1 10 Tf 0.7 0.7 -0.7 0.7 230 664 Tm (2024) Tj ET "));

        Assert.Equal("0,0 new; 0,1 3119; 1,0 ; 1,1 \uFFFD", Cells(document));
        var note = Assert.Single(document.Notes);
        Assert.Equal("RI901", note.Rule);
        Assert.Equal(1, note.Place.Page);
    }

    [Theory]
    [InlineData(689, "0,0 new; 0,1 3119; 1,0 ; 1,1 \uFFFD", "RI901")]
    [InlineData(684, "0,0 new; 0,1 3119; 1,0 ; 1,1 27", null)]
    public void A_number_that_a_line_strikes_out_is_not_read_and_one_over_a_line_is(double line, string cells, string? rule)
    {
        var document = Read(HandPdf.Page(Row + HandPdf.Show(220, 666, "(27)") + FormattableString.Invariant($"0.5 w 219 {line - 20} m 232 {line - 20} l S ")));

        Assert.Equal(cells, Cells(document));
        Assert.Equal(rule, document.Notes.SingleOrDefault()?.Rule);
    }

    [Fact]
    public void Slanted_digits_over_a_value_are_a_watermark()
    {
        var document = Read(HandPdf.Page(Row + "BT /F1 10 Tf 0.7 0.7 -0.7 0.7 225 684 Tm (1) Tj ET "));

        Assert.Equal("0,0 new; 0,1 3119; 1,0 ; 1,1 ", Cells(document));
        Assert.Empty(document.Notes);
    }

    [Fact]
    public void A_number_wholly_off_the_page_is_kept_in_its_cell()
    {
        var rules = HandPdf.Rules.Replace("300", "800", StringComparison.Ordinal).Replace("200 6", "550 6", StringComparison.Ordinal).Replace("200 7", "550 7", StringComparison.Ordinal);

        Assert.Equal("0,0 new; 0,1 3119; 1,0 ; 1,1 ", Cells(rules + HandPdf.Show(110, 686, "(new)") + HandPdf.Show(700, 686, "(3119)")));
    }

    [Fact]
    public void Empty_cells_at_the_edge_of_the_page_are_missing_and_said_to_be()
    {
        var document = Read(HandPdf.Page(HandPdf.Rules.Replace("300", "595", StringComparison.Ordinal) + HandPdf.Show(110, 686, "(new)")));

        Assert.Equal("0,0 new; 0,1 \uFFFD; 1,0 ; 1,1 \uFFFD", Cells(document));
        Assert.Equal("RI901", Assert.Single(document.Notes).Rule);
    }

    [Fact]
    public void Blanks_narrower_than_a_letter_are_missing_and_said_to_be()
    {
        var rules = "0.5 w " + string.Concat(new[] { 700, 680, 660 }.Select(y => $"100 {y} m 224 {y} l S ")) + string.Concat(new[] { 100, 200, 208, 216, 224 }.Select(x => $"{x} 660 m {x} 700 l S "));
        var document = Read(HandPdf.Page(rules + HandPdf.Show(110, 686, "(new)")));

        Assert.Equal("0,0 new; 0,1 \uFFFD; 0,2 \uFFFD; 0,3 \uFFFD; 1,0 ; 1,1 \uFFFD; 1,2 \uFFFD; 1,3 \uFFFD", Cells(document));
        Assert.Equal("RI901", Assert.Single(document.Notes).Rule);
    }

    [Theory]
    [InlineData(675, "0,0 new; 0,1 3119; 1,0 ; 1,1 ")]
    [InlineData(645, "0,0 new; 0,1 3119; 1,0 COPY")]
    public void Large_letters_printed_across_the_text_are_a_stamp(int y, string cells) =>
        Assert.Equal(cells, Cells(Row + HandPdf.Show(100, 600, "(The text of the page has many more letters than the stamp has.)") + $"BT /F1 40 Tf 1 0 0 1 100 {y} Tm (COPY) Tj ET "));

    [Theory]
    [InlineData(-40, 600, 580, true)]
    [InlineData(560, 600, 580, true)]
    [InlineData(-40, 600, 600, false)] // a mark for whoever cuts the paper
    [InlineData(560, 12, 12, false)] // a printer's footer
    public void Text_over_the_edge_of_the_page_is_said_to_be_cut(int x, int y, int next, bool isCut) =>
        Assert.Equal(isCut ? ["RI901"] : [], Read(HandPdf.Page(HandPdf.Show(x, y, "(words that go on beyond the edge)") + (next == y ? "" : HandPdf.Show(x, next, "(more of them)")))).Notes.Select(note => note.Rule));

    [Fact]
    public void A_large_digit_over_a_number_leaves_neither_known() =>
        Assert.Equal("0,0 new; 0,1 \uFFFD\uFFFD\uFFFD; 1,0 ; 1,1 ", Cells(HandPdf.Rules + HandPdf.Show(110, 686, "(new)") + HandPdf.Show(210, 686, "(10)") + HandPdf.Show(100, 600, "(The text of the page has many more letters.)") + "BT /F1 40 Tf 1 0 0 1 205 676 Tm (7) Tj ET "));

    [Fact]
    public void Digits_over_others_on_a_line_of_their_own_leave_neither_known() =>
        Assert.Equal("0,0 new; 0,1 \uFFFD\uFFFD\uFFFD\uFFFD; 1,0 ; 1,1 ", Cells(HandPdf.Rules + HandPdf.Show(110, 686, "(new)") + HandPdf.Show(210, 686, "(10)") + HandPdf.Show(210, 690, "(93)")));

    [Fact]
    public void Very_many_large_letters_are_compared_with_the_text_in_no_time() =>
        Assert.NotEmpty(Read(HandPdf.Page($"BT /F1 2 Tf {string.Concat(Enumerable.Range(0, 30_000).Select(i => $"1 0 0 1 {20 + (i % 200)} {20 + (i / 200)} Tm (a) Tj "))} /F1 20 Tf {string.Concat(Enumerable.Range(0, 9_000).Select(i => FormattableString.Invariant($"1 0 0 1 {20 + (i % 50 * 10)} {20 + (i * 0.08)} Tm (B) Tj ")))} ET ")).Blocks);

    [Fact]
    public void What_a_reader_is_not_sure_of_names_the_table_it_stands_in()
    {
        var bytes = HandPdf.Page(HandPdf.Rules.Replace("300", "595", StringComparison.Ordinal) + HandPdf.Show(110, 686, "(new)"));
        var doubt = Assert.Single(Pipeline.Ingest(bytes, Source.Of("cut.pdf", bytes), Limits.Default).Findings, finding => finding.Rule.Id == "RI901");

        Assert.Equal((0, 1), (Assert.Single(doubt.At).Table, doubt.At[0].Page));
    }

    [Theory]
    [InlineData("GBK-EUC-H", "gb18030")]
    [InlineData("GB-EUC-H", "gb18030")]
    [InlineData("GBKp-EUC-H", "gb18030")]
    [InlineData("GBK2K-H", "gb18030")]
    [InlineData("UniGB-UCS2-H", "utf-16BE")]
    [InlineData("UniGB-UTF16-H", "utf-16BE")]
    public void A_Chinese_font_that_is_not_in_the_file_is_read_by_its_encoding(string map, string encoding)
    {
        string Hex(string text) => $"<{Convert.ToHexString(CodePagesEncodingProvider.Instance.GetEncoding(encoding)?.GetBytes(text) ?? Encoding.GetEncoding(encoding).GetBytes(text))}>";

        var document = Read(HandPdf.Page(HandPdf.Rules + HandPdf.Show(110, 686, Hex("行政许可")) + HandPdf.Show(210, 686, Hex("3119")), Composite(map, "GB1")));

        Assert.Equal("0,0 行政许可; 0,1 3119; 1,0 ; 1,1 ", Cells(document));
        Assert.Empty(document.Notes);
    }

    [Theory]
    [InlineData("SimSun")]
    [InlineData("SimSun-.")]
    [InlineData("...")]
    public void Letters_whose_font_does_not_say_which_they_are_are_unknown_and_not_their_codes(string name)
    {
        // Code 0x31 is a glyph's number; that it is also the code of "1" means nothing.
        var font = Composite("Identity-H", "Identity");
        var document = Read(HandPdf.Page(HandPdf.Rules + HandPdf.Show(110, 686, "<00310032>"), [font[0].Replace("SimSun-Identity-H", name, StringComparison.Ordinal), .. font[1..]]));

        Assert.Equal("0,0 \ufffd\ufffd; 0,1 ; 1,0 ; 1,1 ", Cells(document));
        Assert.Equal("RI901", Assert.Single(document.Notes).Rule);
    }

    [Fact]
    public void A_code_without_a_character_is_a_blank_where_its_font_draws_nothing()
    {
        using var file = typeof(ReportIngest.Forge.Forger).Assembly.GetManifestResourceStream("fonts/DejaVuSans-subset.ttf")!;
        var font = new byte[file.Length];
        file.ReadExactly(font);
        var glyphs = Pig.TrueTypeFontParser.Parse(new UglyToad.PdfPig.Fonts.TrueType.TrueTypeDataBytes(font)).WindowsUnicodeCMap;
        var shown = $"<{glyphs.CharacterCodeToGlyphIndex('3'):X4}{glyphs.CharacterCodeToGlyphIndex(' '):X4}>";

        var document = Read(HandPdf.Page(HandPdf.Rules + HandPdf.Show(110, 686, shown), [.. Embedded("Identity"), HexStream(font, "")]));

        Assert.Equal("0,0 \ufffd; 0,1 ; 1,0 ; 1,1 ", Cells(document));
    }

    [Fact]
    public void The_outlines_of_a_composite_font_are_not_unpacked()
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(new byte[4 << 20]);
        var bytes = HandPdf.Page(
            HandPdf.Rules + HandPdf.Show(110, 686, "<0022>"), [.. Embedded("GB1"), HexStream(packed.ToArray(), "/FlateDecode")]);

        var document = PdfReader.Read(bytes, Source.Of("x.pdf", bytes), Limits.Default with { InflatedBytes = 1 << 20 });

        Assert.Equal("0,0 A; 0,1 ; 1,0 ; 1,1 ", Cells(document));
    }

    [Fact]
    public void A_combining_mark_becomes_one_character_with_its_letter() =>
        Assert.Equal("0,0 e\u0301a; 0,1 ; 1,0 ; 1,1 ", Cells(Read(HandPdf.Page(
            HandPdf.Rules + HandPdf.Show(110, 686, "<00650301>") + HandPdf.Show(115, 686, "<0061>"), Composite("UniGB-UTF16-H", "GB1")))));

    /// <summary>A composite font with its file, which is 8 0 R.</summary>
    private static string[] Embedded(string ordering)
    {
        var font = Composite("Identity-H", ordering);
        return [.. font[..2], font[2].Replace(">>", "/FontFile2 8 0 R>>", StringComparison.Ordinal)];
    }

    private static string HexStream(byte[] content, string filter)
    {
        var hex = Convert.ToHexString(content) + ">";
        return $"<</Length {hex.Length}/Filter[/ASCIIHexDecode{filter}]>>\nstream\n{hex}\nendstream";
    }

    private static string[] Composite(string map, string ordering) =>
    [
        $"<</Type/Font/Subtype/Type0/BaseFont/SimSun-{map}/Encoding/{map}/DescendantFonts[6 0 R]>>",
        $"<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering({ordering})/Supplement 2>>/DW 1000/W[1 95 500 814 [500]]/FontDescriptor 7 0 R>>",
        "<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>",
    ];
}
