using System.Collections.Concurrent;
using System.Collections.Frozen;
using PdfSharp.Drawing;
using PdfSharp.Fonts;

namespace ReportIngest.Forge.Writing.Pdf;

/// <summary>The two embedded fonts, and how wide a text is in them.</summary>
internal static class Fonts
{
    private const string Chinese = "DroidSansFallback-subset", Latin = "DejaVuSans-subset";

    // Widths scale with the size; a large one keeps them exact.
    private const double Em = 1000;
    private static readonly ConcurrentDictionary<char, double> Widths = new();
    private static readonly XGraphics Measure = Measuring();
    private static readonly Lazy<FrozenSet<char>> LatinLetters = new(() => CharacterMap.Of(File(Latin))), ChineseLetters = new(() => CharacterMap.Of(File(Chinese)));

    public static double Width(char letter, double size) => Widths.GetOrAdd(letter, MeasureOne) * size / Em;

    public static double Width(string text, double size) => text.Sum(letter => Width(letter, size));

    /// <summary>The text in pieces of one font each.</summary>
    public static IEnumerable<(string Text, XFont Font)> Runs(string text, double size)
    {
        for (var start = 0; start < text.Length;)
        {
            var latin = IsLatin(text[start]);
            var end = start + 1;
            while (end < text.Length && IsLatin(text[end]) == latin) end++;
            yield return (text[start..end], new XFont(latin ? Latin : Chinese, size));
            start = end;
        }
    }

    private static bool IsLatin(char letter) => letter < 0x2E80;

    /// <exception cref="ArgumentException">The font has no such glyph: PDFsharp would print an empty box, which no reader could read.</exception>
    private static double MeasureOne(char letter)
    {
        if (!(IsLatin(letter) ? LatinLetters : ChineseLetters).Value.Contains(letter))
            throw new ArgumentException($"The forge's fonts have no '{letter}' (U+{(int)letter:X4}): they need a new cut, see Fonts/README.md.", nameof(letter));
        var (text, font) = Runs(letter.ToString(), Em).Single();
        return Measure.MeasureString(text, font).Width;
    }

    private static XGraphics Measuring()
    {
        GlobalFontSettings.FontResolver ??= new Resolver();
        return XGraphics.CreateMeasureContext(new XSize(Em, Em), XGraphicsUnit.Point, XPageDirection.Downwards);
    }

    private static byte[] File(string face)
    {
        using var stream = typeof(Fonts).Assembly.GetManifestResourceStream($"fonts/{face}.ttf")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private sealed class Resolver : IFontResolver
    {
        public FontResolverInfo? ResolveTypeface(string familyName, bool bold, bool italic) => new(familyName);

        public byte[]? GetFont(string faceName) => File(faceName);
    }
}
