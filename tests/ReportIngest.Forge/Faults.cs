using System.Collections.Immutable;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Forge;

/// <summary>Puts one fault into a sound report and says what must be found.</summary>
internal static class Faults
{
    public static ForgedReport Inject(ForgedReport sound, FaultKind kind, Form form, Random random) => kind switch
    {
        FaultKind.RequestCellWrong => CellWrong(sound, kind, form, random, "RI101", cell => Applicant(cell) && !InResult(cell)),
        FaultKind.ResultCellWrong => CellWrong(sound, kind, form, random, "RI102", cell => Applicant(cell) && InResult(cell)),
        FaultKind.RowTotalWrong => CellWrong(sound, kind, form, random, "RI103", cell => cell.Section == 3 && cell.Column.Key == "total"),
        FaultKind.ReviewCellWrong => CellWrong(sound, kind, form, random, "RI104", cell => cell.Code.StartsWith("review.", StringComparison.Ordinal)),
        FaultKind.LitigationCellWrong => CellWrong(sound, kind, form, random, "RI105", cell => cell.Code.StartsWith("litigation.", StringComparison.Ordinal)),
        FaultKind.NumberMoved => NumberMoved(sound, form, random),
        FaultKind.Negative => ValueWrong(sound, kind, form, random, "RI201", cell => Forger.Reported(-random.Next(1, 30))),
        FaultKind.Fraction => ValueWrong(sound, kind, form, random, "RI202", cell => Forger.Reported(random.Next(1, 300) + 0.5m)),
        FaultKind.Words => ValueWrong(sound, kind, form, random, "RI203", cell => Unreadable(Unit.Pick(random, ["增加5", "见附件", "若干", "增"]))),
        FaultKind.SomeBlanks => SomeBlanks(sound, form, random),
        FaultKind.TotalsBlank => TotalsBlank(sound, form),
        FaultKind.SectionMissing => StructureFaults.SectionMissing(sound, random),
        FaultKind.TableMissing => StructureFaults.TableMissing(sound, form, random),
        FaultKind.RowMissing => StructureFaults.RowMissing(sound, form, random),
        FaultKind.RowAdded => StructureFaults.RowAdded(sound, random),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>One cell takes another number. In table three every cell stands in two identities that share no other cell, so it alone mends them.</summary>
    private static ForgedReport CellWrong(ForgedReport sound, FaultKind kind, Form form, Random random, string rule, Func<Indicator, bool> choose)
    {
        var candidates = form.Indicators.Where(choose).ToArray();
        var cell = candidates[random.Next(candidates.Length)];
        var right = sound.Truth[cell.Code].Number ?? 0;
        var step = random.Next(1, 10);
        var wrong = right >= step && random.Next(2) == 0 ? right - step : right + step;
        var broken = form.Identities.Where(identity => identity.Indicators.Contains(cell)).Select(identity => identity.Rule).Distinct();
        return Changed(sound, form, [(cell.Code, Forger.Reported(wrong))], new Fault(
            kind, rule, [cell.Code], [.. broken.Where(id => id != rule)], cell.Section == 3 ? new Mend(cell.Code, right) : null));
    }

    private static ForgedReport NumberMoved(ForgedReport sound, Form form, Random random)
    {
        var grid = form.Grids.Single(grid => grid.Key == "requests");
        var applicants = grid.Columns.Where(column => column.Key != "total").Select(column => column.Key).ToArray();
        var moves = (
            from row in grid.Rows
            where row.Key != "requests.result.total"
            from i in Enumerable.Range(0, applicants.Length - 1)
            let pair = (From: $"{row.Key}.{applicants[i]}", To: $"{row.Key}.{applicants[i + 1]}")
            where sound.Truth[pair.From].Number > 0 && sound.Truth[pair.To].Number is null or 0
            select pair).ToArray();
        var (from, to) = moves[random.Next(moves.Length)];
        var fault = new Fault(FaultKind.NumberMoved, "RI106", [from, to], ["RI101", "RI102"]);
        return Changed(sound, form, [(from, sound.Truth[to]), (to, sound.Truth[from])], fault);
    }

    /// <summary>A value of table two, which stands in no identity, becomes another.</summary>
    private static ForgedReport ValueWrong(
        ForgedReport sound, FaultKind kind, Form form, Random random, string rule, Func<Indicator, CellValue> wrong)
    {
        var candidates = form.Indicators.Where(cell => cell.Section == 2 && cell.Kind == IndicatorKind.Count).ToArray();
        var cell = candidates[random.Next(candidates.Length)];
        return Changed(sound, form, [(cell.Code, wrong(cell))], new Fault(kind, rule, [cell.Code], []));
    }

    private static ForgedReport SomeBlanks(ForgedReport sound, Form form, Random random)
    {
        var zeros = form.Indicators.Where(cell => cell.Section == 3 && cell.Column.Key != "total" && sound.Truth[cell.Code].Number is null or 0).ToArray();
        var chosen = zeros.Where(_ => random.Next(10) == 0).Prepend(zeros[0]).Distinct().ToArray();
        return Changed(
            sound, form, [.. chosen.Select(cell => (cell.Code, CellValue.Blank))],
            new Fault(FaultKind.SomeBlanks, "RI204", [.. chosen.Select(cell => cell.Code)], []));
    }

    private static ForgedReport TotalsBlank(ForgedReport sound, Form form)
    {
        var totals = form.Indicators.Where(cell => cell.Section == 3 && cell.Column.Key == "total").Select(cell => cell.Code).ToArray();
        return Changed(
            sound, form, [.. totals.Select(code => (code, CellValue.Blank))],
            new Fault(FaultKind.TotalsBlank, "RI205", [.. totals], ["RI103", "RI204"]));
    }

    private static ForgedReport Changed(ForgedReport sound, Form form, (string Code, CellValue Value)[] changes, Fault fault) =>
        Forger.WithValues(sound, form, changes) with { Fault = fault };

    private static CellValue Unreadable(string text) => new(CellState.Unreadable, null, text);

    private static bool Applicant(Indicator cell) => cell.Section == 3 && cell.Column.Key != "total";

    private static bool InResult(Indicator cell) =>
        cell.Row.Key.StartsWith("requests.result.", StringComparison.Ordinal) && cell.Row.Key != "requests.result.total";
}
