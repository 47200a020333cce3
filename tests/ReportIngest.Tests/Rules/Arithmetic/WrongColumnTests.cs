using CsCheck;
using ReportIngest.Reports;
using ReportIngest.Rules;

namespace ReportIngest.Tests.Rules.Arithmetic;

public sealed class WrongColumnTests
{
    private static readonly string[] Applicants = ["natural_person", "business", "research", "public_welfare", "legal_service", "other"];

    [Fact]
    public void A_number_that_moved_one_column_is_always_suspected_and_never_placed_in_another_row()
    {
        Gen.Select(BalancedReport.Gen("2021"), Gen.Int[0, 10_000], Gen.Shuffle(Applicants)).Sample((report, choice, columns) =>
        {
            if (Movable(report, columns[0], columns[1]) is not { Count: > 0 } rows) return;
            var row = rows[choice % rows.Count];
            var (right, wrong) = ($"{row}.{columns[0]}", $"{row}.{columns[1]}");
            var moved = report.With(wrong, report[right]!.Value.Number!.Value).With(right, 0);
            var finding = Assert.Single(RuleCatalog.Judge(moved).Findings, finding => finding.Rule.Id == "RI106");
            Assert.Contains(wrong, finding.Indicators);
            Assert.Contains(right, finding.Indicators);
        }, iter: 100);
    }

    [Fact]
    public void A_report_whose_sums_hold_is_not_suspected() =>
        BalancedReport.Gen("2021").Sample(report => Assert.DoesNotContain(RuleCatalog.Judge(report).Findings, finding => finding.Rule.Id == "RI106"), iter: 30);

    /// <summary>Rows with a number in one column and none in the other.</summary>
    private static List<string> Movable(Report report, string from, string to) =>
    [
        .. report.Fields.Select(field => field.Indicator.Row.Key).Distinct().Where(row =>
            report[$"{row}.{from}"]?.Value.Number > 0 && report[$"{row}.{to}"]?.Value.Number == 0),
    ];
}
