using System.Globalization;
using ReportIngest.Forms;
using ReportIngest.Reports;
using ReportIngest.Rules.Form;

namespace ReportIngest.Rules.Value;

/// <summary>Text in a value cell that is neither a number nor a sign for nothing: 增加5, 0/0, 增. One finding a cell; a text that fills many cells is said once for each table.</summary>
internal sealed class NotANumber : IRule
{
    // Who writes 〇 for 0 does so in 180 cells; a slip is in a cell or two.
    private const int Habit = 4;

    public RuleInfo Info { get; } = new("RI203", Category.Value, Severity.Error, new("单元格不是数字", "Cell is not a number"));

    public IEnumerable<Observation> Check(Report report, RuleContext context)
    {
        var texts = report.Fields.Where(field => field.Value.State == CellState.Unreadable).ToLookup(field => field.Value.Raw);
        var (right, unknown) = (0, 0);
        foreach (var field in report.Fields)
        {
            if (field.Value.State == CellState.Missing) unknown++;
            else if (field.Value.State != CellState.Unreadable) right++;
            else if (texts[field.Value.Raw].Skip(Habit - 1).Any())
            {
                var same = texts[field.Value.Raw].Where(other => other.Indicator.Section == field.Indicator.Section).ToList();
                if (same[0] == field) yield return Observation.Fails(Habitual(report, same));
            }
            else
            {
                yield return Observation.Fails(Text(report, field));
            }
        }

        yield return Observation.Holds with { Times = right };
        yield return Observation.CannotTell with { Times = unknown };
    }

    private Finding Text(Report report, Field field)
    {
        var (cell, content) = (Words.Cell(field.Indicator), Words.Content(field));
        return Finding.Of(
            Info,
            report,
            new Message($"{cell.Zh}填的是{content.Zh}，不是一个数字。请改为一个阿拉伯数字，没有的填 0。", $"{cell.En} says {content.En}, which is not one number. Put one number there, 0 where there is nothing."),
            field.Indicator);
    }

    private Finding Habitual(Report report, List<Field> cells)
    {
        var section = cells[0].Indicator.Section;
        var (table, content, which) = (Words.Table(section), Words.Content(cells[0]), CellsInWords.Of([.. cells.Select(field => field.Indicator)]));
        return Finding.Of(
            Info,
            report,
            new Message(
                $"{table.Zh}有 {cells.Count} 格填的是{content.Zh}，不是数字：{which.Zh}。请改为阿拉伯数字，没有的填 0。",
                $"In {table.En}, {cells.Count} cells say {content.En}, which is no number: {which.En}. Put a number there, 0 where there is nothing."),
            cells.Select(field => field.Indicator)) with { Part = string.Create(CultureInfo.InvariantCulture, $"{section} {cells[0].Value.Raw}") };
    }
}
