using Microsoft.Data.Sqlite;
using ReportIngest.Corpus;
using ReportIngest.Sinks;
using ReportIngest.Sinks.Export;

namespace ReportIngest.Databases;

/// <summary>The tables in one SQLite file: dates are text as in <c>reports.jsonl</c>, truth values 0 and 1.</summary>
public static class Sqlite
{
    public const string FileName = "reportingest.sqlite";

    /// <param name="path">Of a file that is not there yet.</param>
    public static void Write(IngestOutput output, string path, ExportOptions options)
    {
        var connect = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }; // a pooled connection would hold the file after it is closed
        using var connection = new SqliteConnection(connect.ConnectionString);
        connection.Open();
        // A file that is renamed when it is complete needs no journal of its own.
        Execute(connection, "PRAGMA journal_mode = OFF");
        Execute(connection, "PRAGMA synchronous = OFF");
        foreach (var table in OutputTables.WithReference(output, options)) Write(connection, table, table.Rows(output));
    }

    private static void Write(SqliteConnection connection, OutputTable table, IEnumerable<object?[]> rows)
    {
        using var transaction = connection.BeginTransaction();
        Execute(connection, TableSql.Create(table, Type), transaction);
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = $"INSERT INTO {TableSql.Quoted(table.Name)} VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"${i}"))})";
        var parameters = table.Columns.Select((column, i) => insert.Parameters.Add($"${i}", Kind(column.Type))).ToArray();
        insert.Prepare();
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++) parameters[i].Value = Value(row[i]);
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    private static object Value(object? value) => value switch
    {
        null => DBNull.Value,
        decimal number => (double)number,
        DateOnly day => Text.Date(day)!,
        bool yes => yes ? 1L : 0L,
        _ => value,
    };

    private static string Type(ColumnType type) => type switch
    {
        ColumnType.Integer or ColumnType.Boolean => "INTEGER",
        ColumnType.Number => "REAL",
        _ => "TEXT",
    };

    private static SqliteType Kind(ColumnType type) => type switch
    {
        ColumnType.Integer or ColumnType.Boolean => SqliteType.Integer,
        ColumnType.Number => SqliteType.Real,
        _ => SqliteType.Text,
    };

    private static void Execute(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }
}
