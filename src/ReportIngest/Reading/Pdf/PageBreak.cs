using System.Collections.Immutable;
using ReportIngest.Documents;

namespace ReportIngest.Reading.Pdf;

/// <summary>Mends one page break inside a table. The rules of the break tell nothing (Word draws both, Chromium neither), so the text decides.</summary>
internal static class PageBreak
{
    /// <summary>Appends <paramref name="lower"/> to <paramref name="upper"/>; their columns match.</summary>
    public static TableInk Join(TableInk upper, TableInk lower)
    {
        var (xs, ups, downs) = Columns.Match(upper.Xs, lower.Xs)!.Value;
        ImmutableArray<CellInk> above = [.. upper.Cells.Select(cell => Moved(cell, ups, 0))];
        ImmutableArray<CellInk> below = [.. lower.Cells.Select(cell => Moved(cell, downs, 0))];
        var header = RepeatedHeader(above, below);
        below = [.. below.Where(cell => cell.Span.Row >= header).Select(cell => Down(cell, -header))];
        var rows = lower.Rows - header;
        if (rows == 0)
            return upper with { Xs = xs, Cells = above };

        var pairs = Pairs(above, below, upper.Rows);
        var cut = IsRowCut(pairs, above, below, upper.Rows);
        IReadOnlyList<Pair> mended = cut ? pairs : Continued(pairs, below);
        var shift = upper.Rows - (cut ? 1 : 0);
        var gone = mended.SelectMany(pair => new[] { pair.Upper, pair.Lower }).ToHashSet<CellInk>(ReferenceEqualityComparer.Instance);
        var joined = above.RemoveAll(gone.Contains)
            .Concat(below.RemoveAll(gone.Contains).Select(cell => Down(cell, shift)))
            .Concat(mended.Select(pair => Mend(pair.Upper, Down(pair.Lower, shift))));
        return upper with { Xs = xs, Rows = shift + rows, Cells = [.. joined] };
    }

    /// <summary>A cell with more room than this, in sizes, had room for one more line: a real report's cut label of 7.45 pt stands in a row of 23.5 pt and leaves 2.2.</summary>
    private const double LinePitch = 3;

    private readonly record struct Pair(CellInk Upper, CellInk Lower)
    {
        public bool BothSpeak => !Upper.IsEmpty && !Lower.IsEmpty;
    }

    private static CellInk Moved(CellInk cell, ImmutableArray<int> columns, int rows) =>
        Down(cell with { Span = cell.Span with { Column = columns[cell.Span.Column], EndColumn = columns[cell.Span.EndColumn] } }, rows);

    private static CellInk Down(CellInk cell, int rows) =>
        cell with { Span = cell.Span with { Row = cell.Span.Row + rows, EndRow = cell.Span.EndRow + rows } };

    /// <summary>The rows at the top of <paramref name="below"/> that repeat the first rows of <paramref name="above"/>, cell by cell, and are headers: no cell of theirs is a number.</summary>
    private static int RepeatedHeader(ImmutableArray<CellInk> above, ImmutableArray<CellInk> below)
    {
        static HashSet<(Span, string)> Rows(ImmutableArray<CellInk> cells, int rows) =>
            [.. cells.Where(cell => cell.Span.Row < rows).Select(cell => (cell.Span, cell.Text))];

        var repeated = 0;
        for (var rows = 1; rows <= Math.Min(above.Max(cell => cell.Span.EndRow), below.Max(cell => cell.Span.EndRow)); rows++)
        {
            var (a, b) = (Rows(above, rows), Rows(below, rows));
            if (!a.SetEquals(b) || a.Any(cell => IsNumber(cell.Item2)))
                break;
            if (a.All(cell => cell.Item1.EndRow <= rows) && a.Any(cell => cell.Item2.Length > 0))
                repeated = rows;
        }
        return repeated;
    }

    /// <summary>The cells that meet at the break and have the same columns.</summary>
    private static ImmutableArray<Pair> Pairs(ImmutableArray<CellInk> above, ImmutableArray<CellInk> below, int rows) =>
    [
        .. from upper in above
           where upper.Span.EndRow == rows
           join lower in below.Where(cell => cell.Span.Row == 0)
               on (upper.Span.Column, upper.Span.EndColumn) equals (lower.Span.Column, lower.Span.EndColumn)
           orderby upper.Span.Column
           select new Pair(upper, lower),
    ];

    /// <summary>
    /// The break runs through a row: every cell of the upper row goes on below, and each either has text on one page only or its text or number wraps from
    /// one page to the other. A row of its own would put a label beside the label.
    /// </summary>
    private static bool IsRowCut(ImmutableArray<Pair> pairs, ImmutableArray<CellInk> above, ImmutableArray<CellInk> below, int rows)
    {
        var whole = pairs.Length == above.Count(cell => cell.Span.EndRow == rows) && pairs.Length == below.Count(cell => cell.Span.Row == 0);
        if (!whole || pairs.All(pair => pair.Upper.IsEmpty) || pairs.All(pair => pair.Lower.IsEmpty))
            return false;
        return pairs.All(pair => !pair.BothSpeak || Wraps(pair) || (IsNumber(pair.Upper.Text) && IsEndOfNumber(pair.Lower.Text) && FillsCell(pair)));
    }

