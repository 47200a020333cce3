using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Microsoft.Win32.SafeHandles;
using ReportIngest.Reading;
using ReportIngest.Reading.Docx;

namespace ReportIngest.Cli.Ingesting;

/// <summary>
/// A ZIP or TAR.GZ, unpacked into one nameless temporary file: no name within it ever becomes a path, and bytes are counted while they are inflated, whatever sizes it declares.
/// </summary>
internal sealed class Archive : IDisposable
{
    private readonly FileStream _unpacked;
    private readonly Limits _limits;
    private readonly List<ArchiveEntry> _entries = [];

    private Archive(Limits limits)
    {
        _limits = limits;
        var path = Path.GetTempFileName();
        _unpacked = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1 << 16, FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows()) File.Delete(path); // so that even a killed run leaves nothing
    }

    /// <summary>What lies in it, in its order; folders, links and devices left out.</summary>
    public IReadOnlyList<ArchiveEntry> Entries => _entries;

    /// <summary>Why the rest of it was not read; null where all was.</summary>
    public Message? Problem { get; private set; }

    /// <summary>Reads a file that is an archive of reports; null for one that is none, such as a DOCX that is called <c>.zip</c>.</summary>
    public static Archive? Open(string path, Limits limits)
    {
        if (!IsNamed(path)) return null;
        var isTar = !IsZip(path);
        using var file = OpenIfLike(path, isTar ? [0x1f, 0x8b] : "PK"u8);
        if (file is null) return null;
        return isTar ? Read(limits, archive => archive.ReadTar(file)) : OfZip(file, limits);
    }

    /// <summary>Null for a file that begins otherwise, or cannot be read: it is listed, and reading it will say why.</summary>
    private static FileStream? OpenIfLike(string path, ReadOnlySpan<byte> magic)
    {
        FileStream? file = null;
        try
        {
            if (new FileInfo(path).Length == 0) return null; // a pipe has no length, and opening one could wait for ever
            file = File.OpenRead(path);
            Span<byte> start = stackalloc byte[2];
            if (file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(magic))
            {
                file.Position = 0;
                return file;
            }
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            // as one that begins otherwise
        }
        file?.Dispose();
        return null;
    }

    /// <summary>The name is one of an archive. It is asked for first, so that not every file has to be opened.</summary>
    public static bool IsNamed(string path) =>
        IsZip(path) || path.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase);

    private static bool IsZip(string path) => path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    public void Dispose() => _unpacked.Dispose();

    private static Archive? OfZip(FileStream file, Limits limits)
    {
        try
        {
            // Names without a mark are those of Chinese Windows, or ASCII.
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true, CodePagesEncodingProvider.Instance.GetEncoding("GB18030"));
            var isDocument = ((string[])["[Content_Types].xml", "mimetype", "OFD.xml"]).Any(part => zip.GetEntry(part) is not null);
            return isDocument ? null : Read(limits, archive => archive.ReadZip(zip));
        }
        catch (InvalidDataException)
        {
            return null; // reading it as a file will say that it is damaged
        }
    }

    private static Archive Read(Limits limits, Action<Archive> read)
    {
        var archive = new Archive(limits);
        try
        {
            read(archive);
            archive._unpacked.Flush();
        }
        catch (TooMuchException)
        {
            archive.Problem = new Message(
                $"压缩包超过上限（{limits.ArchiveEntries} 个文件、解压后 {limits.ArchiveBytes >> 20} MB），其余文件未读取；请分开提供。",
                $"The archive passes the limit ({limits.ArchiveEntries} files, {limits.ArchiveBytes >> 20} MB unpacked), so the rest of it was not read; split it.");
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or FormatException or ArgumentException)
        {
            archive.Problem = new Message("压缩包已损坏，其余文件未读取；请重新下载或重新打包。", "The archive is damaged, so the rest of it was not read; download or pack it again.");
        }
        return archive;
    }

    private void ReadZip(ZipArchive zip)
    {
        foreach (var entry in zip.Entries.Where(entry => !entry.FullName.EndsWith('/') && !entry.FullName.EndsWith('\\')))
        {
            try
            {
                using var content = entry.Open();
                Add(entry.FullName, content, entry.Length, entry.Crc32);
            }
            catch (InvalidDataException)
            {
                Add(entry.FullName, new Message(
                    "压缩包里的这个文件已损坏或加了密码；请解压后再提供。", "This file of the archive is damaged or has a password; unpack it first."));
            }
        }
    }

    private void ReadTar(Stream file)
    {
        using var inflated = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
        using var counted = new Counted(inflated, _limits.ArchiveBytes);
        using var tar = new TarReader(counted);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile) Add(entry.Name, entry.DataStream ?? Stream.Null, entry.Length, checksum: null);
        }
    }

    /// <exception cref="InvalidDataException">It is not what was packed: a digit that is lost or changed must not be read.</exception>
    private void Add(string name, Stream content, long length, uint? checksum)
    {
        var start = _unpacked.Position;
        uint sum = 0;
        var buffer = new byte[1 << 16];
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            _unpacked.Write(buffer, 0, read);
            if (checksum is not null) sum = Crc32.Append(sum, buffer.AsSpan(0, read));
            if (_unpacked.Position > _limits.ArchiveBytes) throw new TooMuchException();
            if (_unpacked.Position - start <= _limits.InputBytes) continue;
            Forget(start);
            Add(name, new Message(
                $"压缩包里的这个文件超过上限 {_limits.InputBytes >> 20} MB。", $"This file of the archive is over the limit of {_limits.InputBytes >> 20} MB."));
            return;
        }
        if (_unpacked.Position - start != length || (checksum is { } packed && packed != sum))
        {
            Forget(start);
            throw new InvalidDataException($"{name} is cut off or changed");
        }
        Add(new ArchiveEntry(Shown(name), this, start, (int)length, null));
    }

    private void Forget(long start)
    {
        _unpacked.SetLength(start);
        _unpacked.Position = start;
    }

    private void Add(string name, Message problem) => Add(new ArchiveEntry(Shown(name), this, 0, 0, problem));

    private void Add(ArchiveEntry entry)
    {
        if (_entries.Count == _limits.ArchiveEntries) throw new TooMuchException();
        _entries.Add(entry);
    }

    private static string Shown(string name) => name.Replace('\\', '/') is var path && path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;

    internal byte[] Read(long offset, int length)
    {
        var bytes = new byte[length];
        SafeFileHandle handle = _unpacked.SafeFileHandle;
        for (var at = 0; at < length;)
        {
            var read = RandomAccess.Read(handle, bytes.AsSpan(at), offset + at);
            if (read == 0) throw new EndOfStreamException();
            at += read;
        }
        return bytes;
    }

    private sealed class TooMuchException : Exception;

    /// <summary>What the reader of a TAR skips is inflated too.</summary>
    private sealed class Counted(Stream stream, long limit) : Stream
    {
        private long _read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = stream.Read(buffer);
            _read += read;
            return _read <= limit ? read : throw new TooMuchException();
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

/// <summary>A file within an archive.</summary>
/// <param name="Name">With <c>/</c> between its parts, as the archive has it.</param>
/// <param name="Problem">Why it has no bytes, or null.</param>
internal sealed record ArchiveEntry(string Name, Archive Archive, long Offset, int Length, Message? Problem)
{
    public byte[] Read() => Archive.Read(Offset, Length);
}
