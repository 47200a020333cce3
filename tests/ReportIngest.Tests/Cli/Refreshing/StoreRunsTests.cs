using ReportIngest.Cli;
using ReportIngest.Cli.Storing;

namespace ReportIngest.Tests.Cli.Refreshing;

public sealed class StoreRunsTests : IDisposable
{
    private readonly Night _night = new();

    public void Dispose() => _night.Dispose();

    [Fact]
    public void Each_run_is_a_line_and_the_newest_is_last()
    {
        foreach (var seed in Enumerable.Range(1, 6)) _night.Put($"{seed}.html", Night.Report(seed));
        _night.Run();
        _night.Put("1.html", Night.Changed(1));
        _night.Put("2.html", "%PDF-1.7\n1 0 obj"u8.ToArray());
        File.Delete(_night.Shell.Path("in/3.html"));
        _night.Put("7.html", Night.Report(7));
        Assert.Equal(ExitCode.SomeUnreadable, _night.Run().Code);
        foreach (var seed in Enumerable.Range(4, 3)) File.Delete(_night.Shell.Path($"in/{seed}.html"));
        Assert.Equal(ExitCode.Held, _night.Run().Code);
        string[] lines =
        [
            $"     1  2025-03-02 02:00  exit 0  new 6  changed 0  withdrawn 0  failed 0  {Page(1)}",
            $"     2  2025-03-03 02:00  exit 4  new 1  changed 2  withdrawn 1  failed 1  {Page(2)}",
            $"     3  2025-03-04 02:00  exit 5  new 0  changed 0  withdrawn 3  failed 1  {Page(3)}",
        ];
        Assert.Equal(lines, Lines());
        Assert.Equal(lines[1..], Lines("--last", "2"));
        Assert.All(Enumerable.Range(1, 3), run => Assert.True(File.Exists(Page(run))));
        Assert.Contains("  退出码 5  新增 0  改动 0  撤下 3  有问题 1  ", Call("--lang", "zh").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_that_were_ended_are_listed_with_what_is_known_of_them()
    {
        foreach (var seed in Enumerable.Range(1, 4))
        {
            _night.Put($"{seed}.html", Night.Report(seed));
            _night.Run();
        }
        using (var store = Store.ForWriting(_night.Shell.Path("store"), _night.Now))
        {
            store.State.Execute("UPDATE run SET finished = NULL, record = NULL WHERE id IN (1, 3, 4)");
            store.State.Execute("UPDATE run SET state = 'broken_off', record = NULL WHERE id IN (2, 3)");
            store.State.Execute("UPDATE run SET state = 'running' WHERE id = 4");
        }
        Assert.Equal(
        [
            "     1  2025-03-02 02:00  ended after it had published, the next run will say what",
            "     2  2025-03-03 02:00  exit 130  interrupted, nothing was published",
            "     3  2025-03-04 02:00  ended from outside or failed, nothing was published",
            "     4  2025-03-05 02:00  still running, or ended from outside",
        ], Lines());
        _night.Run();
        Assert.Equal($"     1  2025-03-02 02:00  ended after it had published, see  {Page(5)}", Lines()[0]);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("two")]
    public void A_number_of_runs_that_is_none_is_wrong_usage(string last)
    {
        _night.Run();
        var run = Call("--last", last, "--lang", "en");
        Assert.Equal(ExitCode.WrongUsage, run.Code);
        Assert.StartsWith($"--last is a whole number from 1, not “{last}”.\n", run.Error, StringComparison.Ordinal);
    }

    private string Page(int run) => _night.Shell.Path($"store/runs/{run:D6}/run.html");

    private string[] Lines(params string[] more) => Call([.. more, "--lang", "en"]).Out.TrimEnd('\n').Split('\n');

    private Run Call(params string[] more) => Shell.Call(["store", "runs", "--config", _night.Shell.Path("reportingest.toml"), .. more]);
}
