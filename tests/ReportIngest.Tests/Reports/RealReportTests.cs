using ReportIngest.Reports;

namespace ReportIngest.Tests.Reports;

public sealed class RealReportTests
{
    [Fact]
    public void The_seed_names_its_unit_as_printed_and_has_all_six_sections()
    {
        var seed = Documents.Of(File.ReadAllText(Repository.File("seeds/seed.md")));
        var header = ReportHeader.Of(seed);
        Assert.Equal("郟县王集乡人民政府2024年政府信息公开工作年度报告", header.Title);
        Assert.Equal((new UnitName("郏县王集乡人民政府", Level.Township), 2024, null, true), (header.Unit, header.Year, header.Published, header.LooksLikeReport));
        var sections = SectionReader.Of(seed);
        Assert.Equal([1, 2, 3, 4, 5, 6], sections.Select(section => section.Number));
        Assert.StartsWith("（一）主动公开\n", sections[0].Text, StringComparison.Ordinal);
        Assert.Equal(["", "", ""], sections[1..4].Select(section => section.Text));
        Assert.EndsWith("信息公开处理费。", sections[5].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_with_six_parts_of_its_own_and_the_form_s_after_them_has_the_form_s()
    {
        var path = Repository.File("../shared/real/kewei-2024-shattered.md");
        Assert.SkipUnless(File.Exists(path), "needs ../shared/real/kewei-2024-shattered.md");
        var report = Documents.Of(File.ReadAllText(path));
        var header = ReportHeader.Of(report);
        Assert.Equal((new UnitName("上海市科委", Level.Department), 2024, true), (header.Unit, header.Year, header.LooksLikeReport));
        var sections = SectionReader.Of(report);
        Assert.Equal([1, 2, 3, 4, 6], sections.Select(section => section.Number));
        Assert.Contains("六、政府信息公开平台建设", sections[0].Text, StringComparison.Ordinal);
    }
}
