using System.Text.Json;
using ReportIngest.Cli;
using ReportIngest.Documents;
using ReportIngest.Forge;
using ReportIngest.Reports;

namespace ReportIngest.Tests.Cli;

public sealed class RosterDayTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("02-28", "柳溪镇", false)]
    [InlineData("01-15", "柳溪镇", true)]
    [InlineData("", "柳溪镇", false)]
    public void A_report_is_late_by_the_day_of_its_unit_in_the_roster(string due, string place, bool late)
    {
        var whose = new Whose($"青河县{place}人民政府", place, Level.Township, 2024, new DateOnly(2025, 1, 20));
        _shell.Write("in/a.html", Layouts.Find(FileKind.Html, "plain").Write(Forger.Forge(1, new Order(Whose: whose))));
        _shell.Write("roster.csv", $"code,name,due\n1,青河县{place},{due}\n");
        Assert.Equal(ExitCode.Done, Shell.Call("ingest", _shell.Path("in"), "--out", _shell.Path("out"), "--roster", _shell.Path("roster.csv"), "--as-of", "2026-01-01").Code);
        var rules = File.ReadLines(_shell.Path("out/findings.jsonl")).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("rule").GetString());
        Assert.Equal(late, rules.Contains("RI602"));
    }
}
