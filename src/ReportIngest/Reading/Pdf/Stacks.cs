using System.Collections.Immutable;

namespace ReportIngest.Reading.Pdf;

/// <summary>The lines of one cell, from top to bottom.</summary>
internal sealed record Stack(ImmutableArray<Word> Words)
{
    public Box Box { get; } = Around(Words);

    public double Middle => (Box.Top + Box.Bottom) / 2;

    public double Size => Words[0].Line.Size;

    public bool IsValue { get; } = Words.Any(word => word.IsValue);

    private static Box Around(ImmutableArray<Word> words)
    {
        var box = words[0].Box;
        foreach (var word in words)
            box = box.Union(word.Box);
        return box;
    }
}

/// <summary>Words → cells: the lines of a wrapped text stand closer than the rows of a table, which have padding between them.</summary>
internal static class Stacks
{
    /// <summary>Lines of one text vary by less than this part of their distance: browsers round lines of 12 pt to pixels of 0.75 pt, up or down.</summary>
    private const double Even = 1.2;

    /// <summary>Rows have padding, of 1 px above and below at the least: an eighth of a line of 9 pt. Rows without it come uneven by a twentieth (browsers round to pixels).</summary>
    private const double Padded = 1.1;

    /// <summary>Where a page has no two rows of values to compare with, lines this many sizes apart or closer are one text: fonts ask for 1.17 to 1.3.</summary>
    private const double Close = 1.4;

    /// <summary>Wrapped lines further apart than this, in sizes, look like rows: web pages set text with lines of 1.5.</summary>
    private const double Widest = 1.6;

    /// <summary>The distance of wrapped lines in the tables of a page, in sizes; 0 where no text wraps.</summary>
    public static double Leading(IReadOnlyCollection<WordLine> lines)
    {
        var texts = Distances(lines).DefaultIfEmpty(0).Min();
        var values = lines.Where(line => line.HoldsValue).ToList();
        var rows = values.Zip(values.Skip(1), (a, b) => (b.ValueMiddle - a.ValueMiddle) / a.Size).Where(distance => distance >= Line).DefaultIfEmpty(Close * Padded).Min();
        return texts <= Widest && texts * Padded < rows ? Math.Min(texts * Even, (texts + rows) / 2) : 0;
    }

    /// <summary>Of every text to the next below it, in sizes.</summary>
    private static IEnumerable<double> Distances(IEnumerable<WordLine> lines)
    {
        var above = new List<Word>();
        foreach (var word in lines.SelectMany(line => line.Words).Where(word => !word.IsValue).OrderBy(word => word.Middle))
        {
            var over = above.Count - 1;
            while (over >= 0 && !IsBelow(word, above[over]))
                over--;
            if (over >= 0)
                yield return (word.Middle - above[over].Middle) / word.Line.Size;
            above.Add(word);
        }
    }

    public static List<Stack> Of(IEnumerable<WordLine> lines, double leading)
    {
        var stacks = new List<List<Word>>();
        foreach (var word in lines.SelectMany(line => line.Words).OrderBy(word => word.Middle))
        {
            var over = word.IsValue ? -1 : stacks.Count - 1;
            while (over >= 0 && !GoesOn(stacks[over][^1], word, leading))
                over--;
            if (over >= 0)
                stacks[over].Add(word);
            else
                stacks.Add([word]);
        }
        return [.. stacks.Select(stack => new Stack([.. stack]))];
    }

    private static bool GoesOn(Word above, Word word, double leading) =>
        !above.IsValue && IsBelow(word, above) && word.Middle - above.Middle <= leading * word.Line.Size;

    /// <summary>Lines of one text stand about a size apart or more; what is closer stands beside it in another column.</summary>
    internal const double Line = 0.9;

    private static bool IsBelow(Word word, Word other) =>
        word.Middle - other.Middle > Line * word.Line.Size && word.Box.Left < other.Box.Right && word.Box.Right > other.Box.Left;
}
