using System.CommandLine;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Cli.Ingesting.Archives;
using ReportIngest.Cli.Isolation;
using ReportIngest.Reading;

namespace ReportIngest.Cli;

/// <summary>The single file that a command looks at, alone or within an archive.</summary>
internal sealed class OneFile : IDisposable
{
    private readonly string _path;
    private readonly Limits _limits;
    private readonly Archive? _archive;
    private readonly InputFile _file;

    /// <param name="path">As given; within an archive such as <c>a.zip!/inner/x.html</c>.</param>
    public OneFile(string path, Limits limits)
    {
        (_path, _limits) = (path, limits);
        _archive = ArchiveOf(path, limits, out var outer);
        var inner = _archive is null ? null : InputFiles.Within(outer!, _archive).FirstOrDefault(inner => inner.Path == path);
        _file = inner ?? (_archive?.Problem is { } damage ? outer! with { Problem = damage } : InputFile.Named(path));
        IsThere = inner is not null || _archive?.Problem is not null || Path.Exists(_file.FullPath);
    }

    /// <summary>There is something of that name, readable or not.</summary>
    private bool IsThere { get; }

    public static Argument<string> Argument(CommonOptions common) => new("PATH") { Description = common.Say("要查看的文件", "The file to look at") };

    /// <summary>Reads the file that a command names and shows what it holds; where it cannot be read, says why.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="UsageException">The path is a folder, or leads to nothing.</exception>
    public static int Show<T>(string path, Limits limits, Terminal terminal, Func<byte[], Source, T> read, Func<T, int> show)
    {
        UsageErrors.CheckedPath(path);
        if (Directory.Exists(path))
        {
            throw new UsageException(
                $"“{path}”是文件夹，这个命令只看一个文件；整个文件夹请用 ingest。", $"“{path}” is a folder, and this command looks at one file; for folders there is ingest.");
        }
        try
        {
            using var file = new OneFile(path, limits);
            if (!file.IsThere && file._file.Problem is { } problem) throw new UsageException($"{path}：{problem.Zh}", $"{path}: {problem.En}");
            return show(file.Read(terminal, read));
        }
        catch (UnreadableException reason)
        {
            return Refuse(terminal, path, reason);
        }
    }

    /// <summary>Reads what the file holds. One that takes longer than it may ends the process: no parser can be stopped otherwise.</summary>
    /// <exception cref="UnreadableException">The file is not there or cannot be read.</exception>
    public T Read<T>(Terminal terminal, Func<byte[], Source, T> read)
    {
        // Also the bytes of what is no file, such as /dev/stdin, may be waited for in vain.
        using var clock = new Timer(_ => Environment.Exit(Refuse(terminal, _path, Deaths.TooSlow(_limits))), null, TimeSpan.FromSeconds(_limits.Seconds), Timeout.InfiniteTimeSpan);
        var bytes = FileBytes.Read(_file, _limits);
        return read(bytes, Source.Of(_path, bytes));
    }

    /// <summary>Says why a file cannot be read.</summary>
    /// <returns>The exit code.</returns>
    public static int Refuse(Terminal terminal, string path, UnreadableException reason)
    {
        terminal.Complain(new Message($"{path}：{reason.Sentence.Zh}", $"{path}: {reason.Sentence.En}"));
        return ExitCode.SomeUnreadable;
    }

    public void Dispose() => _archive?.Dispose();

    /// <summary>The archive that a path leads into; null for any other.</summary>
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
}
