using System.Collections.Immutable;
using System.Globalization;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Form;

/// <summary>One of the six sections of the form is not in the report.</summary>
internal sealed class SectionMissing : IRule
{
    private static readonly ImmutableArray<Message> Titles =
    [
        new("一、总体情况", "1 overview"),
        new("二、主动公开政府信息情况", "2 proactive disclosure"),
        new("三、收到和处理政府信息公开申请情况", "3 requests"),
        new("四、政府信息公开行政复议、行政诉讼情况", "4 reviews and lawsuits"),
        new("五、存在的主要问题及改进情况", "5 problems and improvements"),
        new("六、其他需要报告的事项", "6 other matters"),
    ];

    public RuleInfo Info { get; } = new("RI503", Category.Form, Severity.Error, new("缺少章节", "Section missing"));

    public IEnumerable<Observation> Check(Report report, RuleContext context)
    {
        // Without a single section the headings could not be read: that is ours to say, not the unit's fault.
        var known = OfficialForm.Binds(report) && !report.Sections.IsEmpty;
        return Titles.Select((title, index) =>
            report.Sections.Any(section => section.Number == index + 1) ? Observation.Holds
            : known ? Observation.Fails(Missing(report, index + 1, title))
            : Observation.CannotTell);
    }

    private Finding Missing(Report report, int number, Message title) => Finding.Of(
        Info,
        report,
        new Message($"没有找到第{"一二三四五六"[number - 1]}部分「{title.Zh}」。请补上这一部分，没有内容的也应保留标题并说明。", $"Section {title.En} was not found. Add it; a section without content keeps its heading and says so."))
        with { Part = number.ToString(CultureInfo.InvariantCulture) };
}
