using System.Collections.Immutable;

namespace ReportIngest.Reading.Pdf;

/// <summary>Letters of one line that stand apart from the others on it, from left to right.</summary>
/// <param name="Letters">As their page has them.</param>
/// <param name="Down">How much lower than on their page they stand on the long one.</param>
internal sealed record Word(ImmutableArray<Glyph> Letters, double Down = 0)
{
    /// <summary>The signs with which offices fill a cell that holds no number.</summary>
    private const string Signs = "/／-－—–无";

    public Line Line { get; private init; } = Lowered(Lines.ToLine(Letters), Down);

    public Box Box => Line.Box;

    public double Middle => (Box.Top + Box.Bottom) / 2;

    /// <summary>A number, or the sign that stands for none.</summary>
    public bool IsValue { get; } = IsValueOf(Letters);

    public static bool IsValueOf(ImmutableArray<Glyph> letters)
    {
        var (isNumber, isSign) = (true, true);
        foreach (var letter in letters)
        {
            isNumber = isNumber && Wrapping.IsOfNumber(letter.Text[0]);
            isSign = isSign && Signs.Contains(letter.Text[0]);
            if (!isNumber && !isSign)
                return false;
        }
        return true;
    }

    /// <summary>The same word on the long page.</summary>
    public Word Lowered(double by) => this with { Down = by, Line = Lowered(Line, by) };

    private static Line Lowered(Line line, double by) => by == 0 ? line : line with { Box = line.Box with { Top = line.Box.Top + by, Bottom = line.Box.Bottom + by } };

    /// <summary>Inner gaps that are seen: letters are set evenly inside a cell, so neighbouring cells that stand close show a wider one between them.</summary>
    public ImmutableArray<(double From, double To)> Gaps => _gaps ??= FindGaps();

    private ImmutableArray<(double From, double To)>? _gaps;

    private ImmutableArray<(double From, double To)> FindGaps()
    {
        if (Letters.Length < 2)
            return [];
        var widths = Letters.Length <= MostOnStack ? stackalloc double[Letters.Length - 1] : new double[Letters.Length - 1];
        for (var i = 0; i < widths.Length; i++)
            widths[i] = Letters[i + 1].Box.Left - Letters[i].Box.Right;
        var sorted = Letters.Length <= MostOnStack ? stackalloc double[widths.Length] : new double[widths.Length];
        widths.CopyTo(sorted);
        sorted.Sort();
        var usual = sorted[(sorted.Length - 1) / 2];
        var gaps = ImmutableArray.CreateBuilder<(double From, double To)>();
        for (var i = 0; i < widths.Length; i++)
            if (widths[i] > usual + Seen * Line.Size)
                gaps.Add((Letters[i].Box.Right, Letters[i + 1].Box.Left));
        return gaps.ToImmutable();
    }

    private const int MostOnStack = 64;

    /// <summary>The two parts of a word that has a gap at a border of columns, which other lines tell; itself where it has none there.</summary>
    public IEnumerable<Word> CutAt(double border)
    {
        foreach (var (from, to) in Gaps)
            if (from <= border + Touching && to >= border - Touching)
                return [new Word([.. Letters.Where(letter => letter.Box.Right <= from)], Down), new Word([.. Letters.Where(letter => letter.Box.Left >= to)], Down)];
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
internal sealed class WordLine
{
    public WordLine(ImmutableArray<Word> words)
    {
        (Words, Box, Size) = (words, words[0].Box, words[0].Line.Size);
        var (values, others) = (0, 0);
        foreach (var word in words)
        {
            Box = Box.Union(word.Box);
            Size = Math.Max(Size, word.Line.Size);
            values += word.IsValue ? 1 : 0;
            others += values > 0 && !word.IsValue ? 1 : 0;
        }
        HoldsValue = values > 0;
        HasValues = values > (words[0].IsValue ? 1 : 0);
        IsGrid = words.Length >= 3 && values >= 2 && others == 0;
    }

    public ImmutableArray<Word> Words { get; }

    public Box Box { get; }

    public double Middle => (Box.Top + Box.Bottom) / 2;

    public double Size { get; }

    public bool HoldsValue { get; }

    /// <summary>The middle of the values; labels beside them may stand half a line off.</summary>
    public double ValueMiddle => _valueMiddle ??= Words.Where(word => word.IsValue).Average(word => word.Middle);

    private double? _valueMiddle;

    /// <summary>A value that is not first, where the number of a page or a paragraph stands.</summary>
    public bool HasValues { get; }

    /// <summary>Three words and more that end with two values or more and have none before: prose and lists never look like that.</summary>
    public bool IsGrid { get; }

    public WordLine CutAt(ImmutableArray<double> borders) => Words.All(word => word.Gaps.IsEmpty) ? this
        : new([.. Words.SelectMany(word => word.Gaps.IsEmpty ? [word] : borders.Aggregate<double, List<Word>>([word], (parts, border) => [.. parts.SelectMany(part => part.CutAt(border))]))]);

    /// <summary>The same line on the long page.</summary>
    public WordLine Lowered(double by) => by == 0 ? this : new([.. Words.Select(word => word.Lowered(by))]);
}
