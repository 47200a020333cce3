using System.Collections.Immutable;

namespace ReportIngest.Reading.Pdf;

/// <summary>Letters of one line that stand apart from the others on it, from left to right.</summary>
internal sealed record Word(ImmutableArray<Glyph> Letters)
{
    /// <summary>The signs with which offices fill a cell that holds no number.</summary>
    private const string Signs = "/／-－—–无";

    public Line Line { get; } = Lines.ToLine(Letters);

    public Box Box => Line.Box;

    public double Middle => (Box.Top + Box.Bottom) / 2;

    /// <summary>A number, or the sign that stands for none.</summary>
    public bool IsValue { get; } = IsValueOf(Letters);

    public static bool IsValueOf(ImmutableArray<Glyph> letters) =>
        letters.All(letter => Wrapping.IsOfNumber(letter.Text[0])) || letters.All(letter => Signs.Contains(letter.Text[0]));

    /// <summary>Inner gaps that are seen: letters are set evenly inside a cell, so neighbouring cells that stand close show a wider one between them.</summary>
    public ImmutableArray<(double From, double To)> Gaps => _gaps ??= FindGaps();

    private ImmutableArray<(double From, double To)>? _gaps;

    private ImmutableArray<(double From, double To)> FindGaps()
    {
        if (Letters.Length < 2)
            return [];
        var widths = new double[Letters.Length - 1];
        for (var i = 0; i < widths.Length; i++)
            widths[i] = Letters[i + 1].Box.Left - Letters[i].Box.Right;
        double[] sorted = [.. widths];
        Array.Sort(sorted);
        var usual = sorted[(sorted.Length - 1) / 2];
        var gaps = ImmutableArray.CreateBuilder<(double From, double To)>();
        for (var i = 0; i < widths.Length; i++)
            if (widths[i] > usual + Seen * Line.Size)
                gaps.Add((Letters[i].Box.Right, Letters[i + 1].Box.Left));
        return gaps.ToImmutable();
    }

    /// <summary>The two parts of a word that has a gap at a border of columns, which other lines tell; itself where it has none there.</summary>
    public IEnumerable<Word> CutAt(double border)
    {
        foreach (var (from, to) in Gaps.Where(gap => gap.From <= border + Touching && gap.To >= border - Touching))
            return [new Word([.. Letters.Where(letter => letter.Box.Right <= from)]), new Word([.. Letters.Where(letter => letter.Box.Left >= to)])];
        return [this];
    }

    /// <summary>The boxes between the gaps.</summary>
    public IEnumerable<Box> Pieces()
    {
        var left = Box.Left;
        foreach (var (from, to) in Gaps)
        {
            yield return Box with { Left = left, Right = from };
            left = to;
        }
        yield return Box with { Left = left };
    }

    /// <summary>A border stands in the middle of the gap between the widest words of its columns, which may be as narrow as a point.</summary>
    private const double Touching = 0.5;

    /// <summary>Chromium and LibreOffice set cells that their text fills less than half a point apart, at 9 and 10.5 pt: in sizes.</summary>
    private const double Seen = 0.02;
}

/// <summary>The words of one line, from left to right.</summary>
internal sealed record WordLine(ImmutableArray<Word> Words)
{
    public Box Box { get; } = Words.Select(word => word.Box).Aggregate((a, b) => a.Union(b));

    public double Middle => (Box.Top + Box.Bottom) / 2;

    public double Size { get; } = Words.Max(word => word.Line.Size);

    public bool HoldsValue { get; } = Words.Any(word => word.IsValue);

    /// <summary>The middle of the values; labels beside them may stand half a line off.</summary>
    public double ValueMiddle => Words.Where(word => word.IsValue).Average(word => word.Middle);

    /// <summary>A value that is not first, where the number of a page or a paragraph stands.</summary>
    public bool HasValues { get; } = Words.Skip(1).Any(word => word.IsValue);

    /// <summary>Three words and more that end with two values or more and have none before: prose and lists never look like that.</summary>
    public bool IsGrid { get; } = Words.Length >= 3 && Words.SkipWhile(word => !word.IsValue).ToList() is { Count: >= 2 } values && values.TrueForAll(word => word.IsValue);

    public WordLine CutAt(IEnumerable<double> borders) => Words.All(word => word.Gaps.IsEmpty) ? this
        : new([.. borders.Aggregate<double, IEnumerable<Word>>(Words, (words, border) => [.. words.SelectMany(word => word.CutAt(border))])]);
}
