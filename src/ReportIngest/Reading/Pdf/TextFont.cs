using System.Diagnostics.CodeAnalysis;
using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>
/// A composite font without its outlines: which characters its codes are and how wide they are stands in the file beside them. Unpacking and
/// reading the outlines, which tell nothing but where a letter has ink, took a third of PdfPig's time.
/// </summary>
/// <param name="map">Which characters its codes are, where PdfPig was not asked to read it.</param>
/// <param name="outlined">The font as PdfPig reads it.</param>
internal sealed class TextFont(Pig.PdfFonts.IFont text, CodeMap? map, Pig.Tokens.DictionaryToken dictionary, Func<Pig.PdfFonts.IFont> outlined) : Pig.PdfFonts.IFont
{
    private Pig.PdfFonts.IFont? _outlined;

    public Pig.Tokens.DictionaryToken Dictionary { get; } = dictionary;

    /// <summary>Whether each code is two bytes and is the number of its glyph.</summary>
    public bool AreCodesWide { get; } = dictionary.TryGet<Pig.Tokens.NameToken>(Pig.Tokens.NameToken.Encoding, out var encoding) && encoding == Pig.Tokens.NameToken.IdentityH;

    public Pig.PdfFonts.IFont Outlined => _outlined ??= outlined();

    public Pig.Tokens.NameToken? Name => text.Name;

    public bool IsVertical => text.IsVertical;

    public Pig.PdfFonts.FontDetails Details => text.Details;

    public int ReadCharacterCode(Pig.Core.IInputBytes bytes, out int codeLength) => text.ReadCharacterCode(bytes, out codeLength);

    public bool TryGetUnicode(int characterCode, [NotNullWhen(true)] out string? value) =>
        map is null ? text.TryGetUnicode(characterCode, out value) : map.TryGet(characterCode, out value);

    /// <summary>The width is the letter's; the bounds are those of the whole font.</summary>
    public Pig.PdfFonts.CharacterBoundingBox GetBoundingBox(int characterCode) => text.GetBoundingBox(characterCode);

    public Pig.Core.TransformationMatrix GetFontMatrix() => text.GetFontMatrix();

    public double GetDescent() => text.GetDescent();

    public double GetAscent() => text.GetAscent();

    public bool TryGetPath(int characterCode, [NotNullWhen(true)] out IReadOnlyList<Pig.Core.PdfSubpath>? path) => Outlined.TryGetPath(characterCode, out path);

    public bool TryGetNormalisedPath(int characterCode, [NotNullWhen(true)] out IReadOnlyList<Pig.Core.PdfSubpath>? path) => Outlined.TryGetNormalisedPath(characterCode, out path);
}
