using ReportIngest.Corpus;

namespace ReportIngest.Rules.Publication;

/// <summary>Two documents of one report hold different numbers.</summary>
internal sealed class VersionsDisagree : ICorpusRule
{
    public RuleInfo Info { get; } = new("RI605", Category.Publication, Severity.Warning, new("同一报告多个版本数据不一", "Versions disagree"));

    public IEnumerable<Observation> Check(UnitHistory history) =>
        history.Before.Where(other => Versions.AreOne(other, history.Report) != false).Take(1).Select(other => Judge(history, other));

    private Observation Judge(UnitHistory history, Dossier other)
    {
        var report = history.Report;
        if (Versions.AreOne(other, report) is null || other.Record.Edition != report.Record.Edition) return Observation.CannotTell;
        var differences = CellDifferences.Of(report, other);
        if (differences.Different.IsEmpty) return differences.Complete ? Observation.Holds : Observation.CannotTell;
        var which = ChangesInWords.Of(differences.Different, other.Record, report.Record);
        return Observation.Fails(CorpusFindings.Of(
            Info,
            history,
            new Message(
                $"同一份报告有两个版本，{differences.Different.Length} 格数字不同（前者 → 后者）：{which.Zh}。前者：{other.Record.Source.Path}，后者：{report.Record.Source.Path}。请以核对无误的为准，更正另一个。",
                $"Two documents of this report differ in {differences.Different.Length} cells (first → second): {which.En}. First: {other.Record.Source.Path}, second: {report.Record.Source.Path}. Correct the one that is wrong."),
            differences.Different) with { Part = "versions" });
    }
}
