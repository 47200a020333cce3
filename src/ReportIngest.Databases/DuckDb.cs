using DuckDB.NET.Data;
using ReportIngest.Corpus;
using ReportIngest.Sinks.Export;

namespace ReportIngest.Databases;

/// <summary>The tables in one DuckDB file.</summary>
public static class DuckDb
{
    public const string FileName = "reportingest.duckdb";

    /// <param name="path">Of a file that is not there yet.</param>
    public static void Write(IngestOutput output, string path, ExportOptions options)
    {
        using var connection = new DuckDBConnection(new DuckDBConnectionStringBuilder { DataSource = path }.ConnectionString);
        connection.Open();
        foreach (var table in OutputTables.WithReference(output, options))
        {
            Execute(connection, TableSql.Create(table, Type));
            using var appender = connection.CreateAppender(table.Name);
            foreach (var values in table.Rows(output))
            {
                var row = appender.CreateRow();
                foreach (var value in values) Append(row, value);
                row.EndRow();
            }
        }
        Execute(connection, "CHECKPOINT"); // else the last rows may stand in a second file beside the first
    }

    private static void Append(IDuckDBAppenderRow row, object? value) => _ = value switch
    {
        null => row.AppendNullValue(),
        string text => row.AppendValue(text),
        decimal number => row.AppendValue((double)number),
        DateOnly day => row.AppendValue(day),
        bool yes => row.AppendValue(yes),
        _ => row.AppendValue((long)value),
    };

    private static string Type(ColumnType type) => type switch
    {
        ColumnType.Integer => "BIGINT",
        ColumnType.Number => "DOUBLE",
        ColumnType.Date => "DATE",
        ColumnType.Boolean => "BOOLEAN",
        _ => "VARCHAR",
    };

    private static void Execute(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
