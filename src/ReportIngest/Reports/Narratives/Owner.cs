using System.Text.RegularExpressions;

namespace ReportIngest.Reports.Narratives;

/// <summary>Whose number a statement gives.</summary>
public enum Owner
{
    /// <summary>Nothing is said: the unit that reports.</summary>
    Unsaid,

    /// <summary>The unit that reports, by name or as a whole: 我局, 全县, 王集乡.</summary>
    Unit,

    /// <summary>A government's own office in a report that may add up a whole place (县政府办公室, 本级), its parts, or others: may differ from the tables.</summary>
    Other,
}

internal static partial class Owners
{
    /// <summary>What the words before a statement say of whose it is; <paramref name="who"/> is a clause from its beginning up to the verb.</summary>
    public static Owner Of(string who, UnitName? unit)
    {
        var named = StreetOffice().Replace(Filler().Replace(who, ""), "街道");
        if (named.Length == 0) return Owner.Unsaid;
        if (unit?.Level is not { } level) return Owner.Other;
        if (Own(level).IsMatch(named)) return Owner.Unit;
        if (level is Level.Township or Level.Department) return !IsAbove(named) && IsShortFor(named, unit.Name) ? Owner.Unit : Owner.Other;
        // 县政府 may be the government's office alone; the place's own name (清源县) is the whole.
        return !Office().IsMatch(named) && IsShortFor(named, unit.Name) ? Owner.Unit : Owner.Other;
    }

    /// <summary>The owner said last in text before a statement (an earlier clause or sentence of the paragraph); null where none is.</summary>
    /// <param name="behind">The statement, and what follows it.</param>
    public static Owner? Last(string text, UnitName? unit, string behind)
    {
        Owner? last = null;
        var asked = -1;
        foreach (Match match in Said().Matches(text))
        {
            switch (RoleOf(text, match, unit))
            {
                case Role.Asks:
                    asked = match.Index + match.Length;
                    break;
                case Role.Owns:
                    last = Of(match.Value, unit);
                    asked = -1;
                    break;
            }
        }

        // 「按照全县统一部署，共收到申请140件，其中我镇13件」: the number was theirs all the same.
        return asked >= 0 && Theirs().IsMatch(text[text.IndexOfAny(ClauseEnds, asked)..] + behind) ? Owner.Other : last;
    }

    /// <summary>What a unit does that is named before a statement.</summary>
    private enum Role
    {
        /// <summary>Its is what follows: 「我镇收到…」 「根据县政府办公室统计，…」.</summary>
        Owns,

        /// <summary>It asked for what the unit that reports then does: 「按照全县统一部署，…」 「在县政府办公室指导下，…」.</summary>
        Asks,

        /// <summary>It stands above the unit that reports, whose clause only mentions it: 「向县政府报送信息」.</summary>
        IsMentioned,
    }

    private static Role RoleOf(string text, Match named, UnitName? unit)
    {
        var end = named.Index + named.Length;
        var before = text.AsSpan((text.LastIndexOfAny(ClauseEnds, named.Index) + 1)..named.Index);
        var behind = text.AsSpan(end..(text.IndexOfAny(ClauseEnds, end) is >= 0 and var to ? to : text.Length));
        if (Counting().IsMatch(behind)) return Role.Owns;
        var isClosed = end + behind.Length < text.Length;
        if (isClosed && (Asking().IsMatch(behind) || (Following().IsMatch(before) && Order().IsMatch(behind)))) return Role.Asks;
        return unit is not null && IsAbove(named.Value) && IsShortFor(named.Value, unit.Name) && Filler().Replace(before.ToString(), "").Length > 0 ? Role.IsMentioned : Role.Owns;
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

    [GeneratedRegex("(?:按照|根据|依照|遵照|落实|贯彻|执行|响应)[^，。；0-9]{0,12}$")]
    private static partial Regex Following();

    [GeneratedRegex("^[^0-9]{0,12}(?:领导|指导|部署|支持|帮助|监督|统筹|组织|要求|安排)之?下$")]
    private static partial Regex Asking();

    // 「落实全市台账制度，…」 may be the city's.
    [GeneratedRegex("^[^0-9]{0,16}(?:要求|部署|安排|通知|规定|精神|意见|方案)$")]
    private static partial Regex Order();

    // The unit's own number beside it, a meeting that tells of all, another office that did it.
    [GeneratedRegex("会议(?:指出|通报|认为|强调)|居全|[（(]全[省市县区]|(?:我[镇乡县区市局]|各(?:乡|镇|街道|部门|单位|地|区|县))[^，。；]{0,12}[0-9]|[省市县区旗州][^，。；省市县区旗州]{1,8}(?:局|委|办|院|中心)")]
    private static partial Regex Theirs();

    // 「根据县政府办公室统计，全年…」 says whose the number is.
    [GeneratedRegex("统计|汇总|通报|数据|收到|受理|年报|年度报告|台账|反馈|提供|公布|口径|情况看")]
    private static partial Regex Counting();

    [GeneratedRegex("政府|本级|机关|办")]
    private static partial Regex Office();

    // 砲里街办 is 砲里街道.
    [GeneratedRegex("(?<=[^我本全])街(?:道)?(?:办|办事处)$")]
    private static partial Regex StreetOffice();

    [GeneratedRegex("[0-9]{4}年度?|[一二][〇零一二三四五六七八九]{3}年|本年度?|今年|全年度?|年度|年内|当年|一年来|截[至止]到?年?底?|目前|期间|共计|总共|共|累计|合计|已|依法|及时|认真|规范|按时|严格|妥善|并|还|也|均|其|另外|此外|因此|据统计|统计|发生|引发|引起|产生|出现|申请人|因(?:对)?答复(?:不服)?|对答复不服|由此|情况|方面|在|中|有效|(?<=.)的|[0-9]{1,2}月(?:[0-9]{1,2}日)?|(?<![我本])年(?!级)|^[一二三四五六]是|[（(][一二三四五六七八九十0-9]{1,2}[）)]|^[0-9]{1,2}[.、．]|依申请公开(?:政府信息)?(?:工作)?|主动公开(?:政府信息)?|政府信息公开申请|(?:政府信息公开|信息公开|政务公开)(?:工作)?|[《》“”\"\\-—]")]
    private static partial Regex Filler();

    [GeneratedRegex("[我本全](?:省|市|县|区|旗|州|盟|乡|镇|街道|局|委|办|厅|院|机关|单位|部门|中心)(?:各级)?|本级|[省市县区旗州乡镇]?(?:人民)?政府办公[室厅]|[省市县区旗州](?:人民)?政府(?!信息|网|官网|平台|公开栏|门户|公报|文件|工作|采购|投资|职能|部门|规章)|各(?:乡|镇|部门|单位|县|街道|区|地)|下属|所属|系统")]
    private static partial Regex Said();
}
