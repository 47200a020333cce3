using System.Text.RegularExpressions;

namespace ReportIngest.Reading.Pdf;

/// <summary>Finds the lines of a page that are a table without rules: lines of values and what belongs to them.</summary>
internal static partial class Stretches
{
    /// <summary>Lines further apart than this many sizes belong to different blocks: rows are padded by less than their text is high.</summary>
    private const double Apart = 4;

    /// <summary>A heading between two tables is set larger than they are; letters of one table vary less.</summary>
    private const double Larger = 1.15;

    /// <summary>One unbroken line nearly as wide as the table is prose; a caption or a label is shorter.</summary>
    private const double Wide = 0.8;

    /// <summary>Stretches from the header above the first values to the last values, and the rest of their label.</summary>
    public static IEnumerable<List<WordLine>> Of(List<WordLine> lines)
    {
        var end = 0;
        for (int i = 0, next; i < lines.Count; i = next)
        {
            next = i + 1;
            if (!lines[i].IsGrid && !(i > 0 && IsUnderHeader(lines[i], lines[i - 1])))
                continue;
            var (first, last) = (i, i);
            var width = lines[i].Box.Width;
            while (next < lines.Count && Belongs(lines[next], lines[next - 1], lines[i], width))
            {
                if (lines[next].HasValues)
                    (last, width) = (next, Math.Max(width, lines[next].Box.Width));
                next++;
            }
            while (last + 1 < next && IsRestOfLabel(lines[last + 1], lines[last]))
                last++;
            while (first > end && Belongs(lines[first - 1], lines[first], lines[i], width) && !IsHeading(lines[first - 1]))
                first--;
            end = next = last + 1;
            yield return lines[first..next];
        }
    }

    /// <summary>A label and a value below a header of two words: all that a page break leaves of a table's narrow part.</summary>
    private static bool IsUnderHeader(WordLine line, WordLine header) =>
        line is { HasValues: true, Words.Length: 2 } && header is { HasValues: false, Words.Length: 2 }
        && line.Words.Zip(header.Words).All(pair => pair.First.Box.Left < pair.Second.Box.Right && pair.First.Box.Right > pair.Second.Box.Left)
        && line.Box.Top - header.Box.Bottom < Apart * line.Size;

    private static bool Belongs(WordLine line, WordLine neighbour, WordLine grid, double width)
    {
        var gap = Math.Max(line.Box.Top - neighbour.Box.Bottom, neighbour.Box.Top - line.Box.Bottom);
        return gap < Apart * grid.Size && line.Size < Larger * grid.Size && !IsProse(line, width);
    }

    private static bool IsProse(WordLine line, double width) => !line.IsGrid
        && ((line.Words.Length == 1 && line.Box.Width > Wide * width) || line.Words.Any(word => word.Line.Text.Contains('。', StringComparison.Ordinal)));

    /// <summary>Lines closer than 1.4 sizes below the last values: fonts ask for up to 1.3.</summary>
    private static bool IsRestOfLabel(WordLine line, WordLine before) => line.Middle - before.Middle < 1.4 * line.Size && line.Words[0].Box.Left < FirstValue(before);

    private static double FirstValue(WordLine line) => line.Words.Where(word => word.IsValue).Select(word => word.Box.Left).DefaultIfEmpty(double.MaxValue).First();

    private static bool IsHeading(WordLine line) => !line.HasValues && line.Words.Length == 1 && Numbered().IsMatch(line.Words[0].Line.Text);

    [GeneratedRegex("^[一二三四五六七八九十]+、", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Numbered();

    /// <summary>Cuts a stretch where a new header stands below values: a line of words, some of them over the values.</summary>
    public static IEnumerable<List<WordLine>> Parts(List<WordLine> stretch)
    {
        var part = new List<WordLine>();
        var values = double.MaxValue;
        foreach (var line in stretch)
        {
            if (!line.HoldsValue && line.Words.Any(word => word.Box.Right > values))
            {
                yield return part;
                (part, values) = ([], double.MaxValue);
            }
            if (line.HoldsValue)
                values = Math.Min(values, FirstValue(line));
            part.Add(line);
        }
        yield return part;
    }
}
