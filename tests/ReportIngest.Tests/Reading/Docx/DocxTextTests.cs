namespace ReportIngest.Tests.Reading.Docx;

public sealed class DocxTextTests
{
    [Fact]
    public void A_word_split_over_runs_is_one_word() =>
        Assert.Equal(["总体情况"], WordFile.Lines("<w:p><w:r><w:t>总</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>体</w:t></w:r><w:proofErr w:type='spellStart'/><w:r><w:t>情况</w:t></w:r></w:p>"));

    [Fact]
    public void Tabs_breaks_hyphens_and_symbols_are_text() =>
        Assert.Equal(["a\tb\nc\nd-e√f"], WordFile.Lines("<w:p><w:pPr><w:tabs><w:tab w:val='left' w:pos='9'/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t><w:noBreakHyphen/><w:t>e</w:t><w:softHyphen/><w:sym w:font='Arial' w:char='221A'/><w:t>f</w:t></w:r></w:p>"));

    [Fact]
    public void Blanks_count_where_the_file_says_that_they_do() =>
        Assert.Equal(["a b", "ab"], WordFile.Lines("<w:p><w:r><w:t xml:space='preserve'>a </w:t><w:t>b</w:t></w:r></w:p><w:p><w:r><w:t>a </w:t><w:t>\n b</w:t></w:r></w:p>"));

    [Fact]
    public void Empty_paragraphs_are_no_blocks() =>
        Assert.Equal(["a"], WordFile.Lines("<w:p/><w:p><w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t xml:space='preserve'>　 </w:t></w:r></w:p>"));

    [Fact]
    public void Tracked_changes_are_read_as_accepted() =>
        Assert.Equal(["收到35件"], WordFile.Lines("""
            <w:p><w:r><w:t>收到</w:t></w:r>
            <w:del w:id="1"><w:r><w:delText>34</w:delText></w:r></w:del><w:moveFrom w:id="2"><w:r><w:t>x</w:t></w:r></w:moveFrom>
            <w:ins w:id="3"><w:r><w:t>3</w:t></w:r></w:ins><w:moveTo w:id="4"><w:r><w:t>5</w:t></w:r></w:moveTo><w:r><w:t>件</w:t></w:r></w:p>
            """));

    [Fact]
    public void A_paragraph_whose_end_was_deleted_runs_on_into_the_next() =>
        Assert.Equal(["一二"], WordFile.Lines("<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr><w:r><w:t>一</w:t></w:r></w:p><w:p><w:r><w:t>二</w:t></w:r></w:p>"));

    [Fact]
    public void A_paragraph_whose_end_was_deleted_before_a_table_stays_before_it() =>
        Assert.Equal(["一", "[1×2] a | b"], WordFile.Lines("<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr><w:r><w:t>一</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"));

    [Fact]
    public void A_superscript_and_struck_out_digits_do_not_join_a_number() =>
        Assert.Equal(["22¹", "4"], WordFile.Lines("""
            <w:p><w:r><w:t>22</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r></w:p>
            <w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>3</w:t></w:r><w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>4</w:t></w:r></w:p>
            """));

    [Fact]
    public void A_small_run_above_the_line_is_a_superscript_and_a_text_that_is_lifted_whole_is_none() =>
        Assert.Equal(["22¹", "120"], WordFile.Lines("""
            <w:p><w:r><w:t>22</w:t></w:r><w:r><w:rPr><w:position w:val="5"/><w:sz w:val="13"/></w:rPr><w:t>1</w:t></w:r></w:p>
            <w:p><w:r><w:rPr><w:position w:val="5"/><w:sz w:val="18"/></w:rPr><w:t>1</w:t></w:r><w:r><w:rPr><w:position w:val="5"/><w:sz w:val="18"/></w:rPr><w:t>20</w:t></w:r></w:p>
            """));

    [Fact]
    public void Hidden_text_is_not_read_whether_the_run_or_a_style_hides_it() =>
        Assert.Equal(["ad", "e"], WordFile.Lines("""
            <w:p><w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>b</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Note"/></w:rPr><w:t>c</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>d</w:t></w:r></w:p>
            <w:p><w:pPr><w:pStyle w:val="Secret"/></w:pPr><w:r><w:t>x</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Note"/></w:rPr><w:t>e</w:t></w:r></w:p>
            """,
            styles: """
            <w:style w:type="character" w:styleId="Note"><w:rPr><w:vanish/></w:rPr></w:style>
            <w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>
            <w:style w:type="paragraph" w:styleId="Secret"><w:basedOn w:val="Base"/></w:style>
            """));

    [Fact]
    public void What_the_document_hides_by_default_only_a_run_brings_out() =>
        Assert.Equal(["bc"], WordFile.Lines(
            "<w:p><w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>b</w:t></w:r><w:r><w:rPr><w:rStyle w:val='N'/></w:rPr><w:t>x</w:t></w:r><w:r><w:rPr><w:vanish w:val='off'/></w:rPr><w:t>c</w:t></w:r></w:p>",
            styles: "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type='character' w:styleId='N'><w:rPr><w:vanish/></w:rPr></w:style>"));

