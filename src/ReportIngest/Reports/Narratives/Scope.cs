using System.Text.RegularExpressions;

namespace ReportIngest.Reports.Narratives;

/// <summary>Whose number a statement gives.</summary>
public enum Scope
{
    /// <summary>Nothing is said: the unit that reports.</summary>
    Unsaid,

    /// <summary>The unit that reports, by name or as a whole: 我局, 全县, 王集乡.</summary>
    Whole,

    /// <summary>A government's own office in a report that may add up a whole place (县政府办公室, 本级), its parts, or others: may differ from the tables.</summary>
    Other,
}

internal static partial class Scopes
{
    /// <summary>What the words before a statement say of whose it is; <paramref name="who"/> is a clause from its beginning up to the verb.</summary>
    public static Scope Of(string who, UnitName? unit)
    {
        var named = StreetOffice().Replace(Filler().Replace(who, ""), "街道");
        if (named.Length == 0) return Scope.Unsaid;
        if (unit?.Level is not { } level) return Scope.Other;
        if (Own(level).IsMatch(named)) return Scope.Whole;
        if (level is Level.Township or Level.Department) return !IsAbove(named) && IsShortFor(named, unit.Name) ? Scope.Whole : Scope.Other;
        // 县政府 may be the government's office alone; the place's own name (清源县) is the whole.
        return !Office().IsMatch(named) && IsShortFor(named, unit.Name) ? Scope.Whole : Scope.Other;
    }

    /// <summary>The scope said last in text before a statement (an earlier clause or sentence of the paragraph); null where none is.</summary>
    public static Scope? Last(string text, UnitName? unit)
    {
        Scope? last = null;
        foreach (Match match in Said().Matches(text))
        {
            if (!IsAsked(text, match)) last = Of(match.Value, unit);
        }

        return last;
    }

    /// <summary>「按照全县统一部署」「在县政府办公室指导下」: who asked for what the unit itself then does.</summary>
    private static bool IsAsked(string text, Match match)
    {
        var end = match.Index + match.Length;
        var from = text.LastIndexOfAny(ClauseEnds, match.Index) + 1;
        var to = text.IndexOfAny(ClauseEnds, end);
        var behind = text.AsSpan(end, (to < 0 ? text.Length : to) - end);
        return !Counting().IsMatch(behind) && (Following().IsMatch(text.AsSpan(from, match.Index - from)) || Asking().IsMatch(behind));
    }

    private static readonly char[] ClauseEnds = ['，', '。', '；', '：'];

    /// <summary>县政府 has the characters of 青河县柳溪镇人民政府 in their order, and is another.</summary>
    private static bool IsAbove(string named) => Superior().IsMatch(named);

    /// <summary>市科委 for 上海市科学技术委员会: the characters of a short name stand in the full one in their order.</summary>
    private static bool IsShortFor(string named, string full)
    {
        if (named.Length < 2) return false;
        var at = 0;
        foreach (var character in named)
        {
            at = full.IndexOf(character, at) + 1;
            if (at == 0) return false;
        }

        return true;
    }

    private static Regex Own(Level level) => level switch
    {
        Level.Township => OwnTownship(),
        Level.Department => OwnDepartment(),
        _ => OwnPlace(),
    };

    [GeneratedRegex("^(?:[我本全](?:[乡镇]|街道|街|办|办事处)(?:人民)?(?:政府)?|[本我](?:机关|单位|行政机关)|(?:我[乡镇])?本级)$")]
    private static partial Regex OwnTownship();

    [GeneratedRegex("^(?:[我本全](?:局|委|办|厅|院|部|署|中心|队|站|所|会|委员会|校|行|处)|[本我](?:机关|单位|部门|行政机关))$")]
    private static partial Regex OwnDepartment();

    [GeneratedRegex("^(?:[我本全][省市县区旗州盟](?:各级(?:各部门|行政机关))?)$")]
    private static partial Regex OwnPlace();

    [GeneratedRegex("^[^乡镇]*[省市县区旗州](?:人民)?政府$")]
    private static partial Regex Superior();

    [GeneratedRegex("(?:按照|根据|依照|遵照|围绕|紧扣|落实|贯彻|执行|对照|结合|服务|响应)[^，。；0-9]{0,12}$")]
    private static partial Regex Following();

    [GeneratedRegex("^[^0-9]{0,12}(?:领导|指导|部署|支持|帮助|监督|统筹|组织|要求|安排)之?下")]
    private static partial Regex Asking();

    // 「根据县政府办公室统计，全年…」 says whose the number is.
    [GeneratedRegex("统计|汇总|通报|数据|收到|受理")]
    private static partial Regex Counting();

    [GeneratedRegex("政府|本级|机关|办")]
    private static partial Regex Office();

    // 砲里街办 is 砲里街道.
    [GeneratedRegex("(?<=[^我本全])街(?:道)?(?:办|办事处)$")]
    private static partial Regex StreetOffice();

    [GeneratedRegex("[0-9]{4}年度?|[一二][〇零一二三四五六七八九]{3}年|本年度?|今年|全年度?|年度|年内|当年|一年来|截[至止]到?年?底?|目前|期间|共计|总共|共|累计|合计|已|依法|及时|认真|规范|按时|严格|妥善|并|还|也|均|其|另外|此外|因此|据统计|统计|发生|引发|引起|产生|出现|申请人|因(?:对)?答复(?:不服)?|对答复不服|由此|情况|方面|在|中|有效|(?<=.)的|[0-9]{1,2}月(?:[0-9]{1,2}日)?|(?<![我本])年(?!级)|^[一二三四五六]是|[（(][一二三四五六七八九十0-9]{1,2}[）)]|^[0-9]{1,2}[.、．]|依申请公开(?:政府信息)?(?:工作)?|主动公开(?:政府信息)?|政府信息公开申请|(?:政府信息公开|信息公开|政务公开)(?:工作)?|[《》“”\"\\-—]")]
    private static partial Regex Filler();

    [GeneratedRegex("[我本全](?:省|市|县|区|旗|州|盟|乡|镇|街道|局|委|办|厅|院|机关|单位|部门|中心)(?:各级)?|本级|[省市县区旗州乡镇]?(?:人民)?政府办公[室厅]|[省市县区旗州](?:人民)?政府(?!信息|网|门户|公报|文件|工作|采购|投资|职能|部门|规章)|各(?:乡|镇|部门|单位|县|街道|区|地)|下属|所属|系统")]
    private static partial Regex Said();
}
