using System.Diagnostics;
using System.Text.Json;
using ReportIngest.Cli;

namespace ReportIngest.Tests.Cli.Isolation;

/// <summary>Whole runs in processes of their own.</summary>
public sealed class IsolatedRunTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Files_that_kill_workers_cost_themselves_and_all_else_is_as_without_workers()
    {
        var seed = File.ReadAllText(Repository.File("seeds/seed.md"));
        for (var i = 0; i < 6; i++) _shell.Write($"in/good/{i}.md", seed + new string('\n', i));
        _shell.Write("in/page.html", "<html><body><p>通知</p></body></html>");
        Ingest("none", "out-without");
        _shell.Write("in/good/2a.pdf", HostileFiles.CircularForms);
        _shell.Write("in/good/2b.pdf", HostileFiles.CircularReference);
        _shell.Write("in/good/4a.pdf", "");
        Assert.Equal(ExitCode.SomeUnreadable, Ingest("process", "out"));

        Assert.Equal(_shell.Read("out-without/reports.jsonl"), _shell.Read("out/reports.jsonl"));
        var findings = File.ReadAllLines(_shell.Path("out/findings.jsonl"));
        var unreadable = findings.Where(finding => finding.Contains("\"RI905\"", StringComparison.Ordinal)).ToList();
        Assert.Equal(["2a.pdf", "2b.pdf", "4a.pdf"], unreadable.Select(finding => Path.GetFileName(JsonDocument.Parse(finding).RootElement.GetProperty("path").GetString())));
        Assert.Equal(File.ReadAllLines(_shell.Path("out-without/findings.jsonl")), findings.Except(unreadable));
    }

    [Fact]
    public void A_run_that_is_told_to_end_keeps_what_was_finished_and_leaves_no_worker()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("There is no SIGTERM");
        _shell.Write("out/reports.jsonl", "earlier");
        for (var i = 0; i < 30; i++) _shell.Write($"in/{i:D2}.md", File.ReadAllText(Repository.File("seeds/seed.md")) + new string('\n', i));
        _shell.Write("in/99.html", HostileFiles.EndlessPage(5_000_000));
        using var run = Shell.Start("ingest", _shell.Path("in"), "--out", _shell.Path("out"), "--jobs", "1", "--verbose", "--lang", "en");
        while (run.StandardError.ReadLine() is { } line && !line.Contains("29.md", StringComparison.Ordinal))
        {
            // until the last small file is written and the run waits for the endless one
        }
        using (var kill = Process.Start("kill", ["-TERM", $"{run.Id}"])) kill.WaitForExit();
        Assert.Contains($"Interrupted: the 30 files finished by then are kept in {_shell.Path("out/interrupted")}; an earlier output is as it was.", run.StandardError.ReadToEnd(), StringComparison.Ordinal);
        run.WaitForExit();
        Assert.Equal(ExitCode.Interrupted, run.ExitCode);
        Assert.Equal(30, File.ReadLines(_shell.Path("out/interrupted/reports.jsonl")).Count());
        Assert.Contains("\"interrupted\":true", _shell.Read("out/interrupted/run.json"), StringComparison.Ordinal);
        Assert.Equal("earlier", _shell.Read("out/reports.jsonl"));
        Assert.Equal([_shell.Path("out/interrupted")], Directory.EnumerateDirectories(_shell.Path("out")));
    }

    private int Ingest(string isolation, string output)
    {
        using var run = Shell.Start("ingest", _shell.Path("in"), "--out", _shell.Path(output), "--isolation", isolation, "--jobs", "2", "--quiet");
        Assert.Equal("", run.StandardError.ReadToEnd());
        run.WaitForExit();
        return run.ExitCode;
    }
}
