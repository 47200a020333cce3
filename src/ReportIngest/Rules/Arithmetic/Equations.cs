using System.Collections.Immutable;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Arithmetic;

/// <summary>Writes a broken identity the way one would on paper: where it stands, every term with its number, both results.</summary>
internal static class Equations
{
    // The six kinds of applicants are shown in full; of the 21 results of table three only those that are not 0.
    private const int ShownInFull = 6;

    public static Message InWords(Identity identity, Balance balance, Report report)
    {
        var (left, right) = (balance.Left!.Value, balance.Right!.Value);
        var where = Where(identity);
        var sum = Side(identity, identity.Left, report);
        var difference = Words.Number(Math.Abs(left - right));
        if (identity.Right.Length > 1)
        {
            var other = Side(identity, identity.Right, report);
            return new Message(
                $"{where.Zh}：{sum.Zh} = {Words.Number(left)}，而{other.Zh} = {Words.Number(right)}，两边相差 {difference}。请核对这{Forms.Number.Zh(identity.Indicators.Count())}格。",
                $"{where.En}: {sum.En} = {Words.Number(left)}, but {other.En} = {Words.Number(right)}; the sides differ by {difference}. Check these {identity.Indicators.Count()} cells.");
        }
        var total = Words.Filled(report[identity.Right[0]]!);
        var (zh, en) = right < left ? ("少", "short") : ("多", "over");
        var (mendZh, mendEn) = report[identity.Right[0]]!.Value.State == CellState.Reported
            ? ($"请核对{where.Zh}的各项与总计。", "Check the parts and the total there.")
            : ($"总计没有填，各项无误的补填 {Words.Number(left)} 即可。", $"The total is not filled in; where the parts are right, write {Words.Number(left)}.");
        return new Message(
            $"{where.Zh}：{sum.Zh} = {Words.Number(left)}，而「{Name(identity, identity.Right[0]).Zh}」{total.Zh}，{zh} {difference}。{mendZh}",
            $"{where.En}: {sum.En} = {Words.Number(left)}, but {Name(identity, identity.Right[0]).En} {total.En}, {difference} {en}. {mendEn}");
    }

    private static Message Where(Identity identity)
    {
        var cell = identity.Left[0];
        return identity.Equation.Per == Axis.Column
            ? new($"「{Words.Column(cell)}」列", $"Column {cell.Column.Key}")
            : new($"「{Words.Row(cell)}」{(cell.Row.Label.IsEmpty ? "" : "行")}", $"Row {cell.Code[..cell.Code.LastIndexOf('.')]}");
    }

    /// <summary>What tells a term from the others of its sum: its row in a sum down a column, its column in one along a row.</summary>
    private static Message Name(Identity identity, Indicator cell) => identity.Equation.Per == Axis.Column
        ? new(Words.Row(cell), cell.Row.Key)
        : new(cell.Column.Label[^1], cell.Code[(cell.Code.LastIndexOf('.') + 1)..]);

    private static Message Side(Identity identity, ImmutableArray<Indicator> cells, Report report)
    {
        var shown = cells.Length <= ShownInFull ? cells : [.. cells.Where(cell => report[cell]!.Counted != 0)];
        if (shown.IsEmpty) return new Message($"{cells.Length} 项均为 0，合计", $"all {cells.Length} parts are 0, sum");
        var terms = shown.Select(cell => Term(identity, cell, report)).ToList();
        var rest = cells.Length - shown.Length;
        return new Message(
            string.Join(" + ", terms.Select(term => term.Zh)) + (rest > 0 ? $"（其余 {rest} 项为 0）" : ""),
            string.Join(" + ", terms.Select(term => term.En)) + (rest > 0 ? $" (the other {rest} are 0)" : ""));
    }

    private static Message Term(Identity identity, Indicator cell, Report report)
    {
        var (name, content) = (Name(identity, cell), Words.Content(report[cell]!));
        // 「总计」 alone is the name of a column too.
        var zh = Words.Unnumbered(name.Zh) is var bare && bare == "总计" && identity.Equation.Per == Axis.Column ? $"「{name.Zh}」" : bare;
        return new Message($"{zh} {content.Zh}", $"{name.En} {content.En}");
    }
}
