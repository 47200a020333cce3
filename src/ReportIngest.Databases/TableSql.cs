using ReportIngest.Sinks.Export;

namespace ReportIngest.Databases;

/// <summary>What the two databases share: names are quoted, because a column may be called <c>table</c>.</summary>
internal static class TableSql
{
    public static string Create(OutputTable table, Func<ColumnType, string> type) =>
        $"CREATE TABLE {Quoted(table.Name)} ({string.Join(", ", table.Columns.Select(column => $"{Quoted(column.Name)} {type(column.Type)}"))})";

    public static string Quoted(string name) => $"\"{name}\"";
}
