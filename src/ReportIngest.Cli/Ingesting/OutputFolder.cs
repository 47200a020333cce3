using System.Collections.Immutable;

namespace ReportIngest.Cli.Ingesting;

/// <summary>
/// A folder whose files change all at once. They are written into a hidden folder within it and brought to disk; renaming that folder to <see cref="Ready"/> is the
/// moment from which they count, and then they are moved into their places. Whoever is ended before it leaves the old files as they were; whoever is ended
/// after it has the next one finish the moving. A hidden folder is somebody's as long as the file beside it is locked: what a killed run left, the next one removes.
/// </summary>
internal sealed class OutputFolder : IDisposable
{
    private const string Ready = ".ready", New = ".new.", Lock = ".lock";

    /// <summary>Within the folder that is ready: the names of the files that go.</summary>
    private const string Removed = ".removed";

    private readonly string _folder;
    private readonly string _new;
    private readonly FileStream _lock;
    private readonly List<string> _names = [];

    /// <exception cref="UsageException">The folder cannot be made or written to.</exception>
    public OutputFolder(string folder)
    {
        _folder = folder;
        (_new, _lock) = Try(() =>
        {
            Directory.CreateDirectory(folder);
            Move(folder);
            RemoveLeavings(folder);
            var taken = Taken(folder);
            Directory.CreateDirectory(taken.Folder);
            return taken;
        });
    }

    /// <summary>What has been written, in order.</summary>
    public IEnumerable<string> Names => _names;

    /// <summary>Those of the names that lie in the folder already.</summary>
    public IEnumerable<string> Existing(IEnumerable<string> names) => names.Where(name => File.Exists(Place(name)));

    /// <summary>Where a name lies in the folder, or will.</summary>
    public string Place(string name) => Path.Combine(_folder, name);

    /// <summary>A stream that the caller closes before <see cref="Commit"/>.</summary>
    public Stream Create(string name) => Try(() =>
    {
        var stream = new FileStream(Temporary(name), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 1 << 16);
        _names.Add(name);
        return stream;
    });

    /// <summary>The path under which a writer that wants one makes a file, which it closes before <see cref="Commit"/>. There is no file there yet.</summary>
    public string PathOf(string name)
    {
        var temporary = Temporary(name);
        File.Delete(temporary);
        _names.Add(name);
        return temporary;
    }

    /// <summary>A file for what does not fit into memory. The caller closes it before <see cref="Commit"/>, and it is gone.</summary>
    public Stream Scratch() => Try(() => new FileStream(
        Temporary(".scratch"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16, FileOptions.DeleteOnClose));

    /// <summary>What has been written under a name so far, its stream closed or flushed; null where nothing has.</summary>
    public Stream? Read(string name) => _names.Contains(name) ? new FileStream(Temporary(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite) : null;

    /// <summary>Puts the files into the place of those that were there.</summary>
    /// <param name="removed">Names of files that go with them.</param>
    public void Commit(params ImmutableArray<string> removed)
    {
        if (!removed.IsEmpty) File.WriteAllLines(Temporary(Removed), removed);
        ToDisk();
        Directory.Move(_new, Path.Combine(_folder, Ready));
        FolderEntries.ToDisk(_folder);
        Move(_folder);
    }

    /// <summary>Puts the files into a folder within this one, whose own files stay as they were.</summary>
    public void CommitBelow(string name)
    {
        ToDisk();
        var below = Path.Combine(_folder, name);
        if (Directory.Exists(below)) Directory.Delete(below, recursive: true);
        Directory.Move(_new, below);
        FolderEntries.ToDisk(_folder);
    }

    public void Dispose()
    {
        if (Directory.Exists(_new)) Directory.Delete(_new, recursive: true);
        _lock.Dispose();
    }

    /// <summary>A hidden folder of this run's own, not made yet, and what says that it is. In containers runs that share a disk may have the same number.</summary>
    private static (string Folder, FileStream Lock) Taken(string folder)
    {
        for (var i = 1; ; i++)
        {
            // Hidden, so that a later run over a folder with leavings of a killed one does not read them.
            var path = Path.Combine(folder, i == 1 ? $"{New}{Environment.ProcessId}" : $"{New}{Environment.ProcessId}.{i}");
            if (Locked(path + Lock) is { } held) return (path, held);
        }
    }

    private static void RemoveLeavings(string folder)
    {
        foreach (var left in Directory.EnumerateDirectories(folder, New + "*"))
        {
            using var held = Locked(left + Lock);
            if (held is not null) Directory.Delete(left, recursive: true);
        }
    }

    /// <summary>Null where another process holds it. Its end, however it comes, lets go of it.</summary>
    private static FileStream? Locked(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    private string Temporary(string name) => Path.Combine(_new, name);

    private void ToDisk()
    {
        foreach (var name in _names)
        {
            using var handle = File.OpenHandle(Temporary(name), FileMode.Open, FileAccess.ReadWrite);
            RandomAccess.FlushToDisk(handle);
        }
        FolderEntries.ToDisk(_new);
    }

    private static void Move(string folder)
    {
        var ready = Path.Combine(folder, Ready);
        if (!Directory.Exists(ready)) return;
        var removed = Path.Combine(ready, Removed);
        if (File.Exists(removed))
        {
            foreach (var name in File.ReadAllLines(removed)) File.Delete(Path.Combine(folder, name));
        }
        foreach (var file in Directory.EnumerateFiles(ready).Where(file => file != removed)) File.Move(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        FolderEntries.ToDisk(folder);
        File.Delete(removed);
        Directory.Delete(ready);
    }

    private T Try<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            var cause = DiskErrors.Cause(error);
            throw new UsageException($"不能写入输出文件夹“{_folder}”：{cause.Zh}。", $"The output folder “{_folder}” cannot be written to: {cause.En}.");
        }
    }
}
