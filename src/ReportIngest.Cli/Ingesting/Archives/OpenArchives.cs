namespace ReportIngest.Cli.Ingesting.Archives;

/// <summary>The few archives that are open at a time. Files are read in the order of their paths, so those of one archive follow each other.</summary>
internal sealed class OpenArchives
{
    /// <summary>One that ends, one that begins, and small ones between.</summary>
    private const int Most = 4;

    private readonly LinkedList<Archive> _open = [];

    /// <summary>Before an archive is read: the one that has not been for longest is closed.</summary>
    public void Use(Archive archive)
    {
        Archive? oldest = null;
        lock (_open)
        {
            _open.Remove(archive);
            _open.AddFirst(archive);
            if (_open.Count > Most)
            {
                oldest = _open.Last!.Value;
                _open.RemoveLast();
            }
        }
        oldest?.Close();
    }
}
