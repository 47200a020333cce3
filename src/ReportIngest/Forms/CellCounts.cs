using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Reports;
using static ReportIngest.Forms.RowJudgement;

namespace ReportIngest.Forms;

/// <summary>Takes back rows that have a cell too many or too few, where which one it is cannot be told.</summary>
internal sealed class CellCounts(DoubtBook doubts, List<RowHit> hits, Dictionary<RowHit, ImmutableArray<SheetCell>> readings)
{
    /// <summary>
    /// A row with more cells behind its label than most rows whose labels end where its does, or with fewer: one was put in or lost. Where it stands tells only the row's sum, and not that either
    /// where the row was moved to fit: a blank or a 0 more makes the same sum. Lines, and words that were set in columns, show where their cells are.
    /// </summary>
    public void WithdrawUnlikeOthers()
    {
        var counted = hits.Where(hit => hit.Order.Length > 1 && hit.Sheet.Table.Spans is SpanFidelity.Stated or SpanFidelity.Lost).Select(hit => (Hit: hit, Cells: RowReader.CountBehind(hit))).ToList();
        if (counted.TrueForAll(row => row.Cells == counted[0].Cells)) return; // as in most tables
        foreach (var table in counted.GroupBy(row => (row.Hit.Sheet, row.Hit.Form.Grid, row.Hit.Label?.Cell.EndColumn)))
        {
            var counts = table.CountBy(row => row.Cells).ToList();
            if (counts.Count == 1 || counts.MaxBy(count => count.Value) is var usual && usual.Value * 2 <= table.Count()) continue;
            var totalsAreBlank = table.Count(row => row.Cells == usual.Key && readings.TryGetValue(row.Hit, out var cells) && !IsFilled(cells[^1])) * 2 > usual.Value;
            foreach (var (hit, count) in table)
            {
                var more = count - usual.Key;
                if (more == 0 || !readings.TryGetValue(hit, out var cells)) continue;
                if (more > 0 && (usual.Key < cells.Length || (totalsAreBlank && IsFilled(cells[^1]))) && !HasNumber(cells)) Withdraw(hit); // the others lack a column or a total: of zeros one was put in
                if (!HasNumber(cells) || HasBlanksBehind(hit, cells, more)) continue;
                if (more > 0 ? Sum(hit, cells) != RowSum.Holds || !StandsUnderHeader(hit, cells) : Sum(hit, cells) != RowSum.Holds && hit.Sheet.Table.Spans == SpanFidelity.Stated) Withdraw(hit);
            }
        }
    }

    /// <summary>The cells too many are blanks behind a total that stands under its header: nothing has moved.</summary>
    private static bool HasBlanksBehind(RowHit hit, ImmutableArray<SheetCell> cells, int more) =>
        more > 0 && hit.Header is { Positional: true } header && IsFilled(cells[^1]) && cells[^1].Cell.Column == header.Positions[^1].Start.Value
        && hit.Sheet.Rows[hit.Row].Cells.Count(cell => cell.Kind == SheetCellKind.Blank && cell.Cell.Column >= header.Positions[^1].End.Value) >= more;

    /// <summary>
    /// The row of table four whose sum fails, where it has a cell too many, or ends or begins with a blank and one lost cell would explain that: it may have been filled up.
    /// </summary>
    public void WithdrawWhereSumTells()
    {
        foreach (var (hit, cells) in readings.Where(pair => pair.Key.Form.Sums.Length > 1).ToList())
        {
            var isDoubtful = !IsFilled(cells[^1]) ? MayLackOne(hit, cells)
                : (!IsFilled(cells[0]) && cells.Count(IsFilled) == cells.Length - 1 && MayLackOne(hit, cells, inFront: true))
                || (RowReader.CountBehind(hit) - cells.Length is > 0 and var more && !HasBlanksBehind(hit, cells, more) && Sum(hit, cells) == RowSum.Fails);
            if (isDoubtful) Withdraw(hit);
        }
    }

    /// <summary>As they stand a sum fails; with a cell added in one of the groups all others' hold, and that group's total leaves room for it. Where one of several is at fault by itself: a sum of numbers behind the added cell holds that did not, and at most one still fails of those that did.</summary>
    /// <param name="inFront">The blank that took the lost cell's place stands in front, else at the end. Many units leave zeros blank, so in front the cell has to explain the failed sum of a group that it only moved.</param>
    private static bool MayLackOne(RowHit hit, ImmutableArray<SheetCell> cells, bool inFront = false)
    {
        if (cells.Any(cell => cell.IsUnclear)) return false; // what is not known makes no sum fail
        var numbers = cells.Select(NumberOf).ToArray();
        var width = numbers.Length / hit.Form.Sums.Length;
        var failed = numbers.Chunk(width).Index().Where(group => Missing(group.Item) != 0).Select(group => group.Index).ToArray();
        if (failed.Length == 0) return false;
        var endsInBlanks = !inFront && cells.TakeWhile(IsFilled).Count() == cells.Count(IsFilled); // and has no other: elsewhere blanks keep their places
        for (var at = 0; at < numbers.Length; at++)
        {
            if (inFront && failed is [var only] && only == at / width) continue;
            decimal[] filled = inFront ? [.. numbers[1..(at + 1)], 0, .. numbers[(at + 1)..]] : [.. numbers[..at], 0, .. numbers[at..^1]];
            var groups = filled.Chunk(width).ToArray();
            var stillFailed = groups.Index().Count(group => group.Index == at / width ? at % width < width - 1 && Missing(group.Item) < 0 : Missing(group.Item) != 0);
            if (stillFailed == 0 || (endsInBlanks && stillFailed <= failed.Length - 2 && groups.Index().Any(group => group.Index > at / width && group.Item[^1] > 0 && Missing(group.Item) == 0))) return true;
        }

        return false;

        static decimal Missing(decimal[] group) => group[^1] - group[..^1].Sum();
    }

    private void Withdraw(RowHit hit)
    {
        readings.Remove(hit);
        doubts.Ambiguous(hit.Codes, [hit.At]);
    }
}
