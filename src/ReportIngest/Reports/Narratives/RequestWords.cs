using System.Text.RegularExpressions;

namespace ReportIngest.Reports.Narratives;

/// <summary>How requests are said: what came, what was taken on, carried in, answered and carried out.</summary>
internal static partial class RequestWords
{
    // Who asks, and adverbs: none of them narrows the count. No word is two others (社会公众): a text of such could be split in 2ⁿ ways.
    private const string Asking = "各类|各种|有效|公民|自然人、法人|群众|公众|社会|申请人|法人|其他组织|企业|个人|单位|组织|和|或者?|及|与|、|的|来自|任何|一[件起例宗]|提交|提出|递交|要求|向[我本](?:(?:[县区市旗镇乡]|街道)(?:人民)?(?:政府)?(?:办公室)?|街道办(?:事处)?|局|委员会|委|厅|办公室|办|机关|行政机关|单位|部门)(?=提|递|申请)";
    private const string Fill = "(?:" + Asking + "|书面|本年度?|共计|共|累计|总计|合计)*";

    // 未收到书面申请 may mean that all came over the net, 「书面或网上」 that all came in person; 「线下或线上」 leaves out nothing.
    private const string FillNone = "(?:" + Asking + "|等|(?:通过|以)?任何(?:形式|方式|渠道|途径)|线下(?:或者?|和|及|、|以及)(?:网上|网络|线上)|(?:网上|网络|线上)(?:或者?|和|及|、|以及)线下)*";

    private const string State = "(?:政府|政务)";

    /// <summary>A request about disclosure; <c>bare</c> where only 申请 is said.</summary>
    public const string Request = "(?:"
        + "(?:有关|关于)?" + State + "?信息(?:的)?(?:依申请)?公开(?:方面|类)?(?:的)?(?:依)?申请(?:公开)?"
        + "|" + State + "信息依申请公开"
        + "|" + State + "信息(?:的)?申请"
        + "|(?:" + State + "(?:信息)?)?依申请公开(?:方面|类)?(?:的)?请求"
        + "|申请公开(?:相关|" + State + ")?信息的(?:要求|请求)"
        + "|" + State + "?依申请公开(?:的)?(?:(?:相关)?" + State + "?信息)?(?:的)?(?:申请)?"
        + "|依申请" + State + "?信息(?:公开)?(?:的)?(?:申请)?"
        + "|公开" + State + "?信息(?:的)?申请"
        + "|政务公开申请"
        + "|信息公开件"
        + "|申请(?:获取|公开)(?:相关|政府|政务)?信息"
        + "|申请" + State + "?信息公开"
        + "|(?<bare>申请)"
        + ")(?:事项|事宜|事件|件|书|表|信息)?";

    private const string Taken = "(?:受理|办理|办结|答复|处理)";
    // 收到和办理10件 may leave out those that wait, and so may 收到并办理10件 where the sentence tells of others.
    private const string AndAnswered = "(?<done>并(?:依法|按时|按期|及时)?" + Taken + ")?";
    private const string Came = "(?:新收|收到|接收|接到|收悉|新增|收)(?:了|到)?";

    /// <summary>A clause begins here, or goes on behind its time or its subject: 「2024年…」「我镇…」「全年…」.</summary>
    private const string Begins = "(?:^|(?<=[，：:年度乡镇县市区局委办道]))(?!申请)";

    // 依申请公开信息8条 may be what was given out.
    private const string NotDisclosed = "(?<!公开(?:的)?(?:相关)?" + State + "?信息(?:事项|件)?)(?:共计|总共|共)?";

    private const string Sum = "(?:总量|总数|数量|件数|量|数)(?:共计|共|合计|总计|为|达到|达|是|有)+$";

    // 12月未新增申请 leaves those before; 依申请公开工作无新增申请 is of the year.
    private const string NewlyAdded = "新增(?:(?=.*公开)|(?<=公开.*新增))";

    // 「未收到依申请公开信息、函件、电话等」; 「未发生依申请公开、投诉等问题」 speaks of problems.
    private const string AndOthers = "(?:(?:、|和|及|或)(?:相关)?(?:投诉|举报|函件|信件|电话|来信|来电|咨询|建议|复议|诉讼))*等?";

    private const string Next = "(?:下一?年度?|次年度?|明年|(?<into>20[0-9]{2})年度?)";

    [GeneratedRegex(
        Came + AndAnswered + Fill + Request + Topics.Link
        + "|(?<alone>(?:^|(?<=[，：:]))(?:共计|共有|共|总共)?(?!申请)" + Request + ")" + NotDisclosed + Topics.Link
        + "|" + Begins + Request + "(?:共计|总共|共)?(?:新收|收到|接收|接到)(?:了)?" + Topics.Link
        + "|(?<!^)" + Begins + Request + Sum
        + "|(?<to>向[我本])[^，。；0-9]{1,5}(?:提交|提出|递交)(?:了|的)?(?:共计|共)?" + Request + Topics.Link
        + "|(?<bare>(?:其中[，：:]?)?(?:本年度?|当年|今年)?(?<!重)新收)$",
        RegexOptions.ExplicitCapture)]
    public static partial Regex ReceivedLead();

