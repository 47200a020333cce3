using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Value;

/// <summary>Judges the number of every cell of some kinds. An empty cell has no number to judge; of one that could not be read nothing can be said.</summary>
internal static class Numbers
{
    public static IEnumerable<Observation> Judge(Report report, Func<IndicatorKind, bool> concerns, Func<decimal, bool> holds, Func<Report, Field, Finding> wrong)
    {
        var (right, unknown) = (0, 0);
        foreach (var field in report.Fields)
        {
            if (!concerns(field.Indicator.Kind)) continue;
            if (field.Value.State is CellState.Unreadable or CellState.Missing) unknown++;
            else if (field.Value is not { State: CellState.Reported, Number: { } number }) continue;
            else if (holds(number)) right++;
            else yield return Observation.Fails(wrong(report, field));
        }

        yield return Observation.Holds with { Times = right };
        yield return Observation.CannotTell with { Times = unknown };
    }
}
