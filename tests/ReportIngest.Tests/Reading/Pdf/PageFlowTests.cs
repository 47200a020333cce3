using System.Collections.Immutable;
using CsCheck;
using ReportIngest.Documents;
using ReportIngest.Reading;
using ReportIngest.Reading.Pdf;

namespace ReportIngest.Tests.Reading.Pdf;

/// <summary>Whole pages on plain numbers: 600 × 800 pt, letters 10 pt wide.</summary>
public class PageFlowTests
{
    private static IEnumerable<Glyph> L(double x, double y, string text) => RuledTablesTests.Letters(text, x + 5, y + 5);

    /// <summary>The rules of a grid with these borders, as thin bars.</summary>
    private static IEnumerable<Box> Grid(double[] xs, double[] ys) =>
    [
        .. ys.Select(y => new Box(xs[0], y - 0.25, xs[^1], y + 0.25)),
        .. xs.Select(x => new Box(x - 0.25, ys[0], x + 0.25, ys[^1])),
    ];

    private static PageInk Page(int number, IEnumerable<Glyph> letters, params IEnumerable<Box>[] grids) =>
        new(number, 600, 800, [.. letters], [.. grids.SelectMany(grid => grid)], []);

    private static ImmutableArray<Block> Blocks(params PageInk[] pages) => PageFlow.Read([.. pages], Limits.Default).Blocks;

    [Fact]
    public void Two_tables_side_by_side_are_two()
    {
        var blocks = Blocks(Page(
            1, [.. L(60, 105, "甲"), .. L(110, 105, "1"), .. L(310, 105, "乙"), .. L(360, 105, "2")],
            Grid([50, 100, 150], [100, 120, 140]), Grid([300, 350, 400], [100, 120, 140])));

        Assert.Equal(["甲 1  ", "乙 2  "], blocks.Cast<Table>().Select(table => string.Join(' ', table.Cells.Select(cell => cell.Text))));
    }

    [Fact]
    public void Page_numbers_and_running_headers_are_no_text_of_the_report()
    {
        IEnumerable<Glyph> Text(int page) =>
            [.. L(200, 40, "年度报告"), .. L(50, 200 + page, $"正文{"一二三"[page - 1]}"), .. L(290, 770, $"-{page}-")];

        var blocks = Blocks(Page(1, Text(1)), Page(2, Text(2)), Page(3, Text(3)));

        Assert.Equal("正文一正文二正文三", string.Concat(blocks.Cast<Paragraph>().Select(paragraph => paragraph.Text)));
    }

    [Fact]
    public void A_number_in_the_margin_that_is_no_page_number_stays() =>
        Assert.Contains(Blocks(Page(1, L(50, 770, "共收到7件"))), block => block is Paragraph { Text: "共收到7件" });

    [Fact]
    public void Every_letter_inside_a_ruled_table_is_in_one_cell_and_every_other_in_the_text() =>
        Gen.Select(Gen.Double[40, 420], Gen.Double[190, 420]).Array[0, 40].Sample(places =>
        {
            Glyph[] letters = [.. places.Select((place, i) => new Glyph(((char)('甲' + i)).ToString(), new Box(place.Item1, place.Item2, place.Item1 + 10, place.Item2 + 10), 10))];
            var blocks = Blocks(Page(1, letters, Grid([100, 150, 250, 400], [200, 220, 300, 400])));
            var cells = blocks.OfType<Table>().SelectMany(table => table.Cells).Select(cell => cell.Text);
            var prose = blocks.Select(block => (block as Paragraph)?.Text ?? (block as Heading)?.Text);

            Assert.Equal(letters.Select(letter => letter.Text[0]).Order(), string.Concat(cells.Concat(prose)).Where(c => c != ' ' && c != '\n').Order());
            foreach (var table in blocks.OfType<Table>())
                UnruledTablesTests.NoneOverlaps(table);
        });
}
