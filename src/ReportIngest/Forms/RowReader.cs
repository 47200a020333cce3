using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ReportIngest.Documents;

namespace ReportIngest.Forms;

/// <summary>How the values of one row stand to the header.</summary>
internal enum Alignment
{
    /// <summary>Each value stands under its header.</summary>
    UnderHeader,

    /// <summary>The values are as many as the columns, but stand elsewhere (lost spans): laid out by their order.</summary>
    ByOrder,

    /// <summary>Blanks at an end of the values: the ways to lay them out need confirming, also a single one.</summary>
    Ambiguous,

    /// <summary>The values cannot be laid on the columns: too many, too few, or merged.</summary>
    Unfit,
}

/// <summary>One way to lay the cells of a row on the header's columns: a cell for each of <see cref="Header.Order"/>.</summary>
internal sealed record RowReading(Alignment Alignment, ImmutableArray<SheetCell> Cells, ImmutableArray<ImmutableArray<SheetCell>> Alternatives)
{
    public static readonly RowReading Unfit = new(Alignment.Unfit, [], []);

    public static RowReading Of(Alignment alignment, ImmutableArray<SheetCell> cells) => new(alignment, cells, []);
}

internal static class RowReader
{
    /// <summary>Lays the cells of <paramref name="row"/> right of its label on the columns of <paramref name="header"/>.</summary>
    /// <param name="trust">How far the positions of the table can be trusted; where not at all, only the order of the header's columns counts.</param>
    public static RowReading Read(Sheet sheet, int row, SheetCell? label, Header header, Trust trust)
    {
        var after = After(sheet, row, label, header);
        if (sheet.IsDoubtful(row) || IsInterleaved(after, header)) return RowReading.Unfit;
        var under = header.Positional ? UnderHeader(after, header, sheet.Table.Spans) : null;
        if (under is { } moved && IsRemark(moved[^1], after, header)) return RowReading.Unfit;
        if (sheet.Table.Spans == SpanFidelity.Inferred && under is { } words && LacksBeside(words, after, header)) return RowReading.Unfit;
        if (under is { } trusted && trust != Trust.None && (trust == Trust.Proved || !MayStandEarly(after, trusted, header)))
            return RowReading.Of(Alignment.UnderHeader, trusted);

        if (header is { Named: false, Positional: true } || !header.Countable || HasNumbersBehind(sheet, after, header) || (IsShort(sheet, row) && Filled(after) != header.Order.Length)) return RowReading.Unfit;

        var reading = ByOrder(after, header.Order.Length, sheet.Table.Spans);
        return under is { } same && reading.Cells.SequenceEqual(same) ? reading with { Alignment = Alignment.UnderHeader } : reading;
    }

    /// <summary>
    /// Several cells under every header, and not alike under some: two years beside each other, of which one may be blank. Which is the report's the header does not say.
    /// </summary>
    private static bool IsInterleaved(ImmutableArray<SheetCell> after, Header header)
    {
        if (!header.Positional || header.Order.Length == 1 || after.Length < 2 * header.Order.Length) return false;
        var alike = true;
        foreach (var range in header.Positions)
        {
            SheetCell? first = null;
            var cells = 0;
            foreach (var cell in after)
            {
                if (cell.Cell.Column >= range.End.Value || cell.Cell.EndColumn <= range.Start.Value) continue;
                first ??= cell;
                alike &= cell.Cell.Text == first.Cell.Text;
                cells++;
            }

            if (cells < 2) return false;
        }

        return !alike;
    }

    /// <summary>
    /// A row padded at its end whose label is too narrow: an empty cell left of the first header and an empty one under the last.
    /// Its values may stand one column early, all under a header and all under the wrong one.
    /// </summary>
    private static bool MayStandEarly(ImmutableArray<SheetCell> after, ImmutableArray<SheetCell> under, Header header) =>
        header.Order.Length > 1 && under[^1].Kind == SheetCellKind.Blank && under.Any(cell => cell.Kind != SheetCellKind.Blank)
        && after.Any(cell => cell.Kind == SheetCellKind.Blank && cell.Cell.EndColumn <= header.Positions[0].Start.Value);

    /// <summary>A column of numbers behind the form's, where the values do not begin right behind the label: a run of as many values as the form has columns may be another.</summary>
    private static bool HasNumbersBehind(Sheet sheet, ImmutableArray<SheetCell> after, Header header) =>
        (after.IsEmpty || after[0].Kind == SheetCellKind.Blank) && ExtrasBehind(header).Any(extra => sheet.HasNumberIn(extra.Columns));

