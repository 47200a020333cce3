using System.Collections.Immutable;
using ReportIngest.Forms;

namespace ReportIngest.Sinks.Export;

/// <summary>A column of a table as the codebook explains it.</summary>
/// <param name="Variable">The indicator whose number or state it holds; null for all else.</param>
internal sealed record CodebookEntry(OutputTable Table, Column Column, Variable? Variable);

/// <summary>The table <c>codebook</c>: every column of every table, what it means and what may stand in it.</summary>
internal static class Codebook
{
    public const string Name = "codebook";

    private static readonly ImmutableDictionary<string, Variable> ByCode = Variables.All.ToImmutableDictionary(variable => variable.Indicator.Code);

    public static OutputTable Of(ExportOptions options) => OutputTable.Of(
        Name,
        new Message("变量说明，一行一列", "Codebook, a row a column of the tables"),
        _ => Entries(options),
        ColumnOf<CodebookEntry>.Text("table", "表", "Table", entry => entry.Table.Name),
        ColumnOf<CodebookEntry>.Text("name", "列名", "Name of the column", entry => entry.Column.Name),
        ColumnOf<CodebookEntry>.Name("type", "类型", "Type", entry => (ColumnType?)entry.Column.Type),
        ColumnOf<CodebookEntry>.Text("label_zh", "含义（中文）", "Label in Chinese", entry => entry.Column.Label.Zh),
        ColumnOf<CodebookEntry>.Text("label_en", "含义（英文）", "Label in English", entry => entry.Column.Label.En),
        ColumnOf<CodebookEntry>.Text("indicator", "指标代码", "Code of the indicator", entry => entry.Column.Indicator),
        ColumnOf<CodebookEntry>.Integer("section", "报告的第几部分", "Section of the report", entry => entry.Variable?.Indicator.Section),
        ColumnOf<CodebookEntry>.Text("form_row", "表格的行", "Row of the form", entry => entry.Variable?.Indicator.RowLabel),
        ColumnOf<CodebookEntry>.Text("form_column", "表格的列", "Column of the form", entry => entry.Variable?.Indicator.ColumnLabel),
        ColumnOf<CodebookEntry>.Text("unit", "单位", "Unit", Unit),
        ColumnOf<CodebookEntry>.Text("unit_en", "单位（英文）", "Unit in English", UnitInEnglish),
        ColumnOf<CodebookEntry>.Text("editions", "哪些版本有（分号隔开）", "Editions that have it, separated by semicolons", entry => entry.Variable is { } variable ? string.Join(';', Editions(variable)) : null),
        ColumnOf<CodebookEntry>.Text("article", "条例条款", "Article of the regulations", entry => entry.Variable?.Indicator.Row.Article),
        ColumnOf<CodebookEntry>.Text("allowed", "允许的值（分号隔开）", "Allowed values, separated by semicolons", Allowed));

    public static IEnumerable<CodebookEntry> Entries(ExportOptions options) =>
        from table in OutputTables.All(options)
        from column in table.Columns
        select new CodebookEntry(table, column, column.Indicator is { } code ? ByCode[code] : null);

    public static string? Unit(CodebookEntry entry) => entry.Column.Type == ColumnType.Number ? entry.Variable?.Indicator.Unit : null;

    public static string? UnitInEnglish(CodebookEntry entry) => Unit(entry) switch
    {
        null => null,
        "万元" => "10 000 yuan",
        "件" => "pieces",
        "项/件" => "items or pieces",
        var unit => unit, // an edition that counts in something else has its own word here
    };

    public static IEnumerable<string> Editions(Variable variable) =>
        FormCatalog.All.Where(form => form.Indicators.Any(indicator => indicator.Code == variable.Indicator.Code)).Select(form => form.Edition);

    /// <summary>What a sound report has there; a faulty one may say anything, and the rules say so.</summary>
    public static string? Allowed(CodebookEntry entry) => entry switch
    {
        { Column.Values.IsEmpty: false } => string.Join(';', entry.Column.Values),
        { Column.Type: ColumnType.Number, Variable.Indicator.Kind: IndicatorKind.Count } => "0, 1, 2, …",
        { Column.Type: ColumnType.Number, Variable.Indicator.Kind: IndicatorKind.Change } => "…, -1, 0, 1, …",
        { Column.Type: ColumnType.Number, Variable.Indicator.Kind: IndicatorKind.Amount } => "≥ 0",
        _ => null,
    };
}
