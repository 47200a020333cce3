namespace ReportIngest.Cli;

/// <summary>A file that a command was told to write: one that is there already is somebody's work and stays.</summary>
internal static class NewFile
{
    /// <exception cref="UsageException">It is there already, or cannot be written.</exception>
    public static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new UsageException(File.Exists(path)
                ? new Message($"文件“{path}”已存在，不覆盖：请换个名字。", $"“{path}” is there already and is not overwritten: choose another name.")
                : new Message($"不能写入文件“{path}”。", $"“{path}” cannot be written."));
        }
    }
}
