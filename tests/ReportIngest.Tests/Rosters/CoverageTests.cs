using System.Collections.Immutable;
using System.Text;
using ReportIngest.Corpus;
using ReportIngest.Reports;
using ReportIngest.Rosters;

namespace ReportIngest.Tests.Rosters;

public sealed class CoverageTests
{
    private const string County = "code,name,parent\n410425,郏县,\n410425200,王集乡,410425\n410425203,白庙乡,410425\nD1,教育局,410425";
    private const string Wangji = "郏县王集乡人民政府", Baimiao = "郏县白庙乡人民政府";

    [Fact]
    public void Every_unit_has_a_line_for_every_year_in_the_rosters_order()
    {
        var coverage = Of(County, [2023, 2024], [Report(Wangji, 2024)]);
        Assert.Equal(
            ["410425 2023", "410425 2024", "410425200 2023", "410425200 2024", "410425203 2023", "410425203 2024", "D1 2023", "D1 2024"],
            coverage.Entries.Select(entry => $"{entry.Unit.Code} {Text(entry.Year)}"));
    }

    [Fact]
    public void Lateness_counts_from_the_due_day_and_a_day_inside_the_year_is_no_day()
    {
        Assert.Equal((CoverageStatus.OnTime, 0), Status(Report(Wangji, 2024, "2025-01-31")));
        Assert.Equal((CoverageStatus.Late, 1), Status(Report(Wangji, 2024, "2025-02-01")));
        Assert.Equal((CoverageStatus.Published, null), Status(Report(Wangji, 2024)));
        Assert.Equal((CoverageStatus.Published, null), Status(Report(Wangji, 2024, "2024-12-31")));
    }

    [Fact]
    public void A_report_without_tables_or_cells_or_content_is_no_whole_report()
    {
        var report = Report(Wangji, 2024, "2025-02-01");
        Assert.Equal((CoverageStatus.Partial, 1), Status(report with { Cells = new Completeness(200, 199), Lacks = Lack.Cells }));
        Assert.Equal((CoverageStatus.Partial, 1), Status(report with { Cells = new Completeness(0, 0) }));
        Assert.Equal((CoverageStatus.Empty, 1), Status(report with { IsNothing = true }));
        Assert.Equal((CoverageStatus.Empty, 1), Status(report with { Numbers = "n", Prose = "p" }, Report(Wangji, 2023) with { Numbers = "n", Prose = "p" }));
        Assert.Equal((CoverageStatus.Late, 1), Status(report with { Numbers = "n", Prose = "p" }, Report(Wangji, 2023) with { Numbers = "n", Prose = "q" }));
    }

    [Fact]
    public void Cells_that_only_we_did_not_find_make_no_report_partial_or_empty()
    {
        var entry = Of(County, [2024], [Report(Wangji, 2024, "2025-02-01") with { Cells = new Completeness(200, 179), IsNothing = true }]).Entries[1];
        Assert.Equal((CoverageStatus.Late, 1), (entry.Status, entry.DaysLate));
        Assert.EndsWith("逾期 1 天。表格 200 格中找到 179 格，其余的可能是本程序未能定位，不算报告不全（见该报告的疑问）。", entry.Reason.Zh, StringComparison.Ordinal);
        Assert.True(entry.LacksCells);
    }

    [Fact]
    public void A_report_of_2016_has_no_tables_and_is_whole() =>
        Assert.Equal(CoverageStatus.Published, Of(County, [2016], [Report(Wangji, 2016) with { Cells = new Completeness(0, 0) }]).Entries[1].Status);

    [Fact]
    public void Two_documents_that_differ_are_double_and_two_formats_or_two_scopes_are_not()
    {
        var (first, second) = (Report(Wangji, 2024, "2025-01-20"), Report(Wangji, 2024, "2025-01-25"));
        Assert.Equal(CoverageStatus.Duplicate, Status(first, second).Status);
        Assert.Equal(CoverageStatus.OnTime, Status(first, second with { Numbers = first.Numbers }).Status);
        Assert.Equal(CoverageStatus.OnTime, Status(first, second with { Prose = first.Prose, Cells = new Completeness(200, 150) }).Status);
        Assert.Equal(CoverageStatus.OnTime, Status(first with { Scope = Scope.Office }, second with { Scope = Scope.Aggregate }).Status);
        Assert.Equal(CoverageStatus.Duplicate, Status(first with { Scope = Scope.Office }, second with { Scope = Scope.Office }).Status);
        Assert.Equal(CoverageStatus.Duplicate, Status(first with { Scope = Scope.Office }, second).Status);
    }

