using CsCheck;
using ReportIngest.Reading;

namespace ReportIngest.Tests.Reading.Docx;

public sealed class DocxSafetyTests
{
    private const string Body =
        "<w:p><w:r><w:t>a</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";

    private static UnreadableReason Refused(byte[] bytes, Limits? limits = null)
    {
        var refusal = Assert.Throws<UnreadableException>(() => WordFile.Read(bytes, limits));
        Assert.NotEqual("", refusal.Sentence.Zh);
        return refusal.Reason;
    }

    private static byte[] With(string part, string text)
    {
        var parts = WordFile.Parts(Body);
        parts[part] = text;
        return WordFile.Zip(parts);
    }

    private static byte[] Without(string part)
    {
        var parts = WordFile.Parts(Body);
        parts.Remove(part);
        return WordFile.Zip(parts);
    }

    [Theory]
    [InlineData("word/document.xml")]
    [InlineData("_rels/.rels")]
    public void A_package_without_a_part_it_needs_is_damaged(string part) =>
        Assert.Equal(UnreadableReason.Damaged, Refused(Without(part)));

    [Theory]
    [InlineData("word/document.xml", "")]
    [InlineData("word/document.xml", "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p>")]
    [InlineData("word/document.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>")]
    [InlineData("_rels/.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'/>")]
    [InlineData("_rels/.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='a' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='word/nothing.xml'/></Relationships>")]
    [InlineData("_rels/.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='a' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='word/styles.xml'/></Relationships>")]
    [InlineData("_rels/.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='a' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='http://example.org/x' TargetMode='External'/></Relationships>")]
    [InlineData("_rels/.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='a' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='word/document.xml'/><Relationship Id='b' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='word/document2.xml'/></Relationships>")]
    public void A_package_with_a_broken_part_is_damaged(string part, string text) =>
        Assert.Equal(UnreadableReason.Damaged, Refused(With(part, text)));

    [Theory]
    [InlineData("word/styles.xml", "no XML")]
    [InlineData("word/numbering.xml", "<w:numbering>")]
    [InlineData("word/_rels/document.xml.rels", "<Relationships>")]
    [InlineData("word/_rels/document.xml.rels", "<Relationships><Relationship Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles' Target='nothing.xml'/></Relationships>")]
    public void Styles_or_lists_that_cannot_be_read_are_said_and_the_text_is_read(string part, string text)
    {
        var document = WordFile.Read(With(part, text));
        Assert.Equal(["a", "[1×2]  | 1"], WordFile.Lines(document));
        Assert.Equal("RI901", Assert.Single(document.Notes).Rule);
    }

    [Theory]
    [InlineData("[Content_Types].xml")]
    [InlineData("word/_rels/document.xml.rels")]
    public void A_package_without_a_part_that_nothing_depends_on_is_read(string part)
    {
        var document = WordFile.Read(Without(part));
        Assert.Equal(["a", "[1×2]  | 1"], WordFile.Lines(document));
        Assert.Empty(document.Notes);
    }

    [Fact]
    public void Pictures_and_properties_that_are_missing_or_damaged_and_malformed_links_do_not_matter()
    {
        var parts = WordFile.Parts(Body);
        parts["docProps/core.xml"] = "no XML";
        parts["_rels/.rels"] = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
              <Relationship Id="a" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail" Target="docProps/thumbnail.jpeg"/>
              <Relationship Id="b" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>
              <Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/>
              <Relationship Id="d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
            </Relationships>
            """;
        parts["word/_rels/document.xml.rels"] = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
              <Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="NULL"/>
              <Relationship Id="b" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image1.png"/>
              <Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="mailto:a@b,c;http://d e:x/" TargetMode="External"/>
            </Relationships>
            """;
        var document = WordFile.Read(WordFile.Zip(parts));
        Assert.Equal(["a", "[1×2]  | 1"], WordFile.Lines(document));
        Assert.Empty(document.Notes);
    }

