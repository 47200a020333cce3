using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Arithmetic;

/// <summary>Two kinds of applicants are off by +k and −k while the total column holds: a number of one row stands one column aside.</summary>
internal sealed class WrongColumn : IRule
{
    public RuleInfo Info { get; } = new("RI106", Category.Arithmetic, Severity.Warning, new("疑似错列：同一行内一增一减", "Number booked in the wrong column"));

    public IEnumerable<Observation> Check(Report report, RuleContext context)
    {
        var gaps = report.Identities.Where(identity => identity.Rule is "RI101" or "RI102")
            .Select(identity => new Gap(identity, Balance.Of(identity, report)))
            .GroupBy(gap => gap.Identity.Rule)
            .Where(rule => rule.All(gap => gap.Balance.Assessable))
            .SelectMany(rule => rule)
            .ToList();
        if (gaps.Count == 0) return [Observation.CannotTell];
        return [IsExchange([.. gaps.Where(gap => gap.Size != 0)]) ? Observation.Fails(Suspicion(report, gaps)) : Observation.Holds];
    }

    private static bool IsExchange(List<Gap> broken)
    {
        var columns = broken.Select(gap => gap.Column).Distinct().ToList();
        return columns.Count == 2
            && !columns.Contains("total")
            && broken.GroupBy(gap => gap.Identity.Rule).All(rule => rule.Count() == 2 && rule.Sum(gap => gap.Size) == 0)
            && broken.Select(gap => Math.Abs(gap.Size)).Distinct().Count() == 1;
    }

    private Finding Suspicion(Report report, List<Gap> gaps)
    {
        var broken = gaps.Where(gap => gap.Size != 0).ToList();
        var columns = broken.DistinctBy(gap => gap.Column).Select(gap => gap.Identity.Left[0]).ToList();
        var moves = Moves(report, [.. gaps.Where(gap => columns.Any(cell => cell.Column.Key == gap.Column))], columns).Take(2).ToList();
        var finding = moves.Count == 1
            ? Finding.Of(Info, report, Named(moves[0], report), moves[0].From, moves[0].To)
            : Finding.Of(Info, report, Unnamed(columns, Math.Abs(broken[0].Size)), broken.SelectMany(gap => gap.Identity.Indicators).DistinctBy(cell => cell.Code));
        return finding with { Part = string.Join(',', columns.Select(cell => cell.Column.Key)) };
    }

    /// <summary>Every number that, moved to the other of the two columns, makes all sums of both hold, and whose row total holds as it is.</summary>
    private static IEnumerable<Move> Moves(Report report, List<Gap> gaps, List<Indicator> columns)
    {
        var rows = report.Identities.Where(identity => identity.Rule == "RI103" && Balance.Of(identity, report).Holds);
        foreach (var row in rows)
        {
            var first = row.Left.Single(cell => cell.Column.Key == columns[0].Column.Key);
            var second = row.Left.Single(cell => cell.Column.Key == columns[1].Column.Key);
            if (Mends(first, second)) yield return new Move(first, second);
            if (Mends(second, first)) yield return new Move(second, first);
        }

        bool Mends(Indicator from, Indicator to)
        {
            var number = report[from]!.Counted!.Value;
            return number != 0 && gaps.TrueForAll(gap => gap.Size == (Sign(gap.Identity, from) - Sign(gap.Identity, to)) * number);
        }
    }

    private static int Sign(Identity identity, Indicator cell) =>
        identity.Left.Any(other => other.Code == cell.Code) ? 1 : identity.Right.Any(other => other.Code == cell.Code) ? -1 : 0;

    private static Message Named(Move move, Report report)
    {
        var (row, from, to) = (Words.Row(move.From), Words.Column(move.From), Words.Column(move.To));
        var number = Words.Number(report[move.From]!.Counted!.Value);
        return new Message(
            $"「{row}」行「{from}」列的 {number} 疑似应填在「{to}」列：移过去后，这两列的等式全部成立，该行总计和总计列不变。请核对申请人类别。",
            $"The {number} in {move.From.Code} seems to belong in {move.To.Code}: moved there, all sums of both columns hold, and the row total and the total column stay as they are. Check the kind of applicant.");
    }

    private static Message Unnamed(List<Indicator> columns, decimal gap)
    {
        var (first, second, number) = (columns[0], columns[1], Words.Number(gap));
        return new Message(
            $"「{Words.Column(first)}」列与「{Words.Column(second)}」列一增一减，各差 {number}，而总计列成立：疑似有一行的数字错填了列，但不能断定是哪一行。请逐行核对这两列。",
            $"Columns {first.Column.Key} and {second.Column.Key} are off by {number} in opposite directions while the total column holds: a number seems to stand in the wrong column, but the row cannot be told. Check these two columns row by row.");
    }

    /// <summary>A sum down a column; its size is what the left side has over the right.</summary>
    private sealed record Gap(Identity Identity, Balance Balance)
    {
        public string Column => Identity.Left[0].Column.Key;

        public decimal Size => Balance.Left!.Value - Balance.Right!.Value;
    }

    private sealed record Move(Indicator From, Indicator To);
}
