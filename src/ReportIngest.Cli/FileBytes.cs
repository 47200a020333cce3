using ReportIngest.Cli.Ingesting;
using ReportIngest.Reading;

namespace ReportIngest.Cli;

/// <summary>A file's bytes, or why there are none.</summary>
internal static class FileBytes
{
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
            // A pipe or a device has no length, and opening one could wait for ever.
            if (length == 0) return [];
            if (file.Entry is null) return File.ReadAllBytes(file.FullPath);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new UnreadableException(UnreadableReason.Missing, new Message("无权读取这个文件。", "This file may not be read."), error);
        }
        catch (IOException error)
        {
            // The system's own sentence would carry this machine's language and paths into the findings.
            throw new UnreadableException(UnreadableReason.Missing, error is FileNotFoundException or DirectoryNotFoundException
                ? InputFile.BadName(file.FullPath) ?? new Message("文件不存在，或链接指向的文件已不在。", "There is no such file, or the file that a link names is gone.")
                : new Message("文件无法打开：可能正被占用，或磁盘出错。", "The file cannot be opened: it may be in use, or the disk has failed."), error);
        }
        // Not above: a disk that is too full to unpack on is not the file's fault.
        return file.Entry.Read();
    }
}
