using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>A letter as an operation of the page shows it, seen or not, in PDF's own coordinates.</summary>
/// <param name="Start">Where its baseline begins; <paramref name="End"/> is where the next letter stands.</param>
/// <param name="Outline">What its font draws for it; null where the font was read without its outlines.</param>
/// <param name="Clip">What is drawn is seen within it only; null for the whole page.</param>
/// <param name="Turn">How it stands; null where the baseline says so itself.</param>
internal readonly record struct Print(
    string Text, Pig.Core.PdfPoint Start, Pig.Core.PdfPoint End, double Size, int Run,
    Pig.PdfFonts.IFont Font, int Code, Outline? Outline, Pig.Content.TextOrientation? Turn,
    Pig.Core.TextRenderingMode Mode, Pig.Graphics.Colors.IColor? Colour, Pig.Graphics.PdfPath? Clip)
{
    /// <summary>Of 1: fainter letters are not seen.</summary>
    private const double Faint = 0.1;

    /// <summary>How letters are painted; not at all where they are too faint to be seen.</summary>
    public static Pig.Core.TextRenderingMode ModeIn(Pig.Graphics.CurrentGraphicsState state) => state.FontState.TextRenderingMode switch
    {
        Pig.Core.TextRenderingMode.Fill when state.AlphaConstantNonStroking > Faint => Pig.Core.TextRenderingMode.Fill,
        Pig.Core.TextRenderingMode.Stroke when state.AlphaConstantStroking > Faint => Pig.Core.TextRenderingMode.Stroke,
        Pig.Core.TextRenderingMode.Fill or Pig.Core.TextRenderingMode.Stroke => Pig.Core.TextRenderingMode.Neither,
        _ when state is { AlphaConstantNonStroking: <= Faint, AlphaConstantStroking: <= Faint } => Pig.Core.TextRenderingMode.Neither,
        var mode => mode,
    };

    /// <summary>A letter without advance (a combining mark, a broken width table) has no direction of its own.</summary>
    public bool IsStill => Math.Abs(End.X - Start.X) + Math.Abs(End.Y - Start.Y) < 0.01;

    public bool IsInvisible => Mode is Pig.Core.TextRenderingMode.Neither or Pig.Core.TextRenderingMode.NeitherClip;

    /// <summary>Something is drawn, or, where the font draws nothing at all, room is left for it.</summary>
    public bool IsDrawn => (Outline ?? Outlines.Of(((TextFont)Font).Outlined.GetBoundingBox(Code).GlyphBounds)) switch
    {
        Pdf.Outline.Area => true,
        Pdf.Outline.Nothing => Start != End,
        _ => false,
    };
}

/// <summary>The extent of what a font draws for a letter: nothing, a stroke without width, a shape.</summary>
internal enum Outline { Nothing, Stroke, Area }

internal static class Outlines
{
    public static Outline Of(Pig.Core.PdfRectangle bounds) => (bounds.Width > 0, bounds.Height > 0) switch
    {
        (false, false) => Outline.Nothing,
        (true, true) => Outline.Area,
        _ => Outline.Stroke,
    };
}
