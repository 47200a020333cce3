using CsCheck;
using ReportIngest.Forms;
using ReportIngest.Reports;
using ReportIngest.Rules;
using ReportIngest.Rules.Arithmetic;

namespace ReportIngest.Tests.Rules.Arithmetic;

public sealed class RepairTests
{
    [Theory]
    [InlineData("2021")]
    [InlineData("2019")]
    public void One_wrong_number_of_table_three_is_found_and_its_true_value_given(string edition)
    {
        var requests = FormCatalog.Find(edition)!.Indicators.Where(indicator => indicator.Section == 3).ToArray();
        BalancedReport.Gen(edition).Select(Gen.Int[0, requests.Length - 1], Gen.Int[0, 50]).Sample((report, index, wrong) =>
        {
            var cell = requests[index];
            var truth = report[cell]!.Value.Number!.Value;
            // A balanced report of random numbers may have a negative count, which no suggestion gives back.
            if (wrong == truth || truth < 0) return;
            var suggestion = Repair.Find(report.With(cell.Code, wrong));
            Assert.Equal((cell.Code, truth), (suggestion?.Indicator, suggestion?.Value));
        }, iter: 100);
    }

    [Fact]
    public void A_suggestion_leaves_no_sum_that_fails_however_many_numbers_are_wrong()
    {
        var cells = FormCatalog.Edition2021.Indicators.Where(indicator => indicator.Section > 2).ToArray();
        var errors = Gen.Select(Gen.Int[0, cells.Length - 1], Gen.Int[0, 9]).Array[1, 4];
        BalancedReport.Gen("2021").Select(errors).Sample((report, wrong) =>
        {
            var faulty = wrong.Aggregate(report, (changed, error) => changed.With(cells[error.Item1].Code, error.Item2));
            if (Repair.Find(faulty) is not { } suggestion) return;
            var mended = faulty.With(suggestion.Indicator, suggestion.Value);
            Assert.DoesNotContain(mended.Balances, sum => sum.Balance.Fails);
        }, iter: 100);
    }

    [Fact]
    public void Nothing_is_suggested_for_a_report_whose_sums_hold() =>
        BalancedReport.Gen("2021").Sample(report => Assert.Null(Repair.Find(report)), iter: 30);

    [Fact]
    public void Nothing_is_suggested_where_two_cells_could_mend_the_same_sum() =>
        Assert.Null(Repair.Find(SoundReport.Of("2021").With("review.upheld", 2).With("review.total", 3)));

    [Fact]
    public void A_number_below_zero_is_never_suggested()
    {
        var report = SoundReport.Of("2021").With("review.upheld", 2).With("review.other", 3);
        Assert.Equal(("review.total", 5m), (Repair.Find(report)!.Indicator, Repair.Find(report)!.Value));
    }

    [Fact]
    public void A_blank_cell_may_be_the_one_to_fill_in()
    {
        var report = SoundReport.Of("2021")
            .With("requests.new.business", CellValue.Blank)
            .With("requests.new.total", 2)
            .With("requests.carried_out.business", 2)
            .With("requests.carried_out.total", 2);
        var suggestion = Repair.Find(report)!;
        Assert.Equal(("requests.new.business", 2m), (suggestion.Indicator, suggestion.Value));
        Assert.Equal(
            "把「一、本年新收政府信息公开申请数量」行「法人或其他组织·商业企业」列由 0（空白） 改为 2，2 处不平的等式即全部成立，且不影响其他等式；只改一格时，仅此一种改法。请对照台账核实。",
            suggestion.Reason.Zh);
    }

    [Fact]
    public void A_number_is_not_put_into_an_empty_row_whose_total_is_empty_too()
    {
        // Without the row's total, 2 in this cell would mend the column; with it, the row would no longer add up.
        var blankRow = SoundReport.Of("2021").Fields
            .Where(field => field.Indicator.Row.Key == "requests.carried_out")
            .Aggregate(SoundReport.Of("2021"), (report, field) => report.With(field.Indicator.Code, CellValue.Blank));
        var faulty = blankRow
            .With("requests.new.business", 2).With("requests.new.total", 2)
            .With("requests.result.granted.business", 1).With("requests.result.granted.other", 1).With("requests.result.granted.total", 2)
            .With("requests.result.total.business", 1).With("requests.result.total.other", 0).With("requests.result.total.total", 2);
        Assert.NotEqual("requests.carried_out.business", Repair.Find(faulty)?.Indicator);
    }

    [Fact]
    public void An_unreadable_cell_is_never_the_one_to_change()
    {
        var report = SoundReport.Of("2021")
            .With("requests.new.business", new CellValue(CellState.Unreadable, null, "增"))
            .With("requests.new.total", 2)
            .With("requests.carried_out.business", 2)
            .With("requests.carried_out.total", 2);
        Assert.Null(Repair.Find(report));
    }

    [Fact]
    public void Every_broken_sum_carries_the_one_suggestion()
    {
        var verdict = RuleCatalog.Judge(SoundReport.Of("2021").With("requests.result.total.business", 1));
        var broken = verdict.Findings.Where(finding => finding.Rule.Id is "RI101" or "RI102" or "RI103").ToList();
        Assert.Equal(["RI101", "RI102", "RI103"], broken.Select(finding => finding.Rule.Id));
        Assert.All(broken, finding => Assert.Equal(("requests.result.total.business", 0m), (finding.Suggestion!.Indicator, finding.Suggestion.Value)));
    }
}