    /// <summary>A text in the last column, and no cell in the one behind it that the form lacks: it may be that one's, which a lost cell has moved.</summary>
    private static bool IsRemark(SheetCell last, ImmutableArray<SheetCell> after, Header header) =>
        last.Kind == SheetCellKind.Text && ExtrasBehind(header).Any() && !ExtrasBehind(header).Any(extra => after.Any(cell => IsUnder(cell, extra)));

    /// <summary>Among columns of words a number under nothing that the form has may be the one that a blank of the row lacks.</summary>
    private static bool LacksBeside(ImmutableArray<SheetCell> under, ImmutableArray<SheetCell> after, Header header) =>
        !header.Extras.IsEmpty && under.Any(cell => cell.Kind == SheetCellKind.Blank) && after.Any(cell => cell.Kind != SheetCellKind.Blank && header.Extras.Any(extra => IsUnder(cell, extra)));

    private static IEnumerable<ExtraColumn> ExtrasBehind(Header header) => header.Extras.Where(extra => extra.Columns.Start.Value >= header.Positions[^1].End.Value);

    /// <summary>Whether the values of a row reach over more columns than the form has, with blanks among them: the table has a column that no header shows.</summary>
    public static bool HasHiddenColumn(Sheet sheet, int row, SheetCell? label, Header header)
    {
        var after = After(sheet, row, label, header);
        var first = Index(after, cell => cell.Kind != SheetCellKind.Blank);
        var last = after.Length - 1 - Index([.. after.Reverse()], cell => cell.Kind != SheetCellKind.Blank);
        return first >= 0 && last - first >= header.Order.Length && Filled(after) <= header.Order.Length;
    }

    /// <summary>Where spans are lost, a row that ends before the table does: which of its cells are gone, those at its end or others, cannot be told.</summary>
    private static bool IsShort(Sheet sheet, int row) => sheet.Table.Spans == SpanFidelity.Lost && sheet.Rows[row].Cells[^1].Cell.EndColumn < sheet.Table.Columns;

    /// <summary>Whether every column of the row has its value, in one run: such a row shows where the values stand.</summary>
    public static bool IsFull(Sheet sheet, int row, SheetCell? label, Header header) =>
        Filled(After(sheet, row, label, header)) == header.Order.Length;

    /// <summary>Whether a full row stands under its header.</summary>
    public static bool IsUnderHeader(Sheet sheet, int row, SheetCell? label, Header header) => UnderHeader(After(sheet, row, label, header), header, sheet.Table.Spans) is not null;

    /// <summary>The cells right of the label, without a remark at the end where the table has a column of its own for it.</summary>
    private static ImmutableArray<SheetCell> After(Sheet sheet, int row, SheetCell? label, Header header)
    {
        var after = Behind(sheet, row, label);
        var last = after.Length - 1;
        while (last >= 0 && after[last].Kind == SheetCellKind.Blank) last--;
        return last >= 0 && after[last].Kind == SheetCellKind.Text && header.Extras.Any(extra => extra.Columns.Start.Value >= header.Positions[^1].End.Value && extra.Columns.Start.Value <= after[last].Cell.Column) ? after[..last] : after;
    }

