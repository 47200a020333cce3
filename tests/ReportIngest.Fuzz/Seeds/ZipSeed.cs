using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;

namespace ReportIngest.Fuzz.Seeds;

/// <summary>A ZIP container. A changed byte of it fails its checksum, so most inputs are changed within and packed again; they are stored, which is quick.</summary>
internal sealed class ZipSeed : Seed
{
    private readonly ImmutableArray<(string Name, byte[] Content)> _parts;
    private readonly ImmutableArray<byte[]> _contents;

    public ZipSeed(ImmutableArray<(string Name, byte[] Content)> parts)
    {
        _parts = parts;
        _contents = [.. parts.Select(part => part.Content)];
        Whole = Packed(parts);
    }

    public static ZipSeed Of(byte[] container)
    {
        using var zip = new ZipArchive(new MemoryStream(container));
        return new ZipSeed([.. zip.Entries.Select(entry => (entry.FullName, Content(entry)))]);
    }

    public override byte[] Whole { get; }

    public override byte[] Damaged(Dice dice)
    {
        if (dice.Below(8) == 0) return Damage.Of(Whole, [Whole], Words.Xml, dice);
        var changed = _parts.ToArray();
        for (var changes = 1 + dice.Below(2); changes > 0; changes--)
        {
            ref var part = ref changed[dice.Below(changed.Length)];
            part.Content = Damage.Of(part.Content, _contents, Words.Xml, dice);
        }
        if (dice.Below(32) == 0) changed[dice.Below(changed.Length)].Name = dice.Of(_parts).Name;
        return Packed(changed);
    }

    private static byte[] Packed(IReadOnlyList<(string Name, byte[] Content)> parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(content);
            }
        }
        return file.ToArray();
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
