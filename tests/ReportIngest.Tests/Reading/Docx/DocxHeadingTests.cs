namespace ReportIngest.Tests.Reading.Docx;

public sealed class DocxHeadingTests
{
    [Theory]
    [InlineData("<w:outlineLvl w:val='1'/>", "## a")]
    [InlineData("<w:outlineLvl w:val='9'/>", "a")]
    [InlineData("<w:pStyle w:val='2'/>", "# a")]
    [InlineData("<w:pStyle w:val='2'/><w:outlineLvl w:val='9'/>", "a")]
    [InlineData("<w:pStyle w:val='3'/>", "## a")]
    [InlineData("<w:pStyle w:val='4'/>", "## a")]
    [InlineData("<w:pStyle w:val='5'/>", "### a")]
    [InlineData("<w:pStyle w:val='6'/>", "# a")]
    [InlineData("<w:pStyle w:val='Heading2'/>", "## a")]
    [InlineData("<w:pStyle w:val='1'/>", "a")]
    [InlineData("", "a")]
    public void A_heading_is_told_by_its_outline_level_or_its_style(string properties, string line) =>
        Assert.Equal([line], WordFile.Lines($"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>a</w:t></w:r></w:p>", styles: """
            <w:style w:type="paragraph" w:default="1" w:styleId="1"><w:name w:val="Normal"/></w:style>
            <w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 1"/></w:style>
            <w:style w:type="paragraph" w:styleId="3"><w:name w:val="标题 2"/></w:style>
            <w:style w:type="paragraph" w:styleId="4"><w:name w:val="章"/><w:basedOn w:val="3"/></w:style>
            <w:style w:type="paragraph" w:styleId="5"><w:name w:val="节"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="6"><w:name w:val="Title"/></w:style>
            """));

    [Fact]
    public void A_style_based_on_itself_ends() =>
        Assert.Equal(["a"], WordFile.Lines("<w:p><w:pPr><w:pStyle w:val='x'/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>", styles:
            "<w:style w:type='paragraph' w:styleId='x'><w:basedOn w:val='x'/></w:style>"));

    private const string Lists = """
        <w:abstractNum w:abstractNumId="0">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="Chapter"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>
          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
          <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
        </w:abstractNum>
        <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="2">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="第%1章"/></w:lvl>
          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl>
        </w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>
        <w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>
        """;

    private static string Item(int list, int level, string text = "x") =>
        $"<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    [Fact]
    public void The_numbers_that_Word_prints_are_in_the_text() =>
        Assert.Equal(
            ["一、x", "（一）x", "1. x", "2. x", "（二）x", "1. x", "二、x", "（一）x"],
            WordFile.Lines(Item(1, 0) + Item(1, 1) + Item(1, 2) + Item(1, 2) + Item(1, 1) + Item(1, 2) + Item(1, 0) + Item(1, 1), numbering: Lists));

    [Fact]
    public void A_list_goes_on_where_another_of_its_definition_left_off_unless_it_starts_anew() =>
        Assert.Equal(["一、x", "五、x", "六、x", "七、x"], WordFile.Lines(Item(1, 0) + Item(2, 0) + Item(2, 0) + Item(1, 0), numbering: Lists));

    [Fact]
    public void A_level_that_counts_in_figures_turns_the_levels_above_into_figures() =>
        Assert.Equal(["第一章x", "1.1 x"], WordFile.Lines(Item(4, 0) + Item(4, 1), numbering: Lists));

    [Fact]
    public void A_bullet_and_a_list_that_is_switched_off_have_no_number() =>
        Assert.Equal(["x", "x", "x"], WordFile.Lines(Item(3, 0) + Item(0, 0) + Item(99, 0), numbering: Lists));

    [Fact]
    public void A_heading_style_brings_its_number_and_its_level() =>
        Assert.Equal(["# 一、总体情况", "# 二、主动公开"], WordFile.Lines(
            "<w:p><w:pPr><w:pStyle w:val='Chapter'/></w:pPr><w:r><w:t>总体情况</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val='Chapter'/></w:pPr><w:r><w:t>主动公开</w:t></w:r></w:p>",
            styles: "<w:style w:type='paragraph' w:styleId='Chapter'><w:name w:val='heading 1'/><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>",
            numbering: Lists));

    [Fact]
    public void A_deleted_item_is_not_counted() =>
        Assert.Equal(["一、x", "二、x"], WordFile.Lines(
            Item(1, 0) + "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr><w:del><w:r><w:delText>y</w:delText></w:r></w:del></w:p>" + Item(1, 0),
            numbering: Lists));

    [Fact]
    public void A_numbered_cell_without_text_shows_its_number() =>
        Assert.Equal(["[2×2] 1. | a | 2. | b"], WordFile.Lines(
            $"<w:tbl><w:tr><w:tc>{Item(1, 2, "")}</w:tc><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc>{Item(1, 2, "")}</w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            numbering: Lists));
}
