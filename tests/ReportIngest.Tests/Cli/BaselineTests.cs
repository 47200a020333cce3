using System.Globalization;
using System.Text.Json;
using ReportIngest.Cli;

namespace ReportIngest.Tests.Cli;

public sealed class BaselineTests : IDisposable
{
    private static readonly string Seed = File.ReadAllText(Repository.File("seeds/seed.md"));

    /// <summary>The total of new requests does not fit any more.</summary>
    private static readonly string Faulty = Seed.Replace("| 一、本年新收政府信息公开申请数量 | | 0 |", "| 一、本年新收政府信息公开申请数量 | | 5 |", StringComparison.Ordinal);

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void The_same_run_again_has_nothing_new_and_nothing_gone()
    {
        _shell.Write("in/a.md", Faulty);
        Ingest();
        var before = Lines("out/findings.jsonl");
        Ingest("--baseline", _shell.Path("out/findings.jsonl"));
        Assert.NotEmpty(before);
        Assert.All(Lines("out/findings.jsonl"), finding => Assert.Equal("unchanged", Text(finding, "baseline")));
        Assert.Equal(before.Select(finding => Text(finding, "fingerprint")), Lines("out/findings.jsonl").Select(finding => Text(finding, "fingerprint")));
        Assert.Empty(Lines("out/gone.jsonl"));
    }

    [Fact]
    public void What_was_put_right_is_gone_what_went_wrong_is_new_and_who_is_not_here_was_not_looked_at()
    {
        _shell.Write("in/a.md", Faulty);
        _shell.Write("in/b.md", Faulty.Replace("王集乡", "白庙乡", StringComparison.Ordinal));
        _shell.Write("in/c.md", Seed.Replace("王集乡", "李口镇", StringComparison.Ordinal));
        Ingest("--out", _shell.Path("first"));
        _shell.Write("in/a.md", Seed);
        File.Delete(_shell.Path("in/b.md"));
        _shell.Write("in/c.md", Faulty.Replace("王集乡", "李口镇", StringComparison.Ordinal));

        var run = Ingest("--baseline", _shell.Path("first/findings.jsonl"), "--fail-on", "error");
        Assert.Equal(ExitCode.FindingFound, run.Code);
        Assert.Contains(Lines("out/findings.jsonl"), finding => Is(finding, "RI103", "李口镇") && Text(finding, "baseline") == "new");
        var gone = Lines("out/gone.jsonl");
        Assert.Equal("gone", Text(Assert.Single(gone, finding => Is(finding, "RI103", "王集乡")), "baseline"));
        Assert.All(gone.Where(finding => Text(finding, "organization")!.Contains("白庙乡", StringComparison.Ordinal)), finding => Assert.Equal("not_checked", Text(finding, "baseline")));
        Assert.Contains(gone, finding => Is(finding, "RI103", "白庙乡"));
        using var record = JsonDocument.Parse(_shell.Read("out/run.json"));
        Assert.Equal(gone.Count, record.RootElement.GetProperty("baseline").GetProperty("gone").GetInt32() + record.RootElement.GetProperty("baseline").GetProperty("not_checked").GetInt32());
    }

    [Fact]
    public void A_gate_asks_for_open_findings_only()
    {
        _shell.Write("in/a.md", Faulty);
        Assert.Equal(ExitCode.FindingFound, Ingest("--fail-on", "error").Code);
        Assert.Equal(ExitCode.Done, Ingest("--fail-on", "error", "--baseline", _shell.Path("out/findings.jsonl")).Code);
        var accepted = Lines("out/findings.jsonl").Where(finding => Text(finding, "severity") == "error").Select(finding => JsonSerializer.Serialize(new
        {
            rule = Text(finding, "rule"),
            fingerprint = Text(finding, "fingerprint"),
            reason = "known",
            who = "me",
        }));
        _shell.Write("accepted.jsonl", string.Join('\n', accepted.Append("""{"rule":"RI905","unit":"nobody","reason":"r","who":"w"}""")));
        var run = Ingest("--fail-on", "error", "--suppress", _shell.Path("accepted.jsonl"));
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.All(Lines("out/findings.jsonl").Where(finding => Text(finding, "severity") == "error"), finding => Assert.Equal("me", finding.GetProperty("suppressed").GetProperty("who").GetString()));
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Line {accepted.Count() + 1} of the suppression file (RI905 nobody) fits no finding and can go"), run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_findings_file_or_no_suppression_is_wrong_usage_and_nothing_is_written()
    {
        _shell.Write("in/a.md", Seed);
        _shell.Write("other.jsonl", "{\"schema\":\"x\"}\n");
        Assert.Equal(ExitCode.WrongUsage, Ingest("--baseline", _shell.Path("other.jsonl")).Code);
        Assert.Equal(ExitCode.WrongUsage, Ingest("--suppress", _shell.Path("other.jsonl")).Code);
        Assert.False(Directory.Exists(_shell.Path("out")));
    }

    [Fact]
    public void Why_a_file_is_no_findings_file_is_said_in_one_language()
    {
        _shell.Write("in/a.md", Seed);
        var other = _shell.Write("README.md", "# Notes\n");
        Assert.StartsWith($"“{other}” is no findings.jsonl of this program (line 1 is no reportingest.finding/1): --baseline names that of an earlier output.\n", Ingest("--baseline", other).Error, StringComparison.Ordinal);
        var chinese = Shell.Call("ingest", _shell.Path("in"), "--out", _shell.Path("out"), "--lang", "zh", "--baseline", other).Error;
        Assert.StartsWith($"“{other}”不是本程序输出的 findings.jsonl（第 1 行不是 reportingest.finding/1）：--baseline 应指向以前输出的 findings.jsonl。\n", chinese, StringComparison.Ordinal);
    }

    private Run Ingest(params string[] options) =>
        Shell.Call(["ingest", _shell.Path("in"), .. options.Contains("--out") ? [] : (string[])["--out", _shell.Path("out")], "--lang", "en", .. options]);

    private List<JsonElement> Lines(string file) => [.. File.ReadLines(_shell.Path(file)).Select(line => JsonDocument.Parse(line).RootElement)];

    private static string? Text(JsonElement finding, string key) => finding.GetProperty(key).GetString();

    private static bool Is(JsonElement finding, string rule, string unit) => Text(finding, "rule") == rule && Text(finding, "organization")!.Contains(unit, StringComparison.Ordinal);
}
