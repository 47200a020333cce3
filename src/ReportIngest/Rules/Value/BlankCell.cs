using System.Globalization;
using ReportIngest.Reports;
using ReportIngest.Rules.Form;

namespace ReportIngest.Rules.Value;

/// <summary>
/// Cells left blank or filled with / - — 无 where a number belongs. One finding a table: some units fill whole tables so. A total beside numbers is no 0 and is left to RI205.
/// </summary>
internal sealed class BlankCell : IRule
{
    public RuleInfo Info { get; } = new("RI204", Category.Value, Severity.Note, new("以空白或“/”代替数字", "Blank or placeholder instead of a number"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) => OfficialForm.Tables.Select(section => Judge(report, section)).OfType<Observation>();

    /// <summary>Null where the report has no cell of the table.</summary>
    private Observation? Judge(Report report, int section)
    {
        var (cells, missing, empty) = (0, false, (List<Field>?)null);
        foreach (var field in report.Fields)
        {
            if (field.Indicator.Section != section) continue;
            cells++;
            missing |= field.Value.State == CellState.Missing;
            if (field.Value.State is CellState.Blank or CellState.Placeholder) (empty ??= []).Add(field);
        }

        if (empty is not null)
        {
            var totals = BlankTotal.Of(report, section).ToHashSet();
            empty.RemoveAll(field => totals.Contains(field.Indicator));
        }

        return cells == 0 ? null
            : empty is [_, ..] ? Observation.Fails(Empty(report, section, cells, empty))
            : missing ? Observation.CannotTell
            : Observation.Holds;
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
        var message = empty.Count == cells && counts.Count == 1
            ? new Message($"{table.Zh}的 {cells} 格全部{counts[0].Zh[$"{cells} 格".Length..]}。没有的请填 0。", $"All cells of {table.En}: {counts[0].En}. Where there is nothing, write 0.")
            : new Message(
                $"{table.Zh}共 {cells} 格，其中 {string.Join('、', counts.Select(count => count.Zh))}：{which.Zh}。没有的请填 0。",
                $"In {table.En}, of {cells} cells {string.Join(", ", counts.Select(count => count.En))}: {which.En}. Where there is nothing, write 0.");
        return Finding.Of(Info, report, message, empty.Select(field => field.Indicator)) with { Part = section.ToString(CultureInfo.InvariantCulture) };
    }
}
