using System.Collections.Immutable;
using ReportIngest.Corpus;
using ReportIngest.Outputs;
using ReportIngest.Reports;
using ReportIngest.Rosters;
using ReportIngest.Rules;
using ReportIngest.Tests.Outputs;

namespace ReportIngest.Tests.Rules;

/// <summary>A scan accuses nobody: not by a roster, not by other years, and no other document by it.</summary>
public sealed class ScannedReportTests
{
    private static readonly Doubt Scanned = new("RI904", null, new Message("扫描", "scanned"), [], []);

    private static readonly Report Before = Of(2023, "a.html").With("requests.carried_out.total", 5).With("requests.carried_out.natural_person", 5);

    private static readonly Report After = Of(2024, "b.html");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_scan_is_not_late_by_the_day_of_its_unit(bool scanned)
    {
        var report = After with { Published = new DateOnly(2025, 1, 20), Doubts = scanned ? [Scanned] : [] };
        var verdict = RuleCatalog.JudgeByDay(RuleCatalog.Judge(report), Subject.Of(report), report.Unit!.Level, report.Published, new DueDay(1, 15));
        Assert.Equal(!scanned, verdict.Findings.Any(finding => finding.Rule.Id == "RI602"));
        Assert.Equal(scanned ? (0, 1) : (1, 0), verdict.Tallies.Where(tally => tally.Rule.Id == "RI602").Select(tally => (tally.Fails, tally.CannotTell)).Single());
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Numbers_off_a_scan_are_held_against_no_year_and_no_year_against_them(bool beforeIsScanned, bool afterIsScanned) =>
        Assert.Equal(!beforeIsScanned && !afterIsScanned, RulesOf((Before, beforeIsScanned), (After, afterIsScanned)).Contains("RI701"));

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A_scan_whose_text_was_misread_is_no_second_report(bool firstIsScanned, bool secondIsScanned)
    {
        var other = After.With("requests.new.total", 7) with { Source = new Source("c.html", new string('c', 64), 1), Sections = Prose(seed: 2) };
        Assert.Equal(!firstIsScanned && !secondIsScanned, RulesOf((After with { Sections = Prose(seed: 1) }, firstIsScanned), (other, secondIsScanned)).Contains("RI802"));
    }

    private static Report Of(int year, string path) => SoundReport.Of("2021") with { Year = year, Source = new Source(path, new string(path[0], 64), 1) };

    private static ImmutableArray<Section> Prose(int seed) =>
        [new Section(1, "总体情况", "一、总体情况", string.Concat(Enumerable.Range(0, 400).Select(i => (char)('一' + (((i * 7919) + (seed * 104_729)) % 5000)))))];

    private static HashSet<string> RulesOf(params (Report Report, bool IsScanned)[] documents)
    {
        var doubts = documents.Where(document => document.IsScanned)
            .SelectMany(document => RuleCatalog.Judge(document.Report with { Doubts = [Scanned] }).Findings).Where(finding => finding.Rule.Id == "RI904");
        using var output = WrittenOutput.Of([.. documents.Select(document => ReportRecord.Of(document.Report, []))], FindingMarks.None.Of([.. doubts]));
        return [.. SecondPass.Judge(output, null).Findings.Select(finding => finding.Rule.Id)];
    }
}
