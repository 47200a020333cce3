using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>Which character a letter is.</summary>
internal sealed class LetterTexts(UnmappedCodes unmapped, Pig.Structure structure)
{
    private readonly Dictionary<string, bool> _codesAreUnicode = [];

    /// <summary>The text of a letter; one that says nothing, or whose font does not say which it is, is a blank where nothing is drawn, else unknown.</summary>
    public string Of(Pig.Content.Letter letter)
    {
        var text = letter.Value;
        if (text is not (null or "" or "\0") && (!unmapped.Contains(letter) || (CodesAreUnicode(letter) && !char.IsSurrogate(text[0]))))
            return text;
        return letter.BoundingBox.Width > 0 && letter.BoundingBox.Height > 0 ? Glyph.Unknown : " ";
    }

    /// <summary>The encodings of this kind (UniGB-UTF16-H) are Unicode itself, so the code that PdfPig shows is the character.</summary>
    private bool CodesAreUnicode(Pig.Content.Letter letter)
    {
        if (!_codesAreUnicode.TryGetValue(letter.FontName!, out var known))
            _codesAreUnicode[letter.FontName!] = known = Encoding(letter) is { } name && name.StartsWith("Uni", StringComparison.Ordinal)
                && (name.Contains("-UTF16-", StringComparison.Ordinal) || name.Contains("-UCS2-", StringComparison.Ordinal));
        return known;
    }

    private string? Encoding(Pig.Content.Letter letter) =>
        letter.FontDetails?.FontDictionaryReference is { } reference
        && structure.GetObject(reference).Data is Pig.Tokens.DictionaryToken font
        && font.TryGet<Pig.Tokens.NameToken>(Pig.Tokens.NameToken.Encoding, out var name) ? name.Data : null;
}
