using ReportIngest.Reports;

namespace ReportIngest.Tests.Reports;

public sealed class UnitNameTests
{
    [Theory]
    [InlineData("郏县王集乡人民政府", Level.Township)]
    [InlineData("王集乡", Level.Township)]
    [InlineData("安平镇政府", Level.Township)]
    [InlineData("郏县人民政府东城街道办事处", Level.Township)]
    [InlineData("东城街道", Level.Township)]
    [InlineData("白音华苏木人民政府", Level.Township)]
    [InlineData("郏县人民政府", Level.County)]
    [InlineData("郏县人民政府机关", Level.County)]
    [InlineData("郏县人民政府本级", Level.County)]
    [InlineData("平顶山市人民政府（市人民政府办公室）", Level.City)]
    [InlineData("郏县发展和改革局（郏县粮食局）", Level.Department)]
    [InlineData("郏县政务服务办", Level.Department)]
    [InlineData("王集乡党政办", Level.Department)]
    [InlineData("国家卫生健康委", Level.National)]
    [InlineData("河南省平顶山市郏县人民政府", Level.County)]
    [InlineData("鄂温克族自治旗人民政府", Level.County)]
    [InlineData("北京市海淀区人民政府", Level.County)]
    [InlineData("海淀区", Level.County)]
    [InlineData("市中区人民政府", Level.County)]
    [InlineData("浦东新区人民政府", Level.County)]
    [InlineData("舞钢市人民政府", Level.County)]
    [InlineData("河南省平顶山市舞钢市人民政府", Level.County)]
    [InlineData("平顶山市新设市人民政府", Level.County)]
    [InlineData("淮安市人民政府", Level.City)]
    [InlineData("江苏省淮安市人民政府", Level.City)]
    [InlineData("延边朝鲜族自治州人民政府", Level.City)]
    [InlineData("喀什地区行政公署", Level.City)]
    [InlineData("锡林郭勒盟行政公署", Level.City)]
    [InlineData("北京市人民政府", Level.Province)]
    [InlineData("广西壮族自治区人民政府", Level.Province)]
    [InlineData("河南省", Level.Province)]
    [InlineData("国务院办公厅", Level.National)]
    [InlineData("国家市场监督管理总局", Level.National)]
    [InlineData("国家发展和改革委员会", Level.National)]
    [InlineData("中华人民共和国教育部", Level.National)]
    [InlineData("水利部", Level.National)]
    [InlineData("郏县教育局", Level.Department)]
    [InlineData("河南省教育厅", Level.Department)]
    [InlineData("上海市科学技术委员会", Level.Department)]
    [InlineData("淮安市人民政府办公室", Level.Department)]
    [InlineData("国家税务总局郏县税务局", Level.Department)]
    [InlineData("国家统计局河南调查总队", Level.Department)]
    [InlineData("郏县人民政府驻京办事处", Level.Department)]
    [InlineData("王集乡便民服务中心", Level.Department)]
    public void A_name_tells_its_level(string name, Level level) => Assert.Equal(new UnitName(name, level), UnitName.Of(name));

    [Theory]
    [InlineData("郑州经济技术开发区管理委员会")]
    [InlineData("雄安新区管委会")]
    [InlineData("郏县产业园区")]
    [InlineData("王集村村民委员会")]
    [InlineData("平顶山大学")]
    [InlineData("无名市人民政府")]
    [InlineData("焦作市中站区许衡办")]
    public void A_name_that_does_not_tell_its_level_has_none(string name) => Assert.Null(UnitName.Of(name).Level);

    [Theory]
    [InlineData("本机关")]
    [InlineData("本市")]
    [InlineData("我局")]
    [InlineData("全县")]
    [InlineData("市科委")]
    [InlineData("人民政府")]
    [InlineData("首页")]
    [InlineData("来源：郏县人民政府")]
    [InlineData("郏县召开会议的办公室")]
    public void What_names_no_unit_by_itself_is_none(string text) => Assert.False(UnitName.IsOne(text));

    [Fact]
    public void A_name_is_written_in_simplified_characters_without_blanks() =>
        Assert.Equal("郏县王集乡人民政府", UnitName.Of(" 郟县 王集乡　人⺠政府 ").Name);

    [Fact]
    public void A_name_keeps_characters_that_simplified_texts_write_too() => Assert.Equal("乾县人民政府", UnitName.Of("乾县人民政府").Name);
}
