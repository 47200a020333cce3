using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ReportIngest.Reading.Text;

/// <summary>
/// How many columns characters take. A text does not say for which it was set, so readers try all of <see cref="Candidates"/>
/// and take the one under which its columns are straight.
/// </summary>
/// <param name="Wide">What East Asian wide characters take.</param>
/// <param name="Ambiguous">What “ ” — … ① and box-drawing characters take.</param>
internal sealed record DisplayWidth(int Wide, int Ambiguous)
{
    /// <summary>Terminals; Chinese fonts of fixed width; programs that pad by the number of characters.</summary>
    public static ImmutableArray<DisplayWidth> Candidates { get; } = [new(2, 1), new(2, 2), new(1, 1)];

    /// <summary>Wide or full-width blocks of Unicode's EastAsianWidth, first and last of each; unassigned positions between them do not matter.</summary>
    private static readonly (int First, int Last)[] WideBlocks =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0xA4CF), (0xA960, 0xA97C), (0xAC00, 0xD7A3), (0xF900, 0xFAFF),
        (0xFE10, 0xFE19), (0xFE30, 0xFE6F), (0xFF01, 0xFF60), (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F), (0x20000, 0x3FFFD),
    ];

    public int Of(Rune rune)
    {
        if (rune.Value < 0x80) return 1;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) return 0;
        if (Array.Exists(WideBlocks, block => rune.Value >= block.First && rune.Value <= block.Last)) return Wide;
        return IsAmbiguous(rune.Value) ? Ambiguous : 1;
    }

    /// <summary>The ambiguous characters that occur in reports: signs of Latin-1, Greek, punctuation, mathematics, enclosed numbers, box drawing, shapes.</summary>
    private static bool IsAmbiguous(int value) =>
        value is 0xA7 or 0xA8 or 0xB0 or 0xB1 or 0xB7 or 0xD7 or 0xF7
            or (>= 0x391 and <= 0x3C9) or (>= 0x2010 and <= 0x203B) or (>= 0x2103 and <= 0x22FF) or (>= 0x2460 and <= 0x266F);
}
