using ReportIngest.Forms;

namespace ReportIngest.Sinks.Export;

/// <summary>The table <c>crosswalk</c>: every indicator with its cell in either edition, and what may be compared across them.</summary>
internal static class Crosswalk
{
    public static OutputTable Table { get; } = OutputTable.Of(
        "crosswalk",
        new Message("两版对照，一行一个指标", "Crosswalk of the editions, a row an indicator"),
        _ => Variables.All,
        ColumnOf<Variable>.Text("indicator", "指标代码", "Code of the indicator", variable => variable.Indicator.Code),
        ColumnOf<Variable>.Text("variable", "宽表列名", "Column of the wide table", variable => variable.Name),
        ColumnOf<Variable>.Text("row_2021", "2021 年版的行", "Row of the edition 2021", variable => In(FormCatalog.Edition2021, variable)?.RowLabel),
        ColumnOf<Variable>.Text("column_2021", "2021 年版的列", "Column of the edition 2021", variable => In(FormCatalog.Edition2021, variable)?.ColumnLabel),
        ColumnOf<Variable>.Text("row_2019", "2019 年版的行", "Row of the edition 2019", variable => In(FormCatalog.Edition2019, variable)?.RowLabel),
        ColumnOf<Variable>.Text("column_2019", "2019 年版的列", "Column of the edition 2019", variable => In(FormCatalog.Edition2019, variable)?.ColumnLabel),
        ColumnOf<Variable>.Text("comparable", "能否跨版比较", "What may be compared across the editions", Comparable) with { Values = ["same", "sum", "only_2021", "only_2019"] },
        ColumnOf<Variable>.Text("counterpart", "另一版中相应的指标（分号隔开）", "Indicators of the other edition that add up to it or that it is part of, separated by semicolons", variable => Counterpart(variable) is { } other ? string.Join(';', other) : null));

    /// <summary>The row （六）其他处理 of 2019; in 2021 its place is taken by three rows.</summary>
    private const string One = "requests.result.other";

    private static readonly string[] Three = ["not_corrected", "fee_unpaid", "other"];

    private static Indicator? In(Form form, Variable variable) => form.Indicators.FirstOrDefault(indicator => indicator.Code == variable.Indicator.Code);

    private static string Comparable(Variable variable) => (In(FormCatalog.Edition2021, variable), In(FormCatalog.Edition2019, variable)) switch
    {
        ({ }, { }) => "same",
        _ when Counterpart(variable) is not null => "sum",
        ({ }, null) => "only_2021",
        _ => "only_2019",
    };

    private static string[]? Counterpart(Variable variable)
    {
        var (row, column) = (variable.Indicator.Row.Key, variable.Indicator.Column.Key);
        if (row == One) return Array.ConvertAll(Three, part => $"{One}.{part}.{column}");
        return Array.Exists(Three, part => row == $"{One}.{part}") ? [$"{One}.{column}"] : null;
    }
}
