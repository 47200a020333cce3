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
            var parts = File.ReadAllText(holder).Split(' ');
            throw new StoreException(new Message(
                $"存储“{folder}”正被另一次运行写入（进程 {parts[0]}，开始于 {parts[^1]}）：请等它结束。",
                $"The store “{folder}” is being written by another run (process {parts[0]}, since {parts[^1]}): wait for its end."));
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
