using System.Globalization;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Value;

/// <summary>Cells left blank or filled with / - — 无 where a number belongs. One finding a table: some units fill whole tables so.</summary>
internal sealed class BlankCell : IRule
{
    public RuleInfo Info { get; } = new("RI204", Category.Value, Severity.Note, new("以空白或“/”代替数字", "Blank or placeholder instead of a number"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) =>
        report.Fields.GroupBy(field => field.Indicator.Section).Select(table => Judge(report, table.Key, [.. table]));

    private Observation Judge(Report report, int section, List<Field> table)
    {
        var empty = table.Where(field => field.Value.State is CellState.Blank or CellState.Placeholder).ToList();
        if (empty.Count > 0) return Observation.Fails(Empty(report, section, table.Count, empty));
        return table.Exists(field => field.Value.State == CellState.Missing) ? Observation.CannotTell : Observation.Holds;
    }

    private Finding Empty(Report report, int section, int cells, List<Field> empty)
    {
        var table = Words.Table(section);
        var blanks = empty.Count(field => field.Value.State == CellState.Blank);
        var signs = empty.Where(field => field.Value.State == CellState.Placeholder).ToList();
        var which = CellsInWords.Of([.. empty.Select(field => field.Indicator)]);
        List<Message> counts = [];
        if (blanks > 0) counts.Add(new($"{blanks} 格空白", $"{blanks} blank"));
        if (signs.Count > 0)
        {
            var written = string.Join('、', signs.Select(field => $"“{field.Value.Raw}”").Distinct());
            counts.Add(new($"{signs.Count} 格填{written}", $"{signs.Count} with {written}"));
        }
        var message = new Message(
            $"{table.Zh}共 {cells} 格，其中 {string.Join('、', counts.Select(count => count.Zh))}：{which.Zh}。没有的请填 0。",
            $"In {table.En}, of {cells} cells {string.Join(", ", counts.Select(count => count.En))}: {which.En}. Where there is nothing, write 0.");
        return Finding.Of(Info, report, message, empty.Select(field => field.Indicator)) with { Part = section.ToString(CultureInfo.InvariantCulture) };
    }
}
