namespace ReportIngest.Sinks.Export;

/// <summary><c>codebook.md</c>: the codebook for reading. It says what the table <c>codebook</c> says, without the columns of states.</summary>
internal static class CodebookPage
{
    public static void Write(TextWriter text, ExportOptions options)
    {
        text.WriteLine("# 变量说明 / Codebook");
        text.WriteLine();
        text.WriteLine("金额为万元。空白单元格不是 0：`_s` 结尾的列是该指标的状态（reported 有数、blank 空白、placeholder “/”一类、unreadable 不是数、missing 没有这一格、conflict 各文件不一致）。");
        text.WriteLine();
        text.WriteLine("Amounts are in 10 000 yuan. A blank is no 0: a column ending in `_s` is the indicator's state (reported, blank, placeholder, unreadable, missing, conflict: the documents differ).");
        foreach (var table in Codebook.Entries(options).GroupBy(entry => entry.Table.Name))
        {
            var label = table.First().Table.Label;
            text.WriteLine();
            text.WriteLine($"## {table.Key}");
            text.WriteLine();
            text.WriteLine($"{label.Zh} / {label.En}");
            text.WriteLine();
            text.WriteLine("| 列名 Name | 类型 Type | 含义 Label | 单位 Unit | 版本 Editions | 条款 Article | 允许的值 Allowed |");
            text.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
            foreach (var entry in table.Where(entry => entry.Variable?.StateName != entry.Column.Name)) text.WriteLine(Row(entry));
        }
    }

    private static string Row(CodebookEntry entry)
    {
        string?[] cells =
        [
            $"`{entry.Column.Name}`",
            Spelling.Name(entry.Column.Type),
            $"{entry.Column.Label.Zh} / {entry.Column.Label.En}",
            Codebook.Unit(entry) is { } unit ? $"{unit} / {Codebook.UnitInEnglish(entry)}" : null,
            entry.Variable is { } variable ? string.Join(", ", Codebook.Editions(variable)) : null,
            entry.Variable?.Indicator.Row.Article,
            Codebook.Allowed(entry),
        ];
        return $"| {string.Join(" | ", cells.Select(cell => cell?.Replace("|", "\\|", StringComparison.Ordinal)))} |";
    }
}
