using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>Boxes that are painted over letters, as one whites out what should not be read: a letter below one is in the file and not on the page.</summary>
internal sealed class Covers
{
    /// <summary>In points: letters are held only against the boxes at their height.</summary>
    private const double Band = 16;

    /// <summary>Edges that differ by less are one.</summary>
    private const double Straight = 0.01;

    private readonly Dictionary<int, List<(Box Box, int Letters)>> _bands = [];

    /// <summary>Of several shapes in one path some may be holes, and a clip that is no box may leave out anything: neither hides a letter.</summary>
    /// <param name="clip">What the path is clipped to; null where to nothing.</param>
    /// <param name="letters">How many letters of the page were shown before.</param>
    public void Add(Pig.Graphics.PdfPath path, Pig.Graphics.PdfPath? clip, int letters, double height)
    {
        if (letters == 0 || path.FillColor is Pig.Graphics.Colors.PatternColor || path is not [var shape] || Filling(shape, height) is not { } box) return;
        if (clip is not null)
        {
            if (clip is not [var edge] || Filling(edge, height) is not { } seen) return;
            box = new Box(Math.Max(box.Left, seen.Left), Math.Max(box.Top, seen.Top), Math.Min(box.Right, seen.Right), Math.Min(box.Bottom, seen.Bottom));
        }

        if (!Reach.Has(box)) return;
        for (var band = (int)(box.Top / Band); band <= (int)(box.Bottom / Band); band++)
        {
            if (!_bands.TryGetValue(band, out var covers)) _bands[band] = covers = [];
            covers.Add((box, letters));
        }
    }

    /// <summary>Whether the inner half of a letter lies below a box that was painted after it.</summary>
    /// <param name="letter">Its number on the page.</param>
    public bool Hide(int letter, Box box)
    {
        if (_bands.Count == 0 || !_bands.TryGetValue((int)((box.Top + box.Bottom) / 2 / Band), out var covers)) return false;
        var (x, y) = (box.Width / 4, box.Height / 4);
        return covers.Exists(cover => cover.Letters > letter
            && box.Left + x >= cover.Box.Left && box.Right - x <= cover.Box.Right && box.Top + y >= cover.Box.Top && box.Bottom - y <= cover.Box.Bottom);
    }

    /// <summary>The box of a shape that is thicker than a rule.</summary>
    private static Box? Filling(Pig.Core.PdfSubpath part, double height) =>
        Extent(part, height) is { } box && box.Width > Rulings.Thickest && box.Height > Rulings.Thickest ? box : null;

    /// <summary>The box of a shape with upright and level edges; null for any other, as the outlines of letters.</summary>
    public static Box? Extent(Pig.Core.PdfSubpath part, double height)
    {
        var (left, right, bottom, top) = (double.MaxValue, double.MinValue, double.MaxValue, double.MinValue);
        Pig.Core.PdfPoint? last = null;
        foreach (var command in part.Commands)
        {
            if (command is Pig.Core.PdfSubpath.Close) continue;
            if ((command as Pig.Core.PdfSubpath.Move)?.Location is not { } at)
            {
                if ((command as Pig.Core.PdfSubpath.Line)?.To is not { } to) return null;
                if (last is { } from && Math.Abs(from.X - to.X) > Straight && Math.Abs(from.Y - to.Y) > Straight) return null;
                at = to;
            }

            last = at;
            (left, right, bottom, top) = (Math.Min(left, at.X), Math.Max(right, at.X), Math.Min(bottom, at.Y), Math.Max(top, at.Y));
        }

        const int corners = 5; // those of a box, the first perhaps twice; a shape with more is no box
        return part.Commands.Count <= corners + 1 && right >= left ? new Box(left, height - top, right, height - bottom) : null;
    }
}
