using System.Collections.Immutable;

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

    public static ImmutableArray<Line> Of(ReadOnlySpan<Glyph> glyphs) => glyphs switch
    {
        [] => [],
        [{ IsBlank: true }] => [],
        [var digit] => [new Line(digit.Text, digit.Box, Math.Max(digit.Size, 0), UprightLines.Turned(digit).Width)], // most cells of the form
        _ => OfSeveral(glyphs),
    };

    /// <summary>The letters by their direction of writing; nearly always there is one.</summary>
    private static ImmutableArray<Line> OfSeveral(ReadOnlySpan<Glyph> glyphs)
    {
        Span<char> room = stackalloc char[Room];
        Span<bool> turns = [false, false, false, false];
        foreach (var glyph in glyphs)
            turns[glyph.Turn] = true;
        var lines = ImmutableArray.CreateBuilder<Line>();
        for (var turn = 0; turn < turns.Length; turn++)
        {
            if (!turns[turn])
                continue;
            var letters = new UprightLines(glyphs, turn);
            while (letters.MoveNext())
            {
                var text = new LineText(room);
                foreach (ref readonly var placed in letters.Line)
                    text.Add(placed);
                lines.Add(text.ToLine());
            }
        }
        return lines.DrainToImmutable();
    }

    /// <summary>Lines of the letters that stand upright, cut into words wherever these stand further apart than these gaps; blanks are left out.</summary>
    public static List<List<ImmutableArray<Glyph>>> Split(ImmutableArray<Glyph> glyphs, Gaps gaps)
    {
        var lines = new List<List<ImmutableArray<Glyph>>>();
        var letters = new UprightLines(glyphs.AsSpan(), turn: 0);
        while (letters.MoveNext())
            lines.Add(Words(letters.Line, gaps));
        return lines;
    }

    private static List<ImmutableArray<Glyph>> Words(ReadOnlySpan<Placed> line, Gaps gaps)
    {
        var words = new List<ImmutableArray<Glyph>>();
        var word = ImmutableArray.CreateBuilder<Glyph>();
        var last = default(Placed);
        foreach (ref readonly var placed in line)
        {
            if (placed.Glyph.IsBlank)
                continue;
            if (word.Count > 0 && IsGap(last, placed, gaps))
            {
                words.Add(word.ToImmutable());
                word.Clear();
            }
            word.Add(placed.Glyph);
            last = placed;
        }
        words.Add(word.ToImmutable());
        return words;
    }

    /// <summary>The letters of one word as <see cref="Split"/> gives them.</summary>
    public static Line ToLine(ImmutableArray<Glyph> word)
    {
        var text = new LineText(stackalloc char[Room]);
        foreach (var glyph in word)
            text.Add(new Placed(glyph, UprightLines.Turned(glyph), 0));
        return text.ToLine();
    }

    /// <summary>For the letters of a line; a page has no more than a hundred beside each other, as a rule.</summary>
    private const int Room = 128;

    /// <summary>The text of a line, letter by letter from the left.</summary>
    /// <param name="room">Where it is put together, as long as it is short.</param>
    private ref struct LineText(Span<char> room)
    {
        private Span<char> _text = room;
        private int _length;
        private Placed _last;
        private bool _blank;
        private Box _box;
        private double _size, _left = double.MaxValue, _right = double.MinValue;

        public void Add(in Placed placed)
        {
            if (placed.Glyph.IsBlank)
            {
                _blank = true;
                return;
            }
            var isFirst = _length == 0;
            if (!isFirst && (IsGap(_last, placed, Blanks) || (_blank && placed.Upright.Left > _last.Upright.Right)))
                Append(" ");
            Append(placed.Glyph.Text);
            _box = isFirst ? placed.Glyph.Box : _box.Union(placed.Glyph.Box);
            _size = Math.Max(_size, placed.Glyph.Size);
            (_left, _right) = (Math.Min(_left, placed.Upright.Left), Math.Max(_right, placed.Upright.Right));
            (_last, _blank) = (placed, false);
        }

        private void Append(string text)
        {
            if (_length + text.Length > _text.Length)
            {
                var longer = new char[(_length + text.Length) * 2];
                _text[.._length].CopyTo(longer);
                _text = longer;
            }
            text.CopyTo(_text[_length..]);
            _length += text.Length;
        }

        public readonly Line ToLine() => new(_text[.._length].ToString(), _box, _size, _right - _left);
    }

    private static bool IsGap(in Placed before, in Placed after, Gaps gaps)
    {
        var (a, b) = (Wrapping.IsChinese(before.Glyph.Text[^1]), Wrapping.IsChinese(after.Glyph.Text[0]));
        var gap = a && b ? gaps.Chinese : a || b ? gaps.Mixed : gaps.Latin;
        return after.Upright.Left - before.Upright.Right > gap * Math.Max(before.Glyph.Size, after.Glyph.Size);
    }
}
