using System.Collections.Immutable;
using System.Text;

namespace ReportIngest.Fuzz;

/// <summary>Bytes with some of them changed, lost, repeated, or put in from elsewhere.</summary>
internal static class Damage
{
    private static readonly ImmutableArray<byte[]> Numbers =
        [.. ((string[])["0", "-1", "1", "2", "255", "1000", "65535", "65536", "2147483647", "2147483648", "-2147483648", "99999999999999999999", "0.5", "1e9"]).Select(Encoding.ASCII.GetBytes)];

    /// <param name="others">What pieces may come from.</param>
    public static byte[] Of(byte[] seed, ImmutableArray<byte[]> others, ImmutableArray<byte[]> words, Dice dice)
    {
        var bytes = seed.ToList();
        for (var changes = 1 + dice.Below(6); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = dice.Below(bytes.Count);
            var length = Math.Min(1 + dice.Below(1 << dice.Below(12)), bytes.Count - at);
            switch (dice.Below(8))
            {
                case 0: bytes[at] ^= (byte)(1 << dice.Below(8)); break;
                case 1: bytes[at] = (byte)dice.Below(256); break;
                case 2: bytes.RemoveRange(at, length); break;
                case 3: bytes.InsertRange(at, bytes.GetRange(dice.Below(bytes.Count - length + 1), length)); break;
                case 4: bytes.InsertRange(at, dice.Of(words)); break;
                case 5: bytes.InsertRange(at, Enumerable.Repeat(dice.Of(words), dice.Below(1 << dice.Below(9))).SelectMany(word => word).ToArray()); break;
                case 6: Renumber(bytes, at, dice); break;
                default:
                    var other = dice.Of(others);
                    var rest = other.AsSpan(dice.Below(other.Length));
                    bytes.InsertRange(at, rest[..Math.Min(length, rest.Length)]);
                    break;
            }
        }
        return dice.Below(16) == 0 ? [.. bytes.Take(dice.Below(bytes.Count + 1))] : [.. bytes];
    }

    /// <summary>The next number becomes one at the edge of what it may be.</summary>
    private static void Renumber(List<byte> bytes, int from, Dice dice)
    {
        var at = bytes.FindIndex(from, value => value is >= (byte)'0' and <= (byte)'9');
        if (at < 0) return;
        var end = bytes.FindIndex(at, value => value is not (>= (byte)'0' and <= (byte)'9'));
        bytes.RemoveRange(at, (end < 0 ? bytes.Count : end) - at);
        bytes.InsertRange(at, dice.Of(Numbers));
    }
}
