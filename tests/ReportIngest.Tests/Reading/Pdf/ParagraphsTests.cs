using ReportIngest.Reading.Pdf;

namespace ReportIngest.Tests.Reading.Pdf;

public class ParagraphsTests
{
    /// <summary>Lines of letters 10 pt wide on a page whose lines are 100 pt long.</summary>
    private static int Count(params string[] lines) =>
        Paragraphs.Split([.. lines.Select((text, i) => new PageLine(1, new Line(text, new Box(0, i * 15, text.Length * 10, i * 15 + 10), 10, text.Length * 10)))], new Setting(10, 0, 100)).Length;

    [Theory]
    [InlineData("六、其他需要报告")]
    [InlineData("（二）改进情况")]
    public void A_number_behind_a_full_line_that_ends_a_sentence_begins_a_paragraph(string numbered) =>
        Assert.Equal(2, Count("今后将加强学习培训。", numbered));

    [Theory]
    [InlineData("今后将加强学习培训。", "全年组织三次")]
    [InlineData("今后将做好以下几项：", "一、学习")]
    public void Other_lines_behind_a_full_line_continue_it(string first, string second) => Assert.Equal(1, Count(first, second));
}
