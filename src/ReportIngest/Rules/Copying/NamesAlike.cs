using System.Text.RegularExpressions;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Copying;

/// <summary>Whether a name in a text can be the reporting unit's, or is another unit's.</summary>
internal static partial class NamesAlike
{
    /// <summary>True for the unit's name in full or shortened, or that of what it belongs to; false for another unit of its kind; null where it cannot be told.</summary>
    /// <param name="township">A township is another unit also than one of another kind.</param>
    public static bool? Of(string own, string named, bool township = false)
    {
        var (mine, theirs) = (Core(own), Core(named));
        if (IsShortFor(theirs, mine) || IsShortFor(mine, theirs)) return true;
        if (Foreign().IsMatch(theirs) || Kind().Match(mine) is not { Success: true } me || Kind().Match(theirs) is not { Success: true } they || (KindOf(me) != KindOf(they) && !(township && KindOf(they) == "township"))) return null;
        // 柳溪乡 that became 柳溪镇, its namesake elsewhere, 教体局 that became 教育局: an old or a short name, or a slip.
        var (stem, other) = (me.Groups["stem"].Value, they.Groups["stem"].Value);
        if (theirs.EndsWith(mine[me.Groups["stem"].Index..], StringComparison.Ordinal)) return true; // with a word of the sentence before it: 推进柳溪镇
        // 柳溪集镇 is the seat of 柳溪乡.
        if (me.Groups["township"].Success && other == stem + "集") return true;
        return stem == other || (me.Groups["department"].Success && stem[0] == other[0]) ? null : false;
    }

    /// <summary>柳溪 of 青河县柳溪镇人民政府; null where the name has no known form.</summary>
    public static string? Stem(string own) => Kind().Match(Core(own)) is { Success: true } kind ? kind.Groups["stem"].Value : null;

    private static string Core(string name) => Government().Replace(OwnOffice().Replace(CompactText.Of(name), ""), "");

    /// <summary>The characters of a short name stand in the full one in their order: 县卫健委, 卫生健康委员会.</summary>
    private static bool IsShortFor(string brief, string full)
    {
        var at = 0;
        foreach (var character in brief)
        {
            at = full.IndexOf(character, at) + 1;
            if (at == 0) return false;
        }

        return true;
    }

    private static string KindOf(Match name) => name.Groups["township"].Success ? "township" : name.Groups["department"].Success ? "department" : name.Groups["county"].Value is "区" ? "district" : "county";

    [GeneratedRegex("(?:人民政府|政府|办事处|办公室|办公厅|党工委|党委|本级|机关)", RegexOptions.ExplicitCapture)]
    private static partial Regex Government();

    // 柳溪镇党政办公室 and 柳溪镇便民服务中心 speak for 柳溪镇, 青河县教育局办公室 for 青河县教育局.
    [GeneratedRegex("(?<=乡|镇|街道|街道办事处|[乡镇](?:人民)?政府|局)[^省市县区旗州盟乡镇局]{0,10}(?:办公室|办|中心|站|科|股)$", RegexOptions.ExplicitCapture)]
    private static partial Regex OwnOffice();

    // Sentences and groups that a pattern may have caught with a name.
    [GeneratedRegex("^(?:推[进动广]|提[升高]|加[强快]|深入|深化|结合|强化|针对|通过|围绕|打造|服务|促进|完善|优化|覆盖|组织|督促|涉及|包括|及时|统筹|聚焦|立足|依托|面向|对接|协调|开展|做好|规范|健全|拓宽|丰富|发挥|走进|下沉|方便|各|与)|[某各]|[社园辖景]区$|要求|现将|贯彻|根据|按照|落实|精神|规定|通知|工作|[我本各全原等]|所有|其他|多个|部分|下辖|(?:乡|小|古|中心|^小城)镇$|结对|帮扶|对口|(?:^|[省市县区旗州盟])(?:[城集古名重强村]镇|[园社辖景新城郊库灾]区)$|(?:高新|开发|示范|功能|度假|经开)区$", RegexOptions.ExplicitCapture)]
    private static partial Regex Foreign();

    // The stem stands behind the place it belongs to; 镇 may belong to it (景德镇, 镇平县).
    [GeneratedRegex("^(?:.{2,}[省市县区旗州盟]|[省市县区旗州盟])?(?<stem>[^省市县区旗州盟]{2,16}?)(?:(?<township>乡|镇|街道|苏木)|(?<county>县|旗|区)|(?<department>局|委员会|委|厅|中心|总队|支队|大队|处))$", RegexOptions.ExplicitCapture)]
    private static partial Regex Kind();
}
