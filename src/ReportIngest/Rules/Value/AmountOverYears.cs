using ReportIngest.Corpus;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Value;

/// <summary>An amount ten thousand times that of the unit's other years: 元 where the form asks for 万元.</summary>
internal sealed class AmountOverYears : ICorpusRule
{
    public RuleInfo Info => AmountUnit.Rule;

    public IEnumerable<Observation> Check(UnitHistory history) =>
        history.Report.Record.Fields.Where(field => field.Indicator.Kind == IndicatorKind.Amount).Select(field => Judge(history, field));

    private Observation Judge(UnitHistory history, Field field)
    {
        var code = field.Indicator.Code;
        var others = history.OtherYears.Where(other => other.Number(code) > 0).ToList();
        if (history.Report.Number(code) is not { } number || others.Count == 0) return Observation.CannotTell;
        // The year that comes nearest is shown; all others are further off.
        var nearest = others.MaxBy(other => other.Number(code))!;
        if (number < AmountUnit.Yuan * nearest.Number(code)) return Observation.Holds;
        return history.CanBeCompared ? Observation.Fails(TooMuch(history, field, number, nearest.Record)) : Observation.CannotTell;
    }

    private Finding TooMuch(UnitHistory history, Field field, decimal number, ReportRecord nearest)
    {
        var (cell, before) = (Words.Cell(field.Indicator), Words.Number(nearest[field.Indicator.Code]!.Counted!.Value));
        return CorpusFindings.Of(
            Info,
            history,
            new Message(
                $"{cell.Zh}填的是 {Words.Number(number)} 万元，是 {nearest.Year} 年 {before} 万元的一万倍以上。疑把元填入了万元的格子，请核对。对照的报告：{nearest.Source.Path}。",
                $"{cell.En} says {Words.Number(number)} 万元, ten thousand times the {before} of {nearest.Year} or more. Yuan seem to stand in a cell of 万元; check it. Compared with {nearest.Source.Path}."),
            field.Indicator) with { Actual = number };
    }
}
