using System.Text.RegularExpressions;
using ReportIngest.Forms;
using ReportIngest.Reports;
using ReportIngest.Reports.Narratives;

namespace ReportIngest.Rules.Value;

/// <summary>An amount in 元 where the form asks for 万元: the cell says so itself, or the text gives the same digits in 元.</summary>
internal sealed partial class AmountUnit : IRule
{
    /// <summary>元 in a 万元.</summary>
    public const decimal Yuan = 10_000;

    public static RuleInfo Rule { get; } = new("RI210", Category.Value, Severity.Warning, new("金额单位疑似有误", "Amount in the wrong unit"));

    public RuleInfo Info => Rule;

    public IEnumerable<Observation> Check(Report report, RuleContext context) =>
        report.Fields.Where(field => field.Indicator.Kind == IndicatorKind.Amount).Select(field => Judge(report, field, context.Narrative));

    private static Observation Judge(Report report, Field field, Reports.Narrative narrative)
    {
        if (field.Value is not { State: CellState.Reported, Number: { } number, Raw: { } raw }) return Observation.CannotTell;
        if (NamesYuan().IsMatch(CompactText.Of(raw))) return Observation.Fails(InCell(report, field));
        if (number == 0) return Observation.Holds;
        var said = narrative.Sentences.SelectMany(sentence => Amounts(sentence, field.Indicator).Select(amount => (sentence, amount))).ToList();
        if (said.Exists(one => Math.Abs(one.amount.Number - (number * Yuan)) < one.amount.Step)) return Observation.Holds;
        var same = said.Find(one => one.amount.IsExact && one.amount.Number == number);
        return same.amount is null ? Observation.CannotTell : Observation.Fails(InText(report, field, same.sentence, same.amount));
    }

    /// <summary>The amounts of a sentence that are called what the cell is.</summary>
    private static IEnumerable<Quantity> Amounts(Sentence sentence, Indicator cell) => sentence.Quantities.Where(amount =>
        amount.Unit == "元" && (cell.Row.Key.Contains("procurement", StringComparison.Ordinal) ? Procurement() : Fee()).IsMatch(amount.Lead) && !Rate().IsMatch(amount.Lead));

    private static Finding InCell(Report report, Field field)
    {
        var cell = Words.Cell(field.Indicator);
        return Finding.Of(
            Rule,
            report,
            new Message(
                $"{cell.Zh}填的是“{field.Value.Raw}”，单位是元，这一格的单位是万元。数据已换算为 {Words.Number(field.Value.Number!.Value)} 万元，请核对并按万元填写。",
                $"{cell.En} says “{field.Value.Raw}”, in yuan, where the form asks for 万元 (10 000 yuan). It was read as {Words.Number(field.Value.Number!.Value)} 万元; check it and fill it in so.")
            , field.Indicator) with { Actual = field.Value.Number };
    }

    private static Finding InText(Report report, Field field, Sentence sentence, Quantity amount)
    {
        var (cell, quote, number) = (Words.Cell(field.Indicator), Narrative.Quotes.Of(sentence, amount.Start), field.Value.Number!.Value);
        return Finding.Of(
            Rule,
            report,
            new Message(
                $"{cell.Zh}填的是 {Words.Number(number)} 万元，而{quote.Zh}，是 {Words.Number(amount.Number)} 元。疑把元填入了万元的格子，请核对，应为 {Words.Number(number / Yuan)} 万元。",
                $"{cell.En} says {Words.Number(number)} 万元. {quote.En}, which is {Words.Number(amount.Number)} yuan. Yuan seem to stand in a cell of 万元; check whether it should be {Words.Number(number / Yuan)}.")
            , field.Indicator) with { Expected = number / Yuan, Actual = number };
    }

    [GeneratedRegex("(?<![万亿])元", RegexOptions.ExplicitCapture)]
    private static partial Regex NamesYuan();

    [GeneratedRegex("行政事业性?收费|行政性收费|行政事业收费", RegexOptions.ExplicitCapture)]
    private static partial Regex Fee();

    // 「收费标准为每次12000元」 is no sum of the year; 「按标准征收…12000元」 is one.
    [GeneratedRegex("(?:标准(?:为|是)?|每[次件宗人户亩平月年吨个][\\p{Lo}-[共全]]{0,3})(?:人民币)?[:：]?\\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Rate();

    [GeneratedRegex("采购", RegexOptions.ExplicitCapture)]
    private static partial Regex Procurement();
}
