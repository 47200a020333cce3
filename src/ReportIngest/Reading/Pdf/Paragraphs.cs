using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReportIngest.Reading.Pdf;

/// <summary>A line of text outside the tables and the page it stands on.</summary>
internal sealed record PageLine(int Page, Line Line);

/// <summary>The body of a document as it is set: the usual size of type and the margins of its lines.</summary>
internal sealed record Setting(double Size, double Left, double Right)
{
    public static Setting Of(IReadOnlyCollection<PageLine> lines)
    {
        if (lines.Count == 0)
            return new Setting(0, 0, 0);
        var size = lines.GroupBy(line => Math.Round(line.Line.Size)).MaxBy(group => group.Sum(line => line.Line.Text.Length))!.Key;
        var body = lines.Where(line => Math.Abs(line.Line.Size - size) <= 1).ToList();
        return new Setting(size, Quantile(body.Select(line => line.Line.Box.Left), 0.1), Quantile(body.Select(line => line.Line.Box.Right), 0.9));
    }

    /// <summary>A tenth of the lines may hang over the margin (hanging punctuation, wide signatures).</summary>
    private static double Quantile(IEnumerable<double> values, double part)
    {
        var sorted = values.Order().ToList();
        return sorted[(int)((sorted.Count - 1) * part)];
    }

    /// <summary>A heading is set clearly larger than the body; the body itself varies by rounding and by fallback fonts.</summary>
    public bool IsLarge(Line line) => line.Size > Size * 1.15;
}

/// <summary>Lines → paragraphs.</summary>
internal static partial class Paragraphs
{
    /// <summary>Splits the lines of one stretch between two tables, in reading order.</summary>
    public static ImmutableArray<ImmutableArray<PageLine>> Split(IReadOnlyList<PageLine> lines, Setting setting)
    {
        var paragraphs = ImmutableArray.CreateBuilder<ImmutableArray<PageLine>>();
        var current = ImmutableArray.CreateBuilder<PageLine>();
        foreach (var line in lines)
        {
            if (current.Count > 0 && !Continues(current[^1], line, setting))
                paragraphs.Add(current.DrainToImmutable());
            current.Add(line);
        }
        if (current.Count > 0)
            paragraphs.Add(current.DrainToImmutable());
        return paragraphs.ToImmutable();
    }

    public static string Text(ImmutableArray<PageLine> paragraph, Setting setting) =>
        Wrapping.Join([.. paragraph.Select(line => line.Line)], setting.Right - setting.Left).Replace('\n', ' ');

    // The last line of a paragraph may be full: that a sentence ended and a number follows tells it.
    [GeneratedRegex("^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十0-9]{1,3}[）)])")]
    private static partial Regex Numbered();

    private static bool Continues(PageLine before, PageLine after, Setting setting)
    {
        var (a, b) = (before.Line, after.Line);
        if (Math.Abs(a.Size - b.Size) > 0.1 * Math.Max(a.Size, b.Size))
            return false;
        if (a.Text[^1] is '。' && Numbered().IsMatch(b.Text))
            return false;
        // Lines of one paragraph are set up to 2.2 sizes apart (official documents use 28 to 30 pt for 16 pt type).
        if (before.Page == after.Page && b.Box.Top - a.Box.Top > 2.2 * Math.Max(a.Size, b.Size))
            return false;
        if (setting.IsLarge(a))
            return before.Page == after.Page && IsCentred(a, setting) && IsCentred(b, setting);
        return b.Box.Left - setting.Left < 1.2 * b.Size && Wrapping.Wraps(a with { Length = a.Box.Right - setting.Left }, b, setting.Right - setting.Left);
    }

    private static bool IsCentred(Line line, Setting setting) =>
        Math.Abs((line.Box.Left - setting.Left) - (setting.Right - line.Box.Right)) < 2 * line.Size;
}
