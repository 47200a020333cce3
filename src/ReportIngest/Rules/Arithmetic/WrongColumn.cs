using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Arithmetic;

/// <summary>Two kinds of applicants are off by +k and −k while the total column holds: a number of one row stands one column aside.</summary>
internal sealed class WrongColumn : IRule
{
    public RuleInfo Info { get; } = new("RI106", Category.Arithmetic, Severity.Warning, new("疑似错列：同一行内一增一减", "Number booked in the wrong column"));

    public IEnumerable<Observation> Check(Report report, RuleContext context)
    {
        var gaps = Gap.Of(report);
        if (gaps.Count == 0) return [Observation.CannotTell];
        return [Exchange.Find(report, gaps) is { } exchange ? Observation.Fails(Suspicion(report, exchange)) : Observation.Holds];
    }

    private Finding Suspicion(Report report, Exchange exchange)
    {
        var finding = exchange.Moves is [var move]
            ? Finding.Of(Info, report, Named(move, report), move.From, move.To)
            : Finding.Of(Info, report, Unnamed(exchange), exchange.Cells);
        return finding with { Part = $"{exchange.First.Column.Key},{exchange.Second.Column.Key}" };
    }

    private static Message Named(Move move, Report report)
    {
        var (row, from, to) = (Words.Row(move.From), Words.Column(move.From), Words.Column(move.To));
        var number = Words.Number(report[move.From]!.Counted!.Value);
        return new Message(
            $"「{row}」行「{from}」列的 {number} 疑似应填在「{to}」列：移过去后，这两列的等式全部成立，该行总计和总计列不变。若只错填了其中一部分，也可能是别的行。请核对申请人类别。",
            $"The {number} in {move.From.Code} seems to belong in {move.To.Code}: moved there, all sums of both columns hold, and the row total and the total column stay as they are. Where only a part of a number was misplaced, it may be another row's. Check the kind of applicant.");
    }

    private static Message Unnamed(Exchange exchange)
    {
        var (first, second, size) = (exchange.First, exchange.Second, Words.Number(exchange.Size));
        return new Message(
            $"「{Words.Column(first)}」列与「{Words.Column(second)}」列一增一减，各差 {size}，而总计列成立：疑似有一行的数字错填了列，但不能断定是哪一行。请逐行核对这两列。",
            $"Columns {first.Column.Key} and {second.Column.Key} are off by {size} in opposite directions while the total column holds: a number seems to stand in the wrong column, but the row cannot be told. Check these two columns row by row.");
    }
}
