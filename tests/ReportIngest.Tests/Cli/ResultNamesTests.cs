using ReportIngest.Cli;

namespace ReportIngest.Tests.Cli;

public sealed class ResultNamesTests
{
    [Fact]
    public void What_one_opens_first_is_named_and_the_rest_is_counted()
    {
        var line = ResultNames.Line("out", ["reports.jsonl", "findings.jsonl", "run.json", "values.csv", "reportingest.xlsx", "report.html", "README.md"]);
        Assert.Equal("Results in out: report.html, reportingest.xlsx, README.md, reports.jsonl and 3 more", line.En);
        Assert.Equal("结果在 out：report.html、reportingest.xlsx、README.md、reports.jsonl，另有 3 个文件", line.Zh);
    }

    [Fact]
    public void Few_files_are_all_named() =>
        Assert.Equal("Results in out: reports.jsonl, findings.jsonl, run.json", ResultNames.Line("out", ["findings.jsonl", "reports.jsonl", "run.json"]).En);
}
