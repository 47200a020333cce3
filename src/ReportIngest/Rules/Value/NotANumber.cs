using ReportIngest.Reports;

namespace ReportIngest.Rules.Value;

/// <summary>Text in a value cell that is neither a number nor a sign for nothing: 增加5, 0/0, 增.</summary>
internal sealed class NotANumber : IRule
{
    public RuleInfo Info { get; } = new("RI203", Category.Value, Severity.Error, new("单元格不是数字", "Cell is not a number"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) => report.Fields.Select(field => field.Value.State switch
    {
        CellState.Unreadable => Observation.Fails(Text(report, field)),
        CellState.Missing => Observation.CannotTell,
        _ => Observation.Holds,
    });

    private Finding Text(Report report, Field field)
    {
        var (cell, content) = (Words.Cell(field.Indicator), Words.Content(field));
        return Finding.Of(
            Info,
            report,
            new Message($"{cell.Zh}填的是{content.Zh}，不是一个数字。请改为一个阿拉伯数字，没有的填 0。", $"{cell.En} says {content.En}, which is not one number. Put one number there, 0 where there is nothing."),
            field.Indicator);
    }
}
