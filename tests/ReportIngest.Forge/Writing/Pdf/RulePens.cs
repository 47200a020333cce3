using PdfSharp.Drawing;

namespace ReportIngest.Forge.Writing.Pdf;

/// <summary>Draws a horizontal or vertical rule as producers do.</summary>
internal static class RulePens
{
    // A rule of Word is half a point.
    private const double Width = 0.5;

    // Dots and gaps as wide as Word prints a dotted border of half a point.
    private const double Dot = 0.5, DotStep = 1.5;

    // Pieces and gaps of a rule that a converter drew piece by piece.
    private const double Piece = 20, PieceGap = 1.5;

    public static void Draw(XGraphics ink, RuleStyle rules, double left, double top, double right, double bottom)
    {
        switch (rules)
        {
            case RuleStyle.Lines:
                ink.DrawLine(new XPen(XColors.Black, Width), left, top, right, bottom);
                break;
            case RuleStyle.Dashed:
                ink.DrawLine(new XPen(XColors.Black, Width) { DashStyle = XDashStyle.Dash }, left, top, right, bottom);
                break;
            case RuleStyle.ThinRectangles:
                Fill(ink, left, top, right, bottom);
                break;
            case RuleStyle.Dotted:
                InPieces(ink, Dot, DotStep, left, top, right, bottom);
                break;
            case RuleStyle.Gapped:
                InPieces(ink, Piece, Piece + PieceGap, left, top, right, bottom);
                break;
        }
    }

    private static void InPieces(XGraphics ink, double length, double step, double left, double top, double right, double bottom)
    {
        var across = right > left;
        for (var at = 0.0; at < Math.Max(right - left, bottom - top); at += step)
        {
            if (across) Fill(ink, left + at, top, Math.Min(right, left + at + length), bottom);
            else Fill(ink, left, top + at, right, Math.Min(bottom, top + at + length));
        }
    }

    private static void Fill(XGraphics ink, double left, double top, double right, double bottom) =>
        ink.DrawRectangle(XBrushes.Black, left, top, Math.Max(right - left, Width), Math.Max(bottom - top, Width));
}
