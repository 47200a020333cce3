using System.Collections.Immutable;

namespace ReportIngest.Reading.Pdf;

/// <summary>What a page shows, free of PDF: its visible letters and the thin bars that may be rules. Points from the page's top-left corner.</summary>
/// <param name="LeftOut">The digits that stand askew, are struck out, painted over or clipped away, and so are no part of the text.</param>
internal sealed record PageInk(
    int Number, double Width, double Height, ImmutableArray<Glyph> Glyphs, ImmutableArray<Box> Bars, ImmutableArray<Box> LeftOut)
{
    /// <summary>Where digits were clipped away: what is left of their numbers is not known to be whole.</summary>
    public ImmutableArray<Box> Clipped { get; init; } = [];

    /// <summary>Pictures as large as a table that no letter stands on: a ground behind text shows none.</summary>
    public ImmutableArray<Box> Pictures { get; init; } = [];

    /// <summary>Quarter turns clockwise of its writing on the page as it is shown; here it is turned so that the writing runs from the left.</summary>
    public int Turn { get; init; }

    /// <summary>Its letters are those of a recognition program.</summary>
    public bool IsScan { get; init; }
}

/// <summary>One visible letter. <paramref name="Box"/> is its em box: the advance wide, the font's size high, standing on the baseline.</summary>
/// <param name="Turn">Quarter turns clockwise of the writing direction; 0 is left to right.</param>
/// <param name="Run">Letters that one operation of the file shows have one number.</param>
internal sealed record Glyph(string Text, Box Box, double Size, int Turn = 0, int Run = 0)
{
    /// <summary>Stands for a letter whose font does not say which it is.</summary>
    public const string Unknown = Documents.Cell.Unclear;

    /// <summary>The point that says in which cell the letter stands: its centre, for a digit the centre of its number.</summary>
    public double X { get; init; } = (Box.Left + Box.Right) / 2;

    public double Y { get; init; } = (Box.Top + Box.Bottom) / 2;

    public bool IsBlank { get; } = string.IsNullOrWhiteSpace(Text);
}
