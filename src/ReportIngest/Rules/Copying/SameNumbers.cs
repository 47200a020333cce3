using System.Collections.Immutable;
using ReportIngest.Corpus;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Copying;

/// <summary>Every number of the three tables is last year's.</summary>
internal sealed class SameNumbers : ICorpusRule
{
    /// <summary>
    /// One request fills two cells beside totals; five such cells with three different numbers do not come back by chance. Stocks do not count: they stay.
    /// </summary>
    private const int FewestCells = 5, FewestNumbers = 3;

    public RuleInfo Info { get; } = new("RI407", Category.Copying, Severity.Warning, new("数据与上年完全相同", "Numbers identical to last year's"));

    public IEnumerable<Observation> Check(UnitHistory history)
    {
        var report = history.Report;
        if (report.Record.Fields.IsEmpty) return [];
        if (history.LastYear.First is not { } last || last.Record.Edition != report.Record.Edition) return [Observation.CannotTell];
        var differences = CellDifferences.Of(report, last);
        if (!differences.Different.IsEmpty) return [Observation.Holds];
        var telling = Telling(report);
        return [differences.Complete && !telling.IsEmpty && history.CanBeCompared ? Observation.Fails(Same(history, last, telling)) : Observation.CannotTell];
    }

    /// <summary>The cells whose numbers would not come back by chance all together; none where there are too few.</summary>
    public static ImmutableArray<Field> Telling(Dossier report)
    {
        ImmutableArray<Field> telling = [.. report.Record.Fields.Where(field => IsTelling(field) && report[field.Indicator.Code] is not null)];
        return telling.Length >= FewestCells && telling.Select(field => field.Value.Number).Distinct().Count() >= FewestNumbers ? telling : [];
    }

    private static bool IsTelling(Field field) =>
        field.Counted is > 0 && field.Indicator.Column.Key is not ("in_force" or "disclosed_total" or "items_last_year") && !field.Indicator.Code.EndsWith(".total", StringComparison.Ordinal)
        && field.Indicator.Row.Key != "requests.result.total";

    private Finding Same(UnitHistory history, Dossier last, ImmutableArray<Field> telling)
    {
        var which = CellsInWords.Of([.. telling.Select(field => field.Indicator)]);
        var shown = string.Join('、', telling.Take(FewestCells).Select(field => Words.Number(field.Counted!.Value)));
        return CorpusFindings.Of(
            Info,
            history,
            new Message(
                $"三张表的 {history.Report.Record.Fields.Length} 格与 {last.Record.Year} 年报告完全相同，其中不为 0 的有{which.Zh}（{shown}…）。上年报告：{last.Record.Source.Path}。请核对是否误用了上年的表格。",
                $"All {history.Report.Record.Fields.Length} cells are those of {last.Record.Year}; not 0 are {which.En} ({shown} …). Last year's report: {last.Record.Source.Path}. Check whether last year's tables were used by mistake."),
            telling.Select(field => field.Indicator)) with { Part = "all" };
    }
}
