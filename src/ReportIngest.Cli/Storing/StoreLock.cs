using System.Globalization;

namespace ReportIngest.Cli.Storing;

/// <summary>One writer at a time. The system lets go of the lock when its process ends, however it ends.</summary>
internal sealed class StoreLock : IDisposable
{
    private readonly FileStream _lock;

    private StoreLock(FileStream file) => _lock = file;

    /// <exception cref="StoreException">Another run holds it; the sentence says which.</exception>
    public static StoreLock Take(string folder, DateTimeOffset now)
    {
        var holder = Path.Combine(folder, "writer");
        FileStream file;
        try
        {
            file = new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(holder))
        {
            // It is empty for a moment, while the other run writes its name.
            var (zh, en) = File.ReadAllText(holder).Split(' ') is [var process, var since] ? ($"（进程 {process}，开始于 {since}）", $" (process {process}, since {since})") : ("", "");
            throw new StoreException(new Message($"存储“{folder}”正被另一次运行写入{zh}：请等它结束。", $"The store “{folder}” is being written by another run{en}: wait for its end."));
        }
        try
        {
            File.WriteAllText(holder, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId} {now:yyyy-MM-dd'T'HH:mm:ssK}"));
            return new StoreLock(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Dispose() => _lock.Dispose();
}
