using System.Text.RegularExpressions;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Form;

/// <summary>Section one says nothing of one of its five matters. It is enough that the words occur.</summary>
internal sealed partial class SubItemMissing : IRule
{
    private static readonly (Message Name, Regex Words)[] Matters =
    [
        (new("主动公开", "disclosure (主动公开)"), Proactive()),
        (new("依申请公开", "requests (依申请公开)"), Requests()),
        (new("政府信息管理", "management of information (政府信息管理)"), Management()),
        (new("平台建设", "platforms (平台建设)"), Platform()),
        (new("监督保障", "supervision (监督保障)"), Supervision()),
    ];

    public RuleInfo Info { get; } = new("RI504", Category.Form, Severity.Note, new("总体情况缺少子项", "Sub-item missing in section one"));

    public IEnumerable<Observation> Check(Report report, RuleContext context)
    {
        if (!OfficialForm.Binds(report) || report.Sections.All(section => section.Number != 1)) return [];
        return ReportText.Of(report, 1) is not { } text
            ? [Observation.CannotTell]
            : Matters.Select(matter => matter.Words.IsMatch(text) ? Observation.Holds : ReportText.IsUnclear(text) ? Observation.CannotTell : Observation.Fails(Missing(report, matter.Name)));
    }

    private Finding Missing(Report report, Message matter) => Finding.Of(
        Info,
        report,
        new Message($"第一部分没有写到{matter.Zh}。请补写这一项，没有内容的也应说明。", $"Section one says nothing of {matter.En}. Add it; where there is nothing, say so.")) with { Part = matter.Zh };

    [GeneratedRegex("主动公开|公开(?:各类|政府)?信息|发布(?:各类|政府|政务)?信息", RegexOptions.ExplicitCapture)]
    private static partial Regex Proactive();

    [GeneratedRegex("依申请|公开申请|申请公开|申请人|信息公开的?申请|(?:收到|受理|接到)[^。，；\\n]{0,12}申请", RegexOptions.ExplicitCapture)]
    private static partial Regex Requests();

    [GeneratedRegex("信息(?:资源)?(?:的)?(?:规范化?)?管理|管理(?:机制|制度|工作)|审[查核]|保密|规范性文件|清理|归档|公开属性|动态调整|目录", RegexOptions.ExplicitCapture)]
    private static partial Regex Management();

    [GeneratedRegex("平台|网站|公众号|新媒体|公开栏|专栏|专区|查阅点|渠道", RegexOptions.ExplicitCapture)]
    private static partial Regex Platform();

    [GeneratedRegex("监督|保障|考核|评议|培训|责任追究|领导小组|自查|督查|检查", RegexOptions.ExplicitCapture)]
    private static partial Regex Supervision();
}
