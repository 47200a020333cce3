using CsCheck;
using ReportIngest.Reports;

namespace ReportIngest.Tests.Reports;

public sealed class ReportTitleTests
{
    [Theory]
    [InlineData("郟县王集乡人民政府 2024 年政府信息公开工作年度 报告", "郏县王集乡人民政府", 2024)]
    [InlineData("2023年郏县政府信息公开工作年度报告", "郏县", 2023)]
    [InlineData("郏县教育局2023年度政府信息公开工作报告", "郏县教育局", 2023)]
    [InlineData("郏县教育局2023年政府信息公开年报", "郏县教育局", 2023)]
    [InlineData("郏县教育局2023年政府信息公开 工作告年度报", "郏县教育局", 2023)]
    [InlineData("郏县教育局2023年度政府信息公开年度报告", "郏县教育局", 2023)]
    [InlineData("关于郏县2023年政府信息公开工作情况的报告", "郏县", 2023)]
    [InlineData("关于2023年政府信息公开工作情况的报告", null, 2023)]
    [InlineData("郏县人民政府二〇二四年政府信息公开工作年度报告", "郏县人民政府", 2024)]
    [InlineData("郏县人民政府二○二四年政府信息公开工作年度报告", "郏县人民政府", 2024)]
    [InlineData("郏县人民政府二零二四年度政府信息公开工作年度报告", "郏县人民政府", 2024)]
    [InlineData("郏县人民政府２０２４年政府信息公开工作年度报告", "郏县人民政府", 2024)]
    [InlineData("郏县人民政府政府信息公开工作年度报告（2024年度）", "郏县人民政府", 2024)]
    [InlineData("郏县人民政府（2024年度）政府信息公开工作年度报告", "郏县人民政府", 2024)]
    [InlineData("郏县人民政府信息公开工作2024年度报告", "郏县人民政府", 2024)]
    [InlineData("郏县人民政府办公室2024年政府信息公开工作年度报告", "郏县人民政府办公室", 2024)]
    [InlineData("2024年上海市科委政府信息公开工作年度报告", "上海市科委", 2024)]
    [InlineData("《郏县2024年政府信息公开工作年度报告》", "郏县", 2024)]
    [InlineData("郏县2024年全县政府信息公开工作年度报告", "郏县", 2024)]
    [InlineData("郏县水利局关于2025年政府信息公开工作年度报告", "郏县水利局", 2025)]
    [InlineData("郏县水利局关于我局2025年度政府信息公开工作情况的报告", "郏县水利局", 2025)]
    [InlineData("郏县人民政府关于2025年全县政府信息公开工作年度报告", "郏县人民政府", 2025)]
    [InlineData("郏县人民政府办公室关于郏县2025年政府信息公开工作年度报告", "郏县", 2025)]
    [InlineData("市水利局2024年政府信息公开工作年度报告", "市水利局", 2024)]
    [InlineData("2024郏县王集乡2024年度政府信息公开工作年度报告", "郏县王集乡", 2024)]
    [InlineData("名  称 郏县水利局2024年政府信息公开工作年度报告", "郏县水利局", 2024)]
    [InlineData("信息名称：郏县水利局2024年政府信息公开工作年度报告", "郏县水利局", 2024)]
    [InlineData("【图文】郏县水利局2024年政府信息公开工作年度报告", "郏县水利局", 2024)]
    [InlineData("县政府办公室2024年政府信息公开工作年度报告", "县政府办公室", 2024)]
    [InlineData("本机关2024年政府信息公开工作年度报告", null, 2024)]
    [InlineData("我局2024年政府信息公开工作年度报告", null, 2024)]
    [InlineData("2024年政务公开工作年度报告", null, 2024)]
    [InlineData("政府信息公开工作年度报告", null, null)]
    [InlineData("人⺠政府2024年政府信息公开⼯作年度报告.pdf", null, 2024, false)]
    [InlineData("王集乡人⺠政府2024年政府信息公开⼯作年度报告.pdf", "王集乡人民政府", 2024)]
    public void A_title_tells_unit_and_year(string printed, string? unit, int? year, bool read = true)
    {
        var title = ReportTitle.Read(CompactText.Of(printed));
        Assert.Equal(read, title is not null);
        if (title is not null) Assert.Equal((unit, year), (title.Unit, title.Year));
    }

