using System.Globalization;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Tests.Reports;

public sealed class CellReaderTests
{
    [Theory]
    [InlineData("12", "12")]
    [InlineData(" １２ ", "12")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("1，234", "1234")]
    [InlineData("1\u2009234", "1234")]
    [InlineData("12件", "12")]
    [InlineData("22（其中修订16件）", "22")]
    [InlineData("22①", "22")]
    [InlineData("22¹²", "22")]
    [InlineData("22注1", "22")]
    [InlineData("22[注]", "22")]
    [InlineData("22†", "22")]
    [InlineData("-3", "-3")]
    [InlineData("2.50", "2.5")]
    public void A_count_is_read_with_its_unit_and_its_note(string text, string number)
    {
        var value = CellReader.Read(text, IndicatorKind.Count);
        Assert.Equal((CellState.Reported, decimal.Parse(number, CultureInfo.InvariantCulture), text.Trim()), (value.State, value.Number, value.Raw));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u00a0\u3000")]
    [InlineData("\u200b")]
    public void A_cell_without_anything_to_see_is_blank(string text) => Assert.Equal(CellState.Blank, CellReader.Read(text, IndicatorKind.Count).State);

    [Theory]
    [InlineData("/")]
    [InlineData("－")]
    [InlineData("－－")]
    [InlineData("——")]
    [InlineData("无")]
    [InlineData("-³")]
    public void A_sign_for_nothing_is_a_placeholder_and_no_zero(string text) =>
        Assert.Equal((CellState.Placeholder, null), (CellReader.Read(text, IndicatorKind.Count).State, CellReader.Read(text, IndicatorKind.Count).Number));

    [Theory]
    [InlineData("增加5")]
    [InlineData("0/0")]
    [InlineData("1 2")]
    [InlineData("12,34")]
    [InlineData("12\u200934")]
    [InlineData("5元")]
    [InlineData("40（更正为37）")]
    [InlineData("1. 37")]
    [InlineData("见附件")]
    [InlineData("NaN")] // pandas
    [InlineData("79228162514264337593543950335")]
    public void What_is_no_single_number_of_its_kind_is_unreadable(string text) =>
        Assert.Equal(CellState.Unreadable, CellReader.Read(text, IndicatorKind.Count).State);

    [Theory]
    [InlineData("3.5", null, "3.5")]
    [InlineData("35000元", null, "3.5")]
    [InlineData("3.5万元", "元", "3.5")]
    [InlineData("35000", "元", "3.5")]
    [InlineData("0.5亿元", null, "5000")]
    public void Money_comes_out_in_ten_thousands(string text, string? printedUnit, string number) =>
        Assert.Equal(decimal.Parse(number, CultureInfo.InvariantCulture), CellReader.Read(text, IndicatorKind.Amount, printedUnit).Number);
}
