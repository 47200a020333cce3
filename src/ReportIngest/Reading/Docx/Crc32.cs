using System.Collections.Immutable;

namespace ReportIngest.Reading.Docx;

/// <summary>The checksum of ZIP entries (CRC-32 with the reflected polynomial EDB88320); the platform's own is not public.</summary>
public static class Crc32
{
    private static readonly ImmutableArray<uint> Table = [.. Enumerable.Range(0, 256).Select(value => OfByte((uint)value))];

    /// <summary>The checksum of everything so far, <paramref name="checksum"/> being that of what came before; it begins at 0.</summary>
    public static uint Append(uint checksum, ReadOnlySpan<byte> bytes)
    {
        var register = ~checksum;
        foreach (var value in bytes) register = Table[(byte)(register ^ value)] ^ (register >> 8);
        return ~register;
    }

    private static uint OfByte(uint register)
    {
        for (var bit = 0; bit < 8; bit++) register = (register & 1) == 0 ? register >> 1 : (register >> 1) ^ 0xEDB88320;
        return register;
    }
}
