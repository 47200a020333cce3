using System.Globalization;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Value;

/// <summary>Every cell of table two or three is 0 or empty. Table four is so for most units, and is not asked.</summary>
internal sealed class AllZeros : IRule
{
    private static readonly int[] Sections = [2, 3];

    public RuleInfo Info { get; } = new("RI211", Category.Value, Severity.Note, new("全表为零", "All zeros"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) =>
        Sections.Where(section => report.Tables.Any(table => table.Section == section)).Select(section => Judge(report, section)).OfType<Observation>();

    /// <summary>Null where the report has no cell of the table.</summary>
    private Observation? Judge(Report report, int section)
    {
        var (cells, unknown) = (0, false);
        foreach (var field in report.Fields)
        {
            if (field.Indicator.Section != section) continue;
            if (field.Value.Number is not null and not 0) return Observation.Holds;
            unknown |= field.Counted is null;
            cells++;
        }

        return cells == 0 ? null : unknown ? Observation.CannotTell : Observation.Fails(Zeros(report, section, [.. report.Fields.Where(field => field.Indicator.Section == section)]));
    }

    private Finding Zeros(Report report, int section, List<Field> cells)
    {
        var table = Words.Table(section);
        return Finding.Of(
            Info,
            report,
            new Message(
                $"{table.Zh}的 {cells.Count} 格全为 0 或空白。规模小的单位可能确实如此，请与正文和其他资料核对。",
                $"All {cells.Count} cells of {table.En} are 0 or empty. That may be right for a small unit; compare with its text and other evidence."),
            cells.Select(field => field.Indicator)) with { Part = section.ToString(CultureInfo.InvariantCulture) };
    }
}
