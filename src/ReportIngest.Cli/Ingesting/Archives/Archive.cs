using ReportIngest.Reading;

namespace ReportIngest.Cli.Ingesting.Archives;

/// <summary>
/// A ZIP or TAR.GZ of reports. It is listed without keeping what it holds, and a file of it is unpacked when that is read. No name within it ever becomes a path,
/// and bytes are counted while they are inflated, whatever sizes it declares.
/// </summary>
internal abstract class Archive(Limits limits) : IDisposable
{
    /// <summary>Of a file's name, as in a ZIP; and of all names together, a hundred for each of as many files as there may be.</summary>
    private const int LongestName = ushort.MaxValue, MostOfNames = 10_000_000;

    private readonly List<ArchiveEntry> _entries = [];
    private readonly Lock _atWork = new();
    private OpenArchives? _open;
    private long _bytes, _names;

    /// <summary>What lies in it, in its order; folders, links and devices left out.</summary>
    public IReadOnlyList<ArchiveEntry> Entries => _entries;

    /// <summary>How many links it has, which are not followed.</summary>
    public int Links { get; protected set; }

    /// <summary>Why the rest of it, or all of it, is not read; null where all is.</summary>
    public Message? Problem { get; private set; }

    protected Limits Limits => limits;

    /// <summary>Lists a file that is an archive of reports; null for one that is none, such as a DOCX that is called <c>.zip</c>.</summary>
    public static Archive? Open(string path, Limits limits, OpenArchives open)
    {
        if (!IsNamed(path)) return null;
        var isTar = !IsZip(path);
        using var file = OpenIfLike(path, isTar ? [0x1f, 0x8b] : "PK"u8);
        if (file is null || (!isTar && !ZipOfReports.IsOne(file, limits))) return null;
        file.Position = 0;
        Archive archive = isTar ? new TarOfReports(path, limits) : new ZipOfReports(path, limits);
        archive._open = open;
        archive.ListAll(file);
        return archive;
    }

    /// <summary>The name is one of an archive. It is asked for first, so that not every file has to be opened.</summary>
    public static bool IsNamed(string path) =>
        IsZip(path) || path.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase);

    /// <summary>The bytes of one file. Files are read side by side, those of one archive one after the other.</summary>
    /// <exception cref="UnreadableException">They are not what was packed, too many, or locked.</exception>
    public byte[] Read(ArchiveEntry entry)
    {
        if (entry.Length > limits.InputBytes)
        {
            throw new UnreadableException(UnreadableReason.TooLarge, new Message(
                $"压缩包里的这个文件超过上限 {limits.InputBytes >> 20} MB。", $"This file of the archive is over the limit of {limits.InputBytes >> 20} MB."));
        }
        _open?.Use(this);
        try
        {
            lock (_atWork) return Unpack(entry);
        }
        catch (Exception error) when (IsDamage(error))
        {
            throw new UnreadableException(UnreadableReason.Damaged, new Message(
                "压缩包里的这个文件已损坏或加了密码；请解压后再提供。", "This file of the archive is damaged or has a password; unpack it first."), error);
        }
    }

    /// <summary>Gives back what it holds open; reading opens it again.</summary>
    public void Close()
    {
        lock (_atWork) Release();
    }

    public void Dispose() => Close();

    /// <exception cref="UnreadableException">It is gone since it was listed.</exception>
    protected static FileStream Reopened(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new UnreadableException(UnreadableReason.Missing, new Message("压缩包无法再次打开。", "The archive cannot be opened again."), error);
        }
    }

    /// <summary>Calls <see cref="Add"/> for each file.</summary>
    protected abstract void List(FileStream file);

    /// <summary>A digit that is lost or changed must not be read: bytes that are not those that were packed are damage.</summary>
    protected abstract byte[] Unpack(ArchiveEntry entry);

    protected abstract void Release();

    /// <exception cref="TooMuchException">It passes a ceiling of the archive with this file.</exception>
    /// <exception cref="InvalidDataException">The name is none.</exception>
    protected void Add(string name, long length, string? sha256 = null)
    {
        if (name.Length > LongestName) throw new InvalidDataException($"A name of {name.Length} characters");
        if (_entries.Count == limits.ArchiveEntries || (_names += name.Length) > MostOfNames) throw new TooMuchException();
        // A file that is refused for its size is not unpacked.
        if (length <= limits.InputBytes && (_bytes += Math.Max(0, length)) > limits.ArchiveBytes) throw new TooMuchException();
        _entries.Add(new ArchiveEntry(Shown(name), this, _entries.Count, length, sha256));
    }

    /// <summary>Nothing of the archive can be trusted.</summary>
    protected void Clear() => _entries.Clear();

    private static bool IsZip(string path) => path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    private static string Shown(string name) => name.Replace('\\', '/') is var path && path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;

    private static bool IsDamage(Exception error) => error is InvalidDataException or EndOfStreamException or FormatException or ArgumentException or OverflowException or TooMuchException;

    /// <summary>Null for a file that begins otherwise, or cannot be read: it is listed, and reading it will say why.</summary>
    private static FileStream? OpenIfLike(string path, ReadOnlySpan<byte> magic)
    {
        FileStream? file = null;
        try
        {
            if (InputFile.Target(path).Length == 0) return null; // a pipe has no length, and opening one could wait for ever
            file = File.OpenRead(path);
            Span<byte> start = stackalloc byte[2];
            if (file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(magic)) return file;
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            // as one that begins otherwise
        }
        file?.Dispose();
        return null;
    }

    private void ListAll(FileStream file)
    {
        try
        {
            List(file);
        }
        catch (TooMuchException)
        {
            Problem = new Message(
                $"压缩包超过上限（{limits.ArchiveEntries} 个文件、解压后 {limits.ArchiveBytes >> 20} MB），其余文件未读取；请分开提供。",
                $"The archive passes the limit ({limits.ArchiveEntries} files, {limits.ArchiveBytes >> 20} MB unpacked), so the rest of it was not read; split it.");
        }
        catch (NotSupportedException)
        {
            Problem = new Message(
                "压缩包里有稀疏文件或分卷等不能读取的条目，从它起的文件未读取；请用 ZIP 重新打包。",
                "The archive has an entry that cannot be read, such as a sparse file or a part of several volumes, so nothing from it on was read; pack it again as ZIP.");
        }
        catch (Exception error) when (IsDamage(error) || error is IOException)
        {
            Problem = _entries.Count == 0
                ? new Message("压缩包已损坏，未读取；请重新下载或重新打包。", "The archive is damaged, so nothing of it was read; download or pack it again.")
                : new Message("压缩包已损坏，其余文件未读取；请重新下载或重新打包。", "The archive is damaged, so the rest of it was not read; download or pack it again.");
        }
    }
}

/// <summary>A file within an archive.</summary>
/// <param name="Name">With <c>/</c> between its parts, as the archive has it.</param>
/// <param name="Index">Among the files of the archive.</param>
/// <param name="Length">As the archive declares it.</param>
/// <param name="Sha256">Where listing has come by it.</param>
internal sealed record ArchiveEntry(string Name, Archive Archive, int Index, long Length, string? Sha256)
{
    /// <exception cref="UnreadableException">It cannot be had.</exception>
    public byte[] Read() => Archive.Read(this);
}

/// <summary>An archive passes a ceiling.</summary>
internal sealed class TooMuchException : Exception;
