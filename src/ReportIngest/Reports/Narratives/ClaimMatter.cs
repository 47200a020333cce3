using System.Text.RegularExpressions;

namespace ReportIngest.Reports.Narratives;

/// <summary>What the things are that a statement counts: about disclosure or another matter, all of them or some.</summary>
internal static partial class ClaimMatter
{
    public static bool IsDispute(Topic topic) => topic is Topic.Reviews or Topic.Suits or Topic.Disputes;

    /// <summary>
    /// 申请, 复议 and 诉讼 by themselves may be any; they are about disclosure where the sentence, the heading above or the section says so, or the sentence before.
    /// Where no dispute of any kind happened, none about disclosure did.
    /// </summary>
    public static bool IsAboutDisclosure(Statement statement)
    {
        var sentence = statement.Sentence;
        if (statement.Topic is Topic.RequestsReceived or Topic.RequestsAccepted or Topic.RequestsCarriedIn or Topic.RequestsCarriedOut or Topic.RequestsAnswered)
            return !statement.IsBare || ((sentence.Section == 3 || Disclosure().IsMatch(sentence.Heading + sentence.Plain)) && !IsOfOthers(statement.Topic, sentence));
        if (!IsDispute(statement.Topic)) return true;
        // A heading speaks for those that there were not; 「（二）依申请公开。…行政诉讼3件」 may be of any kind.
        return (statement.IsNone && (!Limited().IsMatch(statement.Opening) || Disclosure().IsMatch(sentence.Heading)))
            || sentence.Section == 4 || Disclosure().IsMatch(sentence.Plain) || CameOfRequests(statement);
    }

    /// <summary>办理信访件，新收40件，上年结转3件: the sentence names what else may be asked for, or be carried in.</summary>
    private static bool IsOfOthers(Topic topic, Sentence sentence) => OtherMatter().IsMatch(sentence.Plain) || (topic is Topic.RequestsCarriedIn or Topic.RequestsCarriedOut && Disputed().IsMatch(sentence.Plain));

    /// <summary>「共收到政府信息公开申请13件。因此发生行政复议3件」: the sentence before tells of requests, and this one tells that it came of them and names no other matter.</summary>
    private static bool CameOfRequests(Statement statement)
    {
        var earlier = statement.Context.Before.TrimEnd('。');
        var last = earlier[(earlier.LastIndexOf('。') + 1)..];
        return Disclosure().IsMatch(last) && last.Contains("申请", StringComparison.Ordinal)
            && CameOfThem().IsMatch(statement.Opening) && Caused().IsMatch(statement.Opening + statement.Said.Value);
    }

    /// <summary>Its clause says that it is one part or kind: 「其中网上9件」.</summary>
    public static bool IsOfPart(Statement statement) => Part().IsMatch(statement.Clause);

    /// <summary>「未收到企业的申请」 leaves the others'. Of 「收到公民申请9件；收到3家企业申请3件」 the 公民 are no longer all, since others who apply are counted beside them.</summary>
    public static bool IsOfSomeApplicants(Statement statement)
    {
        var said = statement.Said.Value + statement.Quantity?.Tail;
        if (SomeApplicants().IsMatch(said)) return !AnyApplicant().IsMatch(said);
        return statement.Quantity is { } quantity && said.Contains("公民", StringComparison.Ordinal)
            && (OthersApply().IsMatch(statement.Opening) || OthersApply().IsMatch(statement.Sentence.Plain.AsSpan(quantity.End)) || OthersApply().IsMatch(statement.Context.After));
    }

    /// <summary>Nothing around the words says that they count some only, or more than what the form asks for.</summary>
    public static bool IsOfAll(Statement statement)
    {
        if (Aside().IsMatch(statement.Opening)) return false;
        if (statement.Topic == Topic.Disclosed && (AddsOn().IsMatch(statement.Sentence.Plain) || Channel().IsMatch(statement.Opening))) return false;
        if (statement.Said.Groups["done"].Success && Waiting().IsMatch(statement.Sentence.Plain)) return false;
        return statement.Quantity is not { } quantity || (!IsOfMore(statement, quantity) && !IsOfSomeWay(statement, quantity) && !IsOfDocuments(statement, quantity));
    }

    /// <summary>「收到申请12件，其中线上5件，向我乡递交申请书7件」: behind another count it is one way of many.</summary>
    private static bool IsOfSomeWay(Statement statement, Quantity quantity) => statement.Said.Groups["to"].Success && quantity.Start > statement.Sentence.Quantities[0].Start;

    /// <summary>「制发公文85件，主动公开32件，依申请公开8件」: how documents may be made public, and nobody asked for them.</summary>
    private static bool IsOfDocuments(Statement statement, Quantity quantity) =>
        statement.Said.Groups["alone"].Success && UponRequest().IsMatch(statement.Said.Value)
        && (Documents().IsMatch(statement.Opening) || statement.Sentence.Quantities.Any(other => other.Unit == quantity.Unit && DisclosedUnasked().IsMatch(other.Lead)));