    /// <summary>The merged cells that the break runs through although it falls between two rows: labels, from the left, that are empty on one page or wrap from one to the other.</summary>
    private static List<Pair> Continued(ImmutableArray<Pair> pairs, ImmutableArray<CellInk> below)
    {
        var found = new List<Pair>();
        var column = 0;
        foreach (var pair in pairs)
        {
            if (pair.Upper.Span.Column != column || IsNumber(pair.Upper.Text) || IsNumber(pair.Lower.Text) || (pair.BothSpeak && !Wraps(pair)))
                break;
            found.Add(pair);
            column = pair.Upper.Span.EndColumn;
        }
        // Two rows differ in some label: what is left beside the merged cells must begin with one.
        var top = below.Where(cell => cell.Span.Row == 0).ToList();
        if (!top.Exists(cell => cell.Span.Column == column && !cell.IsEmpty && !IsNumber(cell.Text)))
            return [];
        // Cut inside the header, labels go on at its right end too (总计 over two rows). A row of values has a number, or nothing but blanks below blanks.
        if (found.Count > 0 && !top.Exists(cell => IsNumber(cell.Text)))
            found.AddRange(pairs.Where(pair => pair.Upper.Span.Column > column && IsLabel(pair.Upper.Text) && (pair.Lower.IsEmpty || Wraps(pair))));
        return found;
    }

    /// <summary>Two Chinese letters or more; one may be a placeholder (无).</summary>
    private static bool IsLabel(string text) => text.Count(Wrapping.IsChinese) > 1;

    /// <summary>
    /// The lower text goes on where the upper one ended: it would not have fitted on the last line, nor the line on the upper page,
    /// and it does not begin a numbered label of its own.
    /// </summary>
    private static bool Wraps(Pair pair) =>
        (IsBegun(pair.Upper.Text) && pair.Lower.Text.Any(Wrapping.IsChinese))
        || (!IsNumber(pair.Upper.Text) && !IsNumber(pair.Lower.Text) && !IsNumbered(pair.Lower.Text) && FillsCell(pair));

    /// <summary>No label ends so: <c>（</c>, <c>（七）</c>, <c>5.</c>; LibreOffice cuts <c>﹙|七﹚总计</c>.</summary>
    private static bool IsBegun(string text) =>
        text.Length > 0 && ("（(﹙〔".Contains(text[^1]) || ("）)﹚〕.．、".Contains(text[^1]) && text.Trim(NumberMarks).All(Numerals.Contains) && text.Any(Numerals.Contains)));

    private static readonly char[] NumberMarks = [.. "（(﹙〔）)﹚〕.．、 "];

    private static bool FillsCell(Pair pair) =>
        Room(pair.Upper) < LinePitch * pair.Upper.Lines[^1].Size
        && Wrapping.Wraps(pair.Upper.Lines[^1], pair.Lower.Lines[0], pair.Upper.Width);

    /// <summary>The height of a cell that its text leaves free.</summary>
    private static double Room(CellInk cell) =>
        cell.Place.Box!.Value.Height - cell.Lines.Select(line => line.Box).Aggregate((a, b) => a.Union(b)).Height;

    /// <summary>One cell of both parts; it stands where its text begins.</summary>
    private static CellInk Mend(CellInk upper, CellInk lower) => new(
        upper.Span with { EndRow = lower.Span.EndRow },
        [.. upper.Lines, .. lower.Lines],
        upper.Width,
        upper.IsEmpty && !lower.IsEmpty ? lower.Place : upper.Place);

    private static bool IsNumber(string text) => text.Length > 0 && text.All(c => char.IsDigit(c) || Wrapping.IsOfNumber(c));

    /// <summary>More digits, the unit, or both: 07件.</summary>
    private static bool IsEndOfNumber(string text)
    {
        var digits = text.TakeWhile(c => char.IsDigit(c) || Wrapping.IsOfNumber(c)).Count();
        return text.Length > 0 && (digits == text.Length || Units.Contains(text[digits..]));
    }

    private static readonly string[] Units = ["件", "条", "个", "项", "次", "份", "元", "万元"];

    /// <summary><c>2.重复</c>, <c>（四）无法</c>, <c>四、结转</c>: up to three numerals and a mark behind them.</summary>
    private static bool IsNumbered(string text)
    {
        var label = text.TrimStart('（', '(', '﹙', '〔', ' ');
        var end = 0;
        while (end < label.Length && Numerals.Contains(label[end]))
            end++;
        return end is > 0 and <= 3 && end < label.Length && "）)﹚〕.．、".Contains(label[end]);
    }

    private const string Numerals = "一二三四五六七八九十0123456789０１２３４５６７８９";
}
