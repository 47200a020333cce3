using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Value;

/// <summary>Judges the number of every cell of some kinds. An empty cell has no number to judge; of one that could not be read nothing can be said.</summary>
internal static class Numbers
{
    public static IEnumerable<Observation> Judge(Report report, Func<IndicatorKind, bool> concerns, Func<decimal, bool> holds, Func<Report, Field, Finding> wrong)
    {
        foreach (var field in report.Fields)
        {
            if (!concerns(field.Indicator.Kind)) continue;
            if (field.Value is { State: CellState.Reported, Number: { } number })
                yield return holds(number) ? Observation.Holds : Observation.Fails(wrong(report, field));
            else if (field.Value.State is CellState.Unreadable or CellState.Missing)
                yield return Observation.CannotTell;
        }
    }
}
