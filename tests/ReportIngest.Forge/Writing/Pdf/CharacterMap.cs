using System.Buffers.Binary;
using System.Collections.Frozen;

namespace ReportIngest.Forge.Writing.Pdf;

/// <summary>The characters a TrueType font has glyphs for: its <c>cmap</c> table of format 4, which every font with Chinese letters has.</summary>
internal static class CharacterMap
{
    public static FrozenSet<char> Of(byte[] font)
    {
        var table = Table(font, "cmap"u8);
        var subtable = Enumerable.Range(0, Number(font, table + 2))
            .Select(i => table + (int)BinaryPrimitives.ReadUInt32BigEndian(font.AsSpan(table + 4 + 8 * i + 4)))
            .First(at => Number(font, at) == 4);
        // Four arrays of a number a segment: last characters (then two bytes of padding), first characters, deltas, offsets.
        var size = Number(font, subtable + 6);
        int ends = subtable + 14, starts = ends + size + 2, deltas = starts + size, offsets = deltas + size;
        var letters = new HashSet<char>();
        for (var i = 0; i < size; i += 2)
        {
            int start = Number(font, starts + i), offset = Number(font, offsets + i);
            for (var letter = start; letter <= Number(font, ends + i) && letter < char.MaxValue; letter++)
            {
                var glyph = offset == 0 ? letter + Number(font, deltas + i) : Number(font, offsets + i + offset + 2 * (letter - start));
                if ((glyph & 0xFFFF) != 0) letters.Add((char)letter);
            }
        }

        return letters.ToFrozenSet();
    }

    private static int Table(byte[] font, ReadOnlySpan<byte> tag)
    {
        for (var record = 12; record < 12 + 16 * Number(font, 4); record += 16)
        {
            if (font.AsSpan(record, 4).SequenceEqual(tag)) return (int)BinaryPrimitives.ReadUInt32BigEndian(font.AsSpan(record + 8));
        }

        throw new InvalidDataException("The font has no character map.");
    }

    private static int Number(byte[] font, int at) => BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(at));
}
