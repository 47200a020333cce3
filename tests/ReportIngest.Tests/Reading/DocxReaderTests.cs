using CsCheck;
using ReportIngest.Tests.Reading.Docx;

namespace ReportIngest.Tests.Reading;

public sealed class DocxReaderTests
{
    [Fact]
    public void A_document_keeps_the_order_of_its_headings_paragraphs_and_tables() =>
        Assert.Equal(["# 一、总体情况", "正文", "[1×2] 规章 | 3", "正文"], WordFile.Lines("""
            <w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>一、总体情况</w:t></w:r></w:p>
            <w:p><w:r><w:t>正文</w:t></w:r></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>规章</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>3</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            <w:p><w:r><w:t>正文</w:t></w:r></w:p><w:sectPr/>
            """));

    [Fact]
    public void A_strict_document_reads_like_any_other()
    {
        var parts = WordFile.Parts(
            "<w:p><w:pPr><w:pStyle w:val='1'/></w:pPr><w:r><w:t>a</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p/></w:tc></w:tr><w:tr><w:tc/><w:tc/></w:tr></w:tbl>",
            styles: "<w:style w:type='paragraph' w:styleId='1'><w:name w:val='heading 1'/></w:style>",
            word: "http://purl.oclc.org/ooxml/wordprocessingml/main",
            relationships: "http://purl.oclc.org/ooxml/officeDocument/relationships");
        Assert.Equal(["# a", "[2×2]  |  | "], WordFile.Lines(WordFile.Read(WordFile.Zip(parts))));
    }

    [Fact]
    public void The_properties_of_the_file_are_its_metadata()
    {
        var parts = WordFile.Parts("");
        parts["_rels/.rels"] = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
              <Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
              <Relationship Id="b" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>
              <Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/>
            </Relationships>
            """;
        parts["docProps/core.xml"] = """
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
              <dc:title>年度报告</dc:title><dc:creator>办公室</dc:creator><dcterms:created>2025-01-20T01:02:03Z</dcterms:created><cp:lastModifiedBy/></cp:coreProperties>
            """;
        parts["docProps/app.xml"] = """
            <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>某县人民政府</Company></Properties>
            """;
        Assert.Equal(
            ["title=年度报告", "creator=办公室", "created=2025-01-20T01:02:03Z", "company=某县人民政府"],
            WordFile.Read(WordFile.Zip(parts)).Metadata.Select(pair => $"{pair.Key}={pair.Value}"));
    }

    [Fact]
    public void A_random_grid_reads_back_as_it_was_written() =>
        Grids.Random.Sample(cells =>
        {
            var table = Assert.Single(WordFile.Read(Grids.Write(cells)).Tables);
            Assert.Equal(cells, table.Cells.Select(cell => (cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, cell.Text)));
        });

    [Fact]
    public void A_random_grid_whose_borders_were_dragged_a_little_reads_back_as_it_was() =>
        Gen.Select(Grids.Random, Gen.Int[0, 74].Array[1, 20]).Sample((cells, drags) =>
        {
            var table = Assert.Single(WordFile.Read(Grids.WriteDragged(cells, drags)).Tables);
            Assert.Equal(cells, table.Cells.Select(cell => (cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, cell.Text)));
        });

    [Fact]
    public void The_published_form_reads_as_three_grids()
    {
        var path = Repository.File("../shared/real/form-2021-template.docx");
        Assert.SkipUnless(File.Exists(path), "../shared/real/form-2021-template.docx is not here");
        var tables = WordFile.Read(File.ReadAllBytes(path)).Tables;
        Assert.Equal([(14, 4), (28, 10), (4, 15)], tables.Select(table => (table.Rows, table.Columns)));
        Assert.All(tables, table => Assert.Equal(table.Rows * table.Columns, table.Cells.Sum(cell => cell.RowSpan * cell.ColumnSpan)));
        Assert.Contains(tables[1].Cells, cell => cell is { Row: 5, Column: 0, RowSpan: 22, ColumnSpan: 1, Text: "三、本年度办理结果" });
        Assert.Contains(tables[1].Cells, cell => cell is { Row: 0, Column: 3, ColumnSpan: 7 });
        Assert.Contains(tables[2].Cells, cell => cell is { Row: 0, ColumnSpan: 10 });
    }
}
