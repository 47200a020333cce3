namespace ReportIngest.Corpus;

/// <summary>A stream as lines of bytes with their offsets; a <see cref="StreamReader"/> tells no offsets.</summary>
internal static class Lines
{
    // A report with its text and 200 placed cells has about 40 KB.
    private const int Block = 1 << 16;

    // What is longer is no line of ours: a device, or a file of another kind.
    private const int Longest = 1 << 27;

    /// <summary>Each line without its end. It is valid until the next one is asked for; an empty line is left out.</summary>
    /// <exception cref="OutputFormatException">A line has no end within 128 MB.</exception>
    public static IEnumerable<(long Offset, ReadOnlyMemory<byte> Line)> Of(Stream stream)
    {
        var buffer = new byte[Block];
        long offset = 0;
        int start = 0, end = 0;
        while (true)
        {
            var length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length < 0)
            {
                (buffer, end) = MakeRoom(buffer, start, end);
                start = 0;
                var read = stream.Read(buffer, end, buffer.Length - end);
                end += read;
                if (read > 0) continue;
                if (end > 0) yield return (offset, buffer.AsMemory(0, end)); // a last line without an end
                yield break;
            }
            if (length > 0) yield return (offset, buffer.AsMemory(start, length));
            start += length + 1;
            offset += length + 1;
        }
    }

    private static (byte[] Buffer, int End) MakeRoom(byte[] buffer, int start, int end)
    {
        if (end - start >= Longest) throw new OutputFormatException(new Message($"有一行超过 {Longest >> 20} MB", $"a line has more than {Longest >> 20} MB"));
        var room = end - start > buffer.Length / 2 ? new byte[buffer.Length * 2] : buffer;
        buffer.AsSpan(start, end - start).CopyTo(room);
        return (room, end - start);
    }
}
