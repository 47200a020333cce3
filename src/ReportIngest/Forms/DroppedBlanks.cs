using System.Collections.Immutable;
using ReportIngest.Documents;
using static ReportIngest.Forms.RowJudgement;

namespace ReportIngest.Forms;

/// <summary>Tables whose rows lost their empty cells and were filled up at their end: the numbers of a row stand close together, in front of the last column, and the last of them is what the others make together.</summary>
internal sealed class DroppedBlanks(ColumnSums columns, DoubtBook doubts, List<RowHit> hits, Dictionary<RowHit, ImmutableArray<SheetCell>> readings)
{
    private const int Fewest = 3; // one or two are so by chance

    /// <summary>Takes back each row of such a table that has a blank beside numbers: it is none of the report's, and a sum that holds beside it is one by chance. Not where the sums down the columns hold.</summary>
    /// <returns>Whether there is such a table.</returns>
    public bool Withdraw()
    {
        var tables = hits.Where(hit => hit.Sheet.Table.Spans == SpanFidelity.Lost && hit.Order.Length > Fewest && hit.Order[^1].Key == "total").GroupBy(hit => hit.Sheet).Where(HaveMovedUp).Select(table => table.Key).ToHashSet();
        if (tables.Count == 0 || columns.ProvePlaces()) return false;
        foreach (var (hit, cells) in readings.Where(pair => tables.Contains(pair.Key.Sheet) && pair.Value.Length > 1 && pair.Value.Any(IsFilled) && !pair.Value.All(IsFilled)).ToList())
        {
            readings.Remove(hit);
            doubts.Ambiguous(hit.Codes, [hit.At]);
        }

        return true;
    }

    private static bool HaveMovedUp(IEnumerable<RowHit> table)
    {
        var (moved, counted, columns, dense) = (0, 0, 0, new Dictionary<int, int>());
        foreach (var hit in table)
        {
            var cells = RowReader.Behind(hit.Sheet, hit.Row, hit.Label);
            if (!HasNumber(cells)) continue;
            counted++;
            columns = hit.Order.Length;
            if (HasMovedUp(hit, cells)) moved++;
            if (NumbersInFront(hit, cells) is { } numbers) dense[numbers] = dense.GetValueOrDefault(numbers) + 1;
        }

        // Where totals are left blank: blanks for 0 stand in front and between too, in so many rows.
        const int fewestDense = 6;
        var areDense = counted >= fewestDense && dense.Values.Sum() == counted && dense.Count >= Fewest && dense.Where(row => row.Key < columns - 1).Sum(row => row.Value) * 2 > counted;
        return areDense || (moved >= Fewest && moved * 2 > counted);
    }

    /// <summary>How many values a row has, below the first header and on; null where blanks stand among them or in front.</summary>
    private static int? NumbersInFront(RowHit hit, ImmutableArray<SheetCell> cells)
    {
        var first = 0;
        while (!IsFilled(cells[first])) first++;
        var end = first;
        while (end < cells.Length && IsFilled(cells[end])) end++;
        return cells[end..].Any(IsFilled) || (hit.Header is { Positional: true } header && cells[first].Cell.Column > header.Positions[0].Start.Value) ? null : end - first;
    }

    private static bool HasMovedUp(RowHit hit, ImmutableArray<SheetCell> cells)
    {
        var first = 0;
        while (!IsFilled(cells[first])) first++;
        var end = first;
        while (end < cells.Length && IsFilled(cells[end])) end++;
        if (end - first < 2 || end - first >= hit.Order.Length || end == cells.Length || cells[end..].Any(IsFilled)) return false;
        if (hit.Header is { Positional: true } header && (cells[first].Cell.Column > header.Positions[0].Start.Value || cells[end - 1].Cell.Column >= header.Positions[^1].Start.Value)) return false;
        return NumberOf(cells[end - 1]) == cells[first..(end - 1)].Sum(NumberOf);
    }
}
