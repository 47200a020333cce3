using System.Text.RegularExpressions;

namespace ReportIngest.Reports;

/// <summary>The name of the reporting unit in simplified characters (its mirror is no other unit), and the level that the name itself tells.</summary>
public sealed partial record UnitName(string Name, Level? Level)
{
    /// <summary>The unit that <paramref name="printed"/> names, in compact form.</summary>
    public static UnitName Of(string printed)
    {
        var name = CompactText.Of(printed);
        return new UnitName(name, UnitLevel.Of(name));
    }

    /// <summary>
    /// Text in the place of a title's organisation names one: no sentence, no navigation, no verb. Its ending may be any (a school, a company), the place speaks for it.
    /// </summary>
    internal static bool CanBe(string compact) =>
        compact.Length is >= MinimumLength and <= MaximumLength && Characters().IsMatch(compact) && !Foreign().IsMatch(compact) && !Self().IsMatch(compact);

    /// <summary>Text that names a unit wherever it stands: it also ends like one, and is a full name (市科委 is not, 市中区人民政府 is).</summary>
    internal static bool IsOne(string compact) => CanBe(compact) && Ending().IsMatch(compact) && !Short().IsMatch(compact);

    /// <summary>The name says whose it is (郏县教育局, 国家税务总局); 体育局 and 县教育局 do not.</summary>
    internal static bool HasPlace(string compact) => Place().IsMatch(compact);

    /// <summary>The head of a name that a line break cut: a place alone (郏县) or with words that are no unit's yet (郏县教育).</summary>
    internal static bool IsHead(string compact) =>
        CanBe(compact) && HasPlace(compact) && (!IsOne(compact) || Division().IsMatch(compact));

    /// <summary>「郏县」 is the shortest name.</summary>
    private const int MinimumLength = 2;

    /// <summary>国家税务总局 with an autonomous prefecture's, county's and zone's names and 税务局 has 40.</summary>
    private const int MaximumLength = 45;

    [GeneratedRegex(@"^[\p{L}〇○·・（）()]+$")]
    private static partial Regex Characters();

    // Verbs of news, of notices and of menus: 「郏县发布2023年…报告」 reports on a report.
    [GeneratedRegex("发布|公布|公示|召开|印发|编制|开展|完成|做好|报送|解读|图解|转发|关于|首页|位置|标题|年报|报告|信息公开|政务公开|索引|年度")]
    private static partial Regex Foreign();

    // 本溪市 is a city, 本市 is not; 「我」 begins no name; 人民政府 alone is the rest of one that a line break cut.
    [GeneratedRegex("^(?:(?:人民政府|民政府|政府|府|街道办事处|办事处|街道|委员会|办公室|管委会|管理局|局)$|我|全[省市县区旗乡镇州]|本(?:级|机关|单位|部门|局|委|办|厅|院|中心|省|市|县|区|旗|乡|镇|街道|地区|府|政府|行政机关)|各)")]
    private static partial Regex Self();

    private const string Endings = "(?:政府(?:机关|本级)?|公署|行署|[省市县区旗州盟乡镇]|苏木|街道|街道办|办事处|局|委|委员会|办公室|办公厅|厅|部|署|中心|院|所|站|队|馆|处|大学|学院|学校|集团|公司|行|(?:总|联|合作|供销)社|管委会|国务院|兵团)";

    // 「郏县发展和改革局（郏县粮食局）」: two names of one office; 「（以下简称县发改局）」 is none of the name.
    [GeneratedRegex(Endings + "(?:[（(](?!以?下?[简统]?称)[^（）()]+" + Endings + "[）)])?$")]
    private static partial Regex Ending();

    [GeneratedRegex("^(?:国家|国务院|中国|中华人民共和国|.+?(?:[省市县区旗州盟乡镇]|街道))")]
    private static partial Regex Place();

    [GeneratedRegex("(?:[省市县区旗州盟乡镇]|街道)$")]
    private static partial Regex Division();

    [GeneratedRegex("^(?:[省州盟旗镇乡]|县(?!城)|市(?![中南北]区)|区)")]
    private static partial Regex Short();
}

/// <summary>Where a unit stands. A department is one at any level; a division's government is named for the division.</summary>
public enum Level { National, Province, City, County, Township, Department }
