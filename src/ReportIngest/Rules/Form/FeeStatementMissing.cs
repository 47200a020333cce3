using System.Text.RegularExpressions;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Form;

/// <summary>Section six does not say whether processing fees were charged.</summary>
internal sealed partial class FeeStatementMissing : IRule
{
    // 国办函〔2020〕109号 is in force from 2021 on; 国办公开办函〔2021〕30号 asks for the statement in section six.
    private const int FirstYear = 2021;

    public RuleInfo Info { get; } = new("RI512", Category.Form, Severity.Note, new("第六部分未说明收费情况", "Fee statement missing"));

    public IEnumerable<Observation> Check(Report report, RuleContext context)
    {
        if (report.Sections.All(section => section.Number != 6)) return [];
        if (ReportText.Of(report, 6) is not { } text) return [Observation.CannotTell];
        return [Fee().IsMatch(text) ? Observation.Holds : report.Year is not { } year || year < FirstYear || ReportText.IsUnclear(text) ? Observation.CannotTell : Observation.Fails(Missing(report))];
    }

    private Finding Missing(Report report) => Finding.Of(
        Info,
        report,
        new Message(
            "第六部分没有说明收取信息处理费的情况。请写明收取的总金额，没有收取的也应写明。",
            "Section six does not say whether information-processing fees (信息处理费) were charged. State the amount, or that there were none.")) with { Part = "6" };

    [GeneratedRegex("处理费|收费|费用|收取", RegexOptions.ExplicitCapture)]
    private static partial Regex Fee();
}
