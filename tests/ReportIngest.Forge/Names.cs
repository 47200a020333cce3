using ReportIngest.Reports;

namespace ReportIngest.Forge;

/// <summary>A unit: its full name, the place it stands for, and how its report calls itself (我县, 本局).</summary>
internal sealed record Unit(string Name, string Place, string Self, Level Level)
{
    private static readonly string[] Provinces = ["河北省", "山东省", "江西省", "湖南省", "四川省", "云南省", "甘肃省", "广西壮族自治区", "宁夏回族自治区"];
    private static readonly string[] Stems = ["清源", "安平", "临河", "东陵", "石泉", "永福", "新桥", "双柳", "白沙", "长宁", "南塘", "云台", "金牛", "青岗", "望江", "枫林", "桃溪", "龙泉", "麻城", "郏水", "兴隆", "大王"];

    // A made-up 市 may be of either level; of these the name tells it.
    private static readonly string[] Cities = ["石家庄市", "济南市", "南昌市", "长沙市", "成都市", "昆明市", "兰州市", "南宁市", "银川市", "郑州市"];
    private static readonly string[] Departments = ["教育局", "公安局", "民政局", "财政局", "水利局", "卫生健康委员会", "市场监督管理局", "自然资源和规划局", "交通运输局", "农业农村局", "住房和城乡建设局", "应急管理局", "统计局", "医疗保障局"];

    public static Unit Draw(Random random)
    {
        var city = Pick(random, Stems) + "市";
        var county = Pick(random, Stems) + Pick(random, ["县", "县", "县", "区", "区", "自治旗"]);
        return random.Next(20) switch
        {
            0 => Province(random),
            < 4 => City(Pick(random, Cities)),
            < 8 => new Unit($"{Prefix(random, city)}{county}人民政府", county, county[^1] == '区' ? "我区" : county[^1] == '旗' ? "我旗" : "我县", Level.County),
            < 14 => Township(random, county),
            _ => Department(random, city, county),
        };
    }

    private static Unit City(string name) => new($"{name}人民政府", name, "我市", Level.City);

    private static Unit Province(Random random)
    {
        var province = Pick(random, Provinces);
        return new Unit($"{province}人民政府", province, province[^1] == '省' ? "我省" : "我区", Level.Province);
    }

    private static Unit Township(Random random, string county)
    {
        var stem = Pick(random, Stems);
        return random.Next(3) switch
        {
            0 => new Unit($"{county}{stem}乡人民政府", $"{stem}乡", "我乡", Level.Township),
            1 => new Unit($"{county}{stem}镇人民政府", $"{stem}镇", "我镇", Level.Township),
            _ => new Unit($"{county}人民政府{stem}街道办事处", $"{stem}街道", "我街道", Level.Township),
        };
    }

    private static Unit Department(Random random, string city, string county)
    {
        var department = Pick(random, Departments);
        var place = random.Next(2) == 0 ? city : county;
        return new Unit(place + department, place, department[^1] == '局' ? "我局" : "我委", Level.Department);
    }

    private static string Prefix(Random random, string city) => random.Next(2) == 0 ? city : "";

    internal static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
