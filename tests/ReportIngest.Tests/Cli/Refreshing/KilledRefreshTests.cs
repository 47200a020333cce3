using ReportIngest.Benchmarks.Nights;
using ReportIngest.Cli;
using ReportIngest.Cli.Storing;

namespace ReportIngest.Tests.Cli.Refreshing;

public sealed class KilledRefreshTests : IDisposable
{
    private readonly Night _night = new();

    public void Dispose() => _night.Dispose();

    [Fact]
    public void A_store_whose_runs_were_killed_says_what_an_undisturbed_one_says()
    {
        var result = new KilledRuns(_night.Shell.Path("kills"), documents: 12, kills: 4, seed: 3, isolation: "none").Run(_ => { });
        Assert.Empty(result.Faults);
        Assert.Equal(4, result.Killed);
        Assert.True(result.Versions >= 12);
    }

    [Theory]
    [InlineData("300k")]
    [InlineData("700k")]
    public async Task A_full_disk_is_one_sentence_and_the_next_run_goes_on(string size)
    {
        foreach (var seed in Enumerable.Range(1, 40)) _night.Put($"{seed}.html", Night.Report(seed));
        Directory.CreateDirectory(_night.Shell.Path("store"));
        const string script = """
            mount -t tmpfs -o size=$2 none "$1/store" && "$0" refresh --config "$1/reportingest.toml" --lang en; echo $?; mount -o remount,size=64m "$1/store"
            "$0" refresh --config "$1/reportingest.toml" --quiet; echo $?; "$0" store verify --config "$1/reportingest.toml" --quiet; echo $?
            """;
        using var run = Shell.StartWhereMounting(script, _night.Shell.Folder, size);
        if (run is null) Assert.Skip("A small disk cannot be made here");
        var (codes, said) = (run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal("1\n0\n0\n", await codes);
        Assert.Matches("^[^\n]+disk (is )?full[^\n]+\n$", await said);

        using var other = new Night();
        foreach (var seed in Enumerable.Range(1, 40)) other.Put($"{seed}.html", Night.Report(seed));
        other.Run();
        foreach (var name in (string[])["out/reports.jsonl", "out/findings.jsonl"]) Assert.Equal(other.Shell.Read(name), _night.Shell.Read(name));
    }

    [Fact]
    public void What_a_run_published_before_it_was_ended_is_told_by_the_next_one_and_once()
    {
        _night.Put("1.html", Night.Report(1));
        _night.Run();
        _night.Put("1.html", Night.Changed(1));
        _night.Run();
        using (var store = Store.ForWriting(_night.Shell.Path("store"), _night.Now)) store.State.Execute("UPDATE run SET finished = NULL, record = NULL WHERE id = 2");
        var (code, record) = _night.Run();
        Assert.Equal((ExitCode.Done, ""), (code, Night.Changes(record)));
        var untold = Assert.Single(record.GetProperty("untold").EnumerateArray());
        Assert.Equal((2, "values", "in/1.html", 1), (untold.GetProperty("run").GetInt32(), untold.GetProperty("change").GetString(), untold.GetProperty("path").GetString(), untold.GetProperty("cells").GetArrayLength()));
        Assert.Contains("Published by earlier runs that were ended before they could say so (1)", _night.PageOfRun, StringComparison.Ordinal);
        Assert.Equal(0, _night.Run().Record.GetProperty("untold").GetArrayLength());
    }
}
