using System.Collections.Immutable;
using ReportIngest.Corpus;
using ReportIngest.Outputs;
using ReportIngest.Reports;

namespace ReportIngest.Sinks.Export;

/// <summary>
/// The table <c>wide</c>: a row a unit, year and scope, a column an indicator of any edition, and a column with its state. Several documents of one report are one row;
/// a cell in which they differ has no number and the state <c>conflict</c>. A cell that no document's edition has is empty in both.
/// </summary>
internal static class WideTable
{
    public const string Conflict = "conflict";

    private static readonly ImmutableArray<string> States = [.. Enum.GetValues<CellState>().Select(Spelling.Name), Conflict];

    public static OutputTable Of(ExportOptions options) => OutputTable.OfReports(
        "wide",
        new Message("宽表，一行一个单位、年度和口径", "Wide table, a row a unit, year and scope"),
        output => WideRows.Of(output).OfReport,
        ColumnsOf(options));

    /// <summary>Its rows for people: in the order of the roster, where there is one, and of the years; then units that are not in it.</summary>
    public static IEnumerable<object?[]> InOrder(IngestOutput output, ExportOptions options) =>
        output.HasCoverage ? OutputTable.Rows(ColumnsOf(options), WideRows.InOrderOf(output, [.. output.Coverage.Select(entry => entry.Code).Distinct()])) : Of(options).Rows(output);

    private static ImmutableArray<Column<ImmutableArray<ReportRecord>>> ColumnsOf(ExportOptions options) =>
        [
            OutputTables.Division<ImmutableArray<ReportRecord>>(documents => documents[0]),
            OutputTables.Organization<ImmutableArray<ReportRecord>>(documents => documents[0]),
            OutputTables.UnitLevel<ImmutableArray<ReportRecord>>(documents => documents[0]),
            OutputTables.Year<ImmutableArray<ReportRecord>>(documents => documents[0]),
            ColumnOf<ImmutableArray<ReportRecord>>.Name("scope", "口径：本机关、汇总或未说明", "Scope: the office, an aggregate, or unsaid", documents => (Scope?)Scopes.Of(documents[0])),
            ColumnOf<ImmutableArray<ReportRecord>>.Text("edition", "表格版本（不止一版时分号隔开）", "Edition of the form; several are separated by semicolons",
                documents => string.Join(';', documents.Select(document => document.Edition).Distinct())),
            ColumnOf<ImmutableArray<ReportRecord>>.Text("reports", "报告编号（分号隔开）", "Ids of the reports, separated by semicolons", documents => string.Join(';', documents.Select(document => document.Id))),
            ColumnOf<ImmutableArray<ReportRecord>>.Integer("documents", "文件份数", "Documents", documents => documents.Length),
            .. Variables.All.Select(variable => Number(variable, options)),
            .. Variables.All.Select(State),
        ];

    private static Column<ImmutableArray<ReportRecord>> Number(Variable variable, ExportOptions options) =>
        new(variable.Name, ColumnType.Number, variable.Label, documents => Known(documents, variable) is { } known && !Differ(known) ? OutputTables.Number(known[0], options) : null)
        {
            Indicator = variable.Indicator.Code,
        };

    private static Column<ImmutableArray<ReportRecord>> State(Variable variable) => new(
        variable.StateName,
        ColumnType.Text,
        new Message($"{variable.Label.Zh}（状态）", $"{variable.Label.En} (state)"),
        documents => Known(documents, variable) is { } known ? Differ(known) ? Conflict : Spelling.Name(known[0].Value.State) : null)
    {
        Values = States,
        Indicator = variable.Indicator.Code,
    };

    /// <summary>The cell as the documents that have it say it; missing where it is missing in all, null where no document has such a cell.</summary>
    private static List<Field>? Known(ImmutableArray<ReportRecord> documents, Variable variable)
    {
        var fields = new List<Field>(documents.Length);
        foreach (var document in documents)
            if (document[variable.Indicator.Code] is { } field) fields.Add(field);
        if (fields.Count == 0) return null;
        if (fields.Count == 1) return fields;
        var found = fields.FindAll(field => field.Value.State != CellState.Missing);
        return found.Count > 0 ? found : fields;
    }

    private static bool Differ(List<Field> fields) =>
        fields.Exists(field => field.Value.State != fields[0].Value.State || field.Value.Number != fields[0].Value.Number);
}
