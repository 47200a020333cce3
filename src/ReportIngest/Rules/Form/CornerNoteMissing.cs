using ReportIngest.Reports;

namespace ReportIngest.Rules.Form;

/// <summary>Table three without the note of its corner, which tells how its rows add up.</summary>
internal sealed class CornerNoteMissing : IRule
{
    public RuleInfo Info { get; } = new("RI510", Category.Form, Severity.Note, new("缺少勾稽关系说明", "Corner note missing"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) => report.Tables.Where(table => table.Section == 3).Take(1).Select(table =>
        table.HasCornerNote ? Observation.Holds
        : !OfficialForm.BindsInDetail(report) || report.Doubts.Any(doubt => doubt.Rule == "RI901" && doubt.Section == 3) ? Observation.CannotTell
        : Observation.Fails(Missing(report)));

    private Finding Missing(Report report) => Finding.Of(
        Info,
        report,
        new Message(
            "表三左上角没有“本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和”的说明。请按统一格式补上。",
            "Table three lacks the note in its corner on how its rows add up. Restore it as the form has it.")) with { Part = "corner" };
}
