using System.Globalization;
using System.Text.Json;
using ReportIngest.Documents;
using ReportIngest.Reading;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;
using Document = ReportIngest.Documents.Document;

namespace ReportIngest.Tests.Reading;

public class PdfReaderTests
{
    private static Document Read(byte[] bytes, Limits? limits = null) => PdfReader.Read(bytes, Source.Of("x.pdf", bytes), limits ?? Limits.Default);

    private static UnreadableReason Refusal(byte[] bytes, Limits? limits = null) => Assert.Throws<UnreadableException>(() => Read(bytes, limits)).Reason;

    /// <summary>A page of A4 with a table of 2 × 2 (50 pt × 20 pt each) and a line of text above it.</summary>
    private static void AddPage(PdfDocumentBuilder builder, PdfDocumentBuilder.AddedFont font, bool bars = false, int rotation = 0)
    {
        var page = builder.AddPage(595, 842);
        page.AddText("Annual report", 12, new PdfPoint(100, 760), font);
        for (var i = 0; i < 3; i++)
        {
            if (bars)
            {
                page.SetTextAndFillColor(0, 0, 0);
                page.DrawRectangle(new PdfPoint(100, 700 - i * 20), 100, 0.5, 0, true);
                page.DrawRectangle(new PdfPoint(100 + i * 50, 660), 0.5, 40, 0, true);
                continue;
            }
            page.DrawLine(new PdfPoint(100, 700 - i * 20), new PdfPoint(200, 700 - i * 20), 0.5);
            page.DrawLine(new PdfPoint(100 + i * 50, 660), new PdfPoint(100 + i * 50, 700), 0.5);
        }
        foreach (var (text, x, y) in new[] { ("new", 110, 686), ("3119", 160, 686), ("1 2", 110, 666), ("272", 160, 666) })
            page.AddText(text, 9, new PdfPoint(x, y), font);
        page.SetRotation(new PageRotationDegrees(rotation));
    }

    private static byte[] Pdf(bool bars = false, int rotation = 0, int pages = 1)
    {
        var builder = new PdfDocumentBuilder();
        builder.DocumentInformation.Title = "Report 2024";
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        for (var i = 0; i < pages; i++)
            AddPage(builder, font, bars, rotation);
        return builder.Build();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_table_ruled_by_lines_or_by_thin_rectangles_is_read_with_its_places(bool bars)
    {
        var document = Read(Pdf(bars));
        var table = Assert.Single(document.Tables);

        Assert.Equal(SpanFidelity.Ruled, table.Spans);
        Assert.Equal(["new", "3119", "1 2", "272"], table.Cells.Select(cell => cell.Text));
        var place = table.Cells[3].Place;
        Assert.Equal(1, place.Page);
        Assert.InRange(place.Box!.Value.Left, 149, 151);
        Assert.InRange(place.Box!.Value.Top, 161, 163);
        Assert.Equal("Annual report", Assert.IsType<Paragraph>(document.Blocks[0]).Text);
        Assert.Contains(KeyValuePair.Create("title", "Report 2024"), document.Metadata);
    }

    [Theory]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public void A_page_that_is_shown_rotated_is_read_as_one_who_turns_the_sheet_and_keeps_its_places(int rotation)
    {
        // The builder draws upright and the page entry turns it: the reader sees letters that run down or up the page.
        var document = Read(Pdf(rotation: rotation));
        var table = Assert.Single(document.Tables);

        Assert.Equal("Annual report", Assert.IsType<Paragraph>(document.Blocks[0]).Text);
        Assert.Equal(["0,0 new", "0,1 3119", "1,0 1 2", "1,1 272"], table.Cells.Select(cell => $"{cell.Row},{cell.Column} {cell.Text}"));
        var box = table.Cells[3].Place.Box!.Value; // upright it is 150–200 from the left and 162–182 from the top of a page of 595 × 842
        var (left, top) = rotation switch { 90 => (842 - 182, 150), 180 => (595 - 200, 842 - 182), _ => (162, 595 - 200) };
        Assert.InRange(box.Left, left - 1, left + 1);
        Assert.InRange(box.Top, top - 1, top + 1);
    }

    [Fact]
    public void Bytes_that_are_no_pdf_are_damaged() => Assert.Equal(UnreadableReason.Damaged, Refusal("%PDF-1.7\nnothing"u8.ToArray()));

    [Fact]
    public void A_pdf_cut_anywhere_is_read_or_refused_and_nothing_else()
    {
        var whole = Pdf();
        for (var length = 0; length < whole.Length; length += 97)
            if (Record.Exception(() => Read(whole[..length])) is { } thrown)
                Assert.IsType<UnreadableException>(thrown);
    }

    [Fact]
    public void More_pages_than_the_limit_are_refused() =>
        Assert.Equal(UnreadableReason.TooLarge, Refusal(Pdf(pages: 3), Limits.Default with { Pages = 2 }));

    [Fact]
    public void A_real_report_by_WPS_gives_its_three_tables_and_all_their_numbers()
    {
        var path = Repository.File("../shared/real/huaian-2024.pdf");
        Assert.SkipUnless(File.Exists(path), "the real report is not on this machine");
        var document = Read(File.ReadAllBytes(path));
        var truth = JsonDocument.Parse(File.ReadAllText(Repository.File("../shared/real/huaian-2024.truth.json"))).RootElement.GetProperty("values");

        Assert.Equal([(14, 4), (28, 10), (4, 15)], document.Tables.Select(table => (table.Rows, table.Columns)));
        Assert.Equal(
            truth.EnumerateObject().Select(value => value.Value.GetDecimal()),
            document.Tables.SelectMany(table => table.Cells).Where(cell => char.IsAsciiDigit(cell.Text[0]) && char.IsAsciiDigit(cell.Text[^1]))
                .Select(cell => decimal.Parse(cell.Text, CultureInfo.InvariantCulture)));
        Assert.Contains(document.Tables[1].Cells, cell => cell is { Text: "（四）无法提供", RowSpan: 3 });
        Assert.Contains(document.Tables[1].Cells, cell => cell is { Text: "三、本年度办理结果", RowSpan: 22 });
    }
}