    /// <summary>The cells that begin in the row, right of the label; where there is none, right of a column that counts the rows.</summary>
    public static ImmutableArray<SheetCell> Behind(Sheet sheet, int row, SheetCell? label)
    {
        var cells = sheet.Rows[row].Cells;
        var start = label?.Cell.EndColumn ?? (sheet.HasIndex ? 1 : 0);
        var behind = new SheetCell[Count(cells, row, start)];
        var at = 0;
        foreach (var cell in cells)
        {
            if (IsBehind(cell, row, start)) behind[at++] = cell;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(behind);

        static int Count(ImmutableArray<SheetCell> cells, int row, int start)
        {
            var count = 0;
            foreach (var cell in cells)
            {
                if (IsBehind(cell, row, start)) count++;
            }

            return count;
        }

        static bool IsBehind(SheetCell cell, int row, int start) => cell.Cell.Row == row && cell.Cell.Column >= start && !cell.IsBeside;
    }

    /// <summary>How many cells a row has right of its label, those that reach into it from above too; where spans are lost up to the last value, since rows were filled up and some have a remark.</summary>
    public static int CountBehind(RowHit hit)
    {
        var (start, toLastValue) = (hit.Label?.Cell.EndColumn ?? 0, hit.Sheet.Table.Spans == SpanFidelity.Lost);
        var (count, counted) = (0, 0);
        foreach (var cell in hit.Sheet.Rows[hit.Row].Cells)
        {
            if (cell.Cell.Column < start || cell.IsBeside) continue;
            count++;
            if (!toLastValue || cell.IsValue) counted = count;
        }

        return counted;
    }

    private static int Filled(ImmutableArray<SheetCell> cells)
    {
        var filled = 0;
        foreach (var cell in cells)
        {
            if (cell.Kind != SheetCellKind.Blank) filled++;
        }

        return filled;
    }

    /// <summary>One cell under each header and no value anywhere else; otherwise null.</summary>
    private static ImmutableArray<SheetCell>? UnderHeader(ImmutableArray<SheetCell> after, Header header, SpanFidelity spans)
    {
        var cells = ImmutableArray.CreateBuilder<SheetCell>(header.Order.Length);
        var used = new bool[after.Length];
        foreach (var range in header.Positions)
        {
            if (TheOne(after, range, used, spans != SpanFidelity.Inferred) is not { } one) return null;
            cells.Add(one);
        }

        for (var i = 0; i < after.Length; i++)
        {
            if (!used[i] && after[i].Kind is not SheetCellKind.Blank && !UnderExtra(after[i], header)) return null;
        }

        return cells.MoveToImmutable();
    }

    /// <summary>The cell of a column that several cells stand under: all alike (repeated), or all but one empty. Null too where one stands under another header as well.</summary>
    /// <param name="repeats">A merged cell's text may stand in each position it covers; words that were set in columns are each a value of its own.</param>
    private static SheetCell? TheOne(ImmutableArray<SheetCell> cells, Range columns, bool[] used, bool repeats)
    {
        SheetCell? first = null, filled = null;
        bool alike = true, several = false;
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = cells[i];
            if (cell.Cell.Column >= columns.End.Value || cell.Cell.EndColumn <= columns.Start.Value) continue;
            if (used[i]) return null;
            used[i] = true;
            first ??= cell;
            alike &= cell.Cell.Text == first.Cell.Text;
            if (cell.Kind == SheetCellKind.Blank) continue;
            several |= filled is not null;
            filled = cell;
        }

        return alike && (repeats || !several) ? first : several ? null : filled;
    }

    /// <summary>A number under the name of units or codes in a column that does not hold these alone is no extra: it may be a value of a row that has lost its code.</summary>
    private static bool UnderExtra(SheetCell cell, Header header) =>
        header.Extras.Any(extra => IsUnder(cell, extra) && (cell.Kind != SheetCellKind.Number || !SideColumns.IsName(LabelText.Of(extra.Label))));

    private static bool IsUnder(SheetCell cell, ExtraColumn extra) => cell.Cell.Column >= extra.Columns.Start.Value && cell.Cell.EndColumn <= extra.Columns.End.Value;

    private static RowReading ByOrder(ImmutableArray<SheetCell> after, int columns, SpanFidelity spans)
    {
        // Columns of words leave no trace of a column that is empty on all its lines: only a full row can be counted.
        if (spans == SpanFidelity.Inferred && Filled(after) != columns) return RowReading.Unfit;

        // Where positions are lost, a text in front may be the rest of the label, and then a value is missing.
        if (after.Length == columns && (spans is SpanFidelity.Stated or SpanFidelity.Ruled || after[0].Kind != SheetCellKind.Text)) return RowReading.Of(Alignment.ByOrder, after);

        // Text in front of the values may be the label of a row that the form lacks, whose values they are.
        if (!after.IsEmpty && after[0].Kind == SheetCellKind.Text) return RowReading.Unfit;
        if (after.Length < columns) return RowReading.Unfit;
        if (spans is SpanFidelity.Ruled) return RowReading.Unfit; // lines say where cells are: too many is a table of another shape

        var first = Index(after, cell => cell.Kind != SheetCellKind.Blank);
        if (first < 0) return RowReading.Of(Alignment.ByOrder, after[..columns]); // all empty: alike wherever they are laid
        var last = after.Length - 1 - Index([.. after.Reverse()], cell => cell.Kind != SheetCellKind.Blank);
        var filled = last - first + 1;
        if (filled > columns) return RowReading.Unfit;
        if (filled == columns) return RowReading.Of(Alignment.ByOrder, after[first..(last + 1)]);

        var lowest = Math.Max(0, last - columns + 1);
        var highest = Math.Min(first, after.Length - columns);
        var ways = Enumerable.Range(lowest, highest - lowest + 1).Select(start => after.Slice(start, columns)).ToImmutableArray();
        return new RowReading(Alignment.Ambiguous, [], ways);
    }

    private static int Index(ImmutableArray<SheetCell> cells, Func<SheetCell, bool> meets)
    {
        for (var i = 0; i < cells.Length; i++)
            if (meets(cells[i])) return i;
        return -1;
    }
}
