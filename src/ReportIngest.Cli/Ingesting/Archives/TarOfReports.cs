using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using ReportIngest.Reading;

namespace ReportIngest.Cli.Ingesting.Archives;

/// <summary>
/// A TAR.GZ. It can only be read from its beginning: listing inflates it once, and when the first of its files is read it is unpacked into one nameless
/// temporary file, where the others wait for their turn.
/// </summary>
internal sealed class TarOfReports(string path, Limits limits) : Archive(limits)
{
    /// <summary>What may stand between the bytes of two files: the second one's name, and what else its system knows of it. The reader takes all of it into memory.</summary>
    private const int LongestHead = 4 << 20;

    private readonly List<long> _starts = [];
    private FileStream? _unpacked;

    protected override void List(FileStream file)
    {
        try
        {
            Walk(file, entry => Add(entry.Name, entry.Length, entry.Length <= Limits.InputBytes ? Hash(entry) : null), () => Links++);
        }
        catch (InvalidDataException)
        {
            Clear(); // one checksum stands for all files, so that nobody knows which of them was changed
            throw;
        }
    }

    protected override byte[] Unpack(ArchiveEntry entry)
    {
        if (_unpacked is null) UnpackAll();
        if (entry.Index >= _starts.Count) throw new InvalidDataException($"{entry.Name} is not there any more");
        var bytes = new byte[entry.Length];
        _unpacked!.Position = _starts[entry.Index];
        _unpacked.ReadExactly(bytes);
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == entry.Sha256 ? bytes : throw new InvalidDataException($"{entry.Name} is another since it was listed");
    }

    protected override void Release()
    {
        _unpacked?.Dispose();
        _unpacked = null;
    }

    private void UnpackAll()
    {
        using var file = Reopened(path);
        _unpacked = Nameless();
        _starts.Clear();
        try
        {
            Walk(file, entry =>
            {
                if (_starts.Count == Entries.Count) throw new TooMuchException();
                if (Entries[_starts.Count].Length != entry.Length) throw new InvalidDataException($"{entry.Name} is another since it was listed");
                _starts.Add(_unpacked.Position);
                if (entry.Length <= Limits.InputBytes) entry.DataStream?.CopyTo(_unpacked);
            });
        }
        catch (Exception end) when (_starts.Count == Entries.Count && end is TooMuchException or InvalidDataException or EndOfStreamException or FormatException or ArgumentException or NotSupportedException)
        {
            // where listing ended too, and said so
        }
    }

    private static string Hash(TarEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, length) = (new byte[1 << 16], 0L);
        for (int read; (read = entry.DataStream?.Read(buffer) ?? 0) > 0; length += read) hash.AppendData(buffer, 0, read);
        // An archive that is cut off ends without a word.
        return length == entry.Length ? Convert.ToHexStringLower(hash.GetHashAndReset()) : throw new EndOfStreamException();
    }

    private void Walk(FileStream file, Action<TarEntry> visit, Action? link = null)
    {
        using var inflated = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
        using var counted = new CountedStream(inflated, Limits.ArchiveBytes);
        using var tar = new TarReader(counted);
        while (Next(tar, counted) is { } entry)
        {
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile) visit(entry);
            if (entry.EntryType is TarEntryType.SymbolicLink or TarEntryType.HardLink) link?.Invoke();
            entry.DataStream?.CopyTo(Stream.Null);
        }
        counted.CopyTo(Stream.Null); // the checksum stands at the very end
    }

    /// <exception cref="NotSupportedException">It is of a kind that is not read, but the checksum fits.</exception>
    private static TarEntry? Next(TarReader tar, CountedStream counted)
    {
        try
        {
            var entry = counted.Within(LongestHead, () => tar.GetNextEntry());
            return entry?.EntryType == TarEntryType.MultiVolume ? throw new NotSupportedException($"{entry.Name} begins in another archive") : entry;
        }
        catch (NotSupportedException)
        {
            counted.CopyTo(Stream.Null);
            throw;
        }
        catch (Exception error) when (error is InvalidOperationException or OutOfMemoryException)
        {
            throw new InvalidDataException(error.Message, error); // a length that is noise: for a large one the reader makes room before it reads
        }
    }

    /// <summary>So that even a killed run leaves nothing.</summary>
    private static FileStream Nameless()
    {
        var path = Path.GetTempFileName();
        var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1 << 16, FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows()) File.Delete(path);
        return file;
    }
}
