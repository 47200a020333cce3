using System.Diagnostics;
using System.Globalization;
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
        _shell.Write("in/good/2a.html", HostileFiles.EndlessPage(4_000_000));
        _shell.Write("in/good/2b.pdf", HostileFiles.CircularReference);
        _shell.Write("in/good/4a.pdf", "");
        Assert.Equal(ExitCode.SomeUnreadable, Ingest("process", "out"));

        Assert.Equal(_shell.Read("out-without/reports.jsonl"), _shell.Read("out/reports.jsonl"));
        var findings = File.ReadAllLines(_shell.Path("out/findings.jsonl"));
        var unreadable = findings.Where(finding => finding.Contains("\"RI905\"", StringComparison.Ordinal)).ToList();
        Assert.Equal(["2a.html", "2b.pdf", "4a.pdf"], unreadable.Select(finding => Path.GetFileName(JsonDocument.Parse(finding).RootElement.GetProperty("path").GetString())));
        Assert.Equal(File.ReadAllLines(_shell.Path("out-without/findings.jsonl")), findings.Except(unreadable));
    }

    [Theory]
    [InlineData("TERM", 15)]
    [InlineData("INT", 2)]
    [InlineData("HUP", 1)]
    public void A_run_that_is_told_to_end_keeps_what_was_finished_and_leaves_no_worker(string signal, int number)
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Children are looked up in /proc");
        if (IsIgnored(number)) Assert.Skip($"SIG{signal} is ignored here, as a shell or nohup has it for what it starts in the background");
        _shell.Write("out/reports.jsonl", "earlier");
        using var run = StuckRun();
        var workers = ChildrenOf(run.Id);
        Assert.NotEmpty(workers);
        foreach (var worker in workers) Signal("STOP", worker); // on a busy machine it might be done with the page before the run hears of its end
        Signal(signal, run.Id);
        var said = run.StandardError.ReadToEnd();
        Assert.Contains("Stopping, and keeping what is finished", said, StringComparison.Ordinal);
        Assert.Contains($"Interrupted: the 30 files finished by then are kept in {_shell.Path("out/interrupted")}; an earlier output is as it was.", said, StringComparison.Ordinal);
        Assert.Contains("The reports were not compared with each other yet", said, StringComparison.Ordinal);
        run.WaitForExit();
        Assert.Equal(ExitCode.Interrupted, run.ExitCode);
        Assert.Equal(30, File.ReadLines(_shell.Path("out/interrupted/reports.jsonl")).Count());
        Assert.Contains("\"interrupted\":true", _shell.Read("out/interrupted/run.json"), StringComparison.Ordinal);
        Assert.Equal("earlier", _shell.Read("out/reports.jsonl"));
        Assert.Equal([_shell.Path("out/interrupted")], Directory.EnumerateDirectories(_shell.Path("out")));
        Assert.True(workers.TrueForAll(Ends));
    }

    [Fact]
    public void A_run_that_is_told_to_end_when_all_is_read_writes_its_results_to_the_end()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Signals are of Unix");
        if (IsIgnored(15)) Assert.Skip("SIGTERM is ignored here");
        for (var i = 0; i < 30; i++) _shell.Write($"in/{i:D2}.md", File.ReadAllText(Repository.File("seeds/seed.md")) + new string('\n', i));
        using var run = Shell.Start("ingest", _shell.Path("in"), "--out", _shell.Path("out"), "--format", "csv,html,xlsx,parquet,sqlite", "--lang", "en");
        Assert.True(SpinWait.SpinUntil(() => IsWriting("reports.csv"), TimeSpan.FromMinutes(1)));
        Signal("TERM", run.Id);
        var said = run.StandardError.ReadToEnd();
        run.WaitForExit();
        Assert.DoesNotContain("keeping what is finished", said, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Interrupted, run.ExitCode);
        Assert.Contains("\"interrupted\":false", _shell.Read("out/run.json"), StringComparison.Ordinal);
        Assert.Equal(30, File.ReadLines(_shell.Path("out/reports.jsonl")).Count());
        Assert.False(Directory.Exists(_shell.Path("out/interrupted")));
    }

    private bool IsWriting(string name) =>
        Directory.Exists(_shell.Path("out")) && Directory.EnumerateDirectories(_shell.Path("out"), ".new.*").Any(folder => File.Exists(Path.Combine(folder, name)));

    [Fact]
    public void A_run_that_is_killed_leaves_no_worker()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Children are looked up in /proc");
        using var run = StuckRun();
        var workers = ChildrenOf(run.Id);
        Assert.NotEmpty(workers);
        run.Kill();
        run.WaitForExit();
        Assert.True(workers.TrueForAll(Ends));
    }

    /// <summary>A run that has written thirty small files and waits for an endless one.</summary>
    private Process StuckRun()
    {
        for (var i = 0; i < 30; i++) _shell.Write($"in/{i:D2}.md", File.ReadAllText(Repository.File("seeds/seed.md")) + new string('\n', i));
        _shell.Write("in/99.html", HostileFiles.EndlessPage(5_000_000));
        var run = Shell.Start("ingest", _shell.Path("in"), "--out", _shell.Path("out"), "--jobs", "1", "--verbose", "--lang", "en", "--config", _shell.Write("c.toml", "[limits]\nseconds = 300\nmemory_mb = 100000\n"));
        while (run.StandardError.ReadLine() is { } line && !line.Contains("29.md", StringComparison.Ordinal))
        {
            // until the last small file is written
        }
        return run;
    }

    /// <summary>A process that is started inherits it.</summary>
    private static bool IsIgnored(int signal)
    {
        var ignored = File.ReadLines("/proc/self/status").Single(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))["SigIgn:".Length..];
        return (ulong.Parse(ignored, NumberStyles.HexNumber | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture) >> (signal - 1) & 1) == 1;
    }

    private static void Signal(string name, int process)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{process}"]);
        kill.WaitForExit();
    }

    private static List<int> ChildrenOf(int process) =>
        [.. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out var id) && Stat(id) is [_, var parent, ..] && parent == $"{process}").Select(name => int.Parse(name!, CultureInfo.InvariantCulture))];

    /// <summary>Waits for the end of a process that is nobody's child here; one that has ended and was not fetched has the state Z.</summary>
    private static bool Ends(int process) => SpinWait.SpinUntil(() => Stat(process) is null or ["Z", ..], TimeSpan.FromMinutes(1));

    /// <summary>State, parent and so on: what follows the name in <c>/proc/ID/stat</c>. Null where there is no such process.</summary>
    private static string[]? Stat(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/stat").Split(") ")[^1].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }

    private int Ingest(string isolation, string output)
    {
        using var run = Shell.Start("ingest", _shell.Path("in"), "--out", _shell.Path(output), "--isolation", isolation, "--jobs", "2", "--quiet", "--config", _shell.Write("c.toml", "[limits]\nmemory_mb = 160\n"));
        Assert.Equal("", run.StandardError.ReadToEnd());
        run.WaitForExit();
        return run.ExitCode;
    }
}
