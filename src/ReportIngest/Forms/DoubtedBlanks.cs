using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Reports;
using static ReportIngest.Forms.RowJudgement;

namespace ReportIngest.Forms;

/// <summary>Blanks of which it is not known whether a blank is printed there: a merged cell may cover the place, or its value have moved to another row.</summary>
internal static class DoubtedBlanks
{
    /// <summary>
    /// The blanks of tables whose spans are lost and in which there is a blank only right of a 0, or below one: a merged 0 looks like that, and where blanks stand for 0 some stand elsewhere, or a whole row is blank.
    /// A blank total beside numbers is no 0.
    /// </summary>
    public static HashSet<SheetCell> Covered(IReadOnlyDictionary<RowHit, ImmutableArray<SheetCell>> readings)
    {
        const int fewest = 3; // one or two are found beside a 0 by chance
        var covered = new HashSet<SheetCell>();
        foreach (var table in readings.Where(pair => pair.Key.Sheet.Table.Spans == SpanFidelity.Lost && pair.Value.Length > 1).GroupBy(pair => pair.Key.Sheet))
        {
            var blanks = new List<SheetCell>();
            var zeros = new Dictionary<(int Row, Column Column), bool>();
            var stray = table.Any(pair => !pair.Value.Any(IsFilled));
            foreach (var (hit, cells) in table.OrderBy(pair => pair.Key.Row))
            {
                var left = false;
                for (var i = 0; i < cells.Length; i++)
                {
                    if (IsFilled(cells[i]))
                    {
                        left = zeros[(hit.Row, hit.Order[i])] = cells[i].Cell.Text.Trim() == "0";
                        continue;
                    }

                    zeros[(hit.Row, hit.Order[i])] = left || zeros.GetValueOrDefault((hit.Row - 1, hit.Order[i]));
                    stray |= !zeros[(hit.Row, hit.Order[i])] || (hit.Order[i].Key == "total" && HasNumber(cells));
                    blanks.Add(cells[i]);
                }
            }

            if (!stray && blanks.Count >= fewest) covered.UnionWith(blanks);
        }

        return covered;
    }

    /// <summary>The blank last places of rows above or below one with a value too many, where it is their only blank: the value may have moved there.</summary>
    public static HashSet<SheetCell> MovedOut(IReadOnlyDictionary<RowHit, ImmutableArray<SheetCell>> readings, List<RowHit> unfit)
    {
        var beside = unfit.Where(hit => hit.Sheet.Table.Spans is SpanFidelity.Lost or SpanFidelity.Stated && RowReader.Behind(hit.Sheet, hit.Row, hit.Label).Count(IsFilled) > hit.Order.Length)
            .SelectMany(hit => new[] { (hit.Sheet, hit.Row - 1), (hit.Sheet, hit.Row + 1) }).ToHashSet();
        return beside.Count == 0 ? [] : [.. readings.Where(pair => pair.Value.Length > 1 && beside.Contains((pair.Key.Sheet, pair.Key.Row)) && !IsFilled(pair.Value[^1]) && pair.Value.SkipLast(1).All(IsFilled)).Select(pair => pair.Value[^1])];
    }
}
