using ReportIngest.Corpus;

namespace ReportIngest.Rules.Coverage;

/// <summary>Two documents for one unit and year that are no copies of each other.</summary>
internal sealed class SeveralReports : ICorpusRule
{
    public RuleInfo Info { get; } = new("RI802", Category.Coverage, Severity.Warning, new("同一单位重复报告", "More than one report for a unit and year"));

    public IEnumerable<Observation> Check(UnitHistory history)
    {
        var report = history.Report;
        if (report.Record.Year is null || !report.IsDistinct) return [Observation.CannotTell];
        if (history.Before.IsEmpty) return [Observation.Holds];
        var one = history.Before.Select(other => Versions.AreOne(other, report)).ToList();
        if (one.Contains(true)) return [Observation.Holds];
        return [one.Contains(null) ? Observation.CannotTell : Observation.Fails(Second(history, history.Before[0].Record.Source.Path))];
    }

    private Finding Second(UnitHistory history, string first)
    {
        var report = history.Report.Record;
        return CorpusFindings.Of(Info, history, new Message(
            $"{report.Organization} {report.Year} 年有两份内容不同的报告：{first} 和 {report.Source.Path}。请确认哪一份有效；一份是本机关、一份是全地区汇总的，请在标题中写明。",
            $"{report.Organization} has two different reports for {report.Year}: {first} and {report.Source.Path}. Say which one counts; where one is the office's own and one adds up all units, say so in the title.")) with
        { Part = "second" };
    }
}
