namespace ReportIngest.Cli;

/// <summary>A file that a command is given beside the reports: a roster, a suppression file. Without it the command cannot do what it was asked.</summary>
internal static class SmallFile
{
    /// <summary>A roster of every unit of China with its departments has some 50 MB.</summary>
    private const int Most = 64 << 20;

    /// <exception cref="UsageException">It is not there, may not be read, or is larger than any such file.</exception>
    public static byte[] Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var bytes = new MemoryStream();
            // Counted, not asked for: a pipe has no length, and a device gives bytes without end.
            var part = new byte[1 << 16];
            for (int read; (read = file.Read(part)) > 0; bytes.Write(part, 0, read))
            {
                if (bytes.Length > Most) throw TooLarge(path);
            }
            return bytes.ToArray();
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

    private static UsageException TooLarge(string path) => new(new Message(
        $"文件“{path}”超过 {Most >> 20} MB，这类文件不会这么大：请核对是否给错了文件。",
        $"“{path}” has more than {Most >> 20} MB, as no file of its kind has: see whether it is the wrong one."));

    private static UsageException NotReadable(string path) =>
        new(new Message($"文件“{path}”不存在，或不能读取。", $"“{path}” is not there or cannot be read."));
}
