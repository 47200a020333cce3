using System.Globalization;
using ReportIngest.Documents;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Form;

/// <summary>A table lacks rows or columns of its edition, or has some of its own.</summary>
internal sealed class GridAltered : IRule
{
    public RuleInfo Info { get; } = new("RI509", Category.Form, Severity.Warning, new("表格缺行、多行或多列", "Rows or columns missing or added"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) =>
        OfficialForm.BindsInDetail(report)
            ? report.Tables.Select(table => table.Section).Distinct().SelectMany(section => Judge(report, section))
            : [];

    private IEnumerable<Observation> Judge(Report report, int section)
    {
        var missing = report.Fields.Where(field => field.Indicator.Section == section && field.Value.State == CellState.Missing)
            .Select(field => field.Indicator)
            .ToList();
        var tables = report.Tables.Where(table => table.Section == section).ToList();
        if (tables.Exists(table => table.Spans == SpanFidelity.Inferred) || OfficialForm.IsDoubted(report, section))
        {
            // Where nobody drew borders, and where some of the table could not be read, a row or column too many or too few may be our reading of the words.
            yield return tables.TrueForAll(table => table.Extras.IsEmpty) && missing.Count == 0 ? Observation.Holds : Observation.CannotTell;
            yield break;
        }

        var extras = tables.SelectMany(table => table.Extras).ToList();

        foreach (var extra in extras) yield return Observation.Fails(Added(report, section, extra));
        if (missing.Count > 0) yield return Observation.Fails(Lacking(report, section, missing));
        if (extras.Count + missing.Count == 0) yield return Observation.Holds;
    }

    private Finding Lacking(Report report, int section, List<Indicator> absent)
    {
        var (table, which) = (Words.Table(section), CellsInWords.Of(absent));
        var message = new Message(
            $"{table.Zh}比 {report.Edition} 年版格式少 {absent.Count} 格：{which.Zh}。请按统一格式补全，没有的填 0。",
            $"Against the {report.Edition} form, {table.En} lacks {absent.Count} cells: {which.En}. Restore them, with 0 where there is nothing.");
        return Finding.Of(Info, report, message, absent) with { Part = $"{section.ToString(CultureInfo.InvariantCulture)} lacking" };
    }

    private Finding Added(Report report, int section, Extra extra)
    {
        var table = Words.Table(section);
        var (zh, en) = extra.Axis == Axis.Row ? ("行", "row") : ("列", "column");
        var message = new Message(
            $"{table.Zh}多出统一格式没有的一{zh}「{extra.Label}」。请并入格式规定的{zh}，或移到正文说明。",
            $"There is a {en} in {table.En}, “{extra.Label}”, that the form does not have. Count it in a {en} of the form or move it to the text.");
        return Finding.Of(Info, report, message) with { At = extra.At, Part = $"{section.ToString(CultureInfo.InvariantCulture)} {en} {extra.Label}" };
    }
}