    [Theory]
    [InlineData("政府信息公开工作年度报告制度")]
    [InlineData("郏县政府信息公开指南")]
    [InlineData("关于做好2023年政府信息公开工作年度报告编制工作的通知")]
    [InlineData("郏县召开2023年政府信息公开工作年度报告编制培训会")]
    [InlineData("郏县发布2023年政府信息公开工作年度报告")]
    [InlineData("图解关于郏县2023年政府信息公开工作年度报告")]
    [InlineData("关于印发2023年政府信息公开工作年度报告")]
    [InlineData("图解：2023年政府信息公开工作年度报告")]
    [InlineData("【图解】郏县2023年政府信息公开工作年度报告")]
    [InlineData("根据《条例》，现公布郏县2023年政府信息公开工作年度报告")]
    [InlineData("郏县2023年国民经济和社会发展统计公报")]
    [InlineData("报告")]
    public void What_only_speaks_of_reports_is_no_title(string text) => Assert.Null(ReportTitle.ReadPart(CompactText.Of(text)));

    [Theory]
    [InlineData("郏县王集乡2024年政府信息公开工作年度报告_政府信息公开_郏县人民政府网")]
    [InlineData("首页 > 政府信息公开 > 政府信息公开年报 > 郏县王集乡2024年政府信息公开工作年度报告")]
    [InlineData("郏县王集乡2024年政府信息公开工作年度报告 - 郏县人民政府")]
    [InlineData("郏县人民政府|郏县王集乡2024年政府信息公开工作年度报告")]
    public void A_site_s_name_and_menus_around_a_title_are_left_out(string text)
    {
        Assert.Equal("郏县王集乡2024年政府信息公开工作年度报告", ReportTitle.ReadPart(CompactText.Of(text))?.Text);
    }

    [Fact]
    public void Unit_year_and_kind_are_read_back_however_they_are_put_together()
    {
        var units = Gen.OneOf("郏县", "郏县王集乡人民政府", "平顶山市教育局", "北京市海淀区人民政府", "东城街道办事处", "国家税务总局郏县税务局", "本溪市人民政府", "市中区人民政府");
        var years = Gen.Select(Gen.Int[2008, 2039], Gen.Int[0, 3], (year, form) => (year, Printed(year, form)));
        var kinds = Gen.OneOf("政府信息公开工作年度报告", "政府信息公开年度报告", "政府信息公开工作年报", "政府信息公开年报", "政府信息公开工作报告", "政府信息公开工作情况报告");
        var orders = Gen.OneOf("{0}{1}年{2}", "{1}年{0}{2}", "{0}{1}年度{2}", "{1}年度{0}{2}", "关于{0}{1}年{2}", "{0}{2}（{1}年度）", "《{0}{1}年{2}》", "{0} {1} 年 {2}", "{2}", "{0}（{1}年）{2}");
        Gen.Select(units, years, kinds, orders).Sample((unit, year, kind, order) =>
        {
            var title = ReportTitle.Read(CompactText.Of(string.Format(System.Globalization.CultureInfo.InvariantCulture, order, unit, year.Item2, kind)));
            return order == "{2}" ? title is { Unit: null, Year: null } && title.Text == kind : title?.Unit == unit && title.Year == year.year;
        });
    }

    private static string Printed(int year, int form)
    {
        var digits = year.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return form switch
        {
            0 => digits,
            1 => string.Concat(digits.Select(digit => "〇一二三四五六七八九"[digit - '0'])),
            2 => string.Concat(digits.Select(digit => "零一二三四五六七八九"[digit - '0'])),
            _ => string.Concat(digits.Select(digit => (char)(digit - '0' + '０'))),
        };
    }

    [Fact]
    public void A_title_in_traditional_characters_stands_as_printed_and_names_the_unit_in_simplified_ones()
    {
        const string Printed = "《郟縣人民政府 2024 年政府信息公開工作年度報告》";
        var title = ReportTitle.Read(CompactText.Of(Printed))!.In(Printed);
        Assert.Equal(("郟縣人民政府2024年政府信息公開工作年度報告", "郏县人民政府", 2024), (title.Text, title.Unit, title.Year));
    }
}
