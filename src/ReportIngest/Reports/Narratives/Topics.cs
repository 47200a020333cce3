using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ReportIngest.Reports.Narratives;

/// <summary>How a thing that is counted is said. Every pattern is a list of known words from the verb to the number: what stands between unknown (网上, 涉及征地的) is another count.</summary>
/// <remarks>
/// Groups of the patterns: <c>bare</c> (申请 alone, of what is not said), <c>alone</c> (no verb before the thing), <c>to</c> (向我乡递交), <c>done</c> (收到并答复), <c>into</c> (the year that 结转 names),
/// <c>chain</c> (废止3件 behind a count of documents, whose noun it shares).
/// </remarks>
/// <param name="Marks">A sentence without any of them says nothing of the topic: every pattern below needs one, and to look for them costs little.</param>
/// <param name="Lead">Matches the end of a clause before the number, the thing named: 收到政府信息公开申请.</param>
/// <param name="Verb">Matches the end of a clause before a number behind which <paramref name="Thing"/> stands: 收到34件政府信息公开申请; null where that is not said.</param>
/// <param name="Thing">Matches the whole text between the unit and the next punctuation.</param>
/// <param name="None">Matches the end of a clause that says there was none; null where nobody says so.</param>
internal sealed record TopicWords(Topic Topic, string[] Marks, FrozenSet<string> Units, Regex Lead, Regex? Verb, Regex? Thing, Regex? None);

internal static partial class Topics
{
    public const string Link = "(?:总量|总数|数量|件数|量|数|总额|金额)?(?:总共|共计|共有|共|合计|总计|累计|分别|为|是|达到|达|有|：|:|，(?=共|合计|总计|累计))*$";
    private const string Disclosure = "(?:(?:针对|对)(?:本[机单][关位]|我[局镇乡县区市委街]))?(?:(?:涉及|因|就|关于|由|有关|与)?(?:本[机单][关位]|我[局镇乡县区市委街])?(?:(?:政府|政务)?信息公开|(?:政府信息)?依申请公开)(?:工作|申请|答复|问题|事项)?(?:方面|类|领域)?(?:而|所|的|被|引起|引发|导致|产生|提起|提出|相关|有关|申请)*)?";
    private const string Review = Disclosure + "(?:被|申请|提起|发生|产生|的)*(?:行政)?复议(?:申请)?(?:案件|案|事项|事件)?";
    private const string Suit = Disclosure + "(?:被|申请|提起|发生|产生|的)*(?:行政)?(?:诉讼|应诉)(?:案件|案|事项|事件)?";
    private const string Both = Disclosure + "(?:被|申请|提起|发生|产生|的)*(?:行政)?复议(?:申请)?(?:案件|案)?(?:、|和|及|与|或者?|以及|，|,)?(?:被|提起|申请|发生|的)*(?:行政)?(?:诉讼|应诉)(?:案件|案|事项|事件)?";
    private const string Occurred = "(?:申请人|因此|由此)?(?:发生|产生|出现|收到|涉及|引起|引发|被)?(?:过|任何|一[件起例])*";

    // 「因政府信息公开工作引发举报、投诉、提起行政诉讼」: what else did not happen.
    private const string Others = "(?:" + Disclosure + "(?:(?:举报|投诉|信访|上访|争议|纠纷)(?:、|和|及|或者?|以及)?)+)?";
    private const string Either = "(?:" + Both + "|" + Disclosure + "(?:被|申请|提起|发生|产生|的)*(?:行政)?诉讼(?:案件|案)?(?:、|和|及|与|或者?|以及)(?:被|提起|申请)*(?:行政)?复议(?:案件|案|事项|事件)?)";
    private const string Document = "(?:行政)?规范性文件";
    private const string Fee = "(?:(?:政府)?信息公开)?(?:申请)?(?:的)?(?:信息|相关)?(?:公开)?处理(?:费用|费)|(?:政府)?信息公开(?:申请)?(?:信息)?(?:的)?(?:相关)?(?:费用|收费)(?:事项)?";
    public const string No = "(?:均|也|都|亦|并|且|暂|从)*(?:未曾|未|没有|没|无|不存在|尚未)(?:曾|有|新)*";
    public const string NoEnd = "(?:的)?(?:发生|产生)?等?(?:情况|情形|现象|事项|事宜|事件|案件|案|问题|件|记录)*(?:发生|产生|出现)?[。；]?$";

