using System.Collections.Immutable;
using System.IO.Compression;

namespace ReportIngest.Fuzz;

/// <summary>Damaged inputs by number: the same number is the same input on every machine.</summary>
internal static class Mutations
{
    /// <summary>What the formats are made of: noise alone seldom hits on a structure.</summary>
    private static readonly ImmutableArray<byte[]> Words =
    [
        .. ((string[])[
            "<table>", "</table>", "<tr>", "<td rowspan=9999>", "<td colspan=0>", "</div>", "<!--", "<![CDATA[", "&#x10FFFF;", "&#0;", "<svg>", "<math>", "<template>", "<select>",
            "<w:tbl>", "<w:vMerge/>", "<w:gridSpan w:val=\"-1\"/>", "<w:del>", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;",
            "4 0 R", "<<", ">>", "stream", "endstream", "/Length -1", "/Kids[2 0 R]", "/Filter/FlateDecode", " Tj", " cm", " re f", "1e308 ", "-99999999999 ", "q ",
            "|", "|---|", "\n> ", "- ", "#", "```", "+--+", "┌─┬─┐", "│", "\t\t\t", "　", "\r", "\0", "０", "，", "一、", "（七）", "总计", "新收", "Infinity", "NaN", "-0", "1e400", "null", "[]", "{}"])
            .Select(System.Text.Encoding.UTF8.GetBytes),
    ];

    /// <summary>The exception of input <paramref name="number"/> that its target may not throw, or null.</summary>
    public static Exception? Fails(Target target, int number)
    {
        try
        {
            target.Run(Of(target.Seeds, number));
            return null;
        }
        catch (Exception error)
        {
            return error;
        }
    }

    private static byte[] Of(ImmutableArray<byte[]> seeds, int number)
    {
        var dice = new Dice((uint)number);
        var seed = seeds[dice.Below(seeds.Length)];
        // A changed byte of a container fails its checksum: half of the inputs are changed within and packed again.
        return seed.AsSpan().StartsWith("PK"u8) && dice.Below(2) == 0 ? Repacked(seed, dice) : Damaged(seed, seeds, dice);
    }

    private static byte[] Repacked(byte[] container, Dice dice)
    {
        using var file = new MemoryStream();
        file.Write(container);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.Entries[dice.Below(zip.Entries.Count)];
            var name = entry.FullName;
            using var content = new MemoryStream();
            using (var stream = entry.Open()) stream.CopyTo(content);
            entry.Delete();
            using var changed = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
            changed.Write(Damaged(content.ToArray(), [content.ToArray()], dice));
        }
        return file.ToArray();
    }

    private static byte[] Damaged(byte[] seed, ImmutableArray<byte[]> others, Dice dice)
    {
        var bytes = seed.ToList();
        for (var changes = 1 + dice.Below(6); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = dice.Below(bytes.Count);
            var length = Math.Min(1 + dice.Below(1 << dice.Below(12)), bytes.Count - at);
            switch (dice.Below(7))
            {
                case 0: bytes[at] ^= (byte)(1 << dice.Below(8)); break;
                case 1: bytes[at] = (byte)dice.Below(256); break;
                case 2: bytes.RemoveRange(at, length); break;
                case 3: bytes.InsertRange(at, bytes.GetRange(dice.Below(bytes.Count - length + 1), length)); break;
                case 4: bytes.InsertRange(at, Words[dice.Below(Words.Length)]); break;
                case 5: bytes.InsertRange(at, Enumerable.Repeat(Words[dice.Below(Words.Length)], dice.Below(300)).SelectMany(word => word)); break;
                default:
                    var other = others[dice.Below(others.Length)];
                    bytes.InsertRange(at, other.AsSpan(dice.Below(other.Length)).ToArray().Take(length));
                    break;
            }
        }
        return dice.Below(10) == 0 ? [.. bytes.Take(dice.Below(bytes.Count + 1))] : [.. bytes];
    }

    /// <summary>A small generator of our own (xorshift): that of the runtime may change with its version.</summary>
    private sealed class Dice(uint seed)
    {
        private uint _state = (seed * 2654435761) ^ 0x9e3779b9;

        public int Below(int limit)
        {
            _state ^= _state << 13;
            _state ^= _state >> 17;
            _state ^= _state << 5;
            return (int)(_state % (uint)limit);
        }
    }
}
