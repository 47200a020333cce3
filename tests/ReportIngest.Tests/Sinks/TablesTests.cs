using System.Text;
using ReportIngest.Documents;
using ReportIngest.Sinks;

namespace ReportIngest.Tests.Sinks;

public sealed class TablesTests
{
    /// <summary>A header over two columns, a cell over two rows, a position that no cell covers, and text that every format must escape.</summary>
    private static readonly Document Sample = new(
        FileKind.Html,
        "utf-8",
        [
            new Table(3, 2, [
                new Cell(0, 0, 1, 2, "总计", default),
                new Cell(1, 0, 2, 1, "a|b <i>\n\"c\"", new Place(2, new Box(1, 2, 3.456, 4))),
                new Cell(1, 1, 1, 1, "1,5", default)], SpanFidelity.Stated, default),
        ],
        [],
        []);

    private static readonly Source Source = new("a&b.html", "abc", 1);

    [Fact]
    public void As_a_web_page_spans_stay_text_is_escaped_and_an_absent_position_holds_its_place() => Assert.Contains(
        """
        <table id="table-0">
        <tr><td colspan="2">总计</td></tr>
        <tr><td rowspan="2">a|b &lt;i&gt;<br>&quot;c&quot;</td><td>1,5</td></tr>
        <tr><td class="absent"></td></tr>
        </table>
        """.ReplaceLineEndings("\n"), Written(text => TablesHtml.Write(text, Source, Sample)), StringComparison.Ordinal);

    [Fact]
    public void As_Markdown_a_merged_cell_stands_in_its_first_position() => Assert.Equal(
        """
        | 总计 | |
        | --- | --- |
        | a\|b &lt;i><br>"c" | 1,5 |
        | | |

        """.ReplaceLineEndings("\n"), Written(text => TablesMarkdown.Write(text, Sample)));

    [Fact]
    public void As_CSV_a_cell_is_a_row() => Assert.Equal(
        """"
        table,row,column,row_span,column_span,text,page,left,top,right,bottom
        0,0,0,1,2,总计,,,,,
        0,1,0,2,1,"a|b <i>
        ""c""",2,1,2,3.46,4
        0,1,1,1,1,"1,5",,,,,

        """".ReplaceLineEndings("\n"), Written(text => TablesCsv.Write(text, Sample)));

    [Fact]
    public void As_JSON_every_cell_has_its_spans_and_its_place()
    {
        using var stream = new MemoryStream();
        TablesJson.Write(stream, Source, Sample);
        Assert.Equal(
            """
            {"schema":"reportingest.tables/1","path":"a&b.html","sha256":"abc","format":"html","encoding":"utf-8","tables":[{"table":0,"rows":3,"columns":2,"spans":"stated","page":null,"box":null,"cells":[{"row":0,"column":0,"row_span":1,"column_span":2,"text":"总计","page":null,"box":null},{"row":1,"column":0,"row_span":2,"column_span":1,"text":"a|b <i>\n\"c\"","page":2,"box":[1,2,3.46,4]},{"row":1,"column":1,"row_span":1,"column_span":1,"text":"1,5","page":null,"box":null}]}]}

            """.ReplaceLineEndings("\n"), Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static string Written(Action<TextWriter> write)
    {
        using var text = new StringWriter { NewLine = "\n" };
        write(text);
        return text.ToString();
    }
}
