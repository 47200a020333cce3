using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Reports;
using static ReportIngest.Forms.RowJudgement;

namespace ReportIngest.Forms;

/// <summary>Looks again at the rows of a section that were laid out, and takes back those that other rows speak against.</summary>
internal sealed class Withdrawals(FormLabels labels, HeaderBlocks headers, DoubtBook doubts, List<RowHit> hits, Dictionary<RowHit, ImmutableArray<SheetCell>> readings)
{
    /// <summary>
    /// In a table whose spans are lost, a row that sums proved to stand beside its header shows that positions mean nothing: rows that were taken as they stand,
    /// with a blank total beside numbers, may have moved too.
    /// </summary>
    public void WithdrawUnproved()
    {
        var moved = new HashSet<Sheet>();
        foreach (var (hit, cells) in readings)
        {
            if (hit.Sheet.Table.Spans == SpanFidelity.Lost && !moved.Contains(hit.Sheet) && !StandsUnderHeader(hit, cells) && Sum(hit, cells) == RowSum.Holds) moved.Add(hit.Sheet);
        }

        if (moved.Count == 0) return;
        foreach (var (hit, _) in readings.Where(pair => moved.Contains(pair.Key.Sheet) && StandsUnderHeader(pair.Key, pair.Value) && HasNumber(pair.Value) && Sum(pair.Key, pair.Value) == RowSum.SaysNothing).ToList()) Withdraw(hit);
    }

    /// <summary>A row of the form that is there twice and fits the columns but once: that the other is not the report's cannot be told.</summary>
    public void WithdrawDoubled(List<RowHit> unfit)
    {
        if (unfit.Count == 0) return;

        // Two tables are enough to find another than that of a row; a hostile document has tens of thousands.
        var beside = unfit.Where(hit => RowHits.HoldsValue(hit.Sheet, hit.Row)).DistinctBy(hit => (hit.Form, hit.Sheet)).ToDictionary(hit => (hit.Form, hit.Sheet));
        var headed = unfit.DistinctBy(hit => (hit.Form, hit.Sheet)).Where(hit => headers.Below(hit.Sheet, hit.Form.Grid).Any())
            .GroupBy(hit => hit.Form).ToDictionary(rows => rows.Key, rows => rows.Take(2).ToArray());
        foreach (var hit in readings.Keys.ToList())
        {
            var other = beside.GetValueOrDefault((hit.Form, hit.Sheet)) ?? headed.GetValueOrDefault(hit.Form)?.FirstOrDefault(row => row.Sheet != hit.Sheet);
            if (other is null) continue;
            readings.Remove(hit);
            foreach (var code in hit.Codes) doubts.Twice(code, [hit.At, other.At]);
        }
    }

    /// <summary>
    /// Rows that fit the columns by chance, where others of their table do not: their own sum has to say so. Under a header that does not name all columns one that does not fit is enough;
    /// where only values are counted (a number of its own in front of each row is one more), two with too many, and so for a row that was moved; where most rows do not fit, a row whose sum fails is one too many; where most have too many values, as with last year's beside them, each row that fits.
    /// </summary>
    public void WithdrawUncounted(List<RowHit> unfit)
    {
        if (unfit.Count == 0) return;
        var unlike = unfit.Where(hit => HasNumber(RowReader.Behind(hit.Sheet, hit.Row, hit.Label))).ToLookup(hit => hit.Sheet);
        if (unlike.Count == 0) return;
        var longer = unlike.ToDictionary(rows => rows.Key, rows => rows.Count(hit => RowReader.Behind(hit.Sheet, hit.Row, hit.Label).Count(IsFilled) > hit.Order.Length));
        var proved = readings.Where(pair => Sum(pair.Key, pair.Value) == RowSum.Holds).Select(pair => pair.Key.Sheet).ToHashSet();
        var laid = readings.Keys.CountBy(hit => hit.Sheet).ToDictionary();
        foreach (var pair in readings.Where(pair => unlike.Contains(pair.Key.Sheet))
            .Select(pair => (Hit: pair.Key, Sum: Sum(pair.Key, pair.Value), Moved: pair.Key.Header is not { Positional: true } || !StandsUnderHeader(pair.Key, pair.Value))).ToList())
        {
            var hit = pair.Hit;
            var isUncounted = hit.Header switch
            {
                _ when longer[hit.Sheet] > laid[hit.Sheet] => true,
                _ when pair.Moved && HasBlankOfMany(hit) && unlike[hit.Sheet].Count() > laid[hit.Sheet] => true,
                _ when pair.Sum == RowSum.Holds => false,
                null => !proved.Contains(hit.Sheet),
                { Named: false } => true,
                { Positional: false } when hit.Sheet.Table.Spans == SpanFidelity.Lost => longer[hit.Sheet] > 1,
                _ => (pair.Moved && longer[hit.Sheet] > 1) || (pair.Sum == RowSum.Fails && (pair.Moved || !hit.Form.Sums.IsEmpty) && unlike[hit.Sheet].Count() > laid[hit.Sheet]),
            };
            if (!isUncounted) continue;
            readings.Remove(hit);
            doubts.NotLocated(hit.Codes, [hit.At]);
        }
    }

