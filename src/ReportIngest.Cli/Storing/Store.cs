namespace ReportIngest.Cli.Storing;

/// <summary>One folder: the state (<c>state.sqlite</c>), every body under its hash (<c>content/</c>), the records of the runs (<c>runs/</c>).</summary>
internal sealed class Store : IDisposable
{
    private const string StateName = "state.sqlite";

    private readonly StoreLock? _lock;

    private Store(string folder, Database database, StoreLock? taken)
    {
        (Folder, State, _lock) = (folder, database, taken);
        Content = new ContentFiles(Path.Combine(folder, "content"));
    }

    public string Folder { get; }

    public Database State { get; }

    public ContentFiles Content { get; }

    /// <summary>Makes the store where there is none, and brings it up to this program.</summary>
    /// <exception cref="StoreException">Another run writes to it, or it is of a later program.</exception>
    public static Store ForWriting(string folder, DateTimeOffset now)
    {
        var taken = Lock(folder, now);
        try
        {
            var database = Database.ForWriting(Path.Combine(folder, StateName));
            Schema.Migrate(database, folder);
            var store = new Store(folder, database, taken);
            store.Content.Clean();
            return store;
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    private static StoreLock Lock(string folder, DateTimeOffset now)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return StoreLock.Take(folder, now);
        }
        catch (UnauthorizedAccessException)
        {
            throw new StoreException(new Message($"无权写入存储“{folder}”。", $"The store “{folder}” may not be written to."));
        }
    }

    /// <summary>Beside a run that writes, or without one.</summary>
    /// <exception cref="StoreException">There is no store, or one of another version.</exception>
    public static Store ForReading(string folder)
    {
        var state = Path.Combine(folder, StateName);
        if (!File.Exists(state)) throw new StoreException(new Message($"“{folder}”里没有存储：请先运行 refresh。", $"There is no store in “{folder}”: run refresh first."));
        var database = Database.ForReading(state);
        Schema.Check(database, folder);
        if (Schema.VersionOf(database) < Schema.Latest)
        {
            throw new StoreException(new Message(
                $"存储“{folder}”是较早版本的程序写的：运行一次 refresh 即可升级。", $"The store “{folder}” was written by an earlier program: a run of refresh brings it up to date."));
        }
        return new Store(folder, database, null);
    }

    public string? Note(string key) => State.Text("SELECT value FROM note WHERE key = $0", key);

    public void Note(string key, string value) => State.Execute("INSERT INTO note VALUES ($0, $1) ON CONFLICT (key) DO UPDATE SET value = $1", key, value);

    public void Dispose()
    {
        State.Dispose();
        _lock?.Dispose();
    }
}
