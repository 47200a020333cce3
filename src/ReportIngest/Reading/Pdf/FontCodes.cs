using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>What a font says of one of its codes.</summary>
/// <param name="IsMark">It combines with the letter before.</param>
/// <param name="Outline">What the font draws for it; null where the font was read without its outlines.</param>
internal readonly record struct FontCode(string Text, bool IsMark, double Width, Outline? Outline)
{
    public static FontCode Of(Pig.PdfFonts.IFont font, string text, Pig.PdfFonts.CharacterBoundingBox box) =>
        new(text, Pig.Util.Diacritics.IsInCombiningDiacriticRange(text), box.Width, font is TextFont ? null : Outlines.Of(box.GlyphBounds));
}

/// <summary>The codes of one font, each asked for once: a page shows a few hundred of them some thousand times.</summary>
internal sealed class FontCodes(Pig.PdfFonts.IFont font, UnmappedCodes unmapped)
{
    private readonly Dictionary<int, FontCode> _codes = [];

    private readonly bool _areWide = font is TextFont { AreCodesWide: true };

    public Pig.PdfFonts.IFont Font { get; } = font;

    /// <summary>The code that begins at the byte that was read last.</summary>
    public int Next(Pig.Core.IInputBytes bytes, out int length)
    {
        if (!_areWide)
            return Font.ReadCharacterCode(bytes, out length);
        length = 2;
        return (bytes.CurrentByte << 8) | (bytes.MoveNext() ? bytes.CurrentByte : 0);
    }

    public FontCode Of(int code)
    {
        if (!_codes.TryGetValue(code, out var known))
            _codes[code] = known = Read(code);
        return known;
    }

    /// <summary>A code that the font does not say the meaning of is shown as itself, and noted.</summary>
    private FontCode Read(int code)
    {
        if (!Font.TryGetUnicode(code, out var text))
        {
            text = ((char)code).ToString();
            unmapped.Add(Font, text);
        }
        return FontCode.Of(Font, text, Font.GetBoundingBox(code));
    }
}