    /// <summary>More cells than columns, some of them blank: which of the blanks is none of the form's no sum can tell.</summary>
    private static bool HasBlankOfMany(RowHit hit) => RowReader.Behind(hit.Sheet, hit.Row, hit.Label) is var cells && cells.Length > hit.Order.Length && cells.Count(IsFilled) < hit.Order.Length;

    /// <summary>
    /// A header whose columns stand in another order than the form's, and rows below it of which most have a sum that fails: the header was moved, not the numbers.
    /// </summary>
    public void WithdrawBelowMovedHeader()
    {
        var moved = hits.DistinctBy(hit => hit.Header, ReferenceEqualityComparer.Instance).Where(hit => !IsInOrder(hit)).Select(hit => hit.Header).ToHashSet();
        if (moved.Count == 0) return;
        foreach (var table in readings.Where(pair => moved.Contains(pair.Key.Header)).GroupBy(pair => (pair.Key.Header, pair.Key.Form.Grid)).ToList())
        {
            var counted = table.Where(pair => HasNumber(pair.Value)).ToList();
            if (counted.Count(pair => Sum(pair.Key, pair.Value) == RowSum.Fails) * 2 <= counted.Count) continue;
            foreach (var (hit, _) in table) Withdraw(hit);
        }
    }

    private static bool IsInOrder(RowHit hit)
    {
        var before = -1;
        foreach (var column in hit.Order)
        {
            var index = hit.Form.Grid.Columns.IndexOf(column);
            if (index < before) return false;
            before = index;
        }

        return true;
    }

    private void Withdraw(RowHit hit)
    {
        readings.Remove(hit);
        doubts.Ambiguous(hit.Codes, [hit.At]);
    }

    /// <summary>
    /// Where the table is there twice with different numbers, as this year's and last year's, a row that only one of the two has, or that could be read in only one, may be either's.
    /// </summary>
    public void WithdrawOfOneCopy()
    {
        // One row that is there twice may be a line of prose: a label and a number.
        const int fewestTwice = 2;
        if (hits.CountBy(hit => hit.Form).Count(row => row.Value > 1) < fewestTwice) return;

        List<Dictionary<RowLabel, RowHit>> copies = [[]];
        RowHit? before = null;
        foreach (var hit in hits)
        {
            // Rows in an earlier table that the form has further down are no part of the table that begins here.
            if (copies[^1].ContainsKey(hit.Form) || (before is not null && before.Sheet != hit.Sheet && labels.FormRows.IndexOf(hit.Form) < labels.FormRows.IndexOf(before.Form))) copies.Add([]);
            copies[^1].Add(hit.Form, hit);
            before = hit;
        }

        // A table that repeats some of the rows is no copy.
        copies.RemoveAll(copy => copy.Count * 2 < labels.FormRows.Length);
        if (copies.Count < 2 || !hits.GroupBy(hit => hit.Form).Any(AreDifferent)) return;
        foreach (var hit in readings.Keys.Where(hit => !copies.TrueForAll(copy => copy.TryGetValue(hit.Form, out var row) && readings.ContainsKey(row))).ToList())
        {
            readings.Remove(hit);
            foreach (var code in hit.Codes) doubts.Twice(code, [hit.At]);
        }
    }

