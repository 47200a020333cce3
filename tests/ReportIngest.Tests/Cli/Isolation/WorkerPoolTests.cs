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
        using var pool = new WorkerPool(Limits.Default, jobs: 2);
        foreach (var file in Directory.EnumerateFiles(Repository.File("corpus"), "source.*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(file);
            Assert.Equal(Text(FileOutcome.Of(bytes, "a/b.x", Limits.Default)), Text(pool.Ingest("a/b.x", bytes)));
        }
    }

    [Fact]
    public void A_file_that_leads_back_to_itself_costs_itself_and_the_next_is_read()
    {
        using var pool = new WorkerPool(Limits.Default, jobs: 2);
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
        using var pool = new WorkerPool(Limits.Default with { Seconds = 1 }, jobs: 2);
        Assert.StartsWith("Reading took more than 1 s", Assert.Single(pool.Ingest("a.html", HostileFiles.EndlessPage(3_000_000)).Findings).Message.En, StringComparison.Ordinal);
    }

    /// <summary>Also where the memory is all but enough, and could be looked through again and again.</summary>
    [Theory]
    [InlineData(900_000)]
    [InlineData(1_200_000)]
    [InlineData(4_000_000)]
    public void A_file_that_takes_too_much_memory_is_given_up(int elements)
    {
        using var pool = new WorkerPool(Limits.Default with { MemoryBytes = 160L << 20 }, jobs: 2);
        Assert.StartsWith("Reading takes more memory than the limit of 160 MB", Assert.Single(pool.Ingest("a.html", HostileFiles.EndlessPage(elements)).Findings).Message.En, StringComparison.Ordinal);
        Assert.NotNull(pool.Ingest("seed.md", Seed).Report);
    }

    [Fact]
    public async Task Files_that_shared_a_worker_with_one_that_killed_it_are_read_again()
    {
        using var pool = new WorkerPool(Limits.Default with { MemoryBytes = 160L << 20 }, jobs: 3);
        var page = HostileFiles.EndlessPage(20_000);
        var neighbours = (Task<FileOutcome>[])[Start(pool, "a.html", page), Start(pool, "b.html", page)];
        Assert.Equal("RI905", Assert.Single(pool.Ingest("large.html", HostileFiles.EndlessPage(4_000_000)).Findings).Rule.Id);
        foreach (var (name, neighbour) in new[] { "a.html", "b.html" }.Zip(neighbours)) Assert.Equal(Text(FileOutcome.Of(page, name, Limits.Default)), Text(await neighbour));
    }

    [Theory]
    [InlineData(2, 1024, "Reading took more than 2 s")]
    [InlineData(60, 160, "Reading takes more memory than the limit of 160 MB")]
    public async Task Of_files_that_share_a_worker_only_that_is_given_up_which_is_too_much_alone(int seconds, long megabytes, string sentence)
    {
        using var pool = new WorkerPool(Limits.Default with { Seconds = seconds, MemoryBytes = megabytes << 20 }, jobs: 2);
        var large = Start(pool, "a.html", HostileFiles.EndlessPage(4_000_000));
        while (!large.IsCompleted) Assert.Equal("RI907", Assert.Single(pool.Ingest("a.txt", "1"u8.ToArray()).Findings).Rule.Id);
        Assert.StartsWith(sentence, Assert.Single((await large).Findings).Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_was_started_for_one_file_alone_is_not_kept()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Processes are looked up in /proc");
        var limits = Limits.Default with { MemoryBytes = (160L << 20) + 5678 };
        using var pool = new WorkerPool(limits, jobs: 2);
        var page = HostileFiles.EndlessPage(4_000_000);
        await Task.WhenAll(Start(pool, "a.html", page), Start(pool, "b.html", page));
        Assert.NotNull(pool.Ingest("seed.md", Seed).Report);
        // One that was ended is gone only when the system has taken its memory back.
        Assert.True(SpinWait.SpinUntil(() => ProcessesWith($"DOTNET_GCHeapHardLimit={limits.MemoryBytes:x}").Count() == 1, TimeSpan.FromSeconds(30)));
    }

    private static Task<FileOutcome> Start(WorkerPool pool, string path, byte[] bytes) => Task.Run(() => pool.Ingest(path, bytes), TestContext.Current.CancellationToken);

    [Fact]
    public void A_worker_that_was_killed_while_it_waited_costs_nothing()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Processes are looked up in /proc");
        // No other worker has just this much memory.
        var limits = Limits.Default with { MemoryBytes = Limits.Default.MemoryBytes + 4321 };
        using var pool = new WorkerPool(limits, jobs: 2);
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
        using var pool = new WorkerPool(limits, jobs: 2);
        var worker = Assert.Single(ProcessesWith($"DOTNET_GCHeapHardLimit={limits.MemoryBytes:x}")).ToString(CultureInfo.InvariantCulture);
        Process.Start("kill", ["-STOP", worker]).WaitForExit();
        var reading = Task.Run(() => pool.Ingest("a.txt", "1"u8.ToArray()), TestContext.Current.CancellationToken);
        await Task.Delay(2500, TestContext.Current.CancellationToken);
        Process.Start("kill", ["-CONT", worker]).WaitForExit();
        Assert.Equal(["RI907"], (await reading).Findings.Select(finding => finding.Rule.Id));
    }

    [Fact]
    public async Task A_worker_that_was_killed_while_it_started_is_replaced()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Processes are looked up in /proc");
        var limits = Limits.Default with { MemoryBytes = Limits.Default.MemoryBytes + 2345 };
        using var pool = new WorkerPool(limits, jobs: 2);
        var worker = Assert.Single(ProcessesWith($"DOTNET_GCHeapHardLimit={limits.MemoryBytes:x}")).ToString(CultureInfo.InvariantCulture);
        Process.Start("kill", ["-STOP", worker]).WaitForExit();
        var reading = Start(pool, "seed.md", Seed);
        await Task.Delay(100, TestContext.Current.CancellationToken);
        Process.Start("kill", ["-KILL", worker]).WaitForExit();
        Assert.NotNull((await reading).Report);
    }

    [Fact]
    public async Task A_file_is_not_too_slow_whose_worker_was_kept_waiting()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Processes are looked up in /proc");
        var limits = Limits.Default with { Seconds = 3, MemoryBytes = Limits.Default.MemoryBytes + 3456 };
        using var pool = new WorkerPool(limits, jobs: 2);
        Assert.NotNull(pool.Ingest("seed.md", Seed).Report);
        var worker = Assert.Single(ProcessesWith($"DOTNET_GCHeapHardLimit={limits.MemoryBytes:x}")).ToString(CultureInfo.InvariantCulture);
        Process.Start("kill", ["-STOP", worker]).WaitForExit();
        var reading = Start(pool, "seed.md", Seed);
        await Task.Delay(3200, TestContext.Current.CancellationToken);
        Process.Start("kill", ["-CONT", worker]).WaitForExit();
        Assert.NotNull((await reading).Report);
    }

    [Fact]
    public void That_no_worker_can_be_started_is_one_sentence_in_each_language()
    {
        using var pool = new WorkerPool(Limits.Default with { MemoryBytes = 1 << 16 }, jobs: 2); // less than the runtime itself takes
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
        Wire.Write(requests, new Request(1, "a.html", HostileFiles.EndlessPage(3_000_000)));
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
        Wire.Write(stream, new Answer(1, outcome));
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
