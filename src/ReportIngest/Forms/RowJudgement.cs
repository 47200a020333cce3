using System.Collections.Immutable;
using ReportIngest.Reports;

namespace ReportIngest.Forms;

/// <summary>What the sum of a row says of the way in which its values are laid on the columns.</summary>
internal enum RowSum
{
    Fails,

    /// <summary>The total is empty, or all is zero.</summary>
    SaysNothing,

    /// <summary>A number of the row is the sum of others.</summary>
    Holds,
}

/// <summary>What can be told of one row by its own cells.</summary>
internal static class RowJudgement
{
    public static RowSum Sum(RowHit hit, ImmutableArray<SheetCell> way)
    {
        var total = Math.Min(way.Length, hit.Order.Length) - 1;
        while (total >= 0 && hit.Order[total].Key != "total") total--;
        if (total >= 0 && way[total].Kind != SheetCellKind.Number) return RowSum.SaysNothing;
        return !SumsHold(hit, way) ? RowSum.Fails : HasNumber(way) ? RowSum.Holds : RowSum.SaysNothing;
    }

    /// <summary>All sums whose cells are there; false where there is none.</summary>
    public static bool SumsHold(RowHit hit, ImmutableArray<SheetCell> cells)
    {
        if (hit.Form.Sums.IsEmpty) return false;
        var fields = new Field[cells.Length];
        for (var i = 0; i < fields.Length; i++) fields[i] = new FoundCell(hit.Sheet, cells[i], hit.Form.In(hit.Order[i])).Field;
        Func<Indicator, Field?> own = indicator => Array.Find(fields, field => field.Indicator == indicator);
        Func<Indicator, bool> isThere = indicator => own(indicator) is not null;
        var known = false;
        foreach (var identity in hit.Form.Sums)
        {
            if (!identity.Left.All(isThere) || !identity.Right.All(isThere)) continue;
            if (!Balance.Of(identity, own).Holds) return false;
            known = true;
        }

        return known;
    }

    /// <summary>One that is not zero.</summary>
    public static bool HasNumber(ImmutableArray<SheetCell> way) =>
        way.Any(cell => cell.Kind == SheetCellKind.Number && cell.Cell.Text.Any(digit => digit is >= '1' and <= '9'));

    /// <summary>A blank, and what is no number, counts as 0.</summary>
    public static decimal NumberOf(SheetCell cell) => CellReader.Read(cell.Cell.Text, IndicatorKind.Count).Number ?? 0;

    public static bool IsFilled(SheetCell cell) => cell.Kind != SheetCellKind.Blank || cell.IsUnclear; // NaN keeps the place of a value

    public static bool StandsUnderHeader(RowHit hit, ImmutableArray<SheetCell> cells) =>
        hit.Header is not { Positional: true } header || cells[0].Cell.Column == header.Positions[0].Start.Value;
}
