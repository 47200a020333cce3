using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Forge;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Tests.Forms;

public sealed class FormMatcherTests
{
    public static TheoryData<int, string> Seeds { get; } =
        new(Enumerable.Range(1, 20).SelectMany(seed => new[] { (seed, "2021"), (seed, "2019") }));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_cell_of_a_table_with_true_spans_is_found_without_a_doubt(int seed, string edition)
    {
        var report = Forger.Forge(seed, new Order(edition));
        var match = FormMatcher.Match(DocumentOf(report));
        Assert.Equal(edition, match.Edition);
        Assert.Empty(match.Doubts);
        Assert.Equal(Truth(report), Values(match));
    }

    [Fact]
    public void A_header_of_as_many_rows_as_a_hostile_table_has_costs_its_length()
    {
        var html = $"<table>{string.Concat(Enumerable.Repeat("<tr><td>自然人</td><td>商业企业</td><td>总什</td></tr>", 30_000))}</table>";
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("unknown", TableMatch.MatchHtml(html).Edition);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1L << 30); // several GB where each row copies those above it
    }

    [Fact]
    public void A_table_two_of_2021_over_a_table_three_of_2019_keeps_the_meaning_of_each_cell()
    {
        var newer = Forger.Forge(1, new Order("2021"));
        var older = Forger.Forge(1, new Order("2019"));
        var mixed = newer.WithSheets(sheet => sheet.Section == 3 ? older.Sections[2].Sheets[0] : sheet);
        var match = FormMatcher.Match(DocumentOf(mixed));
        Assert.Equal("2021", match.Edition);
        Assert.Equal(207, match.Fields.Length);
        Assert.Equal("requests.result.other.natural_person", match.Fields[200].Indicator.Code);
        Assert.Equal(older.Truth["requests.result.other.total"].Number, match.Fields[206].Value.Number);
        Assert.Equal(21, match.Fields.Count(field => field.Value.State == CellState.Missing));
        Assert.Equal(40, match.Identities.Length);
    }

    [Theory]
    [InlineData("行政复议行政诉讼 结果维持结果纠正其他结果尚未审结总计 300250010101023", true)]
    [InlineData("本年度没有新收政府信息公开行政复议案件，上年结转的案件中结果维持、结果纠正各一件，均已办结。", false)]
    public void Headers_glued_together_are_ruins_of_a_table_and_a_list_of_their_words_is_none(string text, bool ruins) =>
        Assert.Equal(ruins, FormMatcher.Match(new Document(FileKind.Text, null, [new Paragraph(text, default)], [], [])).Doubts.Any(doubt => doubt is { Rule: "RI901", Section: 4 }));

    private static Document DocumentOf(ForgedReport report) => new(
        FileKind.Html, null, [.. report.Sections.SelectMany(section => section.Sheets).Select(sheet => (Block)TableOf(sheet))], [], []);

    private static Table TableOf(ReportIngest.Forge.Sheet sheet) => new(
        sheet.Rows, sheet.Columns,
        [.. sheet.Cells.Select(cell => new Cell(cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, cell.Text, default))],
        SpanFidelity.Stated, default);

    private static IEnumerable<(string, CellState, decimal?)> Truth(ForgedReport report) =>
        report.Truth.Values.Select(pair => (pair.Key, pair.Value.State, pair.Value.Number));

    private static IEnumerable<(string, CellState, decimal?)> Values(FormMatch match) =>
        match.Fields.Select(field => (field.Indicator.Code, field.Value.State, field.Value.Number));
}
