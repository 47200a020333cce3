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
        if (letters == 0 && section.Text.Length > 0) return [Observation.CannotTell];
        var (zh, en) = letters < Shortest ? ($"只有 {letters} 个字", $"has only {letters} characters")
            : !Problem().IsMatch(NoProblem().Replace(section.Text, "")) ? ("没有写存在的问题", "names no problem")
            : !Improvement().IsMatch(section.Text) ? ("没有写改进措施", "names no improvement")
            : ("", "");
        return [zh.Length == 0 ? Observation.Holds : Observation.Fails(Empty(report, section, zh, en))];
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

    [GeneratedRegex("改进|下一步|下步|今后|加强|整改|提升|完善|进一步|健全|强化|提高|优化|将", RegexOptions.ExplicitCapture)]
    private static partial Regex Improvement();
}
