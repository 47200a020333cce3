using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>Which character a letter is.</summary>
internal sealed class LetterTexts(UnmappedCodes unmapped, Pig.Tokenization.Scanner.IPdfTokenScanner scanner)
{
    private readonly Dictionary<string, bool> _codesAreUnicode = [];

    /// <summary>How wide a Chinese letter of a font is, in what its own widths are counted in.</summary>
    private readonly Dictionary<Pig.PdfFonts.IFont, double> _chinese = [];

    /// <summary>The text of a letter; one that says nothing, or whose font does not say which it is, is a blank where nothing is drawn, else unknown.</summary>
    public string Of(in Print letter)
    {
        var text = letter.Text;
        if (IsMismapped(letter))
            return Glyph.Unknown;
        if (text is not (null or "" or "\0") && (!unmapped.Contains(letter.Font, text) || (CodesAreUnicode(letter.Font) && !char.IsSurrogate(text[0]))))
            return text;
        return letter.IsDrawn ? Glyph.Unknown : " ";
    }

    /// <summary>
    /// Ghostscript draws the letters of Chromium's fonts by operations (Type 3), and writes signs below U+0250 as the text of some of the Chinese ones: 。 becomes <c>2</c>. A digit or a Latin letter
    /// as wide as a Chinese one of its font, or a control character that is drawn, is another sign.
    /// </summary>
    private bool IsMismapped(in Print letter) =>
        letter.Font is Pig.PdfFonts.IType3Font && letter.Text is [< '\u0250' and not ' '] && (char.IsControl(letter.Text[0]) || Math.Abs(letter.Font.GetBoundingBox(letter.Code).Width) >= Wide * Chinese(letter.Font));

    /// <summary>Of a Chinese letter. The widest Latin letters are as wide as this.</summary>
    private const double Wide = 0.97;

    /// <summary>Of the size a font is set in. Larger units are points or pixels (dvips, scanners), and the size says nothing of how wide their letters are.</summary>
    private const double LargestUnit = 0.01;

    private double Chinese(Pig.PdfFonts.IFont font)
    {
        if (_chinese.TryGetValue(font, out var known))
            return known;
        var widest = 0d;
        for (var code = 0; code <= byte.MaxValue; code++)
            if (font.TryGetUnicode(code, out var text) && text is [>= '\u2E80' and < '\uD800', ..])
                widest = Math.Max(widest, Math.Abs(font.GetBoundingBox(code).Width));
        return _chinese[font] = widest > 0 ? widest : Math.Abs(font.GetFontMatrix().A) <= LargestUnit ? 1 : double.PositiveInfinity;
    }

    /// <summary>The encodings of this kind (UniGB-UTF16-H) are Unicode itself, so the code that PdfPig shows is the character.</summary>
    private bool CodesAreUnicode(Pig.PdfFonts.IFont font)
    {
        if (!_codesAreUnicode.TryGetValue(font.Details.Name, out var known))
            _codesAreUnicode[font.Details.Name] = known = Encoding(font) is { } name && name.StartsWith("Uni", StringComparison.Ordinal)
                && (name.Contains("-UTF16-", StringComparison.Ordinal) || name.Contains("-UCS2-", StringComparison.Ordinal));
        return known;
    }

    private string? Encoding(Pig.PdfFonts.IFont font) =>
        Dictionary(font) is { } dictionary && dictionary.TryGet<Pig.Tokens.NameToken>(Pig.Tokens.NameToken.Encoding, out var name) ? name.Data : null;

    private Pig.Tokens.DictionaryToken? Dictionary(Pig.PdfFonts.IFont font) => font switch
    {
        TextFont light => light.Dictionary,
        { Details.FontDictionaryReference: { } reference } => scanner.Get(reference)?.Data as Pig.Tokens.DictionaryToken,
        _ => null,
    };
}
