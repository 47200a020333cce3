using ReportIngest.Reports;
using ReportIngest.Reports.Narratives;

namespace ReportIngest.Rules.Narrative;

/// <summary>A share or a growth that the two numbers it stands with contradict.</summary>
internal sealed class Percentage : IRule
{
    public RuleInfo Info { get; } = new("RI306", Category.Narrative, Severity.Note, new("百分比与数字不符", "Percentage wrong"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) =>
        context.Narrative.Sentences.SelectMany(sentence => PercentageSaid.Of(sentence, report.Year)).Select(said => Judge(said, report));

    private Observation Judge(PercentageSaid said, Report report)
    {
        if (said.Bases.Any(said.Fits)) return Observation.Holds;
        return said is { IsClear: true, Bases: [var (part, whole)] } ? Observation.Fails(Wrong(said, part, whole, report)) : Observation.CannotTell;
    }

    /// <summary>To two digits, without zeros behind them.</summary>
    private static decimal Round(decimal percent) => Math.Round(percent * 100, MidpointRounding.AwayFromZero) / 100;

    private Finding Wrong(PercentageSaid said, decimal part, decimal whole, Report report)
    {
        var quote = Quotes.Of(said.Sentence, said.Percent.Start);
        var (right, stated) = (Round(part / whole * 100), Words.Number(said.Percent.Number));
        var (fraction, result) = ($"{Words.Number(part)} ÷ {Words.Number(whole)}", Words.Number(right));
        var (zh, en) = said.Kind switch
        {
            PercentageKind.Share => ("占比", "a share of"),
            PercentageKind.Growth => ("增长", "a growth of"),
            _ => ("下降", "a fall of"),
        };
        var message = new Message(
            $"{quote.Zh}：{fraction} = {result}%，而写的是{zh} {stated}%。请核对百分比与数字。",
            $"{quote.En}: {fraction} = {result}%, but the text says {en} {stated}%. Check the percentage and the numbers.");
        return Finding.Of(Info, report, message) with { Expected = right, Actual = said.Percent.Number, Part = said.Sentence.Skeleton };
    }
}
