using System.Collections.Immutable;
using System.Text;

namespace ReportIngest.Reading.Pdf;

/// <summary>Letters that stand on one line, as text.</summary>
/// <param name="Length">From the first letter to the last along the writing direction, in points.</param>
internal sealed record Line(string Text, Box Box, double Size, double Length);

/// <summary>How far two letters stand apart, in sizes, where something lies between them: two Latin letters or digits, one and a Chinese one, two Chinese ones.</summary>
internal readonly record struct Gaps(double Latin, double Mixed, double Chinese);

/// <summary>Letters → lines in reading order.</summary>
internal static class Lines
{
    /// <summary>Blanks that were not typed but are seen: a Latin blank is a quarter of the size wide; Word spreads Chinese lines, and sets numbers off from Chinese, by less than half a letter.</summary>
    private static readonly Gaps Blanks = new(0.25, 0.5, 0.5);

    public static ImmutableArray<Line> Of(IEnumerable<Glyph> glyphs) =>
        [.. glyphs.GroupBy(glyph => glyph.Turn).OrderBy(group => group.Key).SelectMany(group => Upright(group).Select(ToLine))];

    /// <summary>Lines cut into words wherever letters stand further apart than these gaps; blanks are left out.</summary>
    public static IEnumerable<ImmutableArray<ImmutableArray<Glyph>>> Split(IEnumerable<Glyph> glyphs, Gaps gaps) =>
        glyphs.GroupBy(glyph => glyph.Turn).SelectMany(Upright).Select(line =>
        {
            var words = new List<List<Placed>>();
            foreach (var placed in line.Where(placed => !placed.Glyph.IsBlank).OrderBy(placed => placed.Upright.Left))
            {
                if (words.Count == 0 || IsGap(words[^1][^1], placed, gaps))
                    words.Add([]);
                words[^1].Add(placed);
            }
            return words.Select(word => word.Select(placed => placed.Glyph).ToImmutableArray()).ToImmutableArray();
        });

    /// <summary>The letters of one direction, turned upright and put on lines.</summary>
    private static List<List<Placed>> Upright(IGrouping<int, Glyph> glyphs)
    {
        var lines = new List<List<Placed>>();
        var (middle, size) = (0.0, 0.0);
        foreach (var glyph in glyphs.Select(glyph => new Placed(glyph, Turned(glyph.Box, glyphs.Key))).OrderBy(placed => placed.Y))
        {
            // Lines stand at least one size apart; small and large letters of one line have middles within half the larger size.
            if (lines.Count == 0 || glyph.Y - middle >= Math.Max(size, glyph.Glyph.Size) / 2)
            {
                lines.Add([]);
                (middle, size) = (glyph.Y, glyph.Glyph.Size);
            }
            lines[^1].Add(glyph);
            size = Math.Max(size, glyph.Glyph.Size);
        }
        lines.RemoveAll(line => line.TrueForAll(placed => placed.Glyph.IsBlank));
        return lines;
    }

    private readonly record struct Placed(Glyph Glyph, Box Upright)
    {
        public double Y => (Upright.Top + Upright.Bottom) / 2;
    }

    private static Box Turned(Box box, int turn) => turn switch
    {
        1 => new Box(box.Top, -box.Right, box.Bottom, -box.Left),
        2 => new Box(-box.Right, -box.Bottom, -box.Left, -box.Top),
        3 => new Box(-box.Bottom, box.Left, -box.Top, box.Right),
        _ => box,
    };

    private static Line ToLine(List<Placed> line)
    {
        var text = new StringBuilder();
        Placed? last = null;
        var blank = false;
        foreach (var placed in line.OrderBy(placed => placed.Upright.Left))
        {
            if (placed.Glyph.IsBlank)
            {
                blank = true;
                continue;
            }
            if (last is { } before && (IsGap(before, placed, Blanks) || (blank && placed.Upright.Left > before.Upright.Right)))
                text.Append(' ');
            text.Append(placed.Glyph.Text);
            (last, blank) = (placed, false);
        }
        var seen = line.Where(placed => !placed.Glyph.IsBlank).ToList();
        return new Line(
            text.ToString(),
            seen.Select(placed => placed.Glyph.Box).Aggregate((a, b) => a.Union(b)),
            seen.Max(placed => placed.Glyph.Size),
            seen.Max(placed => placed.Upright.Right) - seen.Min(placed => placed.Upright.Left));
    }

    private static bool IsGap(Placed before, Placed after, Gaps gaps)
    {
        var (a, b) = (Wrapping.IsChinese(before.Glyph.Text[^1]), Wrapping.IsChinese(after.Glyph.Text[0]));
        var gap = a && b ? gaps.Chinese : a || b ? gaps.Mixed : gaps.Latin;
        return after.Upright.Left - before.Upright.Right > gap * Math.Max(before.Glyph.Size, after.Glyph.Size);
    }
}
