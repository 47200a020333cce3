using ReportIngest.Reading.Pdf;

namespace ReportIngest.Tests.Reading.Pdf;

public class NumbersTests
{
    private static Glyph Digit(double x, int run) => new("1", new Box(x, 0, x + 5, 10), 10, 0, run);

    [Fact]
    public void Digits_of_one_number_have_one_place() =>
        Assert.Equal([7.5, 7.5, 7.5], Numbers.KeepTogether([Digit(0, 1), Digit(5, 1), Digit(10, 1)], [], 100).Select(glyph => glyph.X));

    [Fact]
    public void Digits_shown_by_two_operations_are_two_numbers_however_close() =>
        Assert.Equal([2.5, 7.5], Numbers.KeepTogether([Digit(0, 1), Digit(5, 2)], [], 100).Select(glyph => glyph.X));

    [Fact]
    public void Digits_a_rule_apart_are_two_numbers_though_one_operation_shows_them() =>
        Assert.Equal([5, 5, 15.8, 15.8], Numbers.KeepTogether([Digit(0, 1), Digit(5, 1), Digit(10.8, 1), Digit(15.8, 1)], [], 100).Select(glyph => glyph.X));

    [Fact]
    public void A_number_that_runs_off_the_page_stands_where_it_begins() =>
        Assert.Equal([2.5, 2.5], Numbers.KeepTogether([Digit(0, 1), Digit(5, 1)], [], 8).Select(glyph => glyph.X));

    [Fact]
    public void Two_digits_with_a_rule_between_them_are_two_numbers() =>
        Assert.Equal([2.5, 8.25], Numbers.KeepTogether([Digit(0, 1), Digit(5.75, 1)], [new Box(5, -20, 5.75, 40)], 100).Select(glyph => glyph.X));
}
