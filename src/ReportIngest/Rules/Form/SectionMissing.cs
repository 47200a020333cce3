using System.Globalization;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Form;

/// <summary>One of the six sections of the form is not in the report.</summary>
internal sealed class SectionMissing : IRule
{
    public RuleInfo Info { get; } = new("RI503", Category.Form, Severity.Error, new("缺少章节", "Section missing"));

    public IEnumerable<Observation> Check(Report report, RuleContext context)
    {
        // Without a single section the headings could not be read: that is ours to say, not the unit's fault.
        var known = OfficialForm.Binds(report) && !report.Sections.IsEmpty;
        return FormSections.All.Select(section =>
            report.Sections.Any(found => found.Number == section.Number) ? Observation.Holds
            : LostHeading.Of(report, section.Number) ? Observation.CannotTell // only its heading is not there (RI506)
            : OfficialForm.Tables.Contains(section.Number) && OfficialForm.IsDoubted(report, section.Number) ? Observation.CannotTell // its table is there, or may be, and its heading may stand in it
            : known ? Observation.Fails(Missing(report, section))
            : Observation.CannotTell);
    }

    private Finding Missing(Report report, FormSection section)
    {
        var ordinal = "一二三四五六"[section.Number - 1];
        var message = new Message(
            $"没有找到第{ordinal}部分「{ordinal}、{section.Title}」。请补上这一部分，没有内容的也应保留标题并说明。",
            $"Section {section.Number} ({section.Title}) was not found. Add it; a section without content keeps its heading and says so.");
        return Finding.Of(Info, report, message) with { Part = section.Number.ToString(CultureInfo.InvariantCulture) };
    }
}
