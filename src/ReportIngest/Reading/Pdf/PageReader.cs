using System.Collections.Immutable;
using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>The marks of a page → <see cref="PageInk"/>: y turned to run down from the top, what cannot be seen left out.</summary>
internal static class PageReader
{
    public static PageInk Read(PageMarks page, LetterTexts texts, Overprints prints)
    {
        prints.Clear();
        var paint = new Paint(page);
        var (clips, clipped) = (new Clips(page.Width, page.Height), new ClippedDigits());
        var isScan = Scans.IsOne(page);
        var glyphs = ImmutableArray.CreateBuilder<Glyph>(page.Prints.Count);
        var leftOut = ImmutableArray.CreateBuilder<Box>();
        var number = -1;
        foreach (ref readonly var letter in page.Prints.All)
        {
            number++;
            if (!isScan && letter.IsInvisible)
                continue;
            var text = texts.Of(letter);
            if (ToGlyph(letter, text, page.Height) is not { } glyph)
                AddDigit(leftOut, letter, text, page.Height);
            else if (!Reach.Has(glyph.Box))
                continue;
            else if (page.Covers.Hide(number, glyph.Box))
                AddDigit(leftOut, letter, text, page.Height);
            else if (!isScan && clips.Hide(letter.Clip, glyph.Box))
            {
                AddDigit(leftOut, letter, text, page.Height);
                clipped.Clip(letter, glyph);
            }
            else if (glyph.IsBlank || (!paint.Hides(letter, glyph.Box) && prints.IsNew(glyph)))
            {
                glyphs.Add(glyph);
                clipped.See(letter, glyph);
            }
        }
        var shown = isScan ? glyphs.DrainToImmutable() : Overlays.Marked(Stamps.Without(glyphs.DrainToImmutable())); // a recognition program writes letters of any size, also over others
        var turn = Turning.Of(shown);
        var bars = Upright(page.Paths.Bars);
        for (var i = 0; turn != 0 && i < leftOut.Count; i++)
            leftOut[i] = Turning.Upright(leftOut[i], turn, page.Width, page.Height);
        var unstruck = Strikes.Without(turn == 0 ? shown : [.. shown.Select(glyph => Turning.Upright(glyph, turn, page.Width, page.Height))], bars, leftOut);
        var seen = isScan ? unstruck : NoteMarks.Raised(unstruck); // a recognition program gives each letter the size that it measured
        var (width, height) = turn % 2 == 1 ? (page.Height, page.Width) : (page.Width, page.Height);
        return new PageInk(page.Number, width, height, Numbers.KeepTogether(seen, bars, width), bars, leftOut.ToImmutable())
        {
            Clipped = Upright(clipped.Boxes), Pictures = Upright(Pictures.Of(page, shown)), IsScan = isScan, Turn = turn,
        };

        ImmutableArray<Box> Upright(ImmutableArray<Box> boxes) => turn == 0 ? boxes : [.. boxes.Select(box => Turning.Upright(box, turn, page.Width, page.Height))];
    }

    private static void AddDigit(ImmutableArray<Box>.Builder leftOut, in Print letter, string text, double height)
    {
        if (text.Length == 0 || !char.IsDigit(text[0]))
            return;
        var (start, end) = (letter.Start, letter.End);
        var box = new Box(Math.Min(start.X, end.X), height - Math.Max(start.Y, end.Y), Math.Max(start.X, end.X), height - Math.Min(start.Y, end.Y));
        if (Reach.Has(box))
            leftOut.Add(box);
    }

    /// <summary>The em box of a letter, or null for one that stands askew: a watermark, which is no part of the text.</summary>
    private static Glyph? ToGlyph(in Print letter, string text, double height)
    {
        var (start, end) = (letter.Start, letter.End);
        var size = letter.Size;
        var (x0, y0, x1, y1) = (start.X, height - start.Y, end.X, height - end.Y);
        var turn = letter.Turn is { } told ? Turn(told) : Turn(x1 - x0, y1 - y0);
        var (ascent, descent) = (0.88 * size, 0.12 * size); // of the em box of every CJK font
        return turn switch
        {
            0 => new Glyph(text, new Box(x0, y0 - ascent, x1, y0 + descent), size, 0, letter.Run),
            1 => new Glyph(text, new Box(x0 - descent, y0, x0 + ascent, y1), size, 1, letter.Run),
            2 => new Glyph(text, new Box(x1, y0 - descent, x0, y0 + ascent), size, 2, letter.Run),
            3 => new Glyph(text, new Box(x0 - ascent, y1, x0 + descent, y0), size, 3, letter.Run),
            _ => null,
        };
    }

    /// <summary>Quarter turns clockwise of a direction within 5 degrees (scanned pages stand a little askew), else null.</summary>
    private static int? Turn(double dx, double dy)
    {
        if (dy == 0 && dx > 0)
            return 0;
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
}
