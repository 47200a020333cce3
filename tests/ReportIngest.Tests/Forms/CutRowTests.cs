using ReportIngest.Documents;
using ReportIngest.Forms;

namespace ReportIngest.Tests.Forms;

/// <summary>A row a line, its cells parted by <c>|</c>.</summary>
public sealed class CutRowTests
{
    private static Table TableOf(string rows)
    {
        string[][] cells = [.. rows.Split('\n').Select(row => row.Split('|'))];
        return new Table(
            cells.Length, cells.Max(row => row.Length), [.. cells.SelectMany((row, r) => row.Select((text, c) => new Cell(r, c, 1, 1, text, default)))], SpanFidelity.Stated, default);
    }

    private static string Joined(FileKind kind, string above, string below) =>
        string.Join(" + ", CutRows.Join(new Document(kind, null, [TableOf(above), TableOf(below)], [], [])).Tables.Select(table => string.Join("|", table.Cells.Select(cell => cell.Text))));

    [Theory]
    [InlineData("一、本年新收政府信息公开|2|3|11322", "申请数量|||0", "一、本年新收政府信息公开申请数量|2|3|11322\n0 + |||")]
    [InlineData("5.要求行政机|1|/|9", "|关确认或重新出具已获取信息|||", "5.要求行政机关确认或重新出具已获取信息|1|/|9 + ||||")]
    [InlineData("一、本年新收政府信息公开|3|1|4", "申请数量|3|1|4", "一、本年新收政府信息公开申请数量|3|1|4 + |||")] // repeated
    [InlineData("一、本年新收政府信息公开|3|1|4", "申请数量|0|0|0", "一、本年新收政府信息公开申请数量|3|1|4 + |||")] // filled
    [InlineData("一、本年新收政府信息公开|/|11|0", "申请数量|/|3|", "一、本年新收政府信息公开申请数量|/|11\n3|0 + |||")]
    [InlineData("一、本年新收政府信息公开|0|0|0", "申请数量|3|1|4", "一、本年新收政府信息公开申请数量|0\n3|0\n1|0\n4 + |||")] // which is it
    [InlineData("一、本年新收政府信息公开|||", "申请数量|3|1|4", "||| + 一、本年新收政府信息公开申请数量|3|1|4")] // numbers keep their places
    public void A_row_whose_label_ends_in_the_next_table_is_one_row(string above, string below, string joined) =>
        Assert.Equal(joined, Joined(FileKind.Docx, above, below));

    [Theory]
    [InlineData("一、本年新收政府信息公开申请数量|2|3|5", "申请数量|||")]
    [InlineData("一、本年新收政府信息公开|2|3|5", "二、上年结转政府信息公开申请数量|0|0|0")]
    [InlineData("一、本年新收政府信息公开|2|3|5", "申请数量||")]
    public void Whole_labels_and_rows_of_other_tables_are_left_as_they_stand(string above, string below) =>
        Assert.Equal($"{above} + {below}", Joined(FileKind.Docx, above, below));
}
