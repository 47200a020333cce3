using System.Globalization;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Form;

/// <summary>Where table two, three or four should be there is a picture.</summary>
internal sealed class TableIsPicture : IRule
{
    public RuleInfo Info { get; } = new("RI508", Category.Form, Severity.Error, new("表格为图片", "Table is a picture"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) => OfficialForm.Tables.Select(section =>
        report.Tables.Any(table => table.Section == section) ? Observation.Holds
        : OfficialForm.Binds(report) && OfficialForm.IsPictured(report, section) && !OfficialForm.IsDoubted(report, section) ? Observation.Fails(Pictured(report, section))
        : Observation.CannotTell);

    private Finding Pictured(Report report, int section)
    {
        var table = Words.Table(section);
        var message = new Message(
            $"第{Forms.Number.Zh(section)}部分没有{table.Zh}，只有图片。图片里的数字无法读取、检索和核对，请以表格形式填报。",
            $"Section {Forms.Number.En(section)} has a picture instead of {table.En}. Numbers in a picture cannot be read, searched or checked; give them as a table.");
        return Finding.Of(Info, report, message) with { Part = section.ToString(CultureInfo.InvariantCulture) };
    }
}
