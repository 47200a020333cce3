using System.Text.RegularExpressions;

namespace ReportIngest.Rules.Narrative;

/// <summary>A way of dividing requests into parts that do not overlap.</summary>
/// <param name="Parts">Words for each part.</param>
/// <param name="Overlapping">Words for what holds requests of several parts (书面 the letters and some that were handed in): beside them nothing is added up.</param>
internal sealed partial record RequestDivision(Regex[] Parts, Regex Overlapping)
{
    private static readonly RequestDivision ByApplicant = new([Person(), Company(), Research(), Welfare(), Lawyers()], Organisation());
    private static readonly RequestDivision ByLegalForm = new([Person(), Organisation()], Company());
    private static readonly RequestDivision ByChannel = new([Online(), Posted(), InPerson(), Faxed()], OnPaper());
    private static readonly RequestDivision ByDecision = new([Granted(), Partial(), Refused(), Impossible()], OtherDecision());

    public static RequestDivision[] All { get; } = [ByApplicant, ByLegalForm, ByChannel, ByDecision];

    /// <summary>Whether the words before a number name a part of any division.</summary>
    public static bool Knows(string lead) => Array.Exists(All, division => Array.Exists(division.Parts, words => words.IsMatch(lead)));

    /// <summary>Which part the words before a number name; null for none, and for what overlaps with several.</summary>
    public int? PartOf(string lead) => Array.FindIndex(Parts, words => words.IsMatch(lead)) is >= 0 and var part && !Overlapping.IsMatch(lead) ? part : null;

    [GeneratedRegex("自然人|公民|个人")]
    private static partial Regex Person();

    [GeneratedRegex("企业|公司")]
    private static partial Regex Company();

    [GeneratedRegex("科研")]
    private static partial Regex Research();

    [GeneratedRegex("公益")]
    private static partial Regex Welfare();

    [GeneratedRegex("法律服务|律师")]
    private static partial Regex Lawyers();

    [GeneratedRegex("法人|组织(?!申请)|单位|其[他它余]")]
    private static partial Regex Organisation();

    [GeneratedRegex("网上|网络|线上|在线|互联网|平台")]
    private static partial Regex Online();

    [GeneratedRegex("邮寄|信函|来信|邮政|快递")]
    private static partial Regex Posted();

    [GeneratedRegex("当面|现场|窗口|线下")]
    private static partial Regex InPerson();

    [GeneratedRegex("传真")]
    private static partial Regex Faxed();

    [GeneratedRegex("书面|纸质|邮箱|邮件|其[他它余]")]
    private static partial Regex OnPaper();

    [GeneratedRegex("^[^部不]*(?:予以公开|全部公开|同意公开)")]
    private static partial Regex Granted();

    [GeneratedRegex("部分公开")]
    private static partial Regex Partial();

    [GeneratedRegex("不予公开")]
    private static partial Regex Refused();

    [GeneratedRegex("无法提供")]
    private static partial Regex Impossible();

    [GeneratedRegex("不予处理|其[他它余]|重复|补正")]
    private static partial Regex OtherDecision();
}