    [Theory]
    [InlineData("word/document.xml", "/word/document.xml")]
    [InlineData("word/document.xml", "./x/../word/document.xml")]
    [InlineData("word/document.xml", "../../word/document.xml")]
    [InlineData("word/document.xml", "WORD\\Document.xml")]
    [InlineData("word\\document.xml", "word/document.xml")]
    [InlineData("/word/document.xml", "word/document.xml")]
    [InlineData("word/年报.xml", "word/%E5%B9%B4%E6%8A%A5.xml")]
    public void A_part_is_found_however_its_name_is_written(string entry, string target)
    {
        var parts = WordFile.Parts(Body);
        parts.Remove("word/document.xml", out var main);
        parts[entry] = main!;
        parts["_rels/.rels"] = $"<Relationships><Relationship Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='{target}'/></Relationships>";
        Assert.NotEmpty(WordFile.Read(WordFile.Zip(parts)).Blocks);
    }

    [Fact]
    public void A_container_with_two_parts_of_a_name_that_is_read_is_damaged()
    {
        var parts = WordFile.Parts(Body);
        KeyValuePair<string, string> Again(string name) => new(name, parts["word/document.xml"]);
        Assert.Equal(UnreadableReason.Damaged, Refused(WordFile.Zip([.. parts, Again("word/Document.xml")])));
        Assert.Equal(UnreadableReason.Damaged, Refused(WordFile.Zip([.. parts, Again("word\\document.xml")])));
        Assert.NotEmpty(WordFile.Read(WordFile.Zip([.. parts, Again("word/media/a.png"), Again("word/media/a.png")])).Blocks);
    }

    // Offsets in an entry of the container's directory, which begins with PK 1 2.
    [Theory]
    [InlineData(10, 12)] // a method of compression that nobody uses
    [InlineData(16, 1)] // checksum
    [InlineData(20, 1)] // packed size
    [InlineData(24, 1)] // size
    [InlineData(42, 1)] // where the entry begins
    public void An_entry_that_is_not_what_the_directory_says_is_damaged(int offset, byte value)
    {
        var bytes = WordFile.Zip(WordFile.Parts(Body));
        var name = bytes.AsSpan().LastIndexOf("word/document.xml"u8);
        bytes[name - 46 + offset] = value;
        bytes[name - 46 + offset + 1] = 0;
        Assert.Equal(UnreadableReason.Damaged, Refused(bytes));
    }

    [Fact]
    public void More_bytes_than_allowed_come_out_of_no_part()
    {
        var limits = Limits.Default with { InflatedBytes = 100_000 };
        var bomb = new string(' ', 1_000_000);
        Assert.Equal(UnreadableReason.TooLarge, Refused(With("word/document.xml", bomb + "<x/>"), limits));
        Assert.Equal(UnreadableReason.TooLarge, Refused(With("word/styles.xml", bomb + "<x/>"), limits));
        Assert.Equal(UnreadableReason.TooLarge, Refused(With("word/_rels/document.xml.rels", bomb + "<x/>"), limits));
        Assert.Equal(UnreadableReason.TooLarge, Refused(With("_rels/.rels", bomb + "<x/>"), limits));
    }

    [Fact]
    public void The_allowed_bytes_are_those_of_all_parts_together()
    {
        var parts = WordFile.Parts(Body);
        parts["word/styles.xml"] = new string(' ', 60_000) + parts["word/styles.xml"];
        parts["word/numbering.xml"] = new string(' ', 60_000) + parts["word/numbering.xml"];
        Assert.Equal(UnreadableReason.TooLarge, Refused(WordFile.Zip(parts), Limits.Default with { InflatedBytes = 100_000 }));
    }

    [Fact]
    public void A_picture_is_not_unpacked_whatever_it_would_grow_to() =>
        Assert.NotEmpty(WordFile.Read(With("word/media/image1.png", new string(' ', 1_000_000)), Limits.Default with { InflatedBytes = 100_000 }).Blocks);

    [Fact]
    public void A_container_with_too_many_entries_is_refused_however_few_it_claims()
    {
        var bytes = WordFile.Zip(WordFile.Parts(Body));
        Assert.Equal(UnreadableReason.TooLarge, Refused(bytes, Limits.Default with { ZipEntries = 5 }));
        bytes[^12] = 1;
        Assert.Equal(UnreadableReason.TooLarge, Refused(bytes, Limits.Default with { ZipEntries = 5 }));
    }

