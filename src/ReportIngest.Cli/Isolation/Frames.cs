using System.Buffers.Binary;

namespace ReportIngest.Cli.Isolation;

/// <summary>Bytes with their length before them (four bytes, little endian): what goes through the pipes between a run and its workers.</summary>
internal static class Frames
{
    /// <summary>Far above any file or answer within the limits: a greater length is noise, and no buffer is made for it.</summary>
    private const int Longest = 1 << 30;

    /// <summary>The room that a frame is given before any of it has come: a length that is noise must not take the memory.</summary>
    private const int Piece = 1 << 20;

    /// <summary>A pipe whose ends wake up once for a message of several frames, not for each length and each frame.</summary>
    public static Stream Over(Stream pipe) => new BufferedStream(pipe, 1 << 16);

    public static void Write(Stream stream, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        stream.Write(length);
        stream.Write(bytes);
    }

    /// <summary>The next frame; null where the stream ends before one.</summary>
    /// <exception cref="InvalidDataException">The length is noise.</exception>
    /// <exception cref="EndOfStreamException">The stream ends within the frame.</exception>
    public static byte[]? Read(Stream stream)
    {
        Span<byte> head = stackalloc byte[sizeof(int)];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (read == 0) return null;
        if (read < head.Length) throw new EndOfStreamException();
        var length = BinaryPrimitives.ReadInt32LittleEndian(head);
        if (length is < 0 or > Longest) throw new InvalidDataException($"A frame of {length} bytes");
        var bytes = GC.AllocateUninitializedArray<byte>(Math.Min(length, Piece));
        for (var at = 0; ; Array.Resize(ref bytes, (int)Math.Min(length, 2L * bytes.Length)))
        {
            stream.ReadExactly(bytes.AsSpan(at));
            at = bytes.Length;
            if (at == length) return bytes;
        }
    }
}
