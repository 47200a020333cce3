using System.Collections.Immutable;
using ReportIngest.Documents;

namespace ReportIngest.Reading.Pdf;

/// <summary>
/// Tables without rules, from their values: each line of values is a row, its columns are parted where its words are, and a label belongs to
/// the row whose values stand beside it. A position without a word is an empty cell in a row of values, and in one of labels alone where no values
/// are without a label that they could belong to: a blank is a statement.
/// </summary>
internal static class UnruledTables
{
    /// <summary>Lines whose middles are further apart than this, in sizes, are different rows.</summary>
    private const double Level = 0.5;

    /// <summary>The tables of the pages, and the letters that belong to them.</summary>
    public static (ImmutableArray<TableInk> Tables, HashSet<Glyph> Letters) Find(IReadOnlyList<LoosePage> pages)
    {
        var tables = ImmutableArray.CreateBuilder<TableInk>();
        var letters = new HashSet<Glyph>(ReferenceEqualityComparer.Instance);
        foreach (var page in LongPage.Of(pages))
        {
            var found = Stretches.Of(page.Lines).SelectMany(Stretches.Parts).Where(Stretches.IsTable).ToList();
            foreach (var part in found)
                foreach (var line in part)
                    foreach (var word in line.Words)
                        foreach (var letter in word.Letters)
                            letters.Add(letter);
            var parts = found.ConvertAll(part => (Borders: Gutters.Of(part), Lines: part)).ConvertAll(part => (part.Borders, Lines: part.Lines.ConvertAll(line => line.CutAt(part.Borders))));
            var leading = Stacks.Leading([.. parts.SelectMany(part => part.Lines)]);
            tables.AddRange(parts.Select(part => Build(part.Lines, part.Borders, leading, page)));
        }
        return (tables.ToImmutable(), letters);
    }

    private static TableInk Build(List<WordLine> lines, ImmutableArray<double> borders, double leading, LongPage page)
    {
        var boxes = lines.ConvertAll(line => line.Box);
        ImmutableArray<double> xs = [boxes.Min(box => box.Left), .. borders, boxes.Max(box => box.Right)];
        var rows = Rows(lines, Stacks.Of(lines, leading));
        var labelled = rows.TrueForAll(row => !row.Exists(stack => stack.IsValue) || row.Exists(stack => !stack.IsValue));
        // A number wraps where its column ends, and the column is as wide as its widest number.
        var widths = new double[xs.Length];
        foreach (var row in rows)
            foreach (var value in row)
                if (value.IsValue && First(xs, value.Box.Left) is >= 0 and var column)
                    widths[column] = Math.Max(widths[column], value.Box.Width);
        var cells = ImmutableArray.CreateBuilder<CellInk>();
        foreach (var (index, row) in rows.Index())
            AddCells(cells, row, index, xs, widths, page, labelled || row.Exists(stack => stack.IsValue));
        return new TableInk(xs, rows.Count, cells.DrainToImmutable(), SpanFidelity.Inferred, page.PlaceOf(boxes));
    }

    /// <summary>A row for each line of values with the cells beside it; cells beside none make rows of their own, level by level.</summary>
    private static List<List<Stack>> Rows(List<WordLine> lines, List<Stack> stacks)
    {
        var rows = Values(lines).ConvertAll(extent => (extent.Top, extent.Bottom, Cells: new List<Stack>()));
        var levels = new List<(double Middle, List<Stack> Cells)>();
        foreach (var stack in stacks.OrderBy(stack => stack.Middle))
        {
            if (Nearest(rows, stack) is { } row)
                row.Add(stack);
            else if (levels.Count > 0 && stack.Middle - levels[^1].Middle < Level * stack.Size)
                levels[^1].Cells.Add(stack);
            else
                levels.Add((stack.Middle, [stack]));
        }
        return [.. rows.Select(row => (Middle: (row.Top + row.Bottom) / 2, row.Cells)).Concat(levels).OrderBy(row => row.Middle).Select(row => row.Cells)];
    }