    private bool AreDifferent(IEnumerable<RowHit> rows) => rows.Select(Print).Distinct().Count() > 1;

    private string? Print(RowHit hit) => readings.TryGetValue(hit, out var cells) ? string.Join('|', cells.Select(cell => cell.Cell.Text)) : null;

    /// <summary>
    /// A blank total where the other rows have theirs, behind a number that may be it: a cell was lost in front of it, and the row was filled up at its end.
    /// </summary>
    /// <returns>Whether the rows of a table show that it was so with them.</returns>
    public bool WithdrawShifted()
    {
        if (!readings.Any(pair => pair.Key.Order[^1].Key == "total" && !IsFilled(pair.Value[^1]))) return false;
        var areFilledUp = false;
        foreach (var table in readings.Where(pair => pair.Key.Order[^1].Key == "total").GroupBy(pair => (pair.Key.Sheet, pair.Key.Form.Grid)).ToList())
        {
            var rows = table.Where(pair => pair.Value.Any(IsFilled)).ToList();
            var blank = rows.FindAll(pair => !IsFilled(pair.Value[^1]));

            // Totals that were left blank are all blank: one that stands before its column, beside one in it, was moved there.
            var isFilledUp = table.Key.Sheet.Table.Spans == SpanFidelity.Lost && (LacksColumn(table.Key.Sheet, table.Key.Grid) || (blank.Exists(pair => EndsInSum(pair.Value)) && rows.Exists(pair => Sum(pair.Key, pair.Value) == RowSum.Holds)));
            areFilledUp |= isFilledUp;

            // Beside totals that were left blank a number right of a blank, and no sum of the others, is the one that the blank has moved.
            if (table.Key.Sheet.Table.Spans == SpanFidelity.Lost && (rows.Count - blank.Count) * 2 < rows.Count)
                foreach (var (hit, _) in rows.Where(pair => IsFilled(pair.Value[^1]) && !IsFilled(pair.Value[^2]) && Sum(pair.Key, pair.Value) == RowSum.Fails)) Withdraw(hit);
            if (!isFilledUp && blank.Count * 2 >= rows.Count) continue;
            foreach (var (hit, _) in blank.Where(pair => isFilledUp || MayEndInTotal(pair.Value))) Withdraw(hit);
        }

        return areFilledUp;
    }

    /// <summary>No row has as many values as the form, and in every row the last number is no less than the others together: that is the total, and all rows lack a cell in front of it.</summary>
    private bool LacksColumn(Sheet sheet, Grid grid)
    {
        const int fewest = 3; // in one or two rows it is so by chance
        var rows = hits.Where(hit => hit.Sheet == sheet && hit.Form.Grid == grid).Select(hit => (Columns: hit.Order.Length, Values: Array.FindAll([.. RowReader.Behind(sheet, hit.Row, hit.Label)], IsFilled))).ToList();
        var counted = rows.FindAll(row => HasNumber([.. row.Values]));
        return counted.Count >= fewest && rows.TrueForAll(row => row.Values.Length < row.Columns) && counted.TrueForAll(row => EndsInTotal(row.Values));

        static bool EndsInTotal(SheetCell[] values) =>
            Array.ConvertAll(values, NumberOf) is [.. var others, var last] && last >= others.Sum();
    }

    /// <summary>
    /// The only blank of a row in front of all its values, where the other rows begin with theirs, and a sum that fails: a cell may have been lost behind it, and the row filled up in front.
    /// </summary>
    public void WithdrawFilledInFront()
    {
        if (!readings.Any(pair => pair.Key.Order.Length > 3 && !IsFilled(pair.Value[0]))) return;
        foreach (var table in readings.Where(pair => pair.Key.Order.Length > 3 && pair.Key.Sheet.Table.Spans != SpanFidelity.Ruled).GroupBy(pair => (pair.Key.Sheet, pair.Key.Form.Grid)).ToList())
        {
            var rows = table.Where(pair => pair.Value.Any(IsFilled)).ToList();
            if (rows.Count(pair => IsFilled(pair.Value[0])) * 2 <= rows.Count) continue;
            foreach (var (hit, _) in rows.Where(pair => !IsFilled(pair.Value[0]) && pair.Value.Skip(1).All(IsFilled) && Sum(pair.Key, pair.Value) == RowSum.Fails)) Withdraw(hit);
        }
    }