    /// <summary>The number is of all kinds, or of another one; the next sentence may tell so where this one does not name disclosure.</summary>
    private static bool IsOfMore(Statement statement, Quantity quantity)
    {
        if (!statement.IsBare && !IsDispute(statement.Topic)) return false;
        var plain = statement.Sentence.Plain;
        return IsOfMore(statement.Topic, quantity, plain.AsSpan(quantity.End)) || (!Disclosure().IsMatch(plain) && IsOfMore(statement.Topic, quantity, statement.Context.After));
    }

    private static bool IsOfMore(Topic topic, Quantity quantity, ReadOnlySpan<char> behind) => OfWhich().IsMatch(behind) || (IsDispute(topic) && quantity.Number > 0 && OfOtherKind().IsMatch(behind));

    [GeneratedRegex("法人|企业|组织|个人|(?<![我本])单位")]
    private static partial Regex SomeApplicants();

    [GeneratedRegex("公民(?!个人)|自然人|申请人|群众|公众|社会|(?:单位|组织|法人)(?:和|及|或者?|与|、)个人|个人(?:和|及|或者?|与|、)(?:单位|组织|法人)")]
    private static partial Regex AnyApplicant();

    [GeneratedRegex("(?:企业|公司|法人|组织|机构|单位|律师|律所)[^，。；、]{0,14}[0-9][件份起宗例]")]
    private static partial Regex OthersApply();

    [GeneratedRegex("^(?:因此|由此|全年|[0-9]{4}年度?|本年度?|我[镇乡局县区市委]|申请人|因(?:对)?答复(?:不服)?|对答复不服|共|并|且|也|而|，|：|、|和|(?:发生|引发|引起|产生|被|提起|申请)*(?:行政)?(?:复议|诉讼)(?:案件)?(?:[0-9]+|[一二两三])[件起例宗])*(?:发生|引发|引起|产生|被|提起|申请|了)*$")]
    private static partial Regex CameOfThem();

    // 发生行政诉讼3件 by itself may be about land.
    [GeneratedRegex("因此|由此|因(?:对)?答复|对答复不服")]
    private static partial Regex Caused();

    [GeneratedRegex("依申请(?!.*申请)")]
    private static partial Regex UponRequest();

    [GeneratedRegex("公文|发文|文件|属性")]
    private static partial Regex Documents();

    [GeneratedRegex("主动公开(?:的|类|共|为|有)*$")]
    private static partial Regex DisclosedUnasked();

    // 行政复议35件，其中信息公开1件; 行政诉讼8件，信息公开类1件: the first number is of all kinds.
    [GeneratedRegex("^[^。]{0,30}(?:其中[，,：:]?[^，,。；;]{0,10}(?:信息公开|政务公开|申请公开)|[，,；;（(](?:涉及)?(?:政府|政务)?信息公开(?:类|方面|领域|的|案件|案)*[0-9])")]
    private static partial Regex OfWhich();

    // 均为行政处罚案件, 均与信息公开无关; 均为维持 is an outcome.
    [GeneratedRegex("^[^。]{0,30}(?:均[为系属](?![^，,。；;]{0,16}(?:公开|维持|驳回|纠正|胜诉|终止|撤|审理|审结|未结|办结))|均[与因](?![^，,。；;]{0,16}公开)|[^，,。；;]{0,20}无关)")]
    private static partial Regex OfOtherKind();

    [GeneratedRegex("信访|来访|热线|工单|提案|不动产|登记申请|许可|审批|救助|低保|补贴|住房|证照|资质|仲裁|各类(?:申请|事项)")]
    private static partial Regex OtherMatter();

    [GeneratedRegex("信息公开|政务公开|依申请公开|申请公开")]
    private static partial Regex Disclosure();

    // Complaints and the like may be carried out, answered and counted too.
    [GeneratedRegex("复议|诉讼|案件|投诉|举报|诉求|建议|来电|咨询")]
    public static partial Regex Disputed();

    // 「行政执法方面，未发生行政复议」 says nothing of those about disclosure.
    [GeneratedRegex("(?:方面|领域|(?<!公开)工作|村|半年)[^，,。；]{0,8}[，,：:]?[^，,。；]{0,8}$")]
    private static partial Regex Limited();

    [GeneratedRegex("其中|包括|含|结转|转办|转来|同比|较|比|应收|退|增加|减少|一审|二审|再审|上诉|经复议|重复|撤[回销]|网上|线上|现场|来信|邮寄|当面|书面|纸质|新增|新发生")]
    private static partial Regex Part();

    // A statement behind 如, 若 or inside 依据…规定 is none about the year.
    [GeneratedRegex("(?:如果|若|凡是|对于|对|按照|根据)[^，。；]*$")]
    private static partial Regex Aside();

    // 此外，还通过公示栏公开信息42条: more of it, by other ways, and not all of it.
    [GeneratedRegex("^(?:此外|另外|除此之外|与此同时|同时)[，,]|^[^，,。；;]{0,12}还(?:通过|利用|以)")]
    private static partial Regex AddsOn();

    // 「政府网站：发布信息42条」: a line of a list of channels.
    [GeneratedRegex("(?:网站|公众号|微信|微博|平台|栏|客户端|抖音|头条|电子屏|新媒体)[^，。；：]{0,6}：$")]
    private static partial Regex Channel();

    [GeneratedRegex("其余|剩余|余下|结转|尚|未")]
    private static partial Regex Waiting();
}
