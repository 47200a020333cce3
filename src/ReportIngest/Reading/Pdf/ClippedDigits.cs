using System.Collections.Immutable;
using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>Where numbers lost digits that are clipped away: the end of what is seen of them, since the digits may stand beyond their cell, or else the digits' own places.</summary>
internal sealed class ClippedDigits
{
    private readonly ImmutableArray<Box>.Builder _boxes = ImmutableArray.CreateBuilder<Box>();
    private Pig.Core.PdfPoint _end;
    private Glyph? _seen;
    private bool _isClipped;

    public ImmutableArray<Box> Boxes => _boxes.ToImmutable();

    public void See(in Print letter, Glyph glyph)
    {
        if (_isClipped && GoesOn(letter, glyph)) _boxes.Add(glyph.Box);
        (_end, _seen, _isClipped) = (letter.End, glyph, false);
    }

    public void Clip(in Print letter, Glyph glyph)
    {
        if (!IsOfNumber(glyph)) return;
        if (_seen is not null && !(IsOfNumber(_seen) && GoesOn(letter, glyph))) _seen = null;
        _boxes.Add((_seen ?? glyph).Box);
        (_end, _isClipped) = (letter.End, true);
    }

    /// <summary>Whether a letter stands in one number with the one before it.</summary>
    private bool GoesOn(in Print letter, Glyph glyph) =>
        IsOfNumber(glyph) && Math.Abs(letter.Start.X - _end.X) + Math.Abs(letter.Start.Y - _end.Y) < letter.Size / 2;

    private static bool IsOfNumber(Glyph glyph) => glyph.Text is [var character] && Wrapping.IsOfNumber(character);
}
