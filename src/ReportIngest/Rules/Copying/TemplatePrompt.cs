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
        var left = Texts(report).SelectMany(text => Prompts().Matches(text.Words).Concat(text.IsHead ? Blanks().Matches(text.Words) : []).Select(match => (text, match))).DistinctBy(hit => (hit.text.Part, hit.match.Value)).ToList();
        return left.Count == 0 ? [Observation.Holds] : left.Select(hit => Observation.Fails(Left(report, hit.text, hit.match)));
    }

    private sealed record Place(string Part, Message Where, string Words, bool IsHead = false);

    private static IEnumerable<Place> Texts(Report report)
    {
        if (report.Title is { } title) yield return new Place("title", new("标题", "The title"), title, IsHead: true);
        if (report.Preface.Length > 0) yield return new Place("preface", new("前言", "The preface"), report.Preface, IsHead: true);
        foreach (var section in report.Sections)
            yield return new Place($"{section.Number}", new($"第{Forms.Number.Zh(section.Number)}部分", $"Section {Forms.Number.En(section.Number)}"), $"{section.Heading}\n{section.Text}");
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
    [GeneratedRegex("[（(【\\[［](?:" + Blank + ")[）)】\\]］](?!" + Filled + ")", RegexOptions.ExplicitCapture)]
    private static partial Regex Blanks();

    private const string Blank = "(?:本?单位|行政机关|机关)(?:名称|全称)|年份";

    private const string Filled = "人民政府|年|20";

    // （请见附件说明） points to something; 二〇〇〇年 is a year; 「网页点击此处填写申请表」 describes a page, 「某单位的问题」 an example.
    [GeneratedRegex("[（(]文字描述[）)]|该部分以表格形式报告|[（(【\\[［](?:此处|在此|请(?!见|参|登|与|联系|咨询|拨打|查|关注|扫|点击链接))[^）)】\\]］\\n]{0,20}(?:填写|填报|描述|说明|输入|添加)[^）)】\\]］\\n]{0,10}[）)】\\]］]"
        + "|(?<=(?m:^)\\s{0,4}|[（(【\\[［])(?:请在?此处?|[点单]击此处|在此处)(?:填写|输入|添加|填入)[^。，；\\n]{0,10}|[（(【\\[［](?:" + Blank + ")[）)】\\]］](?=" + Filled + ")|[（(【\\[［](?:具体数字|示例|样例|(?:不超过|限|约)?[0-9]{2,4}字(?:以内|左右)?)[）)】\\]］]"
        + "|(?<![A-Za-z])[XＸ×]{2,}(?![A-Za-z])|(?<![A-Za-z0-9])[XＸ×](?:[省市县区乡镇局]|街道|月[XＸ×]日)|某某?(?:[省市县区乡镇局]|街道|单位)(?=人民|政府|20|认真|坚持|严格|高度)|(?<![一二三四五六七八九0-9○〇零])[○〇]{2,}(?=[省市县区乡镇局年条件次期场个份])|[＿_]{2,}", RegexOptions.ExplicitCapture)]
    private static partial Regex Prompts();
}
