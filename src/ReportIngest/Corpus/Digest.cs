using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ReportIngest.Corpus;

/// <summary>Stands for a text of which nothing is asked but whether it is the same: 16 bytes for a name of any length.</summary>
internal static class Digest
{
    /// <summary>128 bits of the SHA-256: enough that two texts of a corpus never meet.</summary>
    public static UInt128 Of(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
