using System.Text.RegularExpressions;

namespace ReportIngest.Reports;

/// <summary>
/// The level that a unit's name tells by itself. Null where it does not: companies and schools, and development zones (开发区、高新区、新区管委会), whose
/// committees stand anywhere between a province's and a township's.
/// </summary>
internal static partial class UnitLevel
{
    public static Level? Of(string name)
    {
        if (SecondName().Match(name) is { Success: true } second) name = name[..second.Index];
        if (National().IsMatch(name)) return Level.National;
        if (Zone().IsMatch(name) || Village().IsMatch(name)) return null;
        if (Township().IsMatch(name)) return Mission().IsMatch(name) ? Level.Department : Level.Township;
        if (Department().IsMatch(name)) return Level.Department;
        return OfDivision(Government().Replace(name, ""));
    }

    /// <summary>The level of a province, prefecture, county or city, with or without the names of what it belongs to before it.</summary>
    private static Level? OfDivision(string name)
    {
        var rest = name.AsSpan();
        var within = false;
        while (DivisionCatalog.LeadingLength(rest) is > 0 and var length && length < rest.Length)
        {
            within = DivisionCatalog.Find(rest[..length]) == Level.City;
            rest = rest[length..];
        }

        if (DivisionCatalog.Find(rest) is { } level) return level;
        if (County().IsMatch(rest)) return Level.County;
        if (Prefecture().IsMatch(rest)) return Level.City;

        // A 市 that no list knows is a county-level city when it stands behind its prefecture; alone it may be of any rank.
        return within && rest.EndsWith('市') ? Level.County : null;
    }

    // 国务院办公厅 reports for the State Council. A field office carries a place or its own rank behind the ministry's name (国家税务总局郏县税务局).
    [GeneratedRegex("^(?:国务院\\w*|(?:中华人民共和国)?(?:外交|国防|国家发展和改革委员会|教育|科学技术|工业和信息化|公安|国家安全|民政|司法|财政|人力资源和社会保障|自然资源|生态环境|住房和城乡建设|交通运输|水利|农业农村|商务|文化和旅游|退役军人事务|应急管理)部|(?:中华人民共和国)?(?:审计署|海关总署)|中国人民银行|(?:中华人民共和国)?国家市场监督管理总局|(?:中华人民共和国)?国家[^局省市县区旗州盟]*(?:局|委|委员会|署|办公室)|中国(?:证券|银行保险|保险)监督管理委员会|中国气象局|中国民用航空局)$")]
    private static partial Regex National();

    // 郏县发展和改革局（郏县粮食局）
    [GeneratedRegex("(?<!^)[（(][^（）()]+[）)]$")]
    private static partial Regex SecondName();

    [GeneratedRegex("(?:区|新城)(?:党工委)?(?:管理委员会|管委会)$|(?:开发区|高新区|园区|示范区|度假区|名胜区|风景区|保税区|试验区)$")]
    private static partial Regex Zone();

    [GeneratedRegex("(?:村民|居民)委员会$|村委会$|居委会$")]
    private static partial Regex Village();

    [GeneratedRegex("(?:[乡镇]|苏木|街道)(?:人民政府|政府)$|办事处$|街道办$|(?:[乡镇]|苏木|街道)$|区公所$")]
    private static partial Regex Township();

    // 驻京办事处 is an agency of the government that keeps it.
    [GeneratedRegex("驻\\w{1,8}办事处$")]
    private static partial Regex Mission();

    // 许衡办 is short for a street's 办事处: 办 alone tells nothing.
    [GeneratedRegex("(?:局|委员会|委|办公室|办公厅|厅|中心|处|总队|支队|大队|站|所|海关|监狱|(?:党政|政府|综合|服务|管理)办|研究室|部|馆)$")]
    private static partial Regex Department();

    [GeneratedRegex("(?:人民政府|政府|行政公署|行署|公署)(?:机关|本级)?$")]
    private static partial Regex Government();

    [GeneratedRegex("(?:[县旗]|林区|特区|(?<!地|自治)区)$")]
    private static partial Regex County();

    [GeneratedRegex("(?:自治州|地区|盟)$")]
    private static partial Regex Prefecture();
}
