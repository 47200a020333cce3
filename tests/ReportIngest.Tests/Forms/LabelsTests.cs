using ReportIngest.Forms;

namespace ReportIngest.Tests.Forms;

public sealed class LabelsTests
{
    [Theory]
    [InlineData("（七）总计", "总计")]
    [InlineData("(七) 总 计", "总计")]
    [InlineData("１．属于国家秘密", "属于国家秘密")]
    [InlineData("①属于国家秘密", "属于国家秘密")]
    [InlineData("危及“三安全一稳定”", "危及三安全一稳定")]
    [InlineData("三安全", "三安全")]
    [InlineData("⼆、上年结转", "上年结转")]
    [InlineData("行政處罰", "行政处罚")]
    [InlineData("2", "2")]
    public void A_key_leaves_out_what_offices_vary(string text, string key) => Assert.Equal(key, Labels.Key(text));

    [Fact]
    public void No_text_is_a_tolerated_misprint_of_two_labels()
    {
        foreach (var labels in FormMatcher.AllLabels)
        {
            var keys = labels.Tolerances.ToList();
            foreach (var (one, other) in keys.SelectMany((one, i) => keys.Skip(i + 1).Select(other => (one, other))).Where(pair => !labels.SameLabel(pair.one.Key, pair.other.Key)))
            {
                if (one.Value + other.Value > 0)
                    Assert.True(Labels.Distance(one.Key, other.Key, 40) > one.Value + other.Value, $"{one.Key} and {other.Key}");
            }
        }
    }
}
