using System.Buffers.Binary;
using System.Text;

namespace ReportIngest.Reading;

/// <summary>The names in a ZIP container's central directory, read without unpacking anything.</summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int EntryLength = 46;

    /// <summary>Enough to tell what a container is; how many entries a document may have is for its reader to judge.</summary>
    private const int NamesLookedAt = 10_000;

    /// <summary>The entries' names with <c>/</c> between their parts; null where the directory is damaged or cut off.</summary>
    public static List<string>? Names(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.LastIndexOf("PK\x05\x06"u8);
        if (end < 0 || end + EndLength > bytes.Length) return null;
        int count = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(end + 10)..]);
        long at = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(end + 16)..]);

        var names = new List<string>();
        for (var i = 0; i < Math.Min(count, NamesLookedAt); i++)
        {
            if (at + EntryLength > bytes.Length) return null;
            var entry = bytes[(int)at..];
            if (!entry.StartsWith("PK\x01\x02"u8)) return null;
            var name = BinaryPrimitives.ReadUInt16LittleEndian(entry[28..]);
            if (EntryLength + name > entry.Length) return null;
            names.Add(Encoding.UTF8.GetString(entry.Slice(EntryLength, name)).Replace('\\', '/'));
            at += EntryLength + name + BinaryPrimitives.ReadUInt16LittleEndian(entry[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(entry[32..]);
        }

        return names;
    }
}
