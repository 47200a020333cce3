using ReportIngest.Corpus;
using ReportIngest.Reports;
using ReportIngest.Tests.Sinks;

namespace ReportIngest.Tests.Corpus;

public sealed class ScopesTests
{
    [Theory]
    [InlineData("青河县2023年政府信息公开工作年度报告（本机关）", "", "Office")]
    [InlineData("青河县2023年全县政府信息公开工作年度报告", "", "Aggregate")]
    [InlineData("青河县2023年政府信息公开工作年度报告（汇总）", "", "Aggregate")]
    [InlineData("青河县2023年政府信息公开工作年度报告", "2023年，全县共收到政府信息公开申请12件。", "Unsaid")]
    [InlineData("青河县2023年政府信息公开工作年度报告", "本机关全年受理政府信息公开申请2件。", "Office")]
    [InlineData("青河县2023年政府信息公开工作年度报告", "全县政府信息公开工作平稳有序。全区全年收到来信多件。", "Unsaid")]
    [InlineData("青河县2023年政府信息公开工作年度报告", "本机关收到申请2件，全县收到申请9件。", "Unsaid")]
    public void The_scope_is_told_by_the_title_else_by_who_received_the_requests(string title, string overview, string scope)
    {
        var report = SmallReport.Default with { Unit = new UnitName("青河县人民政府", Level.County), Title = title, Sections = [new Section(1, "总体情况", "一、总体情况", overview)] };
        Assert.Equal(scope, Scopes.Of(ReportRecord.Of(report, [])).ToString());
    }

    [Theory]
    [InlineData("郟县人民政府", "郏县")]
    [InlineData("郏县 王集乡人民政府", "郏县王集乡")]
    [InlineData("郏县教育局", "郏县教育局")]
    [InlineData("郏县人民政府办公室", "郏县人民政府办公室")]
    [InlineData(null, null)]
    public void A_unit_is_known_by_its_name_however_it_is_spelt(string? printed, string? key) => Assert.Equal(key, UnitKey.Of(printed));
}
