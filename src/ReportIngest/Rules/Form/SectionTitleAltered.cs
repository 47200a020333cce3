using System.Globalization;
using System.Text.RegularExpressions;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Form;

/// <summary>A section was recognised, but its title is not the form's.</summary>
internal sealed partial class SectionTitleAltered : IRule
{
    public RuleInfo Info { get; } = new("RI506", Category.Form, Severity.Note, new("章节标题被改写", "Section title altered"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) => !OfficialForm.BindsInDetail(report) && FormCatalog.Find(report.Edition) is not null
        ? report.Sections.IsEmpty ? [] : [Observation.CannotTell]
        : report.Sections.Select(section => IsForms(section) ? Observation.Holds : OfficialForm.Binds(report) ? Observation.Fails(Altered(report, section)) : Observation.CannotTell).Concat(Lost(report));

    private IEnumerable<Observation> Lost(Report report) => report.Sections.IsEmpty || !OfficialForm.Binds(report) ? [] : FormSections.All
        .Where(section => report.Sections.All(found => found.Number != section.Number) && LostHeading.Of(report, section.Number))
        .Select(section => OfficialForm.IsDoubted(report, section.Number) ? Observation.CannotTell : Observation.Fails(WithoutHeading(report, section)));

    private Finding WithoutHeading(Report report, FormSection section)
    {
        var heading = $"{Forms.Number.Zh(section.Number)}、{section.Title}";
        return Finding.Of(
            Info,
            report,
            new Message(
                $"第{Forms.Number.Zh(section.Number)}部分的内容在，没有找到它的标题“{heading}”。请补上标题。",
                $"The content of section {Forms.Number.En(section.Number)} is there, its heading “{heading}” was not found. Add the heading.")) with { Part = section.Number.ToString(CultureInfo.InvariantCulture) };
    }

    private static bool IsForms(Section section) =>
        Letters().Replace(CompactText.Of(Number().Replace(section.Heading.Trim(), "")), "") == Letters().Replace(section.Title, "");

    private Finding Altered(Report report, Section section) => Finding.Of(
        Info,
        report,
        new Message(
            $"第{Forms.Number.Zh(section.Number)}部分的标题是“{section.Heading.Trim()}”，统一格式为“{section.Title}”。请改用统一标题。",
            $"Section {Forms.Number.En(section.Number)} is titled “{section.Heading.Trim()}”; the form's title is “{section.Title}”. Use the form's.")) with
    { Part = section.Number.ToString(CultureInfo.InvariantCulture) };

    [GeneratedRegex("^(?:第?[一二三四五六七八九十]{1,2}(?:部分|[、.．，,:：])?[、.．:：]?|[0-9]{1,2}[、.．]|[—―－-]+、)?\\s*", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();

    [GeneratedRegex("[^\\p{L}]", RegexOptions.ExplicitCapture)]
    private static partial Regex Letters();
}
