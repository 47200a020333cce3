using ReportIngest.Cli;

namespace ReportIngest.Tests.Cli.Refreshing;

public sealed class DamagedStateTests : IDisposable
{
    private readonly Night _night = new();

    public void Dispose() => _night.Dispose();

    [Theory]
    [InlineData("zh", "存储的状态已损坏：请用备份恢复")]
    [InlineData("en", "The state of the store is damaged: restore state.sqlite")]
    public void A_damaged_state_is_one_sentence_that_says_what_to_do(string language, string sentence)
    {
        _night.Put("a.html", Night.Report(1));
        _night.Run();
        var state = Directory.GetFiles(_night.Shell.Path("store"), "state.sqlite").Single();
        foreach (var beside in Directory.GetFiles(_night.Shell.Path("store"), "state.sqlite-*")) File.Delete(beside);
        var bytes = File.ReadAllBytes(state);
        bytes.AsSpan(100).Fill(0x5a); // all but the head by which SQLite knows its files
        File.WriteAllBytes(state, bytes);

        foreach (var command in (string[][])[["refresh"], ["store", "verify"]])
        {
            var run = Shell.Call([.. command, "--config", _night.Shell.Path("reportingest.toml"), "--lang", language]);
            Assert.Equal(ExitCode.InternalError, run.Code);
            Assert.StartsWith(sentence, run.Error, StringComparison.Ordinal);
            Assert.Single(run.Error.TrimEnd().Split('\n'));
        }
    }
}
