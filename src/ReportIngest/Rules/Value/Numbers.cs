using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Value;

/// <summary>Judges the number of every cell of some kinds. An empty cell has no number to judge; of one that could not be read nothing can be said.</summary>
internal static class Numbers
{
    public static List<Observation> Judge(Report report, Func<IndicatorKind, bool> concerns, Func<decimal, bool> holds, Func<Report, Field, Finding> wrong)
    {
        var looks = new List<Observation>(report.Fields.Length);
        foreach (var field in report.Fields)
        {
            if (!concerns(field.Indicator.Kind)) continue;
            if (field.Value is { State: CellState.Reported, Number: { } number })
                looks.Add(holds(number) ? Observation.Holds : Observation.Fails(wrong(report, field)));
            else if (field.Value.State is CellState.Unreadable or CellState.Missing)
                looks.Add(Observation.CannotTell);
        }

        return looks;
    }
}
