namespace ReportIngest.Cli;

/// <summary>A file that a command is given beside the reports: a roster, a suppression file. Without it the command cannot do what it was asked.</summary>
internal static class SmallFile
{
    /// <exception cref="UsageException">It is not there or may not be read.</exception>
    public static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException or ArgumentException)
        {
            throw NotReadable(path);
        }
    }

    /// <summary>The same for a file that is read line by line.</summary>
    /// <exception cref="UsageException">It is not there or may not be read.</exception>
    public static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException or ArgumentException)
        {
            throw NotReadable(path);
        }
    }

    private static UsageException NotReadable(string path) =>
        new(new Message($"文件“{path}”不存在，或不能读取。", $"“{path}” is not there or cannot be read."));
}
