using System.CommandLine;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Cli.Ingesting.Archives;
using ReportIngest.Cli.Isolation;
using ReportIngest.Reading;

namespace ReportIngest.Cli;

/// <summary>What the commands that look at a single file share.</summary>
internal static class OneFile
{
    public static Argument<string> Argument(CommonOptions common) => new("PATH") { Description = common.Say("要查看的文件", "The file to look at") };

    /// <summary>Reads a file and what it holds. One that takes longer than it may ends the process: no parser can be stopped otherwise.</summary>
    /// <exception cref="UsageException">The path is a folder.</exception>
    /// <exception cref="UnreadableException">The file cannot be read.</exception>
    public static T Read<T>(string path, Limits limits, Terminal terminal, Func<byte[], Source, T> read)
    {
        UsageErrors.CheckedPath(path);
        if (Directory.Exists(path))
        {
            throw new UsageException(
                $"“{path}”是文件夹，这个命令只看一个文件；整个文件夹请用 ingest。", $"“{path}” is a folder, and this command looks at one file; for folders there is ingest.");
        }
        using var archive = ArchiveOf(path, limits, out var outer);
        var file = archive is null ? null : InputFiles.Within(outer!, archive).FirstOrDefault(inner => inner.Path == path);
        file ??= archive?.Problem is { } damage ? outer! with { Problem = damage } : InputFile.Named(path);
        // Also the bytes of what is no file, such as /dev/stdin, may be waited for in vain.
        using var clock = new Timer(_ => Environment.Exit(Refuse(terminal, path, Deaths.TooSlow(limits))), null, TimeSpan.FromSeconds(limits.Seconds), Timeout.InfiniteTimeSpan);
        var bytes = FileBytes.Read(file, limits);
        return read(bytes, Source.Of(path, bytes));
    }

    /// <summary>The archive in which a path such as <c>a.zip!/inner/x.html</c> lies; null for any other.</summary>
    private static Archive? ArchiveOf(string path, Limits limits, out InputFile? outer)
    {
        for (var mark = path.IndexOf("!/", StringComparison.Ordinal); mark > 0; mark = path.IndexOf("!/", mark + 1, StringComparison.Ordinal))
        {
            outer = InputFile.Named(path[..mark]);
            if (outer.Problem is null && Archive.Open(outer.FullPath, limits, new OpenArchives()) is { } archive) return archive;
        }
        outer = null;
        return null;
    }

    public static int Refuse(Terminal terminal, string path, UnreadableException reason)
    {
        terminal.Complain(new Message($"{path}：{reason.Sentence.Zh}", $"{path}: {reason.Sentence.En}"));
        return ExitCode.SomeUnreadable;
    }
}
