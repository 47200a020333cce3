using System.Text.RegularExpressions;

namespace ReportIngest.Reading.Pdf;

/// <summary>Finds the lines that are a table without rules: lines of values, or a header and labels, and what belongs to them.</summary>
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
            if (!lines[i].IsGrid && !IsHeader(lines[i]) && !(i > 0 && IsUnderHeader(lines[i], lines[i - 1])))
                continue;
            var (first, last) = (i, i);
            var width = lines[i].Box.Width;
            while (next < lines.Count && Belongs(lines[next], lines[next - 1], lines[i], width))
            {
                if (lines[next].HasValues)
                    (last, width) = (next, Math.Max(width, lines[next].Box.Width));
                next++;
            }
            while (last + 1 < next && (IsRestOfLabel(lines[last + 1], lines[last]) || IsRestOfNumber(lines[last + 1], lines[first..(last + 1)])))
                last++;
            last = LastLabel(lines, first, last, next);
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

    /// <summary>Digits under a number on one of the two lines above: the row's other cells stand half a line off, and a page break widens the gap.</summary>
    private static bool IsRestOfNumber(WordLine line, List<WordLine> above) =>
        line is { Words: [{ IsValue: true }] } && line.Box.Top - above[^1].Box.Bottom < Near * line.Size
        && above.TakeLast(2).SelectMany(other => other.Words).Any(word => word.IsValue && word.Box.Left < line.Box.Right && word.Box.Right > line.Box.Left);

    /// <summary>Rows without values are no further apart than this, in sizes: a little more than rows of two pages.</summary>
    private const double Near = 2.2;

    /// <summary>Below the last values: rows of labels alone, and headers with such rows below them. Labels stand left of the first column of values.</summary>
    private static int LastLabel(List<WordLine> lines, int first, int last, int next)
    {
        var values = lines[first..(last + 1)].Where(line => line.HasValues).Select(FirstValue).DefaultIfEmpty(double.NaN).Min();
        var edge = double.IsNaN(values) ? Edge(lines[last]) : values;
        var gaps = Enumerable.Range(first + 1, next - first - 1).Select(Gap).Order().ToList();
        for (var i = last + 1; i < next && Gap(i) < (IsHeading(lines[i]) ? Even * gaps[gaps.Count / 2] : Near * lines[i].Size); i++)
        {
            var isHeader = lines[i].Words.Length > 1 && lines[i].Box.Right > edge;
            if (isHeader)
                edge = Edge(lines[i]);
            else if (lines[i].Box.Right <= edge)
                last = i;
        }
        return last;

        double Gap(int line) => lines[line].Box.Top - lines[line - 1].Box.Bottom;
    }

    /// <summary>Rows follow one another evenly; the heading of the next section stands further off than a numbered label (四、结转下年度继续办理).</summary>
    private const double Even = 1.2;

    /// <summary>Where the second column of a header begins; its first word heads the labels unless these stand further left.</summary>
    private static double Edge(WordLine header) => header.Words[header.Words.Length > 1 ? 1 : 0].Box.Left;

    /// <summary>Four words and more without an end of a sentence or a colon: the header of a table that may be empty.</summary>
    private static bool IsHeader(WordLine line) =>
        line.Words.Length >= 4 && !line.HoldsValue && !line.Words.Any(word => word.Line.Text.AsSpan().ContainsAny('。', '：', ':'));

    private static double FirstValue(WordLine line) => line.Words.Where(word => word.IsValue).Select(word => word.Box.Left).DefaultIfEmpty(double.MaxValue).First();

    private static bool IsHeading(WordLine line) => !line.HasValues && line.Words.Length == 1 && Numbered().IsMatch(line.Words[0].Line.Text);

    [GeneratedRegex("^[一二三四五六七八九十]+、")]
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

    /// <summary>Values, or labels below a header.</summary>
    public static bool IsTable(List<WordLine> part) => part.Exists(line => line.HasValues) || part.SkipWhile(line => line.Words.Length < 2).Skip(1).Any();
}