    [Fact]
    public void A_file_under_the_units_name_that_is_anothers_is_wrong_unit_and_no_duplicate_of_the_other()
    {
        var coverage = Of(County, [2024], [Report(Baimiao, 2024) with { Paths = ["2024/白庙乡.doc"] }, Report(Baimiao, 2024) with { Paths = ["2024/王集乡2024年年报.doc"] }]);
        Assert.Equal([CoverageStatus.Missing, CoverageStatus.WrongUnit, CoverageStatus.Published, CoverageStatus.Missing], coverage.Entries.Select(entry => entry.Status));
    }

    [Fact]
    public void A_copy_under_another_name_is_found_too_and_cited_by_that_name()
    {
        var entry = Of(County, [2024], [Report(Baimiao, 2024) with { Paths = ["2024/白庙乡.doc", "2024/王集乡.doc"] }]).Entries[1];
        Assert.Equal((CoverageStatus.WrongUnit, "以它命名的文件是别的单位的报告：2024/王集乡.doc（郏县白庙乡人民政府）。"), (entry.Status, entry.Reason.Zh));
    }

    [Theory]
    [InlineData("郏县/王集乡.html")]
    [InlineData("郏县人民政府2024.html")]
    public void What_units_below_have_on_its_pages_is_not_the_countys(string path) =>
        Assert.Equal(CoverageStatus.Missing, Of(County, [2024], [Report(Wangji, 2024) with { Paths = [path] }]).Entries[0].Status);

    [Theory]
    [InlineData("2024/王集乡财政所.doc", "郏县财政局")]
    [InlineData("2024/宝丰县王集乡.doc", "宝丰县王集乡人民政府")]
    [InlineData("2024/王集乡.doc", "郏县王集乡卫生院")]
    public void A_name_that_goes_on_or_stands_behind_another_place_is_not_the_units(string path, string organization) =>
        Assert.Equal(CoverageStatus.Missing, Of(County, [2024], [Report(organization, 2024) with { Paths = [path] }]).Entries[1].Status);

    [Fact]
    public void A_report_on_another_year_in_this_years_folder_is_wrong_year()
    {
        FoundReport[] reports =
        [
            Report(Wangji, 2023) with { Paths = ["2023/王集乡.doc"] }, Report(Wangji, 2023) with { Paths = ["2024/王集乡.doc"] },
            Report(Baimiao, 2023) with { Paths = ["2023/白庙乡.doc"] }, Report(Baimiao, 2024) with { Paths = ["2024/白庙乡.doc"] },
        ];
        var coverage = Of(County, [2023, 2024], reports);
        Assert.Equal([CoverageStatus.Published, CoverageStatus.WrongYear], coverage.Entries.Where(entry => entry.Unit.Code == "410425200").Select(entry => entry.Status));
    }

    [Fact]
    public void Last_years_file_handed_in_again_is_wrong_year_and_cited_by_the_copy()
    {
        FoundReport[] reports =
        [
            Report(Wangji, 2023) with { Paths = ["2023/王集乡.doc", "2024/王集乡.doc"] },
            Report(Baimiao, 2023) with { Paths = ["2023/白庙乡.doc"] }, Report(Baimiao, 2024) with { Paths = ["2024/白庙乡.doc"] },
        ];
        var entries = Of(County, [2023, 2024], reports).Entries.Where(entry => entry.Unit.Code == "410425200").ToList();
        Assert.Equal([CoverageStatus.Published, CoverageStatus.WrongYear], entries.Select(entry => entry.Status));
        Assert.Equal("看来是给这一年度的文件，写的却是别的年度：2024/王集乡.doc（2023）。", entries[1].Reason.Zh);
    }

    [Fact]
    public void A_copy_in_another_years_folder_does_not_excuse_a_second_report_on_the_year()
    {
        FoundReport[] reports =
        [
            Report(Wangji, 2023, "2024-01-10") with { Paths = ["2023/a.doc", "2024/a.doc"] }, Report(Wangji, 2023, "2024-01-20") with { Paths = ["2023/b.doc"] },
        ];
        Assert.Equal(CoverageStatus.Duplicate, Of(County, [2023], reports).Entries[1].Status);
    }

    [Fact]
    public void Tables_that_are_pictures_are_said_to_be_and_not_to_be_absent()
    {
        string Reason(FoundReport report) => Of(County, [2024], [report with { Lacks = Lack.Picture }]).Entries[1].Reason.Zh;
        Assert.Equal("表格是图片，里面的数字无法读取。", Reason(Report(Wangji, 2024) with { Cells = new Completeness(0, 0) }));
        Assert.Equal("表格 200 格中只找到 25 格。有的表格是图片。", Reason(Report(Wangji, 2024) with { Cells = new Completeness(200, 25) }));
    }

