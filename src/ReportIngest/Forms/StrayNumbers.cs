using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Reports;

namespace ReportIngest.Forms;

/// <summary>Takes back cells of the form that numbers which belong nowhere throw doubt on.</summary>
internal sealed class StrayNumbers(ImmutableArray<Sheet> sheets, FormLabels labels, DoubtBook doubts, List<RowHit> hits, Dictionary<Indicator, FoundCell> cells)
{
    /// <summary>
    /// Numbers in rows without a label, in a table whose spans are lost: its lines may stand in another order than its cells, and the one number behind a label, which no sum proves, may be another's.
    /// </summary>
    public void TakeBackSingle(ImmutableArray<Location> numbers)
    {
        if (numbers.IsEmpty) return;
        var labelled = hits.Select(hit => (hit.Sheet.Index, hit.Row)).ToHashSet(); // a converter repeats the value of a merged cell in its row
        var disordered = numbers.Where(number => !labelled.Contains((number.Table, number.Row))).Select(number => number.Table).ToHashSet();
        foreach (var (indicator, cell) in cells.Where(pair => disordered.Contains(pair.Value.Sheet.Index) && pair.Value.Sheet.Table.Spans == SpanFidelity.Lost && pair.Key.Grid.Columns.Length == 1).ToList())
        {
            cells.Remove(indicator);
            doubts.NotLocated([indicator.Code], [cell.At]);
        }
    }

    /// <summary>
    /// Numbers without a label right above the first row of a grid that has a row without any, in a table whose spans are lost: the values of each row may stand before its label, so all of them one row up.
    /// </summary>
    public void TakeBackBelow(ImmutableArray<Location> numbers)
    {
        if (numbers.IsEmpty) return;
        foreach (var grid in hits.Where(hit => hit.Sheet.Table.Spans == SpanFidelity.Lost).GroupBy(hit => (hit.Sheet, hit.Form.Grid)))
        {
            var above = grid.Min(hit => hit.Row) - 1;
            if (!numbers.Any(number => number.Table == grid.Key.Sheet.Index && number.Row == above) || grid.All(hit => RowHits.HoldsValue(hit.Sheet, hit.Row))) continue;
            foreach (var (indicator, cell) in cells.Where(pair => pair.Value.Sheet == grid.Key.Sheet && pair.Key.Grid == grid.Key.Grid).ToList())
            {
                cells.Remove(indicator);
                doubts.NotLocated([indicator.Code], [cell.At]);
            }
        }
    }

    /// <summary>
    /// A number that belongs nowhere in the row above or below one whose only blank is its last place, in a table whose spans are lost: it may be that row's, which closed up and was filled up. A sum that holds beside it proves nothing, for the row may have ended in its total.
    /// </summary>
    public void TakeBackBeside(ImmutableArray<Location> numbers)
    {
        if (numbers.IsEmpty) return;
        var beside = numbers.SelectMany(number => new[] { (number.Table, number.Row - 1), (number.Table, number.Row + 1) }).ToHashSet();
        foreach (var row in cells.Where(pair => pair.Value.Sheet.Table.Spans == SpanFidelity.Lost && beside.Contains((pair.Value.Sheet.Index, pair.Value.Cell.Cell.Row)) && pair.Key.Grid.Columns.Length > 1)
            .GroupBy(pair => (pair.Value.Sheet, pair.Key.Row)).Select(row => row.OrderBy(pair => pair.Value.Cell.Cell.Column).ToList()).ToList())
        {
            if (row.Count < row[0].Key.Grid.Columns.Length || row[^1].Value.Cell.Kind != SheetCellKind.Blank || row.SkipLast(1).Any(pair => pair.Value.Cell.Kind == SheetCellKind.Blank)) continue;
            foreach (var (indicator, _) in row) cells.Remove(indicator);
            doubts.NotLocated(row.Select(pair => pair.Key.Code), row.Select(pair => pair.Value.At));
        }
    }

    /// <summary>
    /// A number without a label right below a cell of the form may be the rest of it, or stand for it where it is empty, which a page break or a drawn line has cut off: neither is sure.
    /// Where rows were inferred from words, what looks like the label of a local row may be the rest of the label above.
    /// </summary>
    public void TakeBackAbove(IEnumerable<Location> numbers)
    {
        foreach (var table in numbers.GroupBy(number => number.Table))
        {
            var sheet = sheets.First(one => one.Index == table.Key);
            var values = cells.Values.Where(cell => cell.Sheet == sheet).Select(cell => cell.Cell.Cell.Column).DefaultIfEmpty(0).Min();
            foreach (var row in table.GroupBy(number => number.Row).Where(row => sheet.Table.Spans == SpanFidelity.Inferred || !HasLabel(sheet, row.Key, values)).ToList())
            {
                var end = TornLabels.LastFilled(sheet, row.Key) + 1;
                foreach (var (indicator, cell) in cells.Where(pair => pair.Value.Sheet == sheet && pair.Value.Cell.Cell.EndRow == end && row.Any(number => IsOver(pair.Value.Cell.Cell, number))).ToList())
                {
                    cells.Remove(indicator);
                    doubts.NotLocated([indicator.Code], [cell.At]);
                }
            }
        }

        static bool IsOver(Cell cell, Location number) => cell.Column <= number.Column && cell.EndColumn > number.Column;
    }

    /// <summary>A label of the row's own stands left of where values begin, and no rest of the one above.</summary>
    private bool HasLabel(Sheet sheet, int row, int values) =>
        sheet.Rows[row].Cells.Any(cell => cell.Kind == SheetCellKind.Text && cell.Cell.Row == row && cell.Cell.Column < values && !TornLabels.IsRest(sheet, row, cell, labels));
}
