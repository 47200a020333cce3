using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Arithmetic;

/// <summary>Looks for the one wrong cell behind all broken sums of a report.</summary>
public static class Repair
{
    /// <summary>
    /// The one cell and value with which no identity of the report fails any more; null where nothing fails, where no single cell can
    /// mend everything, or where more than one could. A cell that is missing or unreadable is never proposed: nobody knows what it holds.
    /// </summary>
    public static Suggestion? Find(Report report)
    {
        var failing = report.Balances.Where(sum => sum.Balance.Fails).ToList();
        if (failing.Count == 0) return null;
        var mends = failing[0].Identity.Indicators
            .Where(cell => failing.TrueForAll(sum => Has(sum.Identity, cell)))
            .Select(cell => (Cell: cell, Value: Needed(failing[0], cell, report)))
            .Where(mend => mend.Cell.Kind.Allows(mend.Value) && !Breaks(report, mend.Cell, mend.Value))
            .Take(2)
            .ToList();
        return mends.Count == 1
            ? new Suggestion(mends[0].Cell.Code, mends[0].Value, Reason(report[mends[0].Cell]!, mends[0].Value, failing.Count))
            : null;
    }

    private static bool Has(Identity identity, Indicator cell) => identity.Indicators.Any(other => other.Code == cell.Code);

    /// <summary>The value with which a sum holds while its other cells stay as they are.</summary>
    private static decimal Needed((Identity Identity, Balance Balance) sum, Indicator cell, Report report)
    {
        var gap = sum.Balance.Right!.Value - sum.Balance.Left!.Value;
        var onLeft = sum.Identity.Left.Any(other => other.Code == cell.Code);
        return report[cell]!.Counted!.Value + (onLeft ? gap : -gap);
    }

    /// <summary>
    /// Whether any identity fails once the cell says <paramref name="value"/>. That includes one without a single number before:
    /// a number in an empty row would be the only one beside an empty total.
    /// </summary>
    private static bool Breaks(Report report, Indicator cell, decimal value)
    {
        var changed = report[cell]! with { Value = new CellValue(CellState.Reported, value, Words.Number(value)) };
        return report.Identities
            .Where(identity => Has(identity, cell))
            .Any(identity => Balance.Of(identity, other => other.Code == cell.Code ? changed : report[other]).Fails);
    }

    private static Message Reason(Field field, decimal value, int failing)
    {
        var (cell, now, then) = (Words.Cell(field.Indicator), Words.Content(field), Words.Number(value));
        return new Message(
            $"把{cell.Zh}由 {now.Zh} 改为 {then}，{failing} 处不平的等式即全部成立，且不影响其他等式；只改一格时，仅此一种改法。请对照台账核实。",
            $"Changing {cell.En} from {now.En} to {then} makes the {failing} failing sums hold and breaks none; no other single cell does. Check it against the register.");
    }
}
