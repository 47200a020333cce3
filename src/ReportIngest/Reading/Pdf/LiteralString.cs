namespace ReportIngest.Reading.Pdf;

/// <summary>What stands in a content stream between brackets, <c>(1\)2)</c>.</summary>
internal static class LiteralString
{
    /// <param name="text">What follows the opening bracket.</param>
    /// <param name="length">Up to behind the closing bracket.</param>
    /// <returns>Whether it is one whose meaning is the same to everybody.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out byte[] shown, out int length)
    {
        (shown, length) = ([], 0);
        var end = text.IndexOfAny(@"()\"u8);
        if (end < 0) return false;
        if (text[end] == ')') (shown, length) = (text[..end].ToArray(), end + 1);
        else if (!TryUnescape(text, end, out shown, out length)) return false;
        return shown is not ([0xfe, 0xff, ..] or [0xff, 0xfe, ..]);
    }

    /// <param name="at">The first bracket or backslash.</param>
    private static bool TryUnescape(ReadOnlySpan<byte> text, int at, out byte[] shown, out int length)
    {
        (shown, length) = ([], 0);
        var bytes = new List<byte>(at + 16);
        bytes.AddRange(text[..at]);
        for (; at < text.Length; at++)
        {
            if (text[at] == ')')
            {
                (shown, length) = ([.. bytes], at + 1);
                return true;
            }
            if (text[at] == '(') return false;
            if (text[at] != '\\')
            {
                bytes.Add(text[at]);
                continue;
            }
            if (Escaped(text[(at + 1)..], out var read) is not { } one) return false;
            bytes.Add(one);
            at += read;
        }
        return false;
    }

    /// <summary>The byte for what follows a backslash. Before the end of a line PdfPig takes an escaped bracket for the end of the string.</summary>
    private static byte? Escaped(ReadOnlySpan<byte> text, out int read)
    {
        read = 1;
        switch (text)
        {
            case [(byte)')', (byte)'\r', ..]:
                return null;
            case [(byte)'(' or (byte)')' or (byte)'\\', ..]:
                return text[0];
            case [>= (byte)'0' and <= (byte)'3', >= (byte)'0' and <= (byte)'7', >= (byte)'0' and <= (byte)'7', ..]:
                read = 3;
                return (byte)(((text[0] - '0') << 6) | ((text[1] - '0') << 3) | (text[2] - '0'));
            default:
                return null;
        }
    }
}
