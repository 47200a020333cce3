using ReportIngest.Corpus;

namespace ReportIngest.Rules.Publication;

/// <summary>An earlier output held other numbers at the same path.</summary>
internal sealed class ChangedAfterwards : ICorpusRule
{
    public RuleInfo Info { get; } = new("RI606", Category.Publication, Severity.Warning, new("公布后内容被修改", "Changed after publication"));

    public IEnumerable<Observation> Check(UnitHistory history) => history.Replaced is { } before ? [Judge(history, before)] : [];

    private Observation Judge(UnitHistory history, Dossier before)
    {
        var report = history.Report;
        if (before.Record.Edition != report.Record.Edition) return Observation.CannotTell;
        var differences = CellDifferences.Of(report, before);
        if (differences.Different.IsEmpty) return differences.Complete ? Observation.Holds : Observation.CannotTell;
        var which = ChangesInWords.Of(differences.Different, before.Record, report.Record);
        return Observation.Fails(CorpusFindings.Of(
            Info,
            history,
            new Message(
                $"与以前取得的同一文件相比，{differences.Different.Length} 格数字已改动（以前 → 现在）：{which.Zh}。公布后更正的，请注明更正日期和原因。",
                $"Cells changed since the same file was fetched before: {differences.Different.Length} (then → now): {which.En}. A correction after publication should say when and why."),
            differences.Different) with { Part = "changed" });
    }
}
