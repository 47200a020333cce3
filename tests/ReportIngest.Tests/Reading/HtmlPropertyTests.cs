using System.Globalization;
using System.Text;
using CsCheck;
using ReportIngest.Documents;
using ReportIngest.Reading;

namespace ReportIngest.Tests.Reading;

public sealed class HtmlPropertyTests
{
    private const string Page = """
        <!DOCTYPE html><html><head><title>年报</title><meta charset="utf-8"></head><body><h1>年度报告</h1><table><tr><td>
        <table border=1><caption>表</caption><thead><tr><th rowspan="2">信息内容<th colspan=3>件数</thead><tbody><tr><td>规&nbsp;章<td>1<td>2
        </tbody></table></td></tr></table><p style="display:none">藏</p><script>x</script><pre>a
        b</pre></body></html>
        """;

    private static readonly string[] Pieces =
        ["<table>", "</table>", "<tr>", "<td>", "<td colspan=1000 rowspan=0>", "<td rowspan=70000>", "</td>", "<thead>", "<tfoot>", "<caption>", "<p>", "</p>", "<!--", "-->", "<script>", "<select>", "<template>", "<svg>", "<math><mi>", "<b>", "</b>", "<a>", "&#0;", "&#xD800;", "\0", "\"", "<frameset>", "</body>", "<form>"];

    private static readonly Gen<Action<StringBuilder>> Mutation = Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 30], Gen.Int[0, Pieces.Length - 1], (at, cut, piece) => (Action<StringBuilder>)(page =>
    {
        var start = at % page.Length;
        page.Remove(start, Math.Min(cut, page.Length - start)).Insert(start, Pieces[piece]);
    }));

    [Fact]
    public void Random_bytes_throw_nothing_but_the_one_exception() => Gen.Byte.Array[0, 300].Sample(ReadsOrRefuses);

    [Fact]
    public void A_mutilated_page_reads_to_grids_without_overlap_or_is_refused() =>
        Mutation.Array[1, 12].Sample(mutations =>
        {
            var page = new StringBuilder(Page);
            foreach (var mutate in mutations) mutate(page);
            ReadsOrRefuses(Encoding.UTF8.GetBytes(page.ToString()));
        });

    [Fact]
    public void A_random_grid_with_random_spans_written_as_HTML_reads_back_equal() =>
        Grids.Sample(table =>
        {
            var read = Assert.Single(HtmlText.Read(Write(table)).Tables);
            Assert.Equal((table.Rows, table.Columns), (read.Rows, read.Columns));
            Assert.Equal(table.Cells, read.Cells);
        });

    private static void ReadsOrRefuses(byte[] bytes)
    {
        try
        {
            foreach (var table in HtmlReader.Read(bytes, Source.Of("a.html", bytes), Limits.Default).Tables) AssertSound(table);
        }
        catch (UnreadableException)
        {
            // The one that is allowed.
        }
    }

    private static void AssertSound(Table table)
    {
        var taken = new HashSet<(int, int)>();
        foreach (var cell in table.Cells)
        {
            Assert.InRange(cell.EndRow, cell.Row + 1, table.Rows);
            Assert.InRange(cell.EndColumn, cell.Column + 1, table.Columns);
            for (var row = cell.Row; row < cell.EndRow; row++)
            {
                for (var column = cell.Column; column < cell.EndColumn; column++) Assert.True(taken.Add((row, column)));
            }
        }

        Assert.Equal(table.Cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column), table.Cells);
    }

    /// <summary>Rectangles laid on a grid from the upper left, each as large as asked and as there is room.</summary>
    private static Gen<Table> Grids { get; } = Gen.Select(Gen.Int[1, 8], Gen.Int[2, 8], Gen.Int[1, 3].Array[128], (rows, columns, sizes) =>
    {
        var taken = new bool[rows, columns];
        var cells = new List<Cell>();
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                if (taken[row, column]) continue;
                var height = Math.Min(sizes[(2 * cells.Count) % sizes.Length], rows - row);
                var width = 1;
                while (width < sizes[(2 * cells.Count + 1) % sizes.Length] && column + width < columns && !taken[row, column + width]) width++;
                for (var y = row; y < row + height; y++)
                {
                    for (var x = column; x < column + width; x++) taken[y, x] = true;
                }

                cells.Add(new Cell(row, column, height, width, cells.Count.ToString(CultureInfo.InvariantCulture), default));
            }
        }

        return new Table(rows, columns, [.. cells], SpanFidelity.Stated, default);
    }).Where(table => table.Cells.Length > 1);

    private static string Write(Table table)
    {
        var html = new StringBuilder("<table>");
        for (var row = 0; row < table.Rows; row++)
        {
            html.Append("<tr>");
            foreach (var cell in table.Cells.Where(cell => cell.Row == row))
                html.Append(CultureInfo.InvariantCulture, $"<td rowspan={cell.RowSpan} colspan={cell.ColumnSpan}>{cell.Text}");
        }

        return html.Append("</table>").ToString();
    }
}
