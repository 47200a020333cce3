using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Reports;
using static ReportIngest.Forms.RowJudgement;

namespace ReportIngest.Forms;

/// <summary>Takes back rows that may have lost a cell where the columns of their table say so: the row's own sum says nothing where totals are left blank.</summary>
internal sealed class ColumnSums(Form form, DoubtBook doubts, Dictionary<RowHit, ImmutableArray<SheetCell>> readings)
{
    /// <summary>
    /// A row that ends in a blank, in a table whose spans are lost: sums down two of its columns or more fail as it stands, and all of its columns' hold with a cell put in somewhere. It was filled up at its end.
    /// </summary>
    public void WithdrawFilledUp()
    {
        Dictionary<Indicator, decimal>? numbers = null;
        foreach (var (hit, cells) in readings.Where(pair => pair.Key.Sheet.Table.Spans == SpanFidelity.Lost && pair.Value.Length > 2 && !IsFilled(pair.Value[^1]) && !IsFilled(pair.Value[^2]) && HasNumber(pair.Value)).ToList())
        {
            var sums = Sums(hit);
            if (sums.IsEmpty) continue;
            numbers ??= readings.SelectMany(pair => pair.Value.Select((cell, at) => (Indicator: pair.Key.Form.In(pair.Key.Order[at]), Number: NumberOf(cell)))).DistinctBy(one => one.Indicator).ToDictionary(one => one.Indicator, one => one.Number);
            if (sums.Count(identity => Fails(identity, numbers)) < 2 || !Explains(hit, cells, sums, numbers)) continue;
            readings.Remove(hit);
            doubts.Ambiguous(hit.Codes, [hit.At]);
        }
    }

    /// <summary>
    /// One column that is blank in all rows of a table in which nothing else is, and sums that fail in most rows with numbers: a column was lost and a blank one put in, and in which column each number stands is not known.
    /// </summary>
    public void WithdrawBesideBlankColumn()
    {
        const int fewest = 3; // in one or two rows a sum fails by a slip
        foreach (var table in readings.Where(pair => pair.Key.Order.Length > fewest && pair.Value.Any(IsFilled)).GroupBy(pair => (pair.Key.Sheet, pair.Key.Form.Grid)).ToList())
        {
            var rows = table.ToList();
            if (rows.Count < fewest || !HaveOneBlankColumn(rows)) continue;
            var counted = rows.FindAll(pair => HasNumber(pair.Value));
            if (counted.Count < fewest || counted.Count(pair => Sum(pair.Key, pair.Value) == RowSum.Fails) * 2 <= counted.Count) continue;
            foreach (var (hit, _) in rows)
            {
                readings.Remove(hit);
                doubts.Ambiguous(hit.Codes, [hit.At]);
            }
        }
    }

    private static bool HaveOneBlankColumn(List<KeyValuePair<RowHit, ImmutableArray<SheetCell>>> rows)
    {
        var first = rows[0].Value;
        var blank = -1;
        for (var i = 0; i < first.Length - 1; i++)
        {
            if (!IsFilled(first[i])) blank = i;
        }

        return blank >= 0 && rows.TrueForAll(row => row.Value.Length == first.Length && row.Value.Index().All(cell => IsFilled(cell.Item) != (cell.Index == blank)));
    }

    private ImmutableArray<Identity> Sums(RowHit hit)
    {
        var own = hit.Order.Select(hit.Form.In).ToHashSet();
        return [.. form.Identities.Where(identity => identity.Equation.Per == Axis.Column && identity.Indicators.Any(own.Contains))];
    }

    private static bool Explains(RowHit hit, ImmutableArray<SheetCell> cells, ImmutableArray<Identity> sums, Dictionary<Indicator, decimal> numbers)
    {
        for (var at = 0; at < cells.Length - 1; at++)
        {
            var moved = new Dictionary<Indicator, decimal>(numbers);
            for (var i = at; i < cells.Length; i++) moved[hit.Form.In(hit.Order[i])] = i == at ? 0 : NumberOf(cells[i - 1]);
            if (sums.All(identity => !Fails(identity, moved) || identity.Indicators.Contains(hit.Form.In(hit.Order[at])))) return true;
        }

        return false;
    }

    private static bool Fails(Identity identity, Dictionary<Indicator, decimal> numbers) =>
        identity.Indicators.All(numbers.ContainsKey) && identity.Left.Sum(indicator => numbers[indicator]) != identity.Right.Sum(indicator => numbers[indicator]);

    private static decimal NumberOf(SheetCell cell) => CellReader.Read(cell.Cell.Text, IndicatorKind.Count).Number ?? 0;
}
