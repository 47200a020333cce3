using System.Diagnostics.CodeAnalysis;
using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>
/// Stands for a font that the file does not have, or that lacks what it must have. PdfPig leaves out what is shown in it and says so only in its log, so that a cell with a number
/// would be read as a blank one: here each of its codes is a letter that nobody knows.
/// </summary>
/// <param name="standIn">A font that every viewer has, for how large a letter is.</param>
internal sealed class MissingFont(Pig.Tokens.NameToken name, Pig.PdfFonts.IFont standIn) : Pig.PdfFonts.IFont
{
    public Pig.Tokens.NameToken Name { get; } = name;

    public bool IsVertical => false;

    public Pig.PdfFonts.FontDetails Details { get; } = new(name.Data, isBold: false, Pig.PdfFonts.FontDetails.DefaultWeight, isItalic: false);

    public int ReadCharacterCode(Pig.Core.IInputBytes bytes, out int codeLength)
    {
        codeLength = 1;
        return bytes.CurrentByte;
    }

    public bool TryGetUnicode(int characterCode, [NotNullWhen(true)] out string? value)
    {
        value = null;
        return false;
    }

    public Pig.PdfFonts.CharacterBoundingBox GetBoundingBox(int characterCode) => standIn.GetBoundingBox('n');

    public Pig.Core.TransformationMatrix GetFontMatrix() => standIn.GetFontMatrix();

    public double GetDescent() => standIn.GetDescent();

    public double GetAscent() => standIn.GetAscent();

    public bool TryGetPath(int characterCode, [NotNullWhen(true)] out IReadOnlyList<Pig.Core.PdfSubpath>? path)
    {
        path = null;
        return false;
    }

    public bool TryGetNormalisedPath(int characterCode, [NotNullWhen(true)] out IReadOnlyList<Pig.Core.PdfSubpath>? path) => TryGetPath(characterCode, out path);
}
