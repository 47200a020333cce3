using System.Collections.Immutable;
using ReportIngest.Documents;

namespace ReportIngest.Reading.Pdf;

/// <summary>
/// Pages whose text runs up, down or upside down (turned by a scanner's or an editor's command, or a wide table laid sideways): they are turned as a reader turns the
/// sheet, and what was read of them is turned back, so that places stay those of the page as it is shown.
/// </summary>
internal static class Turning
{
    /// <summary>Of the letters, those that must run one way: beside a table with vertical labels the numbers run another, beside a sideways page only its number does.</summary>
    private const double Share = 0.9;

    /// <summary>Quarter turns clockwise of the writing direction of a page, or 0.</summary>
    public static int Of(ImmutableArray<Glyph> glyphs)
    {
        Span<int> counts = [0, 0, 0, 0];
        foreach (var glyph in glyphs)
            if (!glyph.IsBlank)
                counts[glyph.Turn]++;
        var letters = counts[0] + counts[1] + counts[2] + counts[3];
        for (var turn = 1; turn < counts.Length; turn++)
            if (letters > 0 && counts[turn] >= Share * letters)
                return turn;
        return 0;
    }

    /// <summary>The letter on the sheet that was turned so that writing of this direction runs from the left.</summary>
    public static Glyph Upright(Glyph glyph, int turn, double width, double height) =>
        new(glyph.Text, Upright(glyph.Box, turn, width, height), glyph.Size, (glyph.Turn + 4 - turn) % 4, glyph.Run);

    /// <param name="width">Of the page before it is turned.</param>
    public static Box Upright(Box box, int turn, double width, double height) => turn switch
    {
        1 => new Box(box.Top, width - box.Right, box.Bottom, width - box.Left),
        2 => new Box(width - box.Right, height - box.Bottom, width - box.Left, height - box.Top),
        3 => new Box(height - box.Bottom, box.Left, height - box.Top, box.Right),
        _ => box,
    };

    /// <summary>The places of blocks and notes, turned back to how their pages are shown.</summary>
    public static (ImmutableArray<Block> Blocks, ImmutableArray<ReadingNote> Notes) Back(
        ImmutableArray<Block> blocks, ImmutableArray<ReadingNote> notes, ImmutableArray<PageInk> pages)
    {
        var turned = pages.Where(page => page.Turn != 0).ToDictionary(page => page.Number);
        return turned.Count == 0 ? (blocks, notes) : ([.. blocks.Select(Shown)], [.. notes.Select(note => note with { Place = Place(note.Place) })]);

        Block Shown(Block block) => block is Table table
            ? table with { Place = Place(table.Place), Cells = [.. table.Cells.Select(cell => cell with { Place = Place(cell.Place) })] }
            : block with { Place = Place(block.Place) };

        Place Place(Place place) => place is { Page: { } number, Box: { } box } && turned.TryGetValue(number, out var page)
            ? place with { Box = Upright(box, 4 - page.Turn, page.Width, page.Height) }
            : place;
    }
}
