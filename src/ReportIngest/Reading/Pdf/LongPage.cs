using System.Collections.Immutable;

namespace ReportIngest.Reading.Pdf;

/// <summary>The letters of a page outside its ruled tables, and the boxes of those tables.</summary>
internal sealed record LoosePage(PageInk Page, ImmutableArray<Glyph> Glyphs, ImmutableArray<Box> Ruled);

/// <summary>
/// The lines of consecutive pages as they would stand on one long page, without page numbers and repeated headers: a table without rules goes on
/// wherever its words do, and a header belongs to the values on the next page.
/// </summary>
internal sealed class LongPage
{
    /// <summary>Between the last line of a page and the first of the next, in sizes: more than between the lines of one text, less than between a table and the text around it.</summary>
    private const double Break = 2;

    /// <summary>Where a ruled table stands at the break, nothing goes on over it.</summary>
    private const double Barrier = 10;

    /// <summary>Blanks wider than these part two cells: browsers pad cells by half a letter of 9 pt on both sides together, and Chinese justified over a line stands closer than one letter.</summary>
    private static readonly Gaps BetweenCells = new(0.4, 0.4, 0.9);

    private readonly List<(double Top, double Offset, LoosePage Page)> _pages = [];

    private LongPage()
    {
    }

    /// <summary>The lines from top to bottom, their boxes on the long page.</summary>
    public List<WordLine> Lines { get; } = [];

    /// <summary>The runs of pages with values and the page before each, where their header may stand. Most pages are prose, and looking closer would take longer than all the rest.</summary>
    public static IEnumerable<LongPage> Of(IReadOnlyList<LoosePage> pages)
    {
        var letters = pages.Select(page => Pdf.Lines.Split(page.Glyphs, BetweenCells)).ToList();
        var hasValues = letters.ConvertAll(lines => lines.Exists(line => line.Count > 3 || (line.Count > 1 && Word.IsValueOf(line[^1]))));
        if (!hasValues.Contains(true))
            yield break;
        var words = letters.ConvertAll(lines => lines.ConvertAll(line => new WordLine([.. line.Select(word => new Word(word))])));
        var furniture = FurnitureOf(pages, words);
        for (int i = 0, next; i < pages.Count; i = next)
        {
            next = i + 1;
            if (!hasValues[i] && !(next < pages.Count && hasValues[next]))
                continue;
            while (next < pages.Count && (hasValues[next] || (next + 1 < pages.Count && hasValues[next + 1])))
                next++;
            var page = new LongPage();
            for (var at = i; at < next; at++)
                page.Append(pages[at], Within(words[at], furniture));
            yield return page;
        }
    }

    /// <summary>The lines of one word that are page numbers, headers and footers: a line of several may be the header of a table.</summary>
    private static HashSet<WordLine> FurnitureOf(IReadOnlyList<LoosePage> pages, List<List<WordLine>> words)
    {
        var lone = words.SelectMany((lines, i) => lines.Where(line => line.Words.Length == 1).Select(line => (Words: line, Line: new PageLine(pages[i].Page.Number, line.Words[0].Line)))).ToList();
        var text = Furniture.Remove([.. lone.Select(one => one.Line)], [.. pages.Select(page => page.Page)]).ToHashSet(ReferenceEqualityComparer.Instance);
        return lone.Where(one => !text.Contains(one.Line)).Select(one => one.Words).ToHashSet<WordLine>(ReferenceEqualityComparer.Instance);
    }

    /// <summary>The lines between the first and the last that are none: a number alone between others is the rest of one that wraps.</summary>
    private static List<WordLine> Within(List<WordLine> lines, HashSet<WordLine> furniture)
    {
        var last = lines.FindLastIndex(line => !furniture.Contains(line));
        return [.. lines.Take(last + 1).SkipWhile(furniture.Contains)];
    }

    private void Append(LoosePage page, List<WordLine> lines)
    {
        var repeated = RepeatedHeader(lines);
        var (offset, top) = (0.0, double.MinValue);
        if (Lines.Count > 0)
        {
            var first = lines.Skip(repeated).Select(line => line.Box.Top).DefaultIfEmpty(0).First();
            var last = Lines[^1];
            offset = last.Box.Bottom + (IsBarred(page, first) ? Barrier : Break) * last.Size - first;
            top = last.Box.Bottom;
        }
        _pages.Add((top, offset, page));
        foreach (var line in lines.Skip(repeated))
            Lines.Add(line.Lowered(offset));
    }

    /// <summary>A ruled table below the last line, or above the first of the next page.</summary>
    private bool IsBarred(LoosePage next, double first)
    {
        var (_, offset, before) = _pages[^1];
        return before.Ruled.Any(box => box.Bottom + offset > Lines[^1].Box.Bottom) || next.Ruled.Any(box => box.Top < first);
    }

    /// <summary>The number of lines at the top of a page that say again, word by word, what stands as a header on a page before.</summary>
    private int RepeatedHeader(List<WordLine> page)
    {
        var most = 0;
        for (var start = 0; start < Lines.Count; start++)
        {
            var (same, isHeader) = (0, false);
            while (same < page.Count && start + same < Lines.Count && !page[same].HoldsValue && IsSame(page[same], Lines[start + same]))
                isHeader |= page[same++].Words.Length > 1;
            if (isHeader)
                most = Math.Max(most, same);
        }
        return most;
    }

    private static bool IsSame(WordLine a, WordLine b)
    {
        if (a.Words.Length != b.Words.Length)
            return false;
        for (var i = 0; i < a.Words.Length; i++)
            if (a.Words[i].Line.Text != b.Words[i].Line.Text)
                return false;
        return true;
    }

    /// <summary>Where boxes of the long page stand: on the page of the first of them, around those that are on it.</summary>
    public Place PlaceOf(IReadOnlyCollection<Box> boxes)
    {
        var first = _pages.Count - 1;
        foreach (var box in boxes)
            first = Math.Min(first, IndexAt(Middle(box)));
        Box? around = null;
        foreach (var box in boxes)
            if (IndexAt(Middle(box)) == first)
                around = around?.Union(box) ?? box;
        return new Place(_pages[first].Page.Page.Number, Down(around!.Value, -_pages[first].Offset));
    }

    public Place PlaceOf(Box box)
    {
        var (_, offset, page) = _pages[IndexAt(Middle(box))];
        return new Place(page.Page.Number, Down(box, -offset));
    }

    private int IndexAt(double y)
    {
        var index = _pages.Count - 1;
        while (_pages[index].Top > y)
            index--;
        return index;
    }

    private static double Middle(Box box) => (box.Top + box.Bottom) / 2;

    private static Box Down(Box box, double by) => box with { Top = box.Top + by, Bottom = box.Bottom + by };
}