    // 全年共有13件政府信息公开申请; 目前共有3件 are those that wait.
    [GeneratedRegex("(?:(?:新收|收到|接收|接到|新增|收)(?:了|到|各类|公众|社会公众|群众|公民|有效|书面|共计|共)*|(?:全年度?|[0-9]{4}年度?|本年度?)[，,]?(?:[我本][^，。；0-9]{1,3})?共(?:有|计))$")]
    public static partial Regex ReceivedVerb();

    [GeneratedRegex(
        "(?:受理|接受)(?:了)?" + AndAnswered + Fill + Request + Topics.Link
        + "|(?<!^)" + Begins + Request + "受理" + Sum
        + "|" + Begins + Request + "(?:共计|总共|共)?受理(?:了)?" + Topics.Link,
        RegexOptions.ExplicitCapture)]
    public static partial Regex AcceptedLead();

    [GeneratedRegex("(?:受理|接受)(?:了|各类|有效|公众|共计|共)*$")]
    public static partial Regex AcceptedVerb();

    [GeneratedRegex("^" + Fill + Request + "$", RegexOptions.ExplicitCapture)]
    public static partial Regex Thing();

    [GeneratedRegex(
        Topics.No + "(?:(?<came>收到|接到|接收|收|接)|发生|产生|出现|" + NewlyAdded + ")?(?:过|到)?(?:[和及、]处理)?" + AndAnswered + FillNone + "(?!申请(?:信息(?!公开)|件|书))" + Request + "(?(came)" + AndOthers + ")" + Topics.NoEnd
        + "|(?:没有|无)(?:任何)?人(?:提出|提交)?(?:" + Request + "|申请" + State + "?信息公开)[。；]?$"
        + "|(?!申请)" + Request + "(?:总数|数量|件数|数|量)?(?:均)?为(?:0|零)[。；]?$"
        + "|依申请公开(?:" + State + "?信息)?(?:工作)?(?:实现|保持|为)?零申请[。；]?$",
        RegexOptions.ExplicitCapture)]
    public static partial Regex None();

    [GeneratedRegex(Topics.No + "受理(?:过)?" + FillNone + Request + Topics.NoEnd, RegexOptions.ExplicitCapture)]
    public static partial Regex NotAccepted();

    [GeneratedRegex("(?:(?:上年度?|上一年度?|去年)结转|结转(?:自)?(?:上年度?|上一年度?|去年))(?:" + Fill + Request + "|(?<bare>(?:办理)?的?))" + Topics.Link, RegexOptions.ExplicitCapture)]
    public static partial Regex CarriedInLead();

    /// <summary>「答复12件，结转下年度3件」 with nothing before it: 自然人申请结转下年度2件 is a part.</summary>
    [GeneratedRegex("^[，,；;。、（(]?(?:其余|剩余|另有|另|尚有|还有|并)?结转(?:至|到|入)?" + Next + "(?:继续)?(?:办理|处理|答复)?(?:" + Fill + Request + "|(?<bare>的?))" + Topics.Link, RegexOptions.ExplicitCapture)]
    public static partial Regex CarriedOutLead();

    /// <summary>「另有3件结转下年度办理」.</summary>
    [GeneratedRegex("^[，,；;。、（(]?(?:其余|剩余|余下|另有|另|尚有|还有|有|余)?(?:的)?$")]
    public static partial Regex CarriedOutVerb();

    [GeneratedRegex("^" + Fill + "(?<bare>(?:" + Request + ")?)(?:已|将|按规定|依法)*结转(?:至|到|入)?" + Next + "(?:继续)?(?:办理|处理|答复)?外?$", RegexOptions.ExplicitCapture)]
    public static partial Regex CarriedOutThing();

    [GeneratedRegex(Topics.No + "(?:上年度?|上一年度?|去年)结转(?:" + Fill + Request + "|(?<bare>的?))" + Topics.NoEnd, RegexOptions.ExplicitCapture)]
    public static partial Regex NotCarriedIn();

    [GeneratedRegex(Topics.No + "结转(?:至|到|入)?" + Next + "(?:继续)?(?:办理|处理|答复)?(?:的)?(?:" + Fill + Request + "|(?<bare>))" + Topics.NoEnd, RegexOptions.ExplicitCapture)]
    public static partial Regex NotCarriedOut();

    [GeneratedRegex("(?:答复|办结|办理|处理|办理完毕|回复)(?:了|完成)?(?:" + Fill + Request + ")?" + Topics.Link, RegexOptions.ExplicitCapture)]
    public static partial Regex AnsweredLead();
}
