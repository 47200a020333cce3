using System.Collections.Immutable;
using System.Text;

namespace ReportIngest.Reading.Pdf;

/// <summary>Letters that stand on one line, as text.</summary>
/// <param name="Length">From the first letter to the last along the writing direction, in points.</param>
internal sealed record Line(string Text, Box Box, double Size, double Length);

/// <summary>How far two letters stand apart, in sizes, where something lies between them: two Latin letters or digits, one and a Chinese one, two Chinese ones.</summary>
internal readonly record struct Gaps(double Latin, double Mixed, double Chinese);

/// <summary>Letters → lines in reading order. Every letter of a document passes here, so it is written with loops and lists.</summary>
internal static class Lines
{
    /// <summary>Blanks that were not typed but are seen: a Latin blank is a quarter of the size wide; Word spreads Chinese lines, and sets numbers off from Chinese, by less than half a letter.</summary>
    private static readonly Gaps Blanks = new(0.25, 0.5, 0.5);

    public static ImmutableArray<Line> Of(IEnumerable<Glyph> glyphs)
    {
        var lines = ImmutableArray.CreateBuilder<Line>();
        foreach (var line in Directions(glyphs).SelectMany(Upright))
            lines.Add(ToLine(line));
        return lines.ToImmutable();
    }

    /// <summary>Lines cut into words wherever letters stand further apart than these gaps; blanks are left out.</summary>
    public static List<List<ImmutableArray<Glyph>>> Split(IEnumerable<Glyph> glyphs, Gaps gaps)
    {
        var lines = new List<List<ImmutableArray<Glyph>>>();
        foreach (var line in Directions(glyphs).SelectMany(Upright))
        {
            line.RemoveAll(placed => placed.Glyph.IsBlank);
            var words = new List<ImmutableArray<Glyph>>();
            for (int i = 0, next; i < line.Count; i = next)
            {
                for (next = i + 1; next < line.Count && !IsGap(line[next - 1], line[next], gaps);)
                    next++;
                words.Add([.. line.GetRange(i, next - i).Select(placed => placed.Glyph)]);
            }
            lines.Add(words);
        }
        return lines;
    }

    /// <summary>The letters of one word as <see cref="Split"/> gives them.</summary>
    public static Line ToLine(ImmutableArray<Glyph> word) => ToLine([.. word.Select((glyph, i) => new Placed(glyph, Turned(glyph), i))]);

    /// <summary>A letter and its box turned upright; the index keeps letters at one place in the file's order.</summary>
    private readonly record struct Placed(Glyph Glyph, Box Upright, int Index)
    {
        public double Y => (Upright.Top + Upright.Bottom) / 2;
    }

    /// <summary>The letters by their direction of writing; nearly always there is one.</summary>
    private static IEnumerable<List<Placed>> Directions(IEnumerable<Glyph> glyphs)
    {
        var directions = new List<Placed>?[4];
        var index = 0;
        foreach (var glyph in glyphs)
            (directions[glyph.Turn] ??= []).Add(new Placed(glyph, Turned(glyph), index++));
        return directions.OfType<List<Placed>>();
    }

    private static Box Turned(Glyph glyph) => (glyph.Turn, glyph.Box) switch
    {
        (1, var box) => new Box(box.Top, -box.Right, box.Bottom, -box.Left),
        (2, var box) => new Box(-box.Right, -box.Bottom, -box.Left, -box.Top),
        (3, var box) => new Box(-box.Bottom, box.Left, -box.Top, box.Right),
        (_, var box) => box,
    };

    /// <summary>Lines from top to bottom, their letters from left to right.</summary>
    private static List<List<Placed>> Upright(List<Placed> letters)
    {
        letters.Sort((a, b) => a.Y != b.Y ? a.Y.CompareTo(b.Y) : a.Index - b.Index);
        var lines = new List<List<Placed>>();
        for (int i = 0, next; i < letters.Count; i = next)
        {
            var (middle, size) = (letters[i].Y, letters[i].Glyph.Size);
            // Lines stand at least one size apart; small and large letters of one line have middles within half the larger size.
            for (next = i; next < letters.Count && letters[next].Y - middle < Math.Max(size, letters[next].Glyph.Size) / 2; next++)
                size = Math.Max(size, letters[next].Glyph.Size);
            next = Math.Max(next, i + 1); // a letter without size
            var line = letters.GetRange(i, next - i);
            if (line.TrueForAll(placed => placed.Glyph.IsBlank))
                continue;
            line.Sort((a, b) => a.Upright.Left != b.Upright.Left ? a.Upright.Left.CompareTo(b.Upright.Left) : a.Index - b.Index);
            lines.Add(line);
        }
        return lines;
    }

    private static Line ToLine(List<Placed> line)
    {
        var text = new StringBuilder(line.Count);
        Placed? last = null;
        var blank = false;
        var (box, size, left, right) = (default(Box), 0.0, double.MaxValue, double.MinValue);
        foreach (var placed in line)
        {
            if (placed.Glyph.IsBlank)
            {
                blank = true;
                continue;
            }
            if (last is { } before && (IsGap(before, placed, Blanks) || (blank && placed.Upright.Left > before.Upright.Right)))
                text.Append(' ');
            text.Append(placed.Glyph.Text);
            box = last is null ? placed.Glyph.Box : box.Union(placed.Glyph.Box);
            size = Math.Max(size, placed.Glyph.Size);
            (left, right) = (Math.Min(left, placed.Upright.Left), Math.Max(right, placed.Upright.Right));
            (last, blank) = (placed, false);
        }
        return new Line(text.ToString(), box, size, right - left);
    }

    private static bool IsGap(in Placed before, in Placed after, Gaps gaps)
    {
        var (a, b) = (Wrapping.IsChinese(before.Glyph.Text[^1]), Wrapping.IsChinese(after.Glyph.Text[0]));
        var gap = a && b ? gaps.Chinese : a || b ? gaps.Mixed : gaps.Latin;
        return after.Upright.Left - before.Upright.Right > gap * Math.Max(before.Glyph.Size, after.Glyph.Size);
    }
}
