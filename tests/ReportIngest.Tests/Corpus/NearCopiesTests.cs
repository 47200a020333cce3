using ReportIngest.Corpus;
using ReportIngest.Documents;
using ReportIngest.Outputs;
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
        var (copies, reports) = Of(units);
        for (var i = 0; i < units.Length; i++)
        {
            var twin = copies.Of(i, () => TextShingles.OfOwnWords(reports[i]), other => reports[other]);
            Assert.Equal(reports.First(other => other.Organization != units[i]).Source.Path, twin?.Path);
        }
    }

    [Fact]
    public void A_unit_that_says_the_same_twice_is_no_copy_of_another()
    {
        var (copies, reports) = Of("甲县人民政府", "甲县人民政府");
        Assert.True(copies.CanTell(0));
        Assert.Null(copies.Of(0, () => TextShingles.OfOwnWords(reports[0]), other => reports[other]));
    }

    [Fact]
    public void What_every_report_of_a_corpus_of_more_than_a_million_says_is_nobodys_own()
    {
        var phrases = new PhraseCounts();
        var words = TextShingles.OfOwnWords(Report("甲县人民政府", 1) with { Sections = [new Section(1, "总体情况", "一、总体情况", "全面贯彻落实党中央决策部署")] });
        for (var report = 0; report < 1_400_000; report++) phrases.Add(words);
        var common = phrases.Common();
        foreach (var shingle in words.Shingles) Assert.True(common.Contains(shingle));
        Assert.True(words.Shingles.Count > 0);
    }

    private static (NearCopies Copies, List<ReportRecord> Reports) Of(params string[] units)
    {
        var reports = units.Select(Report).ToList();
        var phrases = new PhraseCounts();
        foreach (var report in reports) phrases.Add(TextShingles.OfOwnWords(report));
        var common = phrases.Common();
        var sightings = units.Select((unit, i) => new Sighting(Array.IndexOf(units, unit), Array.IndexOf(units, unit), 2024, Scope.Unsaid, new LinePlace(i, 1, i + 1), earlier: false)).ToList();
        return (new NearCopies(common, sightings, reports.Select(report => NearCopies.Sketch(common, TextShingles.OfOwnWords(report)))), reports);
    }

    private static ReportRecord Report(string unit, int number) => new(
        new Source($"{number}.html", $"{number}", 1), FileKind.Html, "utf-8", [], unit, null, Level.County, 2024, "2021", null, null,
        [new Section(1, "总体情况", "一、总体情况", Text)], [], new Checks(0, 0, 0), new Completeness(0, 0));
}