    private static readonly FrozenSet<string> Pieces = FrozenSet.Create("件次", "件", "条次", "条", "份", "起", "宗", "例", "个", "次", "部", "项");

    private static readonly FrozenSet<string> Money = FrozenSet.Create("元");

    /// <summary>In the order in which they are tried: 复议和诉讼共3件 before 诉讼3件.</summary>
    public static readonly TopicWords[] All =
    [
        new(Topic.RequestsReceived, ["申请", "信息公开件"], Pieces, RequestWords.ReceivedLead(), RequestWords.ReceivedVerb(), RequestWords.Thing(), RequestWords.None()),
        new(Topic.RequestsAccepted, ["申请", "信息公开件"], Pieces, RequestWords.AcceptedLead(), RequestWords.AcceptedVerb(), RequestWords.Thing(), RequestWords.NotAccepted()),
        new(Topic.RequestsCarriedIn, ["结转"], Pieces, RequestWords.CarriedInLead(), null, null, RequestWords.NotCarriedIn()),
        new(Topic.RequestsCarriedOut, ["结转"], Pieces, RequestWords.CarriedOutLead(), RequestWords.CarriedOutVerb(), RequestWords.CarriedOutThing(), RequestWords.NotCarriedOut()),
        new(Topic.RequestsAnswered, ["答复", "办结", "办理", "处理", "回复"], Pieces, RequestWords.AnsweredLead(), null, null, null),
        new(Topic.Disputes, ["复议"], Pieces, BothLead(), DisputeVerb(), BothThing(), BothNone()),
        new(Topic.Reviews, ["复议"], Pieces, ReviewLead(), DisputeVerb(), ReviewThing(), ReviewNone()),
        new(Topic.Suits, ["诉讼", "应诉"], Pieces, SuitLead(), DisputeVerb(), SuitThing(), SuitNone()),
        new(Topic.DocumentsInForce, ["现行有效"], Pieces, InForceLead(), InForceVerb(), DocumentThing(), null),
        new(Topic.DocumentsRepealed, ["废止"], Pieces, RepealedLead(), RepealedVerb(), DocumentThing(), RepealedNone()),
        new(Topic.DocumentsIssued, ["制发", "制定", "制作", "印发", "出台"], Pieces, IssuedLead(), IssuedVerb(), DocumentThing(), IssuedNone()),
        new(Topic.ProcessingFee, ["费"], Money, FeeLead(), FeeVerb(), FeeThing(), FeeNone()),
        new(Topic.Disclosed, ["公开", "发布"], Pieces, DisclosedLead(), DisclosedVerb(), DisclosedThing(), null),
    ];

    [GeneratedRegex("(?<![审受办]理|审结)" + Both + "(?:均)?" + Link, RegexOptions.ExplicitCapture)]
    private static partial Regex BothLead();

    [GeneratedRegex("(?<!经)" + Review + Link, RegexOptions.ExplicitCapture)]
    private static partial Regex ReviewLead();

    [GeneratedRegex(Suit + Link, RegexOptions.ExplicitCapture)]
    private static partial Regex SuitLead();

    [GeneratedRegex("(?:发生|产生|有|共|涉及)(?:了|共)*$")]
    private static partial Regex DisputeVerb();

    [GeneratedRegex("^" + Review + "$", RegexOptions.ExplicitCapture)]
    private static partial Regex ReviewThing();

    [GeneratedRegex("^" + Suit + "$", RegexOptions.ExplicitCapture)]
    private static partial Regex SuitThing();

    [GeneratedRegex("^" + Both + "$", RegexOptions.ExplicitCapture)]
    private static partial Regex BothThing();

    [GeneratedRegex(No + Occurred + Others + Either + NoEnd + "|(?<=^|公开(?:工作|领域|方面)?|年度?[，,]?|实现)零复议(?:、|和)?零诉讼[。；]?$", RegexOptions.ExplicitCapture)]
    private static partial Regex BothNone();

