using System.Text.RegularExpressions;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Form;

/// <summary>Section five names no problem, or nothing that is to be improved, or is hardly a sentence.</summary>
internal sealed partial class ProblemsEmpty : IRule
{
    // One sentence that names a problem and what is done about it has more.
    private const int Shortest = 20;

    public RuleInfo Info { get; } = new("RI511", Category.Form, Severity.Warning, new("存在问题部分为空或过短", "Problems section empty"));

    public IEnumerable<Observation> Check(Report report, RuleContext context)
    {
        var section = report.Sections.FirstOrDefault(found => found.Number == 5);
        if (section is null || !OfficialForm.Binds(report)) return [];
        var letters = section.Text.Count(char.IsLetter);
        if ((letters == 0 && section.Text.Length > 0) || ReportText.IsUnclear(section.Text)) return [Observation.CannotTell];
        if (letters < Shortest) return [Fails($"只有 {letters} 个字", $"has only {letters} characters")];
        var problems = NoProblem().Replace(section.Text, "");
        var (problem, improvement) = (Problem().IsMatch(problems), Improvement().IsMatch(section.Text));
        return
        [
            problem && improvement ? Observation.Holds
                : !problem && !Lack().IsMatch(problems) ? Fails("没有写存在的问题", "names no problem")
                : !improvement && !Plan().IsMatch(section.Text) ? Fails("没有写改进措施", "names no improvement")
                : Observation.CannotTell,
        ];

        Observation Fails(string zh, string en) => Observation.Fails(Empty(report, section, zh, en));
    }

    private Finding Empty(Report report, Section section, string zh, string en)
    {
        var text = section.Text.Trim();
        return Finding.Of(
            Info,
            report,
            new Message($"第五部分{zh}：“{Short(text)}”。请写明存在的主要问题和改进情况。", $"Section five {en}: “{Short(text)}”. Name the main problems and what is done about them.")) with { Part = "5" };
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    // 无明显问题, 暂无存在的问题: a word of problems that says there is none.
    [GeneratedRegex("(?:暂?无|没有|未发现|不存在|未出现)(?:明显|突出|其[他它]|重大|较大|存在|发现|主要|任何|的)*(?:问题|不足)", RegexOptions.ExplicitCapture)]
    private static partial Regex NoProblem();

    [GeneratedRegex("问题|不足|不够|欠缺|有待|薄弱|困难|差距|不强|不高|滞后|不及时|单一|短板|缺乏|还需|仍需|不平衡|不深|不全", RegexOptions.ExplicitCapture)]
    private static partial Regex Problem();

    // What a problem in other words has: 更新慢, 离群众的期盼还有距离. 不断 and 不仅 lack nothing.
    [GeneratedRegex("不(?![断仅但])|未|没|缺|少(?!年|数民族)|慢|弱|差|低|难|旧|短|欠|拖|落后|距离|漏|误|虚|偏|乱|瓶颈|隐患|需(?:要|进一步|继续)*(?:提升|加强|创新|改进|提高|完善|强化|优化|拓展|丰富|加大|深化|规范)", RegexOptions.ExplicitCapture)]
    private static partial Regex Lack();

    [GeneratedRegex("改进|下一步|下步|今后|加强|整改|提升|完善|进一步|健全|强化|提高|优化|将", RegexOptions.ExplicitCapture)]
    private static partial Regex Improvement();

    // What is to be done in other words: 拟每月通报, 已约谈, 对策是…. 主要 and 重要 ask for nothing.
    [GeneratedRegex("拟|(?<![主重])要(?!求|点|闻|素)|应(?!急|对|诉)|须|已|计划|打算|准备|明年|下年|来年|年底|月底|接下来|对策|措施|办法|重点|着力|力争|确保|做到|针对|为此|建立|补齐|督促|督办|培训", RegexOptions.ExplicitCapture)]
    private static partial Regex Plan();
}
