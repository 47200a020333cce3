using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Arithmetic;

/// <summary>A sum down a column of table three; its size is what the left side has over the right.</summary>
internal sealed record Gap(Identity Identity, decimal Size)
{
    public string Column => Identity.Left[0].Column.Key;

    /// <summary>All columns of RI101 and of RI102, of each only where all its columns can be read; a column without any number is even.</summary>
    public static List<Gap> Of(Report report) => [.. Of(report, "RI101"), .. Of(report, "RI102")];

    private static List<Gap> Of(Report report, string rule)
    {
        var gaps = new List<Gap>();
        foreach (var (identity, balance) in report.Balances)
        {
            if (identity.Rule != rule) continue;
            if (!balance.Assessable && identity.Indicators.Any(cell => report[cell]?.Counted is null)) return [];
            gaps.Add(new Gap(identity, (balance.Left ?? 0) - (balance.Right ?? 0)));
        }

        return gaps;
    }
}

/// <summary>A number that would mend everything if it stood in <paramref name="To"/>.</summary>
internal sealed record Move(Indicator From, Indicator To);

/// <summary>Two kinds of applicants whose columns are off by as much in opposite directions, while all others and the total column hold.</summary>
/// <param name="First">A cell of the one column.</param>
/// <param name="Second">A cell of the other.</param>
/// <param name="Cells">The cells of all broken sums.</param>
internal sealed record Exchange(Indicator First, Indicator Second, decimal Size, List<Indicator> Cells, List<Move> Moves)
{
    public static Exchange? Find(Report report, List<Gap> gaps)
    {
        var broken = gaps.Where(gap => gap.Size != 0).ToList();
        var columns = broken.DistinctBy(gap => gap.Column).Select(gap => gap.Identity.Left[0]).ToList();
        if (columns.Count != 2 || columns.Exists(cell => cell.Column.Key == "total") || !CancelOut(broken)) return null;
        var (first, second) = (columns[0], columns[1]);
        var both = gaps.Where(gap => gap.Column == first.Column.Key || gap.Column == second.Column.Key).ToList();
        return new Exchange(
            first,
            second,
            Math.Abs(broken[0].Size),
            [.. broken.SelectMany(gap => gap.Identity.Indicators).DistinctBy(cell => cell.Code)],
            [.. MovesBetween(first.Column.Key, second.Column.Key, report, both)]);
    }

    private static bool CancelOut(List<Gap> broken) =>
        broken.GroupBy(gap => gap.Identity.Rule).All(rule => rule.Count() == 2 && rule.Sum(gap => gap.Size) == 0)
        && broken.Select(gap => Math.Abs(gap.Size)).Distinct().Count() == 1;

    /// <summary>Every number that, moved to the other column, makes all sums of both columns hold, and whose row total holds as it is.</summary>
    private static IEnumerable<Move> MovesBetween(string first, string second, Report report, List<Gap> gaps) =>
        from sum in report.Balances
        where sum.Identity.Rule == "RI103" && sum.Balance.Holds
        let row = sum.Identity
        let one = row.Left.Single(cell => cell.Column.Key == first)
        let other = row.Left.Single(cell => cell.Column.Key == second)
        from move in new[] { new Move(one, other), new Move(other, one) }
        where Mends(move, report[move.From]!.Counted!.Value, gaps)
        select move;

    private static bool Mends(Move move, decimal number, List<Gap> gaps) => number != 0
        && gaps.TrueForAll(gap => gap.Size == (Sign(gap.Identity, move.From) - Sign(gap.Identity, move.To)) * number);

    private static int Sign(Identity identity, Indicator cell) =>
        identity.Left.Any(other => other.Code == cell.Code) ? 1 : identity.Right.Any(other => other.Code == cell.Code) ? -1 : 0;
}
