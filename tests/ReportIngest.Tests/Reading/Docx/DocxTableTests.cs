using ReportIngest.Documents;

namespace ReportIngest.Tests.Reading.Docx;

public sealed class DocxTableTests
{
    private static string P(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";

    private static string Tc(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{P(text)}</w:tc>";

    private static string Tr(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    private static string Grid(params int[] widths) => $"<w:tblGrid>{string.Concat(widths.Select(width => $"<w:gridCol w:w='{width}'/>"))}</w:tblGrid>";

    private static string Tbl(params string[] rows) => $"<w:tbl><w:tblPr/><w:tblGrid/>{string.Concat(rows)}</w:tbl>";

    [Fact]
    public void A_cell_over_columns_and_a_cell_over_rows_keep_their_spans() =>
        Assert.Equal(["0,0 1×2 a", "0,2 3×1 b", "1,0 1×1 c", "1,1 1×1 d", "2,0 1×1 e", "2,1 1×1 f"], WordFile.Cells(Tbl(
            Tr(Tc("a", "<w:gridSpan w:val='2'/>"), Tc("b", "<w:vMerge w:val='restart'/>")),
            Tr(Tc("c"), Tc("d"), Tc("", "<w:vMerge/>")),
            Tr(Tc("e"), Tc("f"), Tc("", "<w:vMerge w:val='continue'/>")))));

    [Theory]
    [InlineData("<w:r><w:rPr><w:color w:val='FFFFFF'/></w:rPr><w:t>5</w:t></w:r><w:r><w:t>3</w:t></w:r>", "\uFFFD3")]
    [InlineData("<w:r><w:rPr><w:color w:val='auto' w:themeColor='background1'/></w:rPr><w:t>5</w:t></w:r><w:r><w:t>3</w:t></w:r>", "\uFFFD3")]
    [InlineData("<w:r><w:rPr><w:color w:val='000000'/><w:highlight w:val='black'/></w:rPr><w:t>5</w:t></w:r><w:r><w:t>3</w:t></w:r>", "\uFFFD3")]
    [InlineData("<w:r><w:rPr><w:sz w:val='2'/></w:rPr><w:t>5</w:t></w:r><w:r><w:t>3</w:t></w:r>", "\uFFFD3")]
    [InlineData("<w:r><w:rPr><w:color w:val='FFFFFF'/><w:shd w:val='clear' w:fill='000080'/></w:rPr><w:t>3</w:t></w:r>", "3")]
    [InlineData("<w:r><w:rPr><w:color w:val='FEFEFE'/></w:rPr><w:t>5</w:t></w:r><w:r><w:t>3</w:t></w:r>", "\uFFFD3")]
    [InlineData("<w:r><w:rPr><w:color w:val='D9D9D9'/><w:shd w:val='clear' w:fill='D9D9D9'/></w:rPr><w:t>5</w:t></w:r><w:r><w:t>3</w:t></w:r>", "\uFFFD3")]
    [InlineData("<w:r><w:rPr><w14:textFill xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml'><w14:noFill/></w14:textFill></w:rPr><w:t>5</w:t></w:r><w:r><w:t>3</w:t></w:r>", "\uFFFD3")]
    [InlineData("<w:r><w:t>3</w:t></w:r><w:r><w:rPr><w:position w:val='12'/></w:rPr><w:t>1</w:t></w:r>", "3\uFFFD")]
    [InlineData("<w:r><w:rPr><w:sz w:val='18'/></w:rPr><w:t>3</w:t></w:r><w:r><w:rPr><w:sz w:val='14'/></w:rPr><w:t>1</w:t></w:r>", "3\uFFFD")]
    [InlineData("<w:r><w:rPr><w:sz w:val='24'/></w:rPr><w:t>3</w:t></w:r><w:r><w:rPr><w:sz w:val='22'/></w:rPr><w:t>1</w:t></w:r>", "31")]
    [InlineData("<w:r><w:t>3</w:t></w:r><w:r><w:rPr><w:sz w:val='12'/></w:rPr><w:t>1</w:t></w:r>", "3\uFFFD")]
    [InlineData("<w:r><w:t>3</w:t></w:r><w:r><w:endnoteReference w:id='2' w:customMarkFollows='1'/><w:t>1</w:t></w:r>", "3¹")]
    [InlineData("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>3</w:t></w:r></w:sdtContent></w:sdt>", "\uFFFD")]
    [InlineData("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> EQ \\o(3) </w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>", "\uFFFD")]
    [InlineData("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> XE a </w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r><w:r><w:t>3</w:t></w:r>", "3")]
    [InlineData("<w:r><w:t>3</w:t></w:r><w:r><w:sym w:font='Wingdings' w:char='F081'/></w:r>", "3\uF081\uFFFD")]
    [InlineData("<w:r><w:rPr><w:color w:val='FFFFFF'/></w:rPr><w:t>规章</w:t></w:r>", "规章")]
    [InlineData("<w:r><w:pict><v:imagedata xmlns:v='urn:schemas-microsoft-com:vml'/></w:pict></w:r>", "\uFFFD")]
    public void Digits_that_may_not_be_seen_and_pictures_in_place_of_text_are_marked(string runs, string text) =>
        Assert.Equal(["0,0 1×1 a", $"0,1 1×1 {text}"], WordFile.Cells(Tbl(Tr(Tc("a"), $"<w:tc><w:p>{runs}</w:p></w:tc>"))));

    [Theory]
    [InlineData("<w:color w:val='FFFFFF'/>", "\uFFFD3")]
    [InlineData("<w:strike/>", "3")]
    [InlineData("<w:vertAlign w:val='superscript'/>", "⁵3")]
    public void What_a_style_says_of_digits_holds_as_if_their_run_said_it(string properties, string text)
    {
        var row = Tr(Tc("a"), "<w:tc><w:p><w:r><w:rPr><w:rStyle w:val='B'/></w:rPr><w:t>5</w:t></w:r><w:r><w:t>3</w:t></w:r></w:p></w:tc>");
        var styles = $"<w:style w:type='character' w:styleId='A'><w:rPr>{properties}</w:rPr></w:style><w:style w:type='character' w:styleId='B'><w:basedOn w:val='A'/></w:style>";
        Assert.Equal([$"[1×2] a | {text}"], WordFile.Lines(Tbl(row), styles));
    }

    [Theory]
    [InlineData("<w:hyperlink w:anchor='note'><w:r><w:t>1</w:t></w:r></w:hyperlink>", "3¹")]
    [InlineData("<m:oMath><m:sSup><m:e/><m:sup><m:r><m:t>1</m:t></m:r></m:sup></m:sSup></m:oMath>", "3¹")]
    [InlineData("<w:r><w:rPr><w:vertAlign w:val='subscript'/></w:rPr><w:t>1</w:t></w:r>", "3¹")]
    public void A_link_to_a_note_and_an_exponent_are_marks(string mark, string text) =>
        Assert.Equal(["0,0 1×1 a", $"0,1 1×1 {text}"], WordFile.Cells(Tbl(Tr(Tc("a"), $"<w:tc><w:p><w:r><w:t>3</w:t></w:r>{mark}</w:p></w:tc>"))));

    [Theory]
    [InlineData("<w:shd w:val='clear' w:color='auto' w:fill='1F4E79'/>", "3")]
    [InlineData("<w:shd w:val='clear' w:color='auto' w:themeFill='accent1'/>", "3")]
    [InlineData("<w:shd w:val='clear' w:color='auto' w:fill='auto'/>", "\uFFFD")]
    public void White_digits_are_seen_in_a_cell_with_a_ground_of_its_own(string shading, string text) =>
        Assert.Equal(["0,0 1×1 a", $"0,1 1×1 {text}"], WordFile.Cells(Tbl(Tr(Tc("a"),
            $"<w:tc><w:tcPr>{shading}</w:tcPr><w:p><w:r><w:rPr><w:color w:val='FFFFFF'/></w:rPr><w:t>3</w:t></w:r></w:p></w:tc>"))));

    [Fact]
    public void A_merge_without_a_beginning_begins_where_it_is_first_seen() =>
        Assert.Equal(["0,0 2×1 a", "0,1 1×1 b", "1,1 1×1 c"], WordFile.Cells(Tbl(
            Tr(Tc("a", "<w:vMerge/>"), Tc("b")),
            Tr(Tc("", "<w:vMerge/>"), Tc("c")))));

    [Fact]
    public void A_merge_ends_where_another_begins() =>
        Assert.Equal(["0,0 2×1 a", "0,1 1×1 x", "1,1 1×1 y", "2,0 1×1 b", "2,1 1×1 z"], WordFile.Cells(Tbl(
            Tr(Tc("a", "<w:vMerge w:val='restart'/>"), Tc("x")),
            Tr(Tc("", "<w:vMerge/>"), Tc("y")),
            Tr(Tc("b", "<w:vMerge w:val='restart'/>"), Tc("z")))));

    [Fact]
    public void Cells_merged_along_the_row_the_old_way_are_one() =>
        Assert.Equal(["0,0 2×2 a", "0,2 1×1 b", "1,2 1×1 c", "2,0 1×1 d", "2,1 1×1 e", "2,2 1×1 f"], WordFile.Cells(Tbl(
            Tr(Tc("a", "<w:hMerge w:val='restart'/><w:vMerge w:val='restart'/>"), Tc("", "<w:hMerge/><w:vMerge w:val='restart'/>"), Tc("b")),
            Tr(Tc("", "<w:hMerge w:val='restart'/><w:vMerge/>"), Tc("", "<w:hMerge/><w:vMerge/>"), Tc("c")),
            Tr(Tc("d"), Tc("e"), Tc("f")))));

    [Fact]
    public void Columns_left_out_before_and_after_a_row_stay_uncovered()
    {
        var table = Assert.Single(WordFile.Read(Tbl(
            Tr(Tc("a"), Tc("b"), Tc("c")),
            $"<w:tr><w:trPr><w:gridBefore w:val='1'/><w:gridAfter w:val='1'/></w:trPr>{Tc("d")}</w:tr>",
            Tr(Tc("e")))).Tables);
        Assert.Equal((3, 3), (table.Rows, table.Columns));
        Assert.Equal([(0, 0), (0, 1), (0, 2), (1, 1), (2, 0)], table.Cells.Select(cell => (cell.Row, cell.Column)));
    }

    [Fact]
    public void An_edge_of_the_grid_at_which_no_cell_begins_or_ends_is_none() =>
        Assert.Equal(["0,0 1×1 a", "0,1 1×1 b", "1,0 1×2 c"], WordFile.Cells(Tbl(
            Tr(Tc("a", "<w:gridSpan w:val='3'/>"), Tc("b", "<w:gridSpan w:val='2'/>")),
            Tr(Tc("c", "<w:gridSpan w:val='5'/>")))));

    [Fact]
    public void Edges_closer_than_a_digit_is_wide_are_one() =>
        Assert.Equal(["0,0 2×1 a", "0,1 1×1 b", "1,1 1×1 c", "2,0 1×1 d", "2,1 1×1 e"], WordFile.Cells($"<w:tbl>{Grid(1500, 12, 60, 900)}" +
            Tr(Tc("a", "<w:vMerge w:val='restart'/>"), Tc("b", "<w:gridSpan w:val='3'/>")) +
            Tr(Tc("", "<w:gridSpan w:val='2'/><w:vMerge/>"), Tc("c", "<w:gridSpan w:val='2'/>")) +
            Tr(Tc("d", "<w:gridSpan w:val='3'/>"), Tc("e")) + "</w:tbl>"));

    [Fact]
    public void Edges_as_far_apart_as_a_digit_is_wide_stay_two() =>
        Assert.Equal(["0,0 1×1 a", "0,1 1×2 b", "1,0 1×2 c", "1,2 1×1 d"], WordFile.Cells($"<w:tbl>{Grid(1500, 75, 900)}" +
            Tr(Tc("a"), Tc("b", "<w:gridSpan w:val='2'/>")) +
            Tr(Tc("c", "<w:gridSpan w:val='2'/>"), Tc("d")) + "</w:tbl>"));

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 1, 1)]
    [InlineData(20, 20, 900)]
    [InlineData(-5, -5, -5)]
    public void Widths_in_which_no_cell_could_be_read_are_not_believed(int first, int second, int third) =>
        Assert.Equal(["0,0 1×1 a", "0,1 1×2 b", "1,0 1×2 c", "1,2 1×1 d"], WordFile.Cells($"<w:tbl>{Grid(first, second, third)}" +
            Tr(Tc("a"), Tc("b", "<w:gridSpan w:val='2'/>")) +
            Tr(Tc("c", "<w:gridSpan w:val='2'/>"), Tc("d")) + "</w:tbl>"));

    [Fact]
    public void The_paragraphs_of_a_cell_are_its_lines() =>
        Assert.Equal(["0,0 1×1 商业\n企业", "0,1 1×1 1"], WordFile.Cells(Tbl(Tr($"<w:tc>{P("商业")}<w:p/>{P("企业")}</w:tc>", Tc("1")))));

    [Fact]
    public void Deleted_rows_and_cells_are_gone_and_inserted_ones_stay() =>
        Assert.Equal(["0,0 1×1 a", "0,1 1×1 b", "1,0 1×1 c", "1,1 1×1 d"], WordFile.Cells(Tbl(
            Tr(Tc("a"), Tc("x", "<w:cellDel w:id='1'/>"), Tc("b", "<w:cellIns w:id='2'/>")),
            $"<w:tr><w:trPr><w:del w:id='3'/></w:trPr>{Tc("y")}{Tc("z")}</w:tr>",
            $"<w:tr><w:trPr><w:ins w:id='4'/></w:trPr>{Tc("c")}{Tc("d")}</w:tr>")));

    [Fact]
    public void What_a_cell_was_before_a_tracked_change_is_not_looked_at() =>
        Assert.Equal(["0,0 1×1 a", "0,1 1×1 b"], WordFile.Cells(Tbl(
            Tr(Tc("a", "<w:tcPrChange w:id='1'><w:tcPr><w:gridSpan w:val='4'/><w:cellDel w:id='2'/></w:tcPr></w:tcPrChange>"), Tc("b")))));

    [Fact]
    public void Rows_and_cells_in_content_controls_are_rows_and_cells() =>
        Assert.Equal(["0,0 1×1 a", "0,1 1×1 b", "1,0 1×1 c", "1,1 1×1 d"], WordFile.Cells(Tbl(
            Tr(Tc("a"), $"<w:sdt><w:sdtPr/><w:sdtContent>{Tc("b")}</w:sdtContent></w:sdt>"),
            $"<w:sdt><w:sdtContent>{Tr(Tc("c"), $"<w:tc><w:sdt><w:sdtContent>{P("d")}</w:sdtContent></w:sdt></w:tc>")}</w:sdtContent></w:sdt>")));

    [Fact]
    public void A_table_in_a_cell_of_a_grid_is_a_table_of_its_own() =>
        Assert.Equal(["[2×3] a | b | 前\n后 | c | d | e", "[1×2] x | y"], WordFile.Lines(Tbl(
            Tr(Tc("a"), Tc("b"), $"<w:tc>{P("前")}{Tbl(Tr(Tc("x"), Tc("y")))}{P("后")}</w:tc>"),
            Tr(Tc("c"), Tc("d"), Tc("e")))));

    [Fact]
    public void A_table_that_only_lays_out_gives_its_contents() =>
        Assert.Equal(["标题", "前", "[1×2] x | y", "后"], WordFile.Lines(Tbl(
            Tr(Tc("标题", "<w:gridSpan w:val='2'/>")),
            Tr($"<w:tc>{P("前")}{Tbl(Tr(Tc("x"), Tc("y")))}{P("后")}</w:tc>", "<w:tc><w:p/></w:tc>"))));

    [Fact]
    public void A_single_cell_is_a_frame_around_text() =>
        Assert.Equal(["一", "二"], WordFile.Lines(Tbl(Tr($"<w:tc>{P("一")}{P("二")}</w:tc>"))));

    [Fact]
    public void Text_under_a_merged_cell_is_not_read_and_is_said()
    {
        var document = WordFile.Read(Tbl(
            Tr(Tc("a", "<w:vMerge w:val='restart'/>"), Tc("x")),
            Tr(Tc("5", "<w:vMerge/>"), Tc("y"))));
        Assert.Equal(["[2×2] a | x | y"], WordFile.Lines(document));
        Assert.Equal("RI901", Assert.Single(document.Notes).Rule);
    }

    [Fact]
    public void A_template_that_repeats_the_text_under_a_merged_cell_hides_nothing() =>
        Assert.Empty(WordFile.Read(Tbl(
            Tr(Tc("a", "<w:vMerge w:val='restart'/>"), Tc("x")),
            Tr(Tc("a", "<w:vMerge/>"), Tc("y")))).Notes);

    [Fact]
    public void The_spans_of_a_table_are_stated_and_its_cells_have_no_place_on_a_page()
    {
        var table = Assert.Single(WordFile.Read(Tbl(Tr(Tc("a"), Tc("b")))).Tables);
        Assert.Equal(SpanFidelity.Stated, table.Spans);
        Assert.All(table.Cells, cell => Assert.Equal(default, cell.Place));
    }
}
