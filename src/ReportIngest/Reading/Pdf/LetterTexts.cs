using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>Which character a letter is.</summary>
internal sealed class LetterTexts(UnmappedCodes unmapped, Pig.Tokenization.Scanner.IPdfTokenScanner scanner)
{
    private readonly Dictionary<string, bool> _codesAreUnicode = [];

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
    /// as wide as a Chinese one, or a control character that is drawn, is another sign.
    /// </summary>
    private static bool IsMismapped(in Print letter) =>
        letter.Font is Pig.PdfFonts.IType3Font && letter.Text is [< '\u0250' and not ' '] && (char.IsControl(letter.Text[0]) || Advance(letter) >= Wide * letter.Size);

    /// <summary>Of an em. The widest Latin letters are as wide as this.</summary>
    private const double Wide = 0.97;

    private static double Advance(in Print letter) => Math.Abs(letter.End.X - letter.Start.X) + Math.Abs(letter.End.Y - letter.Start.Y);

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
