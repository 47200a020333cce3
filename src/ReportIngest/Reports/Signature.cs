using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReportIngest.Reports;

/// <summary>Who signs and when, at the end of a report.</summary>
/// <param name="First">Index of the first line it takes.</param>
internal sealed partial record Signature(int First, string? Unit, DateOnly Date)
{
    /// <summary>
    /// The first day from line <paramref name="from"/> on that fills a line, alone or behind a unit's name; the unit may also stand in the line before it or,
    /// as some pages have it, after it. A day in a page's foot stands among other words and is none.
    /// </summary>
    public static Signature? Find(ImmutableArray<Line> lines, int from)
    {
        for (var i = from; i < lines.Length; i++)
        {
            if (lines[i].IsInTable) continue;
            if (PrintedDate.Alone(lines, i) is { } date)
            {
                if (i > from && UnitName.IsOne(lines[i - 1].Compact)) return new Signature(i - 1, lines[i - 1].Compact, date);
                return new Signature(i, i + 1 < lines.Length && UnitName.IsOne(lines[i + 1].Compact) ? lines[i + 1].Compact : null, date);
            }

            if (Together(lines[i]) is { } signed) return signed with { First = i };
        }

        return null;
    }

    private static Signature? Together(Line line)
    {
        if (!line.IsShort) return null;
        var text = CompactText.WithBlanks(line.Text);
        return UnitAndDay().Match(text) is { Success: true } match && PrintedDate.Of(match) is { } date && CompactText.Of(text.AsSpan(0, match.Index)) is var unit && UnitName.IsOne(unit)
            ? new Signature(0, unit, date)
            : null;
    }

    [GeneratedRegex(PrintedDate.Pattern + @"\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex UnitAndDay();
}
