using System.Collections.Immutable;

namespace ReportIngest.Reading.Pdf;

/// <summary>A straight rule along one axis: at <paramref name="At"/> on the other axis, from one end to the other.</summary>
internal readonly record struct Rule(double At, double From, double To)
{
    public double Length => To - From;
}

/// <summary>The rules of a page, each as long as it is drawn, however many pieces it is drawn in.</summary>
internal sealed record Rulings(ImmutableArray<Rule> Horizontal, ImmutableArray<Rule> Vertical)
{
    /// <summary>A bar thicker than this is shading, not a rule: Word's thickest single border is 6 pt and no report has more than 3.</summary>
    public const double Thickest = 3;

    /// <summary>Pieces of one rule lie this close across it: half the thickness of a rule of 2 pt, drawn by its edges.</summary>
    private const double Across = 1;

    /// <summary>Solid pieces of one rule leave at most a corner between them (LibreOffice and Chromium end pieces at the crossing rule's edge).</summary>
    private const double Corner = 1.6;

    /// <summary>Pieces up to here may be dots or dashes, which leave gaps as long as themselves. Chromium's dashes for a rule of 1.5 px are 2.25 pt; thicker rules have longer ones.</summary>
    private const double LongestDash = 8;

    /// <summary>A rule bounds a cell, and a cell holds at least one digit of 5 pt.</summary>
    private const double Shortest = 4;

    /// <summary>Sorts bars by their direction (a dot may belong to either) and joins the pieces.</summary>
    public static Rulings Of(IReadOnlyCollection<Box> bars)
    {
        var (horizontal, vertical) = (new List<Rule>(bars.Count), new List<Rule>(bars.Count));
        foreach (var bar in bars)
        {
            if (bar.Height <= Thickest)
                horizontal.Add(new Rule((bar.Top + bar.Bottom) / 2, bar.Left, bar.Right));
            if (bar.Width <= Thickest)
                vertical.Add(new Rule((bar.Left + bar.Right) / 2, bar.Top, bar.Bottom));
        }
        return new Rulings(Join([.. horizontal]), Join([.. vertical]));
    }

    private static ImmutableArray<Rule> Join(Rule[] pieces)
    {
        Array.Sort(Array.ConvertAll(pieces, piece => piece.At), pieces); // a dotted page has twenty thousand: no delegate
        var rules = ImmutableArray.CreateBuilder<Rule>();
        var line = new List<Rule>();
        foreach (var piece in pieces)
        {
            if (line.Count > 0 && piece.At - line[0].At > Across)
            {
                JoinAlong(line, rules);
                line.Clear();
            }
            line.Add(piece);
        }
        JoinAlong(line, rules);
        return rules.ToImmutable();
    }

    private static void JoinAlong(List<Rule> pieces, ImmutableArray<Rule>.Builder rules)
    {
        var line = pieces.ToArray();
        Array.Sort(Array.ConvertAll(line, piece => piece.From), line);
        for (int i = 0, next; i < line.Length; i = next)
        {
            var (from, to, last) = (line[i].From, line[i].To, line[i].Length);
            var (low, high) = (line[i].At, line[i].At);
            for (next = i + 1; next < line.Length && line[next].From - to <= Gap(last, line[next].Length); next++)
            {
                (to, last) = (Math.Max(to, line[next].To), line[next].Length);
                (low, high) = (Math.Min(low, line[next].At), Math.Max(high, line[next].At));
            }
            if (to - from >= Shortest)
                rules.Add(new Rule((low + high) / 2, from, to));
        }
    }

    private static double Gap(double piece, double next) =>
        Math.Max(piece, next) > LongestDash ? Corner : Math.Max(Corner, Math.Max(piece, next) * 1.5);
}
