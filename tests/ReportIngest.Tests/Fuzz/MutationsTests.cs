using ReportIngest.Fuzz;

namespace ReportIngest.Tests.Fuzz;

/// <summary>A short look at what tests/ReportIngest.Fuzz does for hours.</summary>
public sealed class MutationsTests
{
    /// <summary>Damage to one that is refused as it is would be damage to nothing.</summary>
    [Theory]
    [InlineData("html")]
    [InlineData("docx")]
    [InlineData("pdf")]
    [InlineData("markdown")]
    [InlineData("text")]
    public void What_is_damaged_can_be_read_as_it_is(string name)
    {
        var target = Target.Find(name)!;
        Assert.All(target.Seeds.Distinct(), seed => Assert.Contains(target.Run(seed.Whole), (string[])["read", "no report", "report", "report with tables"]));
    }

    [Theory]
    [InlineData("html", 60)]
    [InlineData("docx", 200)]
    [InlineData("pdf", 100)]
    [InlineData("markdown", 60)]
    [InlineData("text", 60)]
    [InlineData("any", 60)]
    [InlineData("matcher", 60)]
    [InlineData("wire", 300)]
    [InlineData("worker", 300)]
    [InlineData("records", 100)]
    [InlineData("roster", 100)]
    [InlineData("settings", 100)]
    public void Damaged_inputs_bring_out_no_exception_but_those_allowed(string target, int count)
    {
        for (var number = 0; number < count; number++) Assert.Null(Mutations.Fails(Target.Find(target)!, number));
    }
}
