using ReportIngest.Sinks.Export;
using ReportIngest.Tests.Outputs;

namespace ReportIngest.Tests.Sinks;

public sealed class CrosswalkTests
{
    [Theory]
    [InlineData("requests.new.total", "same", null)]
    [InlineData("requests.result.other.total", "sum", "requests.result.other.not_corrected.total;requests.result.other.fee_unpaid.total;requests.result.other.other.total")]
    [InlineData("requests.result.other.fee_unpaid.total", "sum", "requests.result.other.total")]
    [InlineData("proactive.regulation.in_force", "looks_alike", "proactive.regulation.disclosed_total")]
    [InlineData("proactive.normative_document.made", "looks_alike", "proactive.normative_document.issued")]
    [InlineData("proactive.regulation.repealed", "only_2021", null)]
    [InlineData("proactive.procurement.amount", "only_2019", null)]
    public void It_says_what_is_the_same_what_only_looks_the_same_and_what_stands_for_it(string indicator, string comparable, string? counterpart)
    {
        using var output = WrittenOutput.Of();
        var table = OutputTables.WithReference(output, ExportOptions.Default).Single(table => table.Name == "crosswalk");
        var row = table.Rows(output).Single(row => (string?)row[0] == indicator);
        Assert.Equal((comparable, counterpart), ((string?)row[^2], (string?)row[^1]));
    }

    [Fact]
    public void Every_counterpart_is_an_indicator_that_names_it_in_return()
    {
        using var output = WrittenOutput.Of();
        var table = OutputTables.WithReference(output, ExportOptions.Default).Single(table => table.Name == "crosswalk");
        var counterparts = table.Rows(output).ToDictionary(row => (string)row[0]!, row => ((string?)row[^1])?.Split(';') ?? []);
        Assert.All(counterparts, pair => Assert.All(pair.Value, other => Assert.Contains(pair.Key, counterparts[other])));
    }
}
