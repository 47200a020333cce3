using ReportIngest.Forge.Injections;
using ReportIngest.Reading;
using ReportIngest.Reports;

namespace ReportIngest.Tests.Reading.Pdf;

public sealed class ScansTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void Of_a_scan_only_numbers_that_a_sum_confirms_are_taken_and_the_rest_is_named(int seed)
    {
        var file = InjectionCatalog.All.Single(injection => injection.Rule == "RI904").Draw(seed).Files.Single();
        var ingested = Pipeline.Ingest(file.Bytes, Source.Of(file.Path, file.Bytes), Limits.Default);
        var report = ingested.Report!;
        var named = ingested.Findings.Where(finding => finding.Rule.Id is "RI904" or "RI901" or "RI902").SelectMany(finding => finding.Indicators).ToHashSet();
        Assert.All(ingested.Findings, finding => Assert.Equal(ReportIngest.Rules.Category.Extraction, finding.Rule.Category));
        Assert.All(report.Fields.Where(field => field.Value.State == CellState.Missing), field => Assert.Contains(field.Indicator.Code, named));
        Assert.Contains(report.Fields, field => field.Indicator.Section == 3 && field.Value.Number > 0);
        Assert.All(report.Fields.Where(field => field.Value.State == CellState.Reported), field => Assert.NotEqual(2, field.Indicator.Section));
    }
}
