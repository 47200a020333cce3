using ReportIngest.Forms;

namespace ReportIngest.Sinks.Export;

/// <summary>The table <c>crosswalk</c>: every indicator with its cell in each edition, and what may be compared across them.</summary>
internal static class Crosswalk
{
    /// <summary>The row （六）其他处理 of 2019; in 2021 its place is taken by three rows.</summary>
    private const string One = "requests.result.other";

    private static readonly string[] Three = ["not_corrected", "fee_unpaid", "other"];

    /// <summary>
    /// Columns of 规章 and 规范性文件 that stand in the same place and count something else: what was made (本年新制作数量) and what was made and sent out
    /// (本年制发件数); what has ever been disclosed (对外公开总数量) and what is in force (现行有效件数).
    /// </summary>
    private static readonly (string Left, string Right)[] LookAlikes = [("made", "issued"), ("disclosed_total", "in_force")];

    public static OutputTable Table { get; } = OutputTable.Of(
        "crosswalk",
        new Message("各版对照，一行一个指标", "Crosswalk of the editions, a row an indicator"),
        _ => Variables.All,
        [
            ColumnOf<Variable>.Text("indicator", "指标代码", "Code of the indicator", variable => variable.Indicator.Code),
            ColumnOf<Variable>.Text("variable", "宽表列名", "Column of the wide table", variable => variable.Name),
            .. FormCatalog.All.SelectMany(CellOf),
            ColumnOf<Variable>.Text("comparable", "能否跨版比较：same 相同，sum 相加后相同，looks_alike 看似相同而口径不同，only_ 仅某版有", "What may be compared across the editions: the same, the same as a sum, only alike, or in one edition only", Comparable) with
            {
                Values = [.. Variables.All.Select(Comparable).Distinct()],
            },
            ColumnOf<Variable>.Text("counterpart", "其他版本中相应的指标（分号隔开）", "Indicators of another edition that add up to it, that it is part of, or that it only looks like, separated by semicolons", variable => Counterpart(variable) is { } other ? string.Join(';', other) : null),
        ]);

    private static Column<Variable>[] CellOf(Form form) =>
    [
        ColumnOf<Variable>.Text("row_" + form.Edition, $"{form.Edition} 年版的行", $"Row of the edition {form.Edition}", variable => In(form, variable)?.RowLabel),
        ColumnOf<Variable>.Text("column_" + form.Edition, $"{form.Edition} 年版的列", $"Column of the edition {form.Edition}", variable => In(form, variable)?.ColumnLabel),
    ];

    private static Indicator? In(Form form, Variable variable) => form.Indicators.FirstOrDefault(indicator => indicator.Code == variable.Indicator.Code);

    private static string Comparable(Variable variable)
    {
        var editions = FormCatalog.All.Where(form => In(form, variable) is not null).Select(form => form.Edition).ToList();
        if (editions.Count == FormCatalog.All.Length) return "same";
        if (Parts(variable) is not null) return "sum";
        return LookAlike(variable) is null ? "only_" + string.Join('_', editions) : "looks_alike";
    }

    private static string[]? Counterpart(Variable variable) => Parts(variable) ?? (LookAlike(variable) is { } other ? [other] : null);

    private static string[]? Parts(Variable variable)
    {
        var (row, column) = (variable.Indicator.Row.Key, variable.Indicator.Column.Key);
        if (row == One) return Array.ConvertAll(Three, part => $"{One}.{part}.{column}");
        return Array.Exists(Three, part => row == $"{One}.{part}") ? [$"{One}.{column}"] : null;
    }

    private static string? LookAlike(Variable variable)
    {
        var (row, column) = (variable.Indicator.Row.Key, variable.Indicator.Column.Key);
        foreach (var (left, right) in LookAlikes)
        {
            var other = column == left ? right : column == right ? left : null;
            if (other is not null && Variables.All.Any(one => one.Indicator.Code == $"{row}.{other}")) return $"{row}.{other}";
        }
        return null;
    }
}