    [Theory]
    [InlineData("http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "7")]
    [InlineData("urn:another:program", "8")]
    public void A_choice_for_programs_that_know_more_than_Word_is_passed_over(string vocabulary, string expected) =>
        Assert.Equal([expected], WordFile.Lines($"<w:p><w:r><mc:AlternateContent><mc:Choice xmlns:q='{vocabulary}' Requires='q'><w:t>7</w:t></mc:Choice><mc:Fallback><w:t>8</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"));

    [Fact]
    public void Wrappers_at_block_and_run_level_are_transparent() =>
        Assert.Equal(["abcdef"], WordFile.Lines("""
            <w:sdt><w:sdtPr><w:alias w:val="x"/><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent><w:customXml><w:p>
            <w:sdt><w:sdtContent><w:r><w:t>a</w:t></w:r></w:sdtContent></w:sdt><w:smartTag><w:r><w:t>b</w:t></w:r></w:smartTag>
            <w:customXml><w:r><w:t>c</w:t></w:r></w:customXml><w:hyperlink r:id="rId9"><w:r><w:t>d</w:t></w:r></w:hyperlink>
            <w:fldSimple w:instr="PAGE"><w:r><w:t>e</w:t></w:r></w:fldSimple><m:oMath><m:r><m:t>f</m:t></m:r></m:oMath>
            </w:p></w:customXml></w:sdtContent></w:sdt>
            """));

    [Fact]
    public void Of_a_field_the_result_is_read_and_the_instruction_is_not() =>
        Assert.Equal(["共3页"], WordFile.Lines("""
            <w:p><w:r><w:t>共</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>
            <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>NUMPAGES</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>9</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
            <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>页</w:t></w:r></w:p>
            """));

    [Fact]
    public void A_field_without_its_end_does_not_swallow_the_document() =>
        Assert.Equal(["a", "b"], WordFile.Lines("<w:p><w:r><w:t>a</w:t><w:fldChar w:fldCharType='begin'/><w:instrText>TOC</w:instrText></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r></w:p>"));

    [Fact]
    public void A_text_box_comes_once_and_after_its_paragraph() =>
        Assert.Equal(["前后", "框内", "[1×2] a | b"], WordFile.Lines("""
            <w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent>
              <mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p>
                <w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:txbxContent></wps:txbx></w:drawing></mc:Choice>
              <mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback>
            </mc:AlternateContent></w:r><w:r><w:t>后</w:t></w:r></w:p>
            """));

    [Fact]
    public void Where_the_newer_form_of_a_drawing_says_nothing_the_older_is_read() =>
        Assert.Equal(["框内"], WordFile.Lines("<w:p><w:r><mc:AlternateContent><mc:Choice Requires='x'/><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"));

    [Fact]
    public void Drawn_lettering_is_a_paragraph() =>
        Assert.Equal(["青河县人民政府文件", "关于"], WordFile.Lines("""
            <w:p><w:r><w:pict><v:shapetype><v:textpath on="t" fitshape="t"/></v:shapetype><v:shape fillcolor="red"><v:textpath style="font-family:'宋体'" string="青河县人民政府文件"/></v:shape></w:pict></w:r></w:p>
            <w:p><w:r><w:t>关于</w:t></w:r></w:p>
            """));

    [Fact]
    public void Lettering_drawn_in_two_forms_comes_once() =>
        Assert.Equal(["青河县\n文件"], WordFile.Lines("""
            <w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>青河县</w:t><w:br/><w:t>文件</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></mc:Choice>
            <mc:Fallback><w:pict><v:shape><v:textpath string="青河县&#10;文件"/></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>
            """));

    [Fact]
    public void Hidden_lettering_is_not_in_the_text() =>
        Assert.Empty(WordFile.Lines("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:pict><v:shape><v:textpath string='机密'/></v:shape></w:pict></w:r></w:p>"));

    [Fact]
    public void The_prompt_in_a_content_control_that_was_not_filled_in_is_no_text()
    {
        const string Prompt = "<w:r><w:t>单击此处输入文字。</w:t></w:r>";
        const string Unfilled = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>";
        Assert.Equal(["前后", "填了", "[1×3] a |  | 3"], WordFile.Lines($"""
            <w:p><w:r><w:t>前</w:t></w:r><w:sdt>{Unfilled}<w:sdtContent>{Prompt}</w:sdtContent></w:sdt><w:r><w:t>后</w:t></w:r></w:p>
            <w:sdt>{Unfilled}<w:sdtContent><w:p><w:sdt><w:sdtContent>{Prompt}</w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>
            <w:sdt><w:sdtPr><w:showingPlcHdr w:val="0"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>填了</w:t></w:r></w:p></w:sdtContent></w:sdt>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:sdt>{Unfilled}<w:sdtContent><w:tc><w:p>{Prompt}</w:p></w:tc></w:sdtContent></w:sdt><w:tc><w:p><w:r><w:t>3</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            """));
    }

    [Fact]
    public void Footnote_marks_and_readings_of_characters_are_not_in_the_text() =>
        Assert.Equal(["郏县"], WordFile.Lines("<w:p><w:r><w:ruby><w:rt><w:r><w:t>jiá</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>郏</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:footnoteReference w:id='1'/></w:r><w:r><w:t>县</w:t></w:r></w:p>"));

    [Theory]
    [InlineData("<w:altChunk r:id='rId9'/>")]
    [InlineData("<w:p><w:r><w:object><o:OLEObject ProgID='Excel.Sheet.12'/></w:object></w:r></w:p>")]
    public void Content_that_is_not_followed_is_said_once(string body)
    {
        var document = WordFile.Read(body + body + "<w:p><w:r><w:t>a</w:t></w:r></w:p>");
        Assert.Equal("RI901", Assert.Single(document.Notes).Rule);
        Assert.Equal(["a"], WordFile.Lines(document));
    }
}
