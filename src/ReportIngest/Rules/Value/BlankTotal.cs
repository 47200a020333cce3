using System.Globalization;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Value;

/// <summary>A total left empty beside parts that hold numbers. One finding a table: who leaves one out mostly leaves the column.</summary>
internal sealed class BlankTotal : IRule
{
    public RuleInfo Info { get; } = new("RI205", Category.Value, Severity.Warning, new("总计列空白", "Totals left blank"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) => report.Balances
        .Where(row => row.Identity.Equation.Per == Axis.Row)
        .GroupBy(row => row.Identity.Right[0].Section)
        .Select(table => Judge(report, table.Key, [.. table]));

    private Observation Judge(Report report, int section, List<(Identity Identity, Balance Balance)> rows)
    {
        var blank = rows
            .Select(row => row.Identity)
            .Where(row => IsEmpty(report[row.Right[0]]) && row.Left.Any(cell => report[cell]?.Value.State == CellState.Reported))
            .Select(row => row.Right[0])
            .ToList();
        if (blank.Count > 0) return Observation.Fails(Blank(report, section, blank));
        return rows.Exists(row => !row.Balance.Assessable && row.Identity.Indicators.Any(cell => report[cell] is null or { Value.State: CellState.Missing })) ? Observation.CannotTell : Observation.Holds;
    }

    private static bool IsEmpty(Field? field) => field?.Value.State is CellState.Blank or CellState.Placeholder;

    private Finding Blank(Report report, int section, List<Indicator> totals)
    {
        var (table, which) = (Words.Table(section), CellsInWords.Of(totals));
        return Finding.Of(
            Info,
            report,
            new Message(
                $"{table.Zh}有 {totals.Count} 个总计格空着，而同一行已填数字：{which.Zh}。请补填总计。",
                $"In {table.En}, {totals.Count} totals are empty beside numbers: {which.En}. Fill in the totals."),
            totals) with { Part = section.ToString(CultureInfo.InvariantCulture) };
    }
}