    [GeneratedRegex(No + Occurred + Others + Review + NoEnd, RegexOptions.ExplicitCapture)]
    private static partial Regex ReviewNone();

    [GeneratedRegex(No + Occurred + Others + Suit + NoEnd, RegexOptions.ExplicitCapture)]
    private static partial Regex SuitNone();

    [GeneratedRegex("现行有效(?:的)?" + Document + Link + "|" + Document + "(?:中)?现行有效" + Link + "|(?<chain>(?:^|[，、])(?:目前|现)?现行有效)" + Link, RegexOptions.ExplicitCapture)]
    private static partial Regex InForceLead();

    [GeneratedRegex("现行有效(?:的)?(?:有|共)?$")]
    private static partial Regex InForceVerb();

    [GeneratedRegex("废止(?:了)?(?:的)?" + Document + Link + "|" + Document + "废止" + Link + "|(?<chain>(?:^|[，、])(?:同时)?废止(?:了)?)" + Link, RegexOptions.ExplicitCapture)]
    private static partial Regex RepealedLead();

    [GeneratedRegex("废止(?:了|共)?$")]
    private static partial Regex RepealedVerb();

    [GeneratedRegex("(?:新?(?:制发|制定|制作|印发|出台)(?:并)?(?:制发|印发|出台|公开)?)(?:了|的)?" + Document + Link + "|" + Document + "(?:共)?新?(?:制发|制定|印发|出台)" + Link + "|(?<chain>(?:^|[，、])新?(?:制发|制定)(?:了)?)" + Link, RegexOptions.ExplicitCapture)]
    private static partial Regex IssuedLead();

    [GeneratedRegex("(?:新?(?:制发|制定|制作|印发|出台)(?:并)?(?:制发|印发|出台|公开)?)(?:了|共)?$")]
    private static partial Regex IssuedVerb();

    [GeneratedRegex("^(?:的)?" + Document + "$")]
    private static partial Regex DocumentThing();

    [GeneratedRegex(No + "(?:新)?(?:制发|制定|制作|印发|出台)(?:过)?" + Document + NoEnd, RegexOptions.ExplicitCapture)]
    private static partial Regex IssuedNone();

    [GeneratedRegex(No + "废止(?:过)?" + Document + NoEnd, RegexOptions.ExplicitCapture)]
    private static partial Regex RepealedNone();

    [GeneratedRegex("(?:收取|收缴|征收|产生|发生|实收|收)(?:了|的)?(?:" + Fee + ")(?:共计|共|合计)?(?:人民币)?" + Link + "|(?:^|(?<=[，：:\\d年度]))(?:共)?(?:" + Fee + ")(?:共|总计|实际)?(?:收取|收缴|征收|实收|产生)?(?:了)?(?:人民币)?" + Link, RegexOptions.ExplicitCapture)]
    private static partial Regex FeeLead();

    [GeneratedRegex("(?:收取|收缴|征收|产生|实收)(?:了|共)*$")]
    private static partial Regex FeeVerb();

    [GeneratedRegex("^(?:的)?(?:" + Fee + ")$", RegexOptions.ExplicitCapture)]
    private static partial Regex FeeThing();

    [GeneratedRegex(No + "(?:向(?:申请人|任何申请人|任何人))?(?:收取|收缴|征收|产生|发生|收)(?:过|任何)*(?:" + Fee + ")" + NoEnd + "|(?:^|(?<=[，：:年度]))(?:" + Fee + ")(?:收取)?(?:情况)?(?:均)?(?:为)?(?:无|未发生|未收取|未产生)[。；]?$", RegexOptions.ExplicitCapture)]
    private static partial Regex FeeNone();

    [GeneratedRegex("(?:主动公开|公开|发布)(?:了)?(?:各类|各种)?(?:政府|政务)?信息" + Link, RegexOptions.ExplicitCapture)]
    private static partial Regex DisclosedLead();

    [GeneratedRegex("(?:主动公开|公开|发布)(?:了|共)*$")]
    private static partial Regex DisclosedVerb();

    [GeneratedRegex("^(?:各类|各种)?(?:政府|政务)?信息$")]
    private static partial Regex DisclosedThing();
}
