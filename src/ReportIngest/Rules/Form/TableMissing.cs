using System.Globalization;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Form;

/// <summary>Table two, three or four is not in the report: a heading with nothing below it, or a link.</summary>
internal sealed class TableMissing : IRule
{
    public RuleInfo Info { get; } = new("RI507", Category.Form, Severity.Error, new("缺少表格", "Table missing"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) => OfficialForm.Tables.Select(section =>
        report.Tables.Any(table => table.Section == section) ? Observation.Holds
        // A picture of a table is no missing one (RI508).
        : OfficialForm.Binds(report) && !OfficialForm.IsDoubted(report, section) && !OfficialForm.IsPictured(report, section) ? Observation.Fails(Missing(report, section))
        : Observation.CannotTell);

    private Finding Missing(Report report, int section)
    {
        var table = Words.Table(section);
        var message = new Message(
            $"没有找到{table.Zh}（第{Forms.Number.Zh(section)}部分的表格）。请以表格形式逐格填报，不要只留标题或链接。",
            $"The report's {table.En} was not found in section {Forms.Number.En(section)}. Fill it in as a table, not as a heading or a link.");
        return Finding.Of(Info, report, message) with { Part = section.ToString(CultureInfo.InvariantCulture) };
    }
}
