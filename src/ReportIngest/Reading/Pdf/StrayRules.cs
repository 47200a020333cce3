using System.Collections.Immutable;

namespace ReportIngest.Reading.Pdf;

/// <summary>
/// A rule that runs through a word bounds no cell: published tables have such rules inside merged header cells.
/// A number too wide for its column also runs over a rule, so digits are no evidence.
/// </summary>
internal static class StrayRules
{
    /// <summary>A letter stands across a rule when at least this part of it lies on either side; kerning and rounding move a letter less.</summary>
    private const double Across = 0.2;

    public static Lattice Remove(Lattice lattice, IReadOnlyCollection<Glyph> glyphs)
    {
        foreach (var glyph in glyphs.Where(glyph => glyph.Turn == 0 && !char.IsAsciiDigit(glyph.Text[0])))
            if (Crossed(lattice, glyph) is var (left, right) && left != right && IsOneRow(lattice.Cells[left], lattice.Cells[right])
                && GoesOn(glyph, glyphs.Where(other => lattice.At(other.X, other.Y) == right)))
                lattice = lattice with { Cells = Merge(lattice.Cells, left, right) };
        return lattice;
    }

    /// <summary>The first letter beyond the rule on the same line follows closely; one that stands apart is another cell's, and the letter only ran over.</summary>
    private static bool GoesOn(Glyph letter, IEnumerable<Glyph> beyond) => beyond
        .Where(other => other != letter && !other.IsBlank && Math.Abs(other.Y - letter.Y) < letter.Size / 2)
        .MinBy(other => other.Box.Left) is not { } next || next.Box.Left - letter.Box.Right < Apart * letter.Size;

    /// <summary>Letters of one word stand closer than this, in sizes.</summary>
    private const double Apart = 0.5;

    private static (int Left, int Right)? Crossed(Lattice lattice, Glyph glyph)
    {
        var margin = Across * glyph.Box.Width;
        var left = lattice.At(glyph.Box.Left + margin, glyph.Y);
        var right = lattice.At(glyph.Box.Right - margin, glyph.Y);
        return left < 0 || right < 0 ? null : (left, right);
    }

    private static bool IsOneRow(Span left, Span right) => left.Row == right.Row && left.EndRow == right.EndRow;

    private static ImmutableArray<Span> Merge(ImmutableArray<Span> cells, int left, int right) =>
        cells.SetItem(left, cells[left] with { EndColumn = cells[right].EndColumn }).RemoveAt(right);
}
