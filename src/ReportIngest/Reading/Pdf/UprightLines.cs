using System.Buffers;

namespace ReportIngest.Reading.Pdf;

/// <summary>A letter and its box turned upright; the index keeps letters at one place in the file's order.</summary>
internal readonly record struct Placed(Glyph Glyph, Box Upright, int Index)
{
    public double Y => (Upright.Top + Upright.Bottom) / 2;
}

/// <summary>The letters of one direction of writing, line by line from the top, each line from the left.</summary>
internal ref struct UprightLines
{
    private readonly Placed[] _lent;
    private readonly Span<Placed> _letters;
    private int _next;

    public UprightLines(ReadOnlySpan<Glyph> glyphs, int turn)
    {
        _lent = ArrayPool<Placed>.Shared.Rent(glyphs.Length);
        var count = 0;
        foreach (var glyph in glyphs)
            if (glyph.Turn == turn)
                _lent[count] = new Placed(glyph, Turned(glyph), count++);
        _letters = _lent.AsSpan(0, count);
        SortByHeight(_letters);
    }

    /// <summary>The letters of the current line, blanks among them; they hold until the next one is asked for.</summary>
    public ReadOnlySpan<Placed> Line { get; private set; }

    /// <summary>Goes to the next line that is not blank. After the last one the room is given back.</summary>
    public bool MoveNext()
    {
        while (_next < _letters.Length)
        {
            var (first, middle, size) = (_next, _letters[_next].Y, _letters[_next].Glyph.Size);
            var isBlank = true;
            // Lines stand at least one size apart; small and large letters of one line have middles within half the larger size.
            for (; _next < _letters.Length && _letters[_next].Y - middle < Math.Max(size, _letters[_next].Glyph.Size) / 2; _next++)
            {
                size = Math.Max(size, _letters[_next].Glyph.Size);
                isBlank &= _letters[_next].Glyph.IsBlank;
            }
            if (_next == first)
                isBlank = _letters[_next++].Glyph.IsBlank; // a letter without size
            if (isBlank)
                continue;
            var line = _letters[first.._next];
            SortAlong(line);
            Line = line;
            return true;
        }
        _letters.Clear();
        ArrayPool<Placed>.Shared.Return(_lent);
        return false;
    }

    public static Box Turned(Glyph glyph) => (glyph.Turn, glyph.Box) switch
    {
        (1, var box) => new Box(box.Top, -box.Right, box.Bottom, -box.Left),
        (2, var box) => new Box(-box.Right, -box.Bottom, -box.Left, -box.Top),
        (3, var box) => new Box(-box.Bottom, box.Left, -box.Top, box.Right),
        (_, var box) => box,
    };

    /// <summary>An operation shows letters of one height, so that there are far fewer stretches of them to be sorted than letters.</summary>
    private static void SortByHeight(Span<Placed> letters)
    {
        var sorted = 1;
        while (sorted < letters.Length && letters[sorted - 1].Y <= letters[sorted].Y)
            sorted++;
        if (sorted >= letters.Length)
            return;
        var stretches = new List<(double Y, int From, int To)>();
        for (int i = 0, next; i < letters.Length; i = next)
        {
            var y = letters[i].Y;
            for (next = i + 1; next < letters.Length && letters[next].Y == y;)
                next++;
            stretches.Add((y, i, next));
        }
        stretches.Sort((a, b) => a.Y != b.Y ? a.Y.CompareTo(b.Y) : a.From - b.From);
        var before = ArrayPool<Placed>.Shared.Rent(letters.Length);
        letters.CopyTo(before);
        var at = 0;
        foreach (var (_, from, to) in stretches)
        {
            before.AsSpan(from..to).CopyTo(letters[at..]);
            at += to - from;
        }
        before.AsSpan(0, letters.Length).Clear();
        ArrayPool<Placed>.Shared.Return(before);
    }

    /// <summary>Most lines have their letters in order, and to see that takes a tenth of sorting them.</summary>
    private static void SortAlong(Span<Placed> line)
    {
        for (var i = 1; i < line.Length; i++)
        {
            if (Order(line[i - 1], line[i]) <= 0)
                continue;
            line.Sort(Order);
            return;
        }
    }

    private static int Order(Placed a, Placed b) => a.Upright.Left != b.Upright.Left ? a.Upright.Left.CompareTo(b.Upright.Left) : a.Index - b.Index;
}
