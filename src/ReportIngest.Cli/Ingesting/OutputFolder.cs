namespace ReportIngest.Cli.Ingesting;

/// <summary>
/// A folder whose files change all at once: they are written under temporary names beside the old ones, brought to disk and renamed at the end.
/// A run that fails leaves the old files as they were.
/// </summary>
internal sealed class OutputFolder : IDisposable
{
    private readonly string _folder;
    private readonly List<(string Temporary, string Final)> _files = [];
    private readonly List<string> _names = [];

    /// <exception cref="UsageException">The folder cannot be made or written to.</exception>
    public OutputFolder(string folder)
    {
        _folder = folder;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw NotWritable(error);
        }
    }

    /// <summary>What has been written, in order.</summary>
    public IEnumerable<string> Names => _names;

    /// <summary>Those of the names that lie in the folder already.</summary>
    public IEnumerable<string> Existing(IEnumerable<string> names) => names.Where(name => File.Exists(Path.Combine(_folder, name)));

    /// <summary>A stream that the caller closes before <see cref="Commit"/>.</summary>
    public Stream Create(string name)
    {
        var temporary = Temporary(name);
        try
        {
            var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 1 << 16);
            Add(name, temporary);
            return stream;
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw NotWritable(error);
        }
    }

    /// <summary>The path under which a writer that wants one makes a file, which it closes before <see cref="Commit"/>. There is no file there yet.</summary>
    public string PathOf(string name)
    {
        var temporary = Temporary(name);
        File.Delete(temporary);
        Add(name, temporary);
        return temporary;
    }

    /// <summary>What has been written under a name so far, its stream closed or flushed; null where nothing has.</summary>
    public Stream? Read(string name) =>
        _files.Find(file => Path.GetFileName(file.Final) == name).Temporary is { } path ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite) : null;

    public void Commit()
    {
        foreach (var (temporary, _) in _files)
        {
            using var handle = File.OpenHandle(temporary, FileMode.Open, FileAccess.ReadWrite);
            RandomAccess.FlushToDisk(handle);
        }
        foreach (var (temporary, final) in _files) File.Move(temporary, final, overwrite: true);
        _files.Clear();
    }

    public void Dispose()
    {
        foreach (var (temporary, _) in _files) File.Delete(temporary);
    }

    // Hidden, so that a later run over a folder with leavings of a killed one does not read them.
    private string Temporary(string name) => Path.Combine(_folder, $".{name}.{Environment.ProcessId}.tmp");

    private void Add(string name, string temporary)
    {
        _files.Add((temporary, Path.Combine(_folder, name)));
        _names.Add(name);
    }

    private UsageException NotWritable(Exception error) => new(new Message(
        $"不能写入输出文件夹“{_folder}”：{error.Message}", $"The output folder “{_folder}” cannot be written to: {error.Message}"));
}
