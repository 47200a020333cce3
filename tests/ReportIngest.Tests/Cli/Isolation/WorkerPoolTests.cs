using System.Diagnostics;
using System.Globalization;
using System.Text;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Cli.Isolation;
using ReportIngest.Reading;

namespace ReportIngest.Tests.Cli.Isolation;

public sealed class WorkerPoolTests
{
    private static readonly byte[] Seed = File.ReadAllBytes(Repository.File("seeds/seed.md"));

    [Fact]
    public void A_worker_answers_what_this_process_would()
    {
        using var pool = new WorkerPool(Limits.Default);
        foreach (var file in Directory.EnumerateFiles(Repository.File("corpus"), "source.*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(file);
            Assert.Equal(Text(FileOutcome.Of(bytes, "a/b.x", Limits.Default)), Text(pool.Ingest("a/b.x", bytes)));
        }
    }

    [Fact]
    public void A_file_that_kills_its_worker_costs_itself_and_the_next_is_read()
    {
        using var pool = new WorkerPool(Limits.Default);
        foreach (var bytes in (byte[][])[HostileFiles.CircularFunction, HostileFiles.CircularForms, HostileFiles.CircularReference])
        {
            var outcome = pool.Ingest("circle.pdf", bytes);
            Assert.Null(outcome.Report);
            Assert.Equal("The file nests without end or refers to itself in a circle, so it cannot be read; export it again.", Assert.Single(outcome.Findings).Message.En);
            Assert.NotNull(pool.Ingest("seed.md", Seed).Report);
        }
    }

    [Fact]
    public void A_file_that_takes_too_long_is_given_up()
    {
        using var pool = new WorkerPool(Limits.Default with { Seconds = 1 });
        Assert.StartsWith("Reading took more than 1 s", Assert.Single(pool.Ingest("a.html", HostileFiles.EndlessPage(3_000_000)).Findings).Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_takes_too_much_memory_is_given_up()
    {
        using var pool = new WorkerPool(Limits.Default with { MemoryBytes = 160L << 20 });
        Assert.StartsWith("Reading takes more memory than the limit of 160 MB", Assert.Single(pool.Ingest("a.html", HostileFiles.EndlessPage(4_000_000)).Findings).Message.En, StringComparison.Ordinal);
        Assert.NotNull(pool.Ingest("seed.md", Seed).Report);
    }

    [Fact]
    public void A_worker_that_was_killed_while_it_waited_costs_nothing()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Processes are looked up in /proc");
        // No other worker has just this much memory.
        var limits = Limits.Default with { MemoryBytes = Limits.Default.MemoryBytes + 4321 };
        using var pool = new WorkerPool(limits);
        Assert.NotNull(pool.Ingest("seed.md", Seed).Report);
        using (var worker = Process.GetProcessById(Assert.Single(ProcessesWith($"DOTNET_GCHeapHardLimit={limits.MemoryBytes:x}"))))
        {
            worker.Kill();
            worker.WaitForExit();
        }
        Assert.NotNull(pool.Ingest("seed.md", Seed).Report);
    }

    [Fact]
    public async Task The_time_in_which_a_worker_starts_is_not_held_against_its_first_file()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Processes are looked up in /proc");
        var limits = Limits.Default with { Seconds = 2, MemoryBytes = Limits.Default.MemoryBytes + 1234 };
        using var pool = new WorkerPool(limits);
        var worker = Assert.Single(ProcessesWith($"DOTNET_GCHeapHardLimit={limits.MemoryBytes:x}")).ToString(CultureInfo.InvariantCulture);
        Process.Start("kill", ["-STOP", worker]).WaitForExit();
        var reading = Task.Run(() => pool.Ingest("a.txt", "1"u8.ToArray()), TestContext.Current.CancellationToken);
        await Task.Delay(2500, TestContext.Current.CancellationToken);
        Process.Start("kill", ["-CONT", worker]).WaitForExit();
        Assert.Equal(["RI907"], (await reading).Findings.Select(finding => finding.Rule.Id));
    }

    [Fact]
    public void That_no_worker_can_be_started_is_one_sentence_in_each_language()
    {
        using var pool = new WorkerPool(Limits.Default with { MemoryBytes = 1 << 16 }); // less than the runtime itself takes
        var sentence = Assert.Throws<WorkerException>(() => pool.Ingest("seed.md", Seed)).Sentence;
        Assert.StartsWith("A worker process cannot be started, so nothing was read:", sentence.En, StringComparison.Ordinal);
        Assert.StartsWith("工作进程无法启动，没有读取文件；", sentence.Zh, StringComparison.Ordinal);
    }

    private static IEnumerable<int> ProcessesWith(string variable)
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) && EnvironmentOf(folder).Split('\0').Contains(variable)) yield return id;
        }
    }

    /// <summary>Empty for a process that is somebody else's, or gone.</summary>
    private static string EnvironmentOf(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "environ"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    [Fact]
    public void The_end_of_its_input_ends_a_worker_that_is_stuck_in_a_file()
    {
        using var worker = Shell.Start(Worker.Command);
        var requests = worker.StandardInput.BaseStream;
        Wire.Write(requests, Limits.Default);
        Frames.Write(requests, "a.html"u8);
        Frames.Write(requests, HostileFiles.EndlessPage(3_000_000));
        requests.Close();
        Assert.True(worker.WaitForExit(60_000));
        Assert.Equal(0, worker.ExitCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no")]
    [InlineData("\u0001\u0000\u0000\u0000{")]
    [InlineData("\u0002\u0000\u0000\u0000{}\u0001\u0000\u0000\u0000")]
    [InlineData("\u00ff\u00ff\u00ff\u00ffnoise")]
    public void A_worker_that_is_told_noise_ends(string noise)
    {
        using var worker = Shell.Start(Worker.Command);
        worker.StandardInput.BaseStream.Write(Encoding.Latin1.GetBytes(noise));
        worker.StandardInput.Close();
        Assert.Equal("", worker.StandardError.ReadToEnd());
        Assert.True(worker.WaitForExit(60_000));
    }

    private static string Text(FileOutcome outcome)
    {
        using var stream = new MemoryStream();
        Wire.Write(stream, outcome);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