    /// <summary>
    /// A column of numbers behind the form's (备注) in which a row has nothing, and that row's sum fails: it may have lost a cell, and the number in its last place be that column's where the one before it can be the total.
    /// </summary>
    public void WithdrawBesideExtra()
    {
        foreach (var (hit, cells) in readings.Where(pair => pair.Key is { Header: { Extras.IsEmpty: false, Positional: true }, Sheet.Table.Spans: SpanFidelity.Lost, Order.Length: > 1 }).ToList())
        {
            var behind = hit.Header!.Extras.Where(extra => extra.Columns.Start.Value >= hit.Header.Positions[^1].End.Value && hit.Sheet.HasNumberIn(extra.Columns)).ToList();
            if (behind.Exists(extra => hit.Sheet.At(hit.Row, extra.Columns.Start.Value) is null or { Kind: SheetCellKind.Blank }) && Sum(hit, cells) == RowSum.Fails && MayEndInTotal(cells)) Withdraw(hit);
        }
    }

    /// <summary>
    /// Columns set with blanks in which values are missing only at the ends of rows: empty cells were dropped before the columns were set, and the values have moved up.
    /// Not so where a row lacks one value and its last cannot be the total: there it is the totals that were left blank.
    /// </summary>
    public void WithdrawMovedUp()
    {
        foreach (var table in readings.Where(pair => pair.Key.Order.Length > 1 && pair.Key.Sheet.Table.Spans == SpanFidelity.Inferred && pair.Value.Any(IsFilled)).GroupBy(pair => pair.Key.Sheet).ToList())
        {
            var rows = table.Where(pair => !pair.Value.All(IsFilled)).ToList();
            if (!rows.TrueForAll(pair => pair.Value.SkipWhile(IsFilled).All(cell => !IsFilled(cell))) || rows.Exists(pair => LacksTotal(pair.Key, pair.Value))) continue;
            foreach (var (hit, _) in rows) Withdraw(hit);
        }
    }

    /// <summary>
    /// A row without any value whose label is not all that the form prints, where rows were inferred from words and others have values: it may be the rest of a label that a page break has cut, and its values stand above.
    /// </summary>
    public void WithdrawRestsOfLabels()
    {
        foreach (var table in readings.Where(pair => pair.Key.Sheet.Table.Spans == SpanFidelity.Inferred).GroupBy(pair => pair.Key.Sheet).Where(table => table.Any(pair => pair.Value.Any(IsFilled))).ToList())
        {
            foreach (var (hit, _) in table.Where(pair => !pair.Value.Any(IsFilled) && pair.Key.Label is { } label && !Meanings.IsPrinted(LabelText.Of(label.Cell.Text))))
            {
                readings.Remove(hit);
                doubts.NotLocated(hit.Codes, [hit.At]);
            }
        }
    }

    private static bool LacksTotal(RowHit hit, ImmutableArray<SheetCell> cells) =>
        hit.Order[^1].Key == "total" && cells.Count(IsFilled) == cells.Length - 1 && !IsFilled(cells[^1]) && !MayEndInTotal(cells);

    /// <summary>Where the last number stands right before the total, it is no less than the others together; elsewhere as much as they.</summary>
    private static bool MayEndInTotal(ImmutableArray<SheetCell> cells)
    {
        var numbers = Filled(cells);
        var others = numbers.SkipLast(1).Sum();
        return numbers.Count == cells.Length - 1 ? numbers[^1] >= others && (others > 0 || cells.Count(IsFilled) == cells.Length - 1) : others > 0 && numbers[^1] == others;
    }

    /// <summary>The last number is what the others make together.</summary>
    private static bool EndsInSum(ImmutableArray<SheetCell> cells) => Filled(cells) is var numbers && numbers.SkipLast(1).Sum() is > 0 and var others && numbers[^1] == others;

    /// <summary>The numbers of a row without a total, up to the last cell that is filled.</summary>
    private static List<decimal> Filled(ImmutableArray<SheetCell> cells)
    {
        var last = cells.Length - 2;
        while (last > 0 && !IsFilled(cells[last])) last--;
        return [.. cells.Take(last + 1).Select(NumberOf)];
    }
}
