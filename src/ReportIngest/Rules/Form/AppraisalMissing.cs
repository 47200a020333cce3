using System.Text.RegularExpressions;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Form;

/// <summary>A government's report says nothing of appraisal, public assessment and accountability.</summary>
internal sealed partial class AppraisalMissing : IRule
{
    public RuleInfo Info { get; } = new("RI514", Category.Form, Severity.Note, new("缺少考核、评议、责任追究", "Appraisal results missing"));

    public IEnumerable<Observation> Check(Report report, RuleContext context)
    {
        // Only governments must (条例第五十条第一款第四项).
        if (report.Unit?.Level is Level.Department or Level.National) return [];
        var texts = ReportText.All(report).ToList();
        if (texts.Count == 0 || report.Sections.IsEmpty || report.Unit?.Level is null) return [Observation.CannotTell];
        return [texts.Exists(text => Appraisal().IsMatch(text)) ? Observation.Holds : texts.Exists(text => Assessment().IsMatch(text) || ReportText.IsUnclear(text)) ? Observation.CannotTell : Observation.Fails(Missing(report))];
    }

    private Finding Missing(Report report) => Finding.Of(
        Info,
        report,
        new Message(
            "正文没有写到工作考核、社会评议和责任追究的结果。各级人民政府的年度报告应当包括这三项，请补写。",
            "The text says nothing of appraisal (工作考核), public assessment (社会评议) or accountability (责任追究), which a government's report has to give. Add them.")) with { Part = "appraisal" };

    [GeneratedRegex("考[核评]|评议|测评|责任追究|追究责任|追责|问责", RegexOptions.ExplicitCapture)]
    private static partial Regex Appraisal();

    // What may be one of the three in other words.
    [GeneratedRegex("(?:第三方|社会|绩效|工作|公开|年度)评估|评估(?:结果|考核)|满意[度率]|(?:群众|公众|社会|绩效)评价", RegexOptions.ExplicitCapture)]
    private static partial Regex Assessment();
}
