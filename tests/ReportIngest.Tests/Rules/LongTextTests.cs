using ReportIngest.Reports;
using ReportIngest.Rules;

namespace ReportIngest.Tests.Rules;

/// <summary>A text that repeats itself costs no rule more than its length: where it does, this never ends.</summary>
public sealed class LongTextTests
{
    [Theory]
    [InlineData("族", 400)]
    [InlineData("柳溪民族", 400)]
    [InlineData("某某", 400)]
    [InlineData("2023年", 400)]
    [InlineData("石桥镇、", 400)]
    [InlineData("县委要求，", 400)]
    [InlineData("未收到法人、", 400)]
    [InlineData("收到社会公众社会公众社会公众社会公众社会公众社会公众社会公众社会公众社会公众社会公众社会公众社会公众社会公众社会公众社会公众社会公众社会公众社会公众社会公众3件申请。", 400)]
    [InlineData("（请", 4000)]
    [InlineData("（此部分", 4000)]
    [InlineData("新收1件，上年结转1件。", 4000)]
    [InlineData("统计数据截至", 4000)]
    [InlineData("1.\n（一）\n", 4000)]
    [InlineData("我", 1_000_000)]
    [InlineData("2023年，我镇坚持公开各类信息并持续推进\n", 17_500)]
    public void Every_rule_comes_to_an_end_of_a_text_that_repeats_itself(string words, int times)
    {
        var text = string.Concat(Enumerable.Repeat(words, times));
        var sound = SoundReport.Of("2021");
        var report = sound with { Title = text[..400], Preface = text[..400], Sections = [.. sound.Sections.Select(section => section with { Text = text })] };
        Assert.Equal(RuleCatalog.ReportRules.Length, RuleCatalog.Judge(report).Tallies.Length);
    }
}
