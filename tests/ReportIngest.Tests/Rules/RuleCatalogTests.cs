using ReportIngest.Reports;
using ReportIngest.Rules;

namespace ReportIngest.Tests.Rules;

public sealed class RuleCatalogTests
{
    [Theory]
    [InlineData("2021", 42)]
    [InlineData("2019", 40)]
    public void A_sound_report_has_no_finding_and_every_sum_was_checked(string edition, int identities)
    {
        var verdict = RuleCatalog.Judge(SoundReport.Of(edition));
        Assert.All(verdict.Findings, finding => Assert.Equal("RI211", finding.Rule.Id)); // all its cells are 0
        Assert.Equal(identities, verdict.Tallies.Where(tally => tally.Rule.Id is "RI101" or "RI102" or "RI103" or "RI104" or "RI105").Sum(tally => tally.Holds));
        Assert.All(verdict.Tallies.Where(tally => tally.Rule.Category is Category.Arithmetic or Category.Extraction), tally => Assert.Equal(0, tally.CannotTell));
    }

    [Fact]
    public void Every_rule_has_a_tally_in_the_order_of_the_catalogue_and_so_have_the_findings()
    {
        var faulty = SoundReport.Of("2021").With("review.total", -1).With("requests.new.total", 0.5m).With("proactive.fee.amount", CellValue.Blank);
        var verdict = RuleCatalog.Judge(faulty with { Sections = [.. faulty.Sections.Skip(1)] });
        Assert.Equal(RuleCatalog.ReportRules.Select(rule => rule.Info.Id), verdict.Tallies.Select(tally => tally.Rule.Id));
        Assert.Equal(["RI101", "RI103", "RI104", "RI201", "RI202", "RI204", "RI211", "RI503"], verdict.Findings.Select(finding => finding.Rule.Id));
    }

    [Fact]
    public void A_finding_places_its_cells_in_their_order_and_leaves_out_those_that_stand_nowhere()
    {
        var report = SoundReport.Of("2021").With("requests.new.total", 2);
        var placeless = report with { Fields = [.. report.Fields.Select(field => field.Indicator.Code == "requests.new.research" ? field with { At = null } : field)] };
        var finding = RuleCatalog.Judge(placeless).Findings.Single(finding => finding.Rule.Id == "RI103");
        Assert.Equal([0, 1, 3, 4, 5, 6], finding.At.Select(at => at.Column));
    }

    [Fact]
    public void A_report_for_2019_may_deviate_from_the_form()
    {
        var report = SoundReport.Of("2019") with { Year = 2019 };
        var verdict = RuleCatalog.Judge(report.With("requests.result.partial.business", CellValue.Missing));
        Assert.DoesNotContain(verdict.Findings, finding => finding.Rule.Id == "RI509");
    }

    [Fact]
    public void An_id_that_does_not_exist_has_no_page() => Assert.Null(RuleCatalog.Page("RI999"));
}
