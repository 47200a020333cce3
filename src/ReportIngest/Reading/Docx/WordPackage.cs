using System.IO.Compression;
using System.Runtime.InteropServices;

namespace ReportIngest.Reading.Docx;

/// <summary>
/// The ZIP container of a DOCX. Parts are found by their relationships and inflated one by one when asked for, against one budget;
/// pictures and the like never, so a missing one does not matter. Nor do content types: a part's root element says what it is.
/// </summary>
internal sealed class WordPackage : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly ILookup<string, ZipArchiveEntry> _entries;
    private readonly Limits _limits;
    private readonly Budget _budget;
    private readonly Dictionary<string, string> _parts = [];
    private readonly bool _isDirectoryIntact;

    /// <exception cref="InvalidDataException">The container or its directory is damaged.</exception>
    /// <exception cref="UnreadableException">It has too many entries, unpacks to too much, or names no main part.</exception>
    public WordPackage(ReadOnlyMemory<byte> bytes, Limits limits)
    {
        // Counted by their signatures: opening a container makes an object of each entry, however few it claims to have.
        var entries = bytes.Span.Count("PK\x01\x02"u8);
        if (entries > limits.ZipEntries) throw Refusal.TooManyEntries(entries, limits.ZipEntries);

        (_limits, _budget) = (limits, new Budget(limits, bytes.Length));
        _zip = new ZipArchive(AsStream(bytes), ZipArchiveMode.Read);
        _entries = _zip.Entries.ToLookup(entry => Relationships.PartName("", entry.FullName), StringComparer.OrdinalIgnoreCase);
        ReadDirectory("");
        _isDirectoryIntact = IsIntact(() => ReadDirectory(MainName));
    }

    /// <summary>The main part; its reader reads it to the end, where its checksum is compared.</summary>
    public WordXml Main => Open(MainName) is { Name: "document" } main ? main : throw Refusal.NoMainPart();

    private string MainName => _parts.GetValueOrDefault(Relationships.Main) ?? throw Refusal.NoMainPart();

    /// <summary>Reads a part that a document can do without. False where it is damaged, or named and not there: then not all of it was read.</summary>
    /// <param name="kind">One of <see cref="Relationships"/>.</param>
    public bool Read(string kind, Action<WordXml> read) =>
        _parts.TryGetValue(kind, out var name) ? IsIntact(() => ReadWhole(name, read)) : _isDirectoryIntact;

    public void Dispose() => _zip.Dispose();

    private void ReadDirectory(string part)
    {
        var directory = Relationships.DirectoryOf(part);
        if (_entries.Contains(directory)) ReadWhole(directory, xml => Relationships.Read(xml, part, _parts));
    }

    private void ReadWhole(string name, Action<WordXml> read)
    {
        using var xml = Open(name);
        read(xml);
        xml.End();
    }

    /// <exception cref="InvalidDataException">There is no such part, or there are two: readers would differ in which they show.</exception>
    private WordXml Open(string name)
    {
        var entries = _entries[name].ToList();
        return entries is [var entry] ? new WordXml(new PartStream(entry, _budget), _limits)
            : throw new InvalidDataException($"{name} is {entries.Count} times in the container");
    }

    private static bool IsIntact(Action read)
    {
        try
        {
            read();
            return true;
        }
        catch (Exception broken) when (Refusal.IsDamage(broken))
        {
            return false;
        }
    }

    private static MemoryStream AsStream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
}
