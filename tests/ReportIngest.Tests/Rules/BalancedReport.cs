using CsCheck;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Tests.Rules;

/// <summary>Random reports whose sums all hold: results and carried numbers are drawn, new and the totals follow from them.</summary>
internal static class BalancedReport
{
    public static Gen<Report> Gen(string edition)
    {
        var drawn = FormCatalog.Find(edition)!.Indicators.Where(IsDrawn).ToArray();
        // Mostly zeros, as in published reports.
        var number = CsCheck.Gen.Frequency((3, CsCheck.Gen.Const(0)), (1, CsCheck.Gen.Int[1, 50]));
        return number.Array[drawn.Length].Select(numbers =>
        {
            var given = drawn.Zip(numbers).ToDictionary(pair => pair.First.Code, pair => (decimal)pair.Second);
            var report = SoundReport.Of(edition);
            return report with { Fields = [.. report.Fields.Select(field => field with { Value = Reported(Number(field.Indicator, report, given)) })] };
        });
    }

    private static bool IsDrawn(Indicator cell) =>
        cell.Section > 2 && cell.Code.Split('.')[^1] != "total" && cell.Row.Key is not ("requests.new" or "requests.result.total");

    private static CellValue Reported(decimal number) => new(CellState.Reported, number, number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A drawn number, or the one that follows from the identity the cell closes.</summary>
    private static decimal Number(Indicator cell, Report report, Dictionary<string, decimal> given)
    {
        if (given.TryGetValue(cell.Code, out var number)) return number;
        var identities = report.Identities.Where(identity => identity.Indicators.Any(other => other.Code == cell.Code)).ToList();
        var sum = identities.Find(identity => identity.Right is [var total] && total.Code == cell.Code);
        if (sum is not null) return sum.Left.Sum(part => Number(part, report, given));
        if (cell.Row.Key != "requests.new") return 0;
        var balance = identities.Find(identity => identity.Rule == "RI101")!;
        return Number(balance.Right[0], report, given) + Number(balance.Right[1], report, given) - Number(balance.Left[1], report, given);
    }
}
