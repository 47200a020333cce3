using System.Formats.Tar;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Reading;

namespace ReportIngest.Cli;

/// <summary>A file's bytes, or why there are none.</summary>
internal static class FileBytes
{
    private static readonly Message NoFile = new(
        "这是管道、设备或套接字，不是文件；请先把内容存成文件再读取。", "This is a pipe, a device or a socket and no file; save what it gives as a file, then read that.");

    /// <exception cref="UnreadableException">The file is not there, may not be opened, or is larger than the limit.</exception>
    public static byte[] Read(InputFile file, Limits limits)
    {
        if (file.Problem is { } problem) throw new UnreadableException(UnreadableReason.Missing, problem);
        try
        {
            var length = file.Length;
            if (length > limits.InputBytes)
            {
                throw new UnreadableException(UnreadableReason.TooLarge, new Message(
                    $"文件有 {length >> 20} MB，超过上限 {limits.InputBytes >> 20} MB。",
                    $"The file has {length >> 20} MB, the limit is {limits.InputBytes >> 20} MB."));
            }
            if (length == 0)
            {
                if (file.Entry is null && !IsFile(InputFile.Target(file.FullPath))) throw new UnreadableException(UnreadableReason.NotADocument, NoFile);
                return [];
            }
            if (file.Entry is null) return File.ReadAllBytes(file.FullPath);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new UnreadableException(UnreadableReason.Missing, new Message("无权读取这个文件。", "This file may not be read."), error);
        }
        catch (IOException error)
        {
            // The system's own sentence would carry this machine's language and paths into the findings.
            throw new UnreadableException(UnreadableReason.Missing, error switch
            {
                FileNotFoundException when File.Exists(file.FullPath) => NoFile, // a link to what has no name, as /dev/stdin may be
                FileNotFoundException or DirectoryNotFoundException => InputFile.BadName(file.FullPath) ?? new Message("文件不存在，或链接指向的文件已不在。", "There is no such file, or the file that a link names is gone."),
                _ => new Message("文件无法打开：可能正被占用，或磁盘出错。", "The file cannot be opened: it may be in use, or the disk has failed."),
            }, error);
        }
        // Not above: a disk that is too full to unpack on is not the file's fault.
        return file.Entry.Read();
    }

    /// <summary>Whether what has no length is an empty file. The runtime tells what it is only to those who pack it; opening it could wait for ever.</summary>
    private static bool IsFile(FileInfo empty)
    {
        using var packed = new MemoryStream();
        try
        {
            using var tar = new TarWriter(packed, leaveOpen: true);
            tar.WriteEntry(empty.FullName, "x");
        }
        catch (IOException)
        {
            return false; // a socket cannot be packed
        }
        packed.Position = 0;
        using var entries = new TarReader(packed);
        return entries.GetNextEntry() is { EntryType: TarEntryType.RegularFile };
    }
}
