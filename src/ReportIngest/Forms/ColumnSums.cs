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
    /// Not where other rows have blanks in front of numbers: there blanks keep their places.
    /// </summary>
    public void WithdrawFilledUp()
    {
        foreach (var (hit, cells) in readings.Where(pair => pair.Key.Sheet.Table.Spans == SpanFidelity.Lost && pair.Value.Length > 2 && !IsFilled(pair.Value[^1]) && !IsFilled(pair.Value[^2]) && HasNumber(pair.Value)).ToList())
        {
            var sums = Sums(hit);
            if (sums.Count(identity => Fails(identity, Numbers)) < 2 || !Explains(hit, cells, sums, Numbers)) continue;
            if (readings.Any(pair => pair.Key.Sheet == hit.Sheet && pair.Key != hit && HasBlankBeforeNumber(pair.Value))) continue;
            readings.Remove(hit);
            doubts.Ambiguous(hit.Codes, [hit.At]);
        }
    }

    /// <summary>In two columns or more there are numbers and every sum holds: in a table whose blanks were dropped the numbers of other columns stand there.</summary>
    public bool ProvePlaces() => form.Identities.Where(identity => identity.Equation.Per == Axis.Column).GroupBy(identity => identity.Left[0].Column)
        .Count(column => column.All(identity => identity.Indicators.All(Numbers.ContainsKey) && !Fails(identity, Numbers)) && column.Any(identity => identity.Left.Any(indicator => Numbers[indicator] > 0))) > 1;

    /// <summary>As the rows are laid at first; a blank is 0.</summary>
    private Dictionary<Indicator, decimal> Numbers => field ??= readings.SelectMany(pair => pair.Value.Select((cell, at) => (Indicator: pair.Key.Form.In(pair.Key.Order[at]), Number: NumberOf(cell)))).DistinctBy(one => one.Indicator).ToDictionary(one => one.Indicator, one => one.Number);

    private static bool HasBlankBeforeNumber(ImmutableArray<SheetCell> cells) => cells.SkipWhile(IsFilled).Any(IsFilled);

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
}
