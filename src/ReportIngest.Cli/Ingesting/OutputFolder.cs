namespace ReportIngest.Cli.Ingesting;

/// <summary>
/// A folder whose files change all at once. They are written into a hidden folder within it and brought to disk; renaming that folder to <see cref="Ready"/> is the
/// moment from which they count, and then they are moved into their places. Whoever is ended before it leaves the old files as they were; whoever is ended
/// after it has the next one finish the moving.
/// </summary>
internal sealed class OutputFolder : IDisposable
{
    private const string Ready = ".ready";

    private readonly string _folder;
    private readonly string _new;
    private readonly List<string> _names = [];

    /// <exception cref="UsageException">The folder cannot be made or written to.</exception>
    public OutputFolder(string folder)
    {
        _folder = folder;
        // Hidden, so that a later run over a folder with leavings of a killed one does not read them.
        _new = Path.Combine(folder, $".new.{Environment.ProcessId}");
        Try(() =>
        {
            Directory.CreateDirectory(folder);
            Move(folder);
            // In a container every run may have the same number: what a killed one left is not this one's.
            if (Directory.Exists(_new)) Directory.Delete(_new, recursive: true);
            Directory.CreateDirectory(_new);
        });
    }

    /// <summary>What has been written, in order.</summary>
    public IEnumerable<string> Names => _names;

    /// <summary>Those of the names that lie in the folder already.</summary>
    public IEnumerable<string> Existing(IEnumerable<string> names) => names.Where(name => File.Exists(Path.Combine(_folder, name)));

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

    /// <summary>What has been written under a name so far, its stream closed or flushed; null where nothing has.</summary>
    public Stream? Read(string name) => _names.Contains(name) ? new FileStream(Temporary(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite) : null;

    /// <summary>Puts the files into the place of those that were there.</summary>
    public void Commit()
    {
        ToDisk();
        Directory.Move(_new, Path.Combine(_folder, Ready));
        Move(_folder);
    }

    /// <summary>Puts the files into a folder within this one, whose own files stay as they were.</summary>
    public void CommitBelow(string name)
    {
        ToDisk();
        var below = Path.Combine(_folder, name);
        if (Directory.Exists(below)) Directory.Delete(below, recursive: true);
        Directory.Move(_new, below);
    }

    public void Dispose()
    {
        if (Directory.Exists(_new)) Directory.Delete(_new, recursive: true);
    }

    private string Temporary(string name) => Path.Combine(_new, name);

    private void ToDisk()
    {
        foreach (var name in _names)
        {
            using var handle = File.OpenHandle(Temporary(name), FileMode.Open, FileAccess.ReadWrite);
            RandomAccess.FlushToDisk(handle);
        }
    }

    private static void Move(string folder)
    {
        var ready = Path.Combine(folder, Ready);
        if (!Directory.Exists(ready)) return;
        foreach (var file in Directory.EnumerateFiles(ready)) File.Move(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        Directory.Delete(ready);
    }

    private void Try(Action work) => Try(() =>
    {
        work();
        return true;
    });

    private T Try<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new UsageException(new Message(
                $"不能写入输出文件夹“{_folder}”：{error.Message}", $"The output folder “{_folder}” cannot be written to: {error.Message}"));
        }
    }
}
