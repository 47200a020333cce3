using System.Security.Cryptography;
using ReportIngest.Cli.Ingesting;

namespace ReportIngest.Cli.Storing;

/// <summary>Every body that was ever seen, under its hash. A file is either whole or not there.</summary>
internal sealed class ContentFiles(string folder)
{
    private const string Unfinished = "unfinished";

    private int _number;

    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>What a run that was ended left half written. To be called by the only writer.</summary>
    public void Clean()
    {
        if (Directory.Exists(Path.Combine(folder, Unfinished))) Directory.Delete(Path.Combine(folder, Unfinished), recursive: true);
    }

    public bool Has(string hash) => File.Exists(PathOf(hash));

    public byte[] Read(string hash) => File.ReadAllBytes(PathOf(hash));

    /// <summary>To read it as a report: other bytes would give other numbers under the name of the true ones.</summary>
    /// <exception cref="StoreException">The file is not there or holds something else.</exception>
    public byte[] ReadWhole(string hash)
    {
        if (Has(hash) && Read(hash) is var bytes && HashOf(bytes) == hash) return bytes;
        throw new StoreException(new Message(
            $"存储中内容 {hash} 的文件缺失或已改动，没有发布：请从备份恢复它（store verify 列出全部）。",
            $"The store's file of {hash} is not there or holds something else, so nothing was published: restore it from a backup (store verify lists all)."));
    }

    /// <summary>On disk before it is named; several threads may write, also the same bytes.</summary>
    public void Write(string hash, ReadOnlySpan<byte> bytes)
    {
        var path = PathOf(hash);
        if (File.Exists(path) && new FileInfo(path).Length == bytes.Length) return;
        var unfinished = Path.Combine(folder, Unfinished, $"{Interlocked.Increment(ref _number)}");
        Directory.CreateDirectory(Path.GetDirectoryName(unfinished)!);
        var shelf = Path.GetDirectoryName(path)!;
        var isFirst = !Directory.Exists(shelf);
        Directory.CreateDirectory(shelf);
        using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }
        File.Move(unfinished, path, overwrite: true);
        // The state must not name a file that a power cut has taken away.
        FolderEntries.ToDisk(shelf);
        if (isFirst) FolderEntries.ToDisk(folder);
    }

    /// <summary>The hashes of all files, from their names.</summary>
    public IEnumerable<string> All() => !Directory.Exists(folder) ? [] : Directory.EnumerateDirectories(folder).Where(shelf => Path.GetFileName(shelf) != Unfinished)
        .SelectMany(shelf => Directory.EnumerateFiles(shelf).Select(file => Path.GetFileName(shelf) + Path.GetFileName(file)));

    private string PathOf(string hash) => Path.Combine(folder, hash[..2], hash[2..]);
}
