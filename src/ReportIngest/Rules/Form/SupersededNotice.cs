using System.Text.RegularExpressions;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Form;

/// <summary>The text cites a notice or a regulation that no longer held for the report's year.</summary>
internal sealed partial class SupersededNotice : IRule
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
            .Select(notice => (notice, text: texts.Find(text => notice.Cited.IsMatch(text)))).Where(hit => hit.text is not null).ToList();
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

/// <summary>Documents that reports still cite, and from which year of report on they no longer hold.</summary>
internal static partial class SupersededNotices
{
    public sealed record Notice(Message Name, Message Now, int SinceYear, Regex Cited);

    public static IReadOnlyList<Notice> All { get; } =
    [
        new(new("国办公开办函〔2019〕60号", "notice 〔2019〕60"), new("国办公开办函〔2021〕30号", "notice 〔2021〕30"), 2021, Notice60()),
        new(new("2007 年的条例（国务院令第492号）", "the Regulation of 2007 (decree 492)"), new("2019 年修订的条例（国务院令第711号）", "the Regulation as revised in 2019 (decree 711)"), 2019, Decree492()),
    ];

    [GeneratedRegex("[〔［\\[(（]2019[〕］\\])）]\\s*60\\s*号", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Notice60();

    [GeneratedRegex("国务院令第?\\s*492\\s*号|国务院第\\s*492\\s*号令", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Decree492();
}
