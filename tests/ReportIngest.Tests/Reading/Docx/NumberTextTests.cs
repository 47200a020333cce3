using ReportIngest.Reading.Docx;

namespace ReportIngest.Tests.Reading.Docx;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("decimal", 12, "12")]
    [InlineData("unheardOf", 12, "12")]
    [InlineData("none", 12, "")]
    [InlineData("decimalZero", 3, "03")]
    [InlineData("decimalFullWidth", 12, "１２")]
    [InlineData("decimalEnclosedCircle", 3, "③")]
    [InlineData("decimalEnclosedCircle", 21, "21")]
    [InlineData("chineseCounting", 1, "一")]
    [InlineData("chineseCounting", 10, "十")]
    [InlineData("chineseCounting", 19, "十九")]
    [InlineData("chineseCounting", 20, "二十")]
    [InlineData("chineseCounting", 105, "一〇五")]
    [InlineData("chineseCountingThousand", 11, "十一")]
    [InlineData("chineseCountingThousand", 105, "一百零五")]
    [InlineData("chineseCountingThousand", 110, "一百一十")]
    [InlineData("chineseCountingThousand", 1020, "一千零二十")]
    [InlineData("chineseCountingThousand", 2005, "二千零五")]
    [InlineData("japaneseCounting", 12, "十二")]
    [InlineData("japaneseCounting", 105, "百五")]
    [InlineData("ideographDigital", 10, "一〇")]
    [InlineData("ideographTraditional", 2, "乙")]
    [InlineData("upperLetter", 28, "BB")]
    [InlineData("lowerLetter", 780, "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzz")]
    [InlineData("upperLetter", 781, "781")]
    [InlineData("upperLetter", int.MaxValue, "2147483647")]
    [InlineData("lowerRoman", 14, "xiv")]
    public void A_number_is_written_in_the_format_of_its_list(string format, int number, string text) =>
        Assert.Equal(text, NumberText.Of(number, format));
}
