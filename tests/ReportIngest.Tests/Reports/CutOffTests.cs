using System.Text;
using ReportIngest.Reading;
using ReportIngest.Reports;

namespace ReportIngest.Tests.Reports;

/// <summary>A file that breaks off gives no half of a number, and what it lacks is not held against the report.</summary>
public sealed class CutOffTests
{
    private static readonly string Page = Text("source.html"), Markdown = Text("source.md"), Plain = Text("source.txt");

    public static TheoryData<string> Copies => ["source.html", "source.md", "source.txt"];

    [Theory]
    [MemberData(nameof(Copies))]
    public void A_report_cut_anywhere_says_no_number_that_the_whole_one_does_not(string name)
    {
        var bytes = File.ReadAllBytes(Repository.File($"corpus/2024-wangji/{name}"));
        var whole = Read(bytes).Report!;
        var dice = new Random(1);
        for (var cut = 0; cut < 60; cut++)
        {
            if (Read(bytes[..dice.Next(bytes.Length)]).Report is not { } part) continue;
            Assert.All(part.Fields.Where(field => field.Value.State != CellState.Missing), field => Assert.Equal(whole[field.Indicator.Code]!.Value, field.Value));
        }
    }

    [Fact]
    public void What_a_page_that_is_never_closed_lacks_is_not_missed()
    {
        var cut = Read(Page[..Page.IndexOf("<h2>四、", StringComparison.Ordinal)]);
        Assert.Contains(cut.Findings, finding => finding.Rule.Id == "RI901" && finding.Message.Zh.Contains("没有结尾", StringComparison.Ordinal));
        Assert.DoesNotContain(cut.Findings, finding => finding.Rule.Id is "RI503" or "RI507" or "RI509");
        Assert.True(cut.Report!.EndsEarly);
    }

    [Fact]
    public void What_a_closed_page_lacks_is_missed()
    {
        var closed = Read(Page[..Page.IndexOf("<h2>四、", StringComparison.Ordinal)] + "</body></html>");
        Assert.Contains(closed.Findings, finding => finding.Rule.Id == "RI503");
        Assert.Contains(closed.Findings, finding => finding.Rule.Id == "RI507");
        Assert.False(closed.Report!.EndsEarly);
    }

    [Fact]
    public void A_text_that_ends_within_a_table_is_not_held_to_what_should_follow()
    {
        var cut = Read(Plain[..(Plain.IndexOf("（二）部分公开", StringComparison.Ordinal) - 3)]);
        Assert.True(cut.Report!.EndsEarly);
        Assert.DoesNotContain(cut.Findings, finding => finding.Rule.Category == ReportIngest.Rules.Category.Form);
    }

    [Fact]
    public void A_text_that_ends_with_a_line_but_within_a_character_is_cut()
    {
        var bytes = Encoding.UTF8.GetBytes(Markdown[..Markdown.IndexOf("五、", StringComparison.Ordinal)] + "\n存")[..^1];
        Assert.True(Read(bytes).Report!.EndsEarly);
    }

    [Theory]
    [InlineData("12", true)]
    [InlineData("1", false)]
    [InlineData("", false)]
    public void The_last_cell_of_a_text_without_a_last_line_end_is_taken_where_its_row_adds_up(string total, bool isTaken)
    {
        var row = "（七）总计";
        var report = Read($"{Plain[..Plain.IndexOf(row, StringComparison.Ordinal)]}{row}\t\t10\t2\t0\t0\t0\t0\t{total}").Report!;
        Assert.Equal(isTaken ? CellState.Reported : CellState.Missing, report["requests.result.total.total"]!.Value.State);
        Assert.Equal(!isTaken, report.Doubts.Any(doubt => doubt.Rule == "RI901" && doubt.Indicators is ["requests.result.total.total"]));
    }

    private static string Text(string name) => File.ReadAllText(Repository.File($"corpus/2024-wangji/{name}"));

    private static Ingested Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static Ingested Read(byte[] bytes) => Pipeline.Ingest(bytes, Source.Of("x", bytes), Limits.Default);
}
