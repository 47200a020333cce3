using System.Globalization;
using ReportIngest.Forms;
using ReportIngest.Reports;
using ReportIngest.Rules.Form;

namespace ReportIngest.Rules.Value;

/// <summary>A total left empty beside parts that hold numbers. One finding a table: who leaves one out mostly leaves the column.</summary>
internal sealed class BlankTotal : IRule
{
    public RuleInfo Info { get; } = new("RI205", Category.Value, Severity.Warning, new("总计列空白", "Totals left blank"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) => OfficialForm.Tables.Select(section => Judge(report, section)).OfType<Observation>();

    /// <summary>Null where no row of the table has a total.</summary>
    private Observation? Judge(Report report, int section)
    {
        var (rows, missing, blank) = (0, false, (List<Indicator>?)null);
        foreach (var (row, balance) in report.Balances)
        {
            if (!HasTotal(row, section)) continue;
            rows++;
            if (IsLeftBlank(report, row)) (blank ??= []).Add(row.Right[0]);
            missing = missing || (!balance.Assessable && row.Indicators.Any(cell => report[cell] is null or { Value.State: CellState.Missing }));
        }

        return rows == 0 ? null
            : blank is not null ? Observation.Fails(Blank(report, section, blank))
            : missing ? Observation.CannotTell
            : Observation.Holds;
    }

    /// <summary>The empty totals of a table that this rule speaks of.</summary>
    public static IEnumerable<Indicator> Of(Report report, int section) =>
        report.Balances.Select(sum => sum.Identity).Where(row => HasTotal(row, section) && IsLeftBlank(report, row)).Select(row => row.Right[0]);

    private static bool HasTotal(Identity row, int section) => row.Equation.Per == Axis.Row && row.Right[0].Section == section;

    private static bool IsLeftBlank(Report report, Identity row) => IsEmpty(report[row.Right[0]]) && row.Left.Any(cell => report[cell]?.Value.State == CellState.Reported);

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
