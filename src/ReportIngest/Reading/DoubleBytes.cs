using System.Buffers;
using System.Text;

namespace ReportIngest.Reading;

/// <summary>
/// Bytes of an encoding in which nearly every character is one byte of ASCII or a pair of bytes, by a table of its pairs. The table is the decoder's own:
/// it takes the characters one by one, which for a page in GBK was as long as parsing it.
/// </summary>
internal sealed class DoubleBytes
{
    /// <summary>The longest file whose text is put together in lent memory: the lender keeps it.</summary>
    public const int MostLent = 4 << 20;

    private const byte FirstLead = 0x81, LastLead = 0xFE, FirstTrail = 0x40, LastTrail = 0xFE;

    /// <summary>By pair; zero for those that mean nothing, or more than one character.</summary>
    private readonly char[] _pairs = new char[1 << 16];

    public DoubleBytes(Encoding encoding)
    {
        Span<byte> pair = stackalloc byte[2];
        Span<char> characters = stackalloc char[4];
        for (int lead = FirstLead; lead <= LastLead; lead++)
        {
            for (int trail = FirstTrail; trail <= LastTrail; trail++)
            {
                (pair[0], pair[1]) = ((byte)lead, (byte)trail);
                if (encoding.GetChars(pair, characters) == 1 && characters[0] != '\uFFFD') _pairs[(lead << 8) | trail] = characters[0];
            }
        }
    }

    /// <summary>The text; null where the bytes hold anything besides ASCII and pairs, such as a character of four bytes or a broken one, or are too many.</summary>
    public string? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MostLent) return null;
        var text = ArrayPool<char>.Shared.Rent(bytes.Length);
        try
        {
            var length = 0;
            while (!bytes.IsEmpty)
            {
                Ascii.ToUtf16(bytes, text.AsSpan(length), out var ascii);
                length += ascii;
                bytes = bytes[ascii..];
                while (bytes is [>= 0x80, ..])
                {
                    if (bytes.Length == 1 || _pairs[(bytes[0] << 8) | bytes[1]] is not (> '\0' and var character)) return null;
                    text[length++] = character;
                    bytes = bytes[2..];
                }
            }

            return new string(text, 0, length);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(text);
        }
    }
}
