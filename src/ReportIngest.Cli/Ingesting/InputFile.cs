using ReportIngest.Cli.Ingesting.Archives;
using ReportIngest.Reading;

namespace ReportIngest.Cli.Ingesting;

/// <summary>One file to read, or a path that cannot be read and why.</summary>
/// <param name="Path">As given, continued with <c>/</c> below a folder.</param>
/// <param name="Entry">The file within an archive, or null.</param>
internal sealed record InputFile(string Path, string FullPath, Message? Problem = null, ArchiveEntry? Entry = null)
{
    /// <summary>0 for an empty file, and for a pipe or a device, which must not be opened: nobody may be writing to it, or without end.</summary>
    public long Length => Entry?.Length ?? Target(FullPath).Length;

    /// <summary>The same; 0 also for what cannot be looked at: reading it will say why.</summary>
    public long KnownLength
    {
        get
        {
            try
            {
                return Problem is null ? Length : 0;
            }
            catch (Exception error) when (error is UnauthorizedAccessException or IOException)
            {
                return 0;
            }
        }
    }

    /// <summary>The file itself, also where the path is a link to it: a link has a length of its own.</summary>
    public static FileInfo Target(string path) => File.ResolveLinkTarget(path, returnFinalTarget: true) as FileInfo ?? new FileInfo(path);

    /// <exception cref="UnreadableException">It lies in an archive and cannot be had from there.</exception>
    public Stream Open() => Entry is null ? File.OpenRead(FullPath) : new MemoryStream(Entry.Read(), writable: false);

    /// <summary>What to say of a path that is not found because bytes of it were no UTF-8 and came to us as U+FFFD; null where it has none.</summary>
    public static Message? BadName(string path) => path.Contains('\uFFFD', StringComparison.Ordinal)
        ? new Message("名称不是有效的 UTF-8，无法按此名称打开：请先改名再读取。", "Its name is not valid UTF-8 and cannot be passed on: rename it, then read it again.")
        : null;

    /// <summary>A path from the command line that is no folder.</summary>
    public static InputFile Named(string path)
    {
        var (shown, full) = (OperatingSystem.IsWindows() ? path.Replace('\\', '/') : path, System.IO.Path.GetFullPath(path));
        return File.Exists(full)
            ? new InputFile(shown, full)
            : new InputFile(shown, full, BadName(full) ?? new Message("没有这个文件或文件夹，或无权查看它。", "There is no such file or folder, or it may not be looked at."));
    }
}
