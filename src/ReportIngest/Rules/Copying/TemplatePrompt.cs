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
        var left = report.Sections.Where(section => Prompts().IsMatch(section.Heading) || Prompts().IsMatch(section.Text)).SelectMany(section => Prompts().Matches($"{section.Heading}\n{section.Text}").Select(match => (section, match))).DistinctBy(hit => (hit.section.Number, hit.match.Value)).ToList();
        return left.Count == 0 ? [Observation.Holds] : left.Select(hit => Observation.Fails(Left(report, hit.section, hit.match)));
    }

    private Finding Left(Report report, Section section, Match match)
    {
        var sentence = ReportText.Sentence($"{section.Heading}\n{section.Text}", match);
        return Finding.Of(
            Info,
            report,
            new Message(
                $"第{Forms.Number.Zh(section.Number)}部分残留模板的“{match.Value}”{(sentence == match.Value ? "" : $"：“{sentence}”")}。请改为本单位的内容。",
                $"Section {Forms.Number.En(section.Number)} still has the template's “{match.Value}”{(sentence == match.Value ? "" : $": “{sentence}”")}. Put the unit's own text there.")) with
        { Part = $"{section.Number}:{match.Value}" };
    }

    [GeneratedRegex("[（(]文字描述[）)]|该部分以表格形式报告|[（(【](?:此处|请)[^）)】\\n]{0,20}(?:填写|填报|描述|说明)[^）)】\\n]{0,10}[）)】]|(?<![A-Za-z])[XＸ×]{2,}(?![A-Za-z])|[＿_]{2,}", RegexOptions.ExplicitCapture)]
    private static partial Regex Prompts();
}
