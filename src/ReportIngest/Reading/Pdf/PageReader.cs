using System.Collections.Immutable;
using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>PdfPig's page → <see cref="PageInk"/>: y turned to run down from the top, what cannot be seen left out.</summary>
internal static class PageReader
{
    public static PageInk Read(Pig.Content.Page page) =>
        new(page.Number, page.Width, page.Height, Glyphs(page), [.. page.Paths.SelectMany(path => Bars(path, page.Height))]);

    private static ImmutableArray<Glyph> Glyphs(Pig.Content.Page page)
    {
        var seen = new Dictionary<string, List<Box>>();
        var glyphs = ImmutableArray.CreateBuilder<Glyph>(page.Letters.Count);
        foreach (var letter in page.Letters)
            if (IsVisible(letter) && ToGlyph(letter, page.Height) is { } glyph && (glyph.IsBlank || IsNew(seen, glyph)))
                glyphs.Add(glyph);
        return Numbers.KeepTogether(glyphs.ToImmutable(), page.Width);
    }

    private static bool IsVisible(Pig.Content.Letter letter) =>
        letter.RenderingMode is not (Pig.Core.TextRenderingMode.Neither or Pig.Core.TextRenderingMode.NeitherClip)
        && letter.Value is not (null or "" or "\0");

    /// <summary>The em box of a letter, or null for one that stands askew: a watermark, which is no part of the text.</summary>
    private static Glyph? ToGlyph(Pig.Content.Letter letter, double height)
    {
        var (start, end) = (letter.StartBaseLine, letter.EndBaseLine);
        var size = letter.PointSize;
        var (x0, y0, x1, y1) = (start.X, height - start.Y, end.X, height - end.Y);
        // A letter without advance (a combining mark, a broken width table) has no direction of its own; PdfPig says which.
        var turn = Math.Abs(x1 - x0) + Math.Abs(y1 - y0) < 0.01 ? Turn(letter.TextOrientation) : Turn(x1 - x0, y1 - y0);
        var (ascent, descent) = (0.88 * size, 0.12 * size); // of the em box of every CJK font
        return turn switch
        {
            0 => new Glyph(letter.Value, new Box(x0, y0 - ascent, x1, y0 + descent), size, 0, letter.TextSequence),
            1 => new Glyph(letter.Value, new Box(x0 - descent, y0, x0 + ascent, y1), size, 1, letter.TextSequence),
            2 => new Glyph(letter.Value, new Box(x1, y0 - descent, x0, y0 + ascent), size, 2, letter.TextSequence),
            3 => new Glyph(letter.Value, new Box(x0 - ascent, y1, x0 + descent, y0), size, 3, letter.TextSequence),
            _ => null,
        };
    }

    /// <summary>Quarter turns clockwise of a direction within 5 degrees (scanned pages stand a little askew), else null.</summary>
    private static int? Turn(double dx, double dy)
    {
        var quarters = Math.Atan2(dy, dx) / (Math.PI / 2);
        var nearest = Math.Round(quarters);
        return Math.Abs(quarters - nearest) * 90 <= 5 ? ((int)nearest + 4) % 4 : null;
    }

    private static int? Turn(Pig.Content.TextOrientation orientation) => orientation switch
    {
        Pig.Content.TextOrientation.Horizontal => 0,
        Pig.Content.TextOrientation.Rotate90 => 1,
        Pig.Content.TextOrientation.Rotate180 => 2,
        Pig.Content.TextOrientation.Rotate270 => 3,
        _ => null,
    };

    /// <summary>False for a letter painted over its like to make it bold: the same letter within a point. Two equal digits of 4 pt stand 2 pt apart.</summary>
    private static bool IsNew(Dictionary<string, List<Box>> seen, Glyph glyph)
    {
        if (!seen.TryGetValue(glyph.Text, out var boxes))
            seen[glyph.Text] = boxes = [];
        foreach (var box in boxes)
            if (Math.Abs(box.Left - glyph.Box.Left) < 1 && Math.Abs(box.Top - glyph.Box.Top) < 1)
                return false;
        boxes.Add(glyph.Box);
        return true;
    }

    private static IEnumerable<Box> Bars(Pig.Graphics.PdfPath path, double height)
    {
        var filled = path.IsFilled && !IsWhite(path.FillColor);
        var stroked = path.IsStroked && !IsWhite(path.StrokeColor);
        foreach (var part in path)
        {
            if (stroked)
                foreach (var bar in Strokes(part, path.LineWidth, height))
                    yield return bar;
            if (filled && IsStraight(part) && part.GetBoundingRectangle() is { } bounds
                && ToBox(bounds, height) is var box && (box.Width <= Rulings.Thickest || box.Height <= Rulings.Thickest))
                yield return box;
        }
    }

    private static bool IsStraight(Pig.Core.PdfSubpath part) =>
        part.Commands.All(command => command is Pig.Core.PdfSubpath.Move or Pig.Core.PdfSubpath.Line or Pig.Core.PdfSubpath.Close);

    private static IEnumerable<Box> Strokes(Pig.Core.PdfSubpath part, double width, double height)
    {
        Pig.Core.PdfPoint? begin = null, at = null;
        foreach (var command in part.Commands)
        {
            var (from, to) = (at, at);
            switch (command)
            {
                case Pig.Core.PdfSubpath.Move move:
                    begin = at = move.Location;
                    continue;
                case Pig.Core.PdfSubpath.Line line:
                    (from, to) = (line.From, line.To);
                    break;
                case Pig.Core.PdfSubpath.Close:
                    to = begin;
                    break;
                default:
                    at = null;
                    continue;
            }
            at = to;
            if (from is { } a && to is { } b && Stroke(a, b, width, height) is { } bar)
                yield return bar;
        }
    }

    /// <summary>A stroked line as the bar it paints; null for a slanted one. Some programs paint a rule as a very short line of the rule's length in width.</summary>
    private static Box? Stroke(Pig.Core.PdfPoint a, Pig.Core.PdfPoint b, double width, double height)
    {
        var (dx, dy) = (Math.Abs(a.X - b.X), Math.Abs(a.Y - b.Y));
        var (left, right, top, bottom) = (Math.Min(a.X, b.X), Math.Max(a.X, b.X), height - Math.Max(a.Y, b.Y), height - Math.Min(a.Y, b.Y));
        if (dy <= 0.5 && dx > dy)
            return new Box(left, top - width / 2, right, bottom + width / 2);
        return dx <= 0.5 && dy > dx ? new Box(left - width / 2, top, right + width / 2, bottom) : null;
    }

    private static Box ToBox(Pig.Core.PdfRectangle bounds, double height) =>
        new(bounds.Left, height - bounds.Top, bounds.Right, height - bounds.Bottom);

    private static bool IsWhite(Pig.Graphics.Colors.IColor? color)
    {
        if (color is null or Pig.Graphics.Colors.PatternColor)
            return false;
        var (r, g, b) = color.ToRGBValues();
        return r > 0.99 && g > 0.99 && b > 0.99;
    }
}