    [Fact]
    public void Folders_named_for_the_year_of_publication_are_not_believed()
    {
        FoundReport[] reports =
        [
            Report(Wangji, 2022) with { Paths = ["2023/王集乡.doc"] }, Report(Wangji, 2023) with { Paths = ["2024/王集乡.doc"] },
            Report(Baimiao, 2023) with { Paths = ["2024/白庙乡.doc"] }, Report(Baimiao, 2024) with { Paths = ["2025/白庙乡.doc"] },
        ];
        Assert.Equal(CoverageStatus.Missing, Of(County, [2024], reports).Entries[1].Status);
    }

    [Fact]
    public void A_second_report_on_last_year_published_this_year_is_wrong_year_and_a_lone_one_is_late()
    {
        var (timely, again) = (Report(Wangji, 2023, "2024-01-20"), Report(Wangji, 2023, "2025-01-20"));
        Assert.Equal([CoverageStatus.OnTime, CoverageStatus.WrongYear], Of(County, [2023, 2024], [timely, again]).Entries.Skip(2).Take(2).Select(entry => entry.Status));
        Assert.Equal([CoverageStatus.Late, CoverageStatus.Missing], Of(County, [2023, 2024], [again]).Entries.Skip(2).Take(2).Select(entry => entry.Status));
    }

    [Theory]
    [InlineData("2024/王集乡.pdf", true)]
    [InlineData("郏县/王集乡/年报.pdf", true)]
    [InlineData("410425200.pdf", true)]
    [InlineData("14104252001.pdf", false)]
    [InlineData("2023/王集乡.pdf", false)]
    [InlineData("宝丰县王集乡.pdf", false)]
    public void A_file_that_could_not_be_read_excuses_the_unit_whose_name_it_bears(string path, bool excuses)
    {
        FoundReport[] sound = [Report(Baimiao, 2024) with { Paths = ["2024/白庙乡.doc"] }];
        var coverage = Of(County, [2024], sound, new FileWithoutReport(path, new Message("文件损坏。", "The file is damaged.")));
        Assert.Equal(excuses ? CoverageStatus.Unreadable : CoverageStatus.Missing, coverage.Entries[1].Status);
    }

    [Fact]
    public void A_report_that_may_be_the_units_excuses_it()
    {
        Assert.Equal(CoverageStatus.NotChecked, Of(County, [2024], [Report(null, 2024) with { Paths = ["王集乡.doc"] }]).Entries[1].Status);
        Assert.Equal(CoverageStatus.Missing, Of(County, [2024], [Report(null, 2023) with { Paths = ["王集乡.doc"] }]).Entries[1].Status);
    }

    [Fact]
    public void Of_an_interrupted_run_nobody_is_missing() =>
        Assert.All(
            Coverage.Of(Read(County), [2024], [], [], new DateOnly(2026, 1, 1), complete: false).Entries, entry => Assert.Equal(CoverageStatus.NotChecked, entry.Status));

    [Fact]
    public void Who_was_there_last_year_and_is_not_now_is_newly_silent()
    {
        var coverage = Of(County, [2024], [Report(Wangji, 2023), Report(Baimiao, 2022)]);
        Assert.Equal(["王集乡"], coverage.Entries.Where(entry => entry.NewlySilent).Select(entry => entry.Unit.Name));
    }

    [Fact]
    public void A_renamed_unit_has_one_line_a_year_under_the_name_of_that_year()
    {
        const string renamed = "code,name,valid_from,valid_to\n1,王集乡,,2022\n1,王集镇,2023,";
        var coverage = Of(renamed, [2022, 2023], [Report("王集乡人民政府", 2022), Report("王集镇人民政府", 2023)]);
        Assert.Equal([("王集乡", CoverageStatus.Published), ("王集镇", CoverageStatus.Published)], coverage.Entries.Select(entry => (entry.Unit.Name, entry.Status)));
    }

    private static (CoverageStatus Status, int? DaysLate) Status(params FoundReport[] reports)
    {
        var entry = Of(County, [2024], reports).Entries[1];
        return (entry.Status, entry.DaysLate);
    }

    private static CoverageResult Of(string roster, ImmutableArray<int> years, FoundReport[] reports, params FileWithoutReport[] files) =>
        Coverage.Of(Read(roster), years, [.. reports.Index().Select(report => report.Item with { Id = Text(report.Index) })], files, new DateOnly(2026, 1, 1));

    private static Roster Read(string roster) => Roster.Read(Encoding.UTF8.GetBytes(roster));

    private static FoundReport Report(string? organization, int year, string? published = null)
    {
        // Two documents differ unless a test makes them alike.
        var own = $"{organization} {Text(year)} {published}";
        return new FoundReport(
            "", ["报告.html"], organization, year, published is null ? null : DateOnly.ParseExact(published, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            Scope.Unsaid, new Completeness(200, 200), false, own, own, Lack.Nothing);
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
