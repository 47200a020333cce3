using System.Diagnostics;
using ReportIngest.Cli;
using ReportIngest.Cli.Isolation;

namespace ReportIngest.Tests.Cli.Isolation;

/// <summary>Commands that look at one file, in processes of their own as users have them.</summary>
public sealed class GuardTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("explain", "seconds = 1", "Reading took more than 1 s and was given up")]
    [InlineData("tables", "seconds = 1", "Reading took more than 1 s and was given up")]
    [InlineData("explain", "memory_mb = 160", "Reading takes more memory than the limit of 160 MB")]
    [InlineData("tables", "memory_mb = 160", "Reading takes more memory than the limit of 160 MB")]
    public void The_seconds_and_the_memory_of_the_configuration_hold(string command, string limit, string sentence)
    {
        var run = Run("--lang", "en", command, _shell.Write("a.html", HostileFiles.EndlessPage(3_000_000)), "--config", _shell.Write("c.toml", "[limits]\n" + limit));
        Assert.Equal((ExitCode.SomeUnreadable, ""), (run.Code, run.Out));
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--config", "{0}")]
    [InlineData("--config={0}")]
    [InlineData("--config:{0}")]
    public void The_memory_of_the_configuration_is_seen_however_its_option_is_written(params string[] option)
    {
        var path = _shell.Write("c.toml", "[limits]\nmemory_mb = 160");
        Assert.Equal(160L << 20, Guard.LimitsOf(["explain", "x.pdf", .. option.Select(word => word.Replace("{0}", path, StringComparison.Ordinal))]).MemoryBytes);
    }

    [Fact]
    public void A_file_that_is_read_is_printed_as_without_a_second_process()
    {
        var path = Repository.File("seeds/seed.md");
        foreach (var command in (string[])["explain", "tables"]) Assert.Equal(Shell.Call(command, path), Run(command, path));
    }

    [Fact]
    public void What_the_program_says_and_its_exit_code_are_passed_on()
    {
        Assert.Equal(Shell.Call("explain", "/no/such.pdf", "--lang", "en"), Run("explain", "/no/such.pdf", "--lang", "en"));
        Assert.Equal(Shell.Call("tables", "x", "--format", "odd"), Run("tables", "x", "--format", "odd"));
    }

    private static Run Run(params string[] args)
    {
        using var process = Shell.Start(args);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Run(process.ExitCode, output, error.Result);
    }
}
