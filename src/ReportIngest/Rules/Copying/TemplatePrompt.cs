using System.Text.RegularExpressions;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Copying;

/// <summary>A prompt of the template was left in: （文字描述）, XX, ＿＿.</summary>
internal sealed partial class TemplatePrompt : IRule
{
    public RuleInfo Info { get; } = new("RI404", Category.Copying, Severity.Warning, new("残留模板提示语", "Template prompt left in"));

    public IEnumerable<Observation> Check(Report report, RuleContext context)
    {
        if (report.Sections.IsEmpty) return [Observation.CannotTell];
        var left = Texts(report).SelectMany(text => Prompts().Matches(text.Words).Concat(text.IsHead ? Blanks().Matches(text.Words) : []).Where(match => !IsQuoted(text.Words, match)).Select(match => (text, match))).DistinctBy(hit => (hit.text.Part, hit.match.Value)).ToList();
        return left.Count == 0 ? [Observation.Holds] : left.Select(hit => Observation.Fails(Left(report, hit.text, hit.match)));
    }

    // A name in quotes is no longer.
    private const int Near = 20;

    /// <summary>公众号“xx发布”, 《xx镇志》, 按照“（内容略）”隐去: a name, or a prompt that is spoken of. 「通过“XX发布”」 is left to be filled in.</summary>
    private static bool IsQuoted(string text, Match match)
    {
        if (match.ValueSpan is not ['x' or '（' or '(' or '【' or '[' or '［' or '{', ..]) return false;
        var before = text.AsSpan(Math.Max(0, match.Index - Near), Math.Min(match.Index, Near));
        return before.LastIndexOfAny("“《「") > before.LastIndexOfAny("”》」\n");
    }

    private sealed record Place(string Part, Message Where, string Words, bool IsHead = false);

    private static IEnumerable<Place> Texts(Report report)
    {
        if (report.Title is { } title) yield return new Place("title", new("标题", "The title"), title, IsHead: true);
        if (report.Preface.Length > 0) yield return new Place("preface", new("前言", "The preface"), report.Preface, IsHead: true);
        foreach (var section in report.Sections)
            yield return new Place($"{section.Number}", Rules.Words.Section(section.Number), $"{section.Heading}\n{section.Text}");
    }

    private Finding Left(Report report, Place text, Match match)
    {
        var sentence = ReportText.Sentence(text.Words, match);
        return Finding.Of(
            Info,
            report,
            new Message(
                $"{text.Where.Zh}残留模板的“{match.Value}”{(sentence == match.Value ? "" : $"：“{sentence}”")}。请改为本单位的内容。",
                $"{text.Where.En} still has the template's “{match.Value}”{(sentence == match.Value ? "" : $": “{sentence}”")}. Put the unit's own text there.")) with
        { Part = $"{text.Part}:{match.Value}" };
    }

    // 「目录设（年份）字段」 names a field; title and preface have none.
    [GeneratedRegex(Open + "(?:" + Blank + ")" + Close + "(?!" + Filled + ")", RegexOptions.ExplicitCapture)]
    private static partial Regex Blanks();

    private const string Blank = "(?:本?单位|行政机关|机关)(?:名称|全称)|年份";

    private const string Filled = "人民政府|年|20|认真|坚持|严格|高度|积极|切实|深入|全面|共";

    private const string Open = "[（(【\\[［{]", Close = "[）)】\\]］}]";

    private const string Inside = "[^（(【\\[［{）)】\\]］}\\n]";

    private const string Asked = "填写|填报|描述|说明|输入|添加|撰写|插入|修改|删减|补充|概述|简述|列举";

    // What a bracket with nothing else in it asks of the one who fills the template in; （可附页） and （不少于3次） ask nothing.
    private const string Asking = "文字描述|具体数字|示例|样例|(?:字数)?(?:不超过|不少于|不低于|限|约|控制在)?[0-9]{2,4}个?字(?:以内|左右|以上)?"
        + "|(?:填[表写报]|撰写|编写)(?:说明|要求|示例|提示)(?:[：:]" + Inside + "{0,60})?|(?:如有|如无|没有的?|若有|若无)[，,]?(?:请?(?:简要)?(?:" + Asked + ")|请?填)" + Inside + "{0,12}"
        + "|(?:可|请)附(?:图表|图片|照片|图)|(?:请)?(?:根据|结合)(?:本单位)?实际(?:情况)?(?:" + Asked + ")|(?:注[：:])?(?:此|本|该|以下)(?:部分|内容|处)(?:(?!已)" + Inside + "){0,12}(?:" + Asked + ")"
        + "|简要(?:概述|说明|描述|介绍)|(?:写明)?具体(?:内容|做法)|内容略|此处省略|待(?:补充|填写|完善)";

    // （请见附件说明） points to something; 二〇〇〇年 is a year; 「网页点击此处填写申请表」 describes a page, 「某单位的问题」 an example.
    [GeneratedRegex("该部分以表格形式报告|" + Open + "(?:" + Asking + ")[。…]?" + Close + "|" + Open + "(?:此处|在此|请(?!示|假|求|见|参|登|与|联系|咨询|拨打|查|关注|扫|点击链接))" + Inside + "{0,20}(?:" + Asked + ")" + Inside + "{0,24}" + Close
        + "|(?<=(?m:^)\\s{0,4})待(?:补充|填写|完善)[。…]?(?=\\s*(?m:$))"
        + "|(?<=(?m:^)\\s{0,4}|[（(【\\[［])(?:请在?此处?|[点单]击此处|在此处)(?:填写|输入|添加|填入)[^。，；\\n]{0,10}|" + Open + "(?:" + Blank + ")" + Close + "(?=" + Filled + ")"
        + "|(?<![A-Za-z])(?>[XＸ×]{2,})(?![A-Za-z]|公司|企业|小区|先生|女士)|(?<![A-Za-z0-9./@_-])x{2,}(?=[\\p{Lo}])|(?<![A-Za-z0-9])[XＸ×](?:[省市县区乡镇局]|街道|月[XＸ×]日)|某某?(?:[省市县区局]|乡镇|[乡镇]|街道|单位)(?=人民|政府|20|认真|坚持|严格|高度)|(?<![一二三四五六七八九0-9○〇零])[○〇]{2,}(?=[省市县区乡镇局年条件次期场个份])|[＿_]{2,}", RegexOptions.ExplicitCapture)]
    private static partial Regex Prompts();
}
