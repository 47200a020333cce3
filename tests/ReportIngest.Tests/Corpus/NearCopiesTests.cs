using ReportIngest.Corpus;
using ReportIngest.Reports;

namespace ReportIngest.Tests.Corpus;

public sealed class NearCopiesTests
{
    private const string Text =
        "我镇把政务公开列入年初工作要点，由党政办公室牵头，每月调度一次进度。便民服务中心设置了查询电脑和资料架，安排专人引导群众查阅。村务公开栏更换为玻璃橱窗，" +
        "低保名单、耕地补贴、项目招标结果都在栏内张贴七天以上。办公室整理了历年文件，重新核对公开属性，补录到网站目录。镇里还邀请人大代表和居民座谈，听取他们对公开内容的看法，收集到的建议交由各站所逐条答复。";

    [Theory]
    [InlineData("甲县人民政府", "甲县人民政府", "乙县人民政府")]
    [InlineData("乙县人民政府", "甲县人民政府", "甲县人民政府")]
    [InlineData("甲县人民政府", "乙县人民政府", "丙县人民政府")]
    public void A_copy_is_told_from_the_first_report_of_another_unit_however_many_come_before(params string[] units)
    {
        var reports = units.Select((unit, i) => (Entry: Entry(unit, i), Text: new WrittenText(unit, [new Section(1, "总体情况", "一、总体情况", Text)]))).ToList();
        var copies = new NearCopies();
        foreach (var report in reports) copies.Count(report.Text);
        foreach (var report in reports) copies.Add(report.Entry, report.Text);
        foreach (var report in reports)
        {
            var twin = copies.Of(report.Entry, TextShingles.Of(report.Text, 1, 5), entry => reports.Single(other => other.Entry == entry).Text);
            Assert.Equal(reports.Select(other => other.Entry).First(other => other.Unit != report.Entry.Unit), twin?.Entry);
        }
    }

    [Fact]
    public void A_unit_that_says_the_same_twice_is_no_copy_of_another()
    {
        var (text, copies) = (new WrittenText("甲县人民政府", [new Section(1, "总体情况", "一、总体情况", Text)]), new NearCopies());
        foreach (var _ in (int[])[0, 1]) copies.Count(text);
        foreach (var i in (int[])[0, 1]) copies.Add(Entry("甲县人民政府", i), text);
        Assert.True(copies.CanTell(Entry("甲县人民政府", 0)));
        Assert.Null(copies.Of(Entry("甲县人民政府", 0), TextShingles.Of(text, 1, 5), _ => text));
    }

    private static IndexEntry Entry(string unit, int number) =>
        new($"{number}", $"{number}.html", unit, null, Level.County, 2024, "2021", Scope.Unsaid, new LinePlace(number, 1));
}