    /// <summary>The row of values that stands beside a text, of several the one whose middle is nearest; null where none does.</summary>
    private static List<Stack>? Nearest(List<(double Top, double Bottom, List<Stack> Cells)> rows, Stack stack)
    {
        var (nearest, least) = ((List<Stack>?)null, double.MaxValue);
        foreach (var (top, bottom, cells) in rows)
            if (IsBeside(stack, top, bottom) && Math.Abs(((top + bottom) / 2) - stack.Middle) is var distance && distance < least)
                (nearest, least) = (cells, distance);
        return nearest;
    }

    /// <summary>From the middle of the first to that of the last line of each row's values: lines closer than letters are high are one row, in which some numbers wrap.</summary>
    private static List<(double Top, double Bottom)> Values(List<WordLine> lines)
    {
        var rows = new List<(double Top, double Bottom)>();
        foreach (var line in lines.Where(line => line.HoldsValue))
        {
            var middle = line.ValueMiddle;
            if (rows.Count > 0 && middle - rows[^1].Bottom < Stacks.Line * line.Size)
                rows[^1] = rows[^1] with { Bottom = middle };
            else
                rows.Add((middle, middle));
        }
        return rows;
    }

    private static bool IsBeside(Stack stack, double top, double bottom)
    {
        var reach = stack.Words.Length == 1 ? Level * stack.Size : 0; // a text of several lines reaches from its first to its last
        var (first, last) = reach > 0 ? (stack.Middle - reach, stack.Middle + reach) : (stack.Box.Top, stack.Box.Bottom);
        return bottom > first && top < last;
    }

    private static void AddCells(ImmutableArray<CellInk>.Builder inks, List<Stack> row, int index, ImmutableArray<double> xs, double[] widths, LongPage page, bool withBlanks)
    {
        var extent = row[0].Box;
        foreach (var stack in row)
            extent = extent.Union(stack.Box);
        var cells = new List<(int Column, int End, List<Stack> Stacks)>();
        foreach (var stack in row.OrderBy(stack => stack.Box.Left))
        {
            var (column, end) = (First(xs, stack.Box.Left), Last(xs, stack.Box.Right) + 1);
            if (cells.Count > 0 && column < cells[^1].End)
            {
                cells[^1].Stacks.Add(stack);
                cells[^1] = cells[^1] with { End = Math.Max(end, cells[^1].End) };
            }
            else
            {
                cells.Add((column, end, [stack]));
            }
        }
        if (withBlanks)
        {
            var taken = new bool[xs.Length - 1];
            foreach (var (column, end, _) in cells)
                taken.AsSpan(column..end).Fill(true);
            for (var column = 0; column < taken.Length; column++)
                if (!taken[column])
                    cells.Add((column, column + 1, []));
        }
        foreach (var (column, end, stacks) in cells)
            inks.Add(ToInk(new Span(index, column, index + 1, end), stacks, new Box(xs[column], extent.Top, xs[end], extent.Bottom), widths[column], page));
    }

    private static CellInk ToInk(Span span, List<Stack> stacks, Box box, double width, LongPage page)
    {
        if (stacks is [{ Words: [var only] }])
            return new CellInk(span, [only.Line], width, page.PlaceOf(only.Box));
        var words = stacks.SelectMany(stack => stack.Words).OrderBy(word => word.Middle).ThenBy(word => word.Box.Left);
        return new CellInk(
            span, [.. words.Select(word => word.Line)], width,
            page.PlaceOf(stacks.Count == 0 ? [box] : [.. stacks.SelectMany(stack => stack.Words).Select(word => word.Box)]));
    }

    /// <summary>The strip in which a left edge lies; a word without width may stand on the last border.</summary>
    private static int First(ImmutableArray<double> xs, double left) => left >= xs[^1] ? xs.Length - 2 : Lattice.Strip(xs, left);

    /// <summary>The strip in which a right edge lies.</summary>
    private static int Last(ImmutableArray<double> xs, double right)
    {
        var strip = 0;
        while (strip + 2 < xs.Length && right > xs[strip + 1])
            strip++;
        return strip;
    }
}
