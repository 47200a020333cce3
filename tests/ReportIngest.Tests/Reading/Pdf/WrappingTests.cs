using ReportIngest.Reading.Pdf;

namespace ReportIngest.Tests.Reading.Pdf;

public class WrappingTests
{
    /// <summary>Lines of letters 10 pt wide.</summary>
    private static string Join(double width, params string[] lines) =>
        Wrapping.Join([.. lines.Select((text, i) => new Line(text, new Box(0, i * 12, text.Length * 10, i * 12 + 10), 10, text.Length * 10))], width);

    [Fact]
    public void A_number_that_did_not_fit_is_one_number() => Assert.Equal("272", Join(30, "2", "72"));

    [Fact]
    public void Numbers_put_on_two_lines_of_a_wide_cell_stay_two() => Assert.Equal("2\n72", Join(200, "2", "72"));

    [Fact]
    public void Chinese_is_joined_without_a_blank_however_narrow() => Assert.Equal("三、本年度办理结果", Join(20, "三、", "本", "年", "度", "办", "理", "结", "果"));

    [Fact]
    public void Latin_words_are_joined_with_one() => Assert.Equal("annual report", Join(60, "annual", "report"));
}

public class LinesTests
{
    private static Glyph At(string text, double x, double y, int turn = 0) => new(text, new Box(x, y, x + 5, y + 10), 10, turn);

    [Fact]
    public void Two_numbers_on_one_line_stay_apart() =>
        Assert.Equal("1 2", Assert.Single(Lines.Of([At("2", 20, 0), At("1", 0, 0)])).Text);

    [Fact]
    public void Digits_next_to_one_another_are_one_number() =>
        Assert.Equal("12", Assert.Single(Lines.Of([At("1", 0, 0), At("2", 5.5, 0.4)])).Text);

    [Fact]
    public void A_typed_blank_is_kept_and_those_at_the_ends_are_not() =>
        Assert.Equal("a b", Assert.Single(Lines.Of([At(" ", -5, 0), At("a", 0, 0), At(" ", 5, 0), At("b", 6, 0), At(" ", 11, 0)])).Text);

    [Fact]
    public void Letters_turned_to_the_left_are_read_upward() =>
        Assert.Equal("ab", Assert.Single(Lines.Of([At("b", 0, 0, 3), At("a", 0, 10, 3)])).Text);

    [Fact]
    public void Letters_turned_to_the_right_are_read_downward() =>
        Assert.Equal("ab", Assert.Single(Lines.Of([At("b", 0, 10, 1), At("a", 0, 0, 1)])).Text);
}
