using ReportIngest.Reading.Pdf;

namespace ReportIngest.Tests.Reading.Pdf;

public class RulingsTests
{
    private static Box Horizontal(double y, double from, double to) => new(from, y - 0.25, to, y + 0.25);

    [Fact]
    public void Pieces_that_meet_are_one_rule()
    {
        var rules = Rulings.Of([Horizontal(10, 0, 50), Horizontal(10.3, 51, 100), Horizontal(10, 99, 200)]);

        Assert.Equal(new Rule(10.15, 0, 200), Assert.Single(rules.Horizontal));
        Assert.Empty(rules.Vertical);
    }

    [Fact]
    public void A_gap_wider_than_a_corner_ends_a_solid_rule()
    {
        Assert.Equal(2, Rulings.Of([Horizontal(10, 0, 50), Horizontal(10, 53, 100)]).Horizontal.Length);
    }

    [Theory]
    [InlineData(0.75, 1.5)] // dotted, 1 px
    [InlineData(3, 6)] // dashed
    public void Dots_and_dashes_are_one_rule(double dash, double pitch)
    {
        var pieces = Enumerable.Range(0, 40).Select(i => Horizontal(10, i * pitch, i * pitch + dash)).ToList();

        Assert.Equal(39 * pitch + dash, Assert.Single(Rulings.Of(pieces).Horizontal).Length, 6);
    }

    [Fact]
    public void Shading_behind_a_line_of_text_is_no_rule()
    {
        var rules = Rulings.Of([new Box(70, 100, 500, 112)]);

        Assert.Empty(rules.Horizontal);
        Assert.Empty(rules.Vertical);
    }
}
