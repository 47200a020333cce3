using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using ReportIngest.Reading;

namespace ReportIngest.Cli.Ingesting.Archives;

/// <summary>A ZIP. Its directory says where each file lies; what it says of a file's size and checksum is held against what comes out.</summary>
internal sealed class ZipOfReports(string path, Limits limits) : Archive(limits)
{
    /// <summary>Of the directory: 46 bytes, a name, and a remark or two.</summary>
    private const int LongestEntry = 1024;

    /// <summary>How many entries are listed at all: folders are such too, and of an archive with too many files the first are read.</summary>
    private static long MostEntries(Limits limits) => 1000 + (4L * limits.ArchiveEntries);

    private FileStream? _file;
    private ZipArchive? _zip;
    private List<ZipArchiveEntry> _files = [];

    /// <summary>False for a document in this container, and for what is no ZIP at all: reading it as a file will say so.</summary>
    public static bool IsOne(FileStream file, Limits limits)
    {
        try
        {
            if (HasTooMany(file, limits)) return true; // listing will say that it does
            file.Position = 0;
            using var zip = Opened(file);
            return !((string[])["[Content_Types].xml", "mimetype", "OFD.xml"]).Any(part => zip.GetEntry(part) is not null);
        }
        catch (Exception error) when (error is InvalidDataException or IOException or ArgumentException)
        {
            return false;
        }
    }

    protected override void List(FileStream file)
    {
        if (HasTooMany(file, Limits)) throw new TooMuchException();
        file.Position = 0;
        using var zip = Opened(file);
        Links = zip.Entries.Count(IsLink);
        foreach (var entry in Files(zip)) Add(entry.FullName, entry.Length);
    }

    protected override byte[] Unpack(ArchiveEntry entry)
    {
        if (_zip is null)
        {
            _file = Reopened(path);
            _zip = Opened(_file);
            _files = [.. Files(_zip)];
        }
        var packed = _files[entry.Index];
        if (packed.Length != entry.Length) throw new InvalidDataException($"{entry.Name} is another since it was listed");
        var bytes = new byte[entry.Length];
        using var content = packed.Open();
        content.ReadExactly(bytes);
        return content.ReadByte() < 0 && Crc32.HashToUInt32(bytes) == packed.Crc32 ? bytes : throw new InvalidDataException($"{entry.Name} is longer or was changed");
    }

    protected override void Release()
    {
        _zip?.Dispose();
        _file?.Dispose();
        (_zip, _file, _files) = (null, null, []);
    }

    /// <summary>Names without a mark are those of Chinese Windows, or ASCII.</summary>
    private static ZipArchive Opened(FileStream file) => new(file, ZipArchiveMode.Read, leaveOpen: true, CodePagesEncodingProvider.Instance.GetEncoding("GB18030"));

    private static IEnumerable<ZipArchiveEntry> Files(ZipArchive zip) => zip.Entries.Where(entry => !entry.FullName.EndsWith('/') && !entry.FullName.EndsWith('\\') && !IsLink(entry));

    /// <summary>As systems pack them whose files have a mode: what the entry holds is the path that the link names, and no document.</summary>
    private static bool IsLink(ZipArchiveEntry entry) => ((entry.ExternalAttributes >> 16) & 0xf000) == 0xa000;

    /// <summary>Counted by their signatures: opening a container makes an object of each entry, however many there are.</summary>
    private static bool HasTooMany(FileStream file, Limits limits)
    {
        if (DirectoryOf(file) is not { } start || start >= file.Length) return false;
        if (file.Length - start > MostEntries(limits) * LongestEntry) return true;
        file.Position = start;
        var (buffer, kept, entries) = (new byte[1 << 16], 0, 0);
        for (int read; (read = file.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var piece = buffer.AsSpan(0, kept + read);
            entries += piece.Count("PK\x01\x02"u8);
            // A signature may stand across two pieces, but not be counted twice.
            kept = Math.Min(3, piece.Length);
            piece[^kept..].CopyTo(buffer);
        }
        return entries > MostEntries(limits);
    }

    /// <summary>Where the directory begins, as the end of the file says; null where that is no end of a ZIP.</summary>
    private static long? DirectoryOf(FileStream file)
    {
        const int longestRemark = 65535, end = 22, largeEnd = 56 + 20;
        var tail = new byte[Math.Min(file.Length, longestRemark + end + largeEnd)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        if (tail.AsSpan().LastIndexOf("PK\x05\x06"u8) is var at && (at < 0 || at + end > tail.Length)) return null;
        var start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16));
        if (start != uint.MaxValue) return start;
        at = tail.AsSpan().LastIndexOf("PK\x06\x06"u8);
        return at < 0 || at + 56 > tail.Length ? null : Math.Max(0, BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(at + 48)));
    }
}
