using ReportIngest.Reports;

namespace ReportIngest.Rules.Form;

/// <summary>The text cites a notice or a regulation that no longer held for the report's year.</summary>
internal sealed class SupersededNotice : IRule
{
    public RuleInfo Info { get; } = new("RI502", Category.Form, Severity.Note, new("引用已废止文件", "Superseded notice cited"));

    public IEnumerable<Observation> Check(Report report, RuleContext context)
    {
        var texts = ReportText.All(report).ToList();
        if (texts.Count == 0) yield break;
        if (report.Year is not { } year)
        {
            yield return Observation.CannotTell;
            yield break;
        }

        var cited = SupersededNotices.All.Where(notice => year >= notice.SinceYear)
            .Select(notice => (notice, text: texts.Find(notice.IsIn))).Where(hit => hit.text is not null).ToList();
        if (cited.Count == 0) yield return Observation.Holds;
        foreach (var (notice, text) in cited) yield return Observation.Fails(Cited(report, notice, ReportText.Sentence(text!, notice.Cited.Match(text!))));
    }

    private Finding Cited(Report report, SupersededNotices.Notice notice, string sentence) => Finding.Of(
        Info,
        report,
        new Message(
            $"正文引用了已被取代的{notice.Name.Zh}：“{sentence}”。现行的是{notice.Now.Zh}。",
            $"The text cites {notice.Name.En}, which was superseded: “{sentence}”. In force is {notice.Now.En}.")) with { Part = notice.Name.Zh };
}