    [Fact]
    public void Elements_nested_too_deep_are_refused()
    {
        string Nested(int depth) => string.Concat(Enumerable.Repeat("<w:sdt>", depth)) + string.Concat(Enumerable.Repeat("</w:sdt>", depth));
        Assert.Equal(UnreadableReason.TooLarge, Refused(WordFile.Zip(WordFile.Parts(Nested(600)))));
        Assert.Equal(UnreadableReason.TooLarge, Refused(WordFile.Zip(WordFile.Parts($"<w:sectPr>{Nested(600)}</w:sectPr>"))));
        Assert.Empty(WordFile.Read(Nested(500)).Blocks);
    }

    [Theory]
    [InlineData("<w:gridSpan w:val='2147483647'/>")]
    [InlineData("<w:gridSpan w:val='11'/>")]
    public void A_grid_with_too_many_columns_is_refused(string span) =>
        Assert.Equal(UnreadableReason.TooLarge, Refused(
            WordFile.Zip(WordFile.Parts($"<w:tbl><w:tr><w:tc><w:tcPr>{span}</w:tcPr></w:tc><w:tc><w:tcPr>{span}</w:tcPr></w:tc></w:tr></w:tbl>")),
            Limits.Default with { Cells = 10 }));

    [Fact]
    public void The_cells_of_all_tables_together_are_limited()
    {
        var table = "<w:tbl><w:tr><w:tc/><w:tc/></w:tr><w:tr><w:tc/><w:tc/></w:tr></w:tbl>";
        var bytes = WordFile.Zip(WordFile.Parts(table + table));
        Assert.Equal(UnreadableReason.TooLarge, Refused(bytes, Limits.Default with { Cells = 7 }));
        Assert.Equal(2, WordFile.Read(bytes, Limits.Default with { Cells = 8 }).Tables.Length);
    }

    [Fact]
    public void Bytes_that_were_cut_off_or_changed_are_read_or_refused()
    {
        var whole = WordFile.Zip(WordFile.Parts(Body));
        var changed =
            from at in Gen.Int[0, whole.Length - 1].Array[1, 4]
            from to in Gen.Byte.Array[4]
            from length in Gen.Frequency((1, Gen.Int[0, whole.Length]), (3, Gen.Const(whole.Length)))
            select Change(whole, at, to)[..length];
        changed.Sample(ReadOrRefused, iter: 1000);
    }

    [Fact]
    public void Parts_that_were_cut_off_or_changed_are_read_or_refused()
    {
        var parts = WordFile.Parts(Body + DocxSamples.EveryFeature, DocxSamples.Styles, DocxSamples.Lists);
        var changed =
            from part in Gen.OneOf(parts.Keys.ToArray())
            from at in Gen.Int[0, parts[part].Length - 1]
            from removed in Gen.Int[0, 12]
            from inserted in Gen.OneOf("", "<", "\"", "/", "99999999999", "-1", "&#1;", "w:", "x", "<w:tbl>", "</w:p>")
            select (part, Text: parts[part][..at] + inserted + parts[part][Math.Min(parts[part].Length, at + removed)..]);
        changed.Sample(change => ReadOrRefused(WordFile.Zip(new Dictionary<string, string>(parts) { [change.part] = change.Text })), iter: 1000);
    }

    private static byte[] Change(byte[] whole, int[] at, byte[] to)
    {
        var bytes = whole.ToArray();
        for (var i = 0; i < at.Length; i++) bytes[at[i]] = to[i];
        return bytes;
    }

    private static void ReadOrRefused(byte[] bytes)
    {
        try
        {
            WordFile.Read(bytes);
        }
        catch (UnreadableException)
        {
            // The one exception that a reader may throw.
        }
    }

    [Theory]
    [InlineData("x<!-- -->")]
    [InlineData("<![CDATA[x]]>")]
    public void A_text_in_many_pieces_costs_its_length(string piece)
    {
        const int pieces = 40_000;
        var bytes = WordFile.Zip(WordFile.Parts($"<w:p><w:r><w:t>{string.Concat(Enumerable.Repeat(piece, pieces))}</w:t></w:r></w:p>"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal([new string('x', pieces)], WordFile.Lines(WordFile.Read(bytes)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200L << 20); // 1.6 GB where each piece copies those before it
    }
}
