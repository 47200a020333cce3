using Microsoft.Data.Sqlite;
using ReportIngest.Sinks;
using ReportIngest.Sinks.Export;
using SQLitePCL;

namespace ReportIngest.Databases;

/// <summary>The tables in one SQLite file: dates are text as in <c>reports.jsonl</c>, truth values 0 and 1.</summary>
public sealed class SqliteFile : ITableFormat
{
    public const string FileName = "reportingest.sqlite";

    private readonly SqliteConnection _connection;

    /// <param name="path">Of a file that is not there yet.</param>
    public SqliteFile(string path)
    {
        var connect = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }; // a pooled connection would hold the file after it is closed
        _connection = new SqliteConnection(connect.ConnectionString);
        _connection.Open();
        // A file that is renamed when it is complete needs no journal of its own.
        Execute("PRAGMA journal_mode = OFF");
        Execute("PRAGMA synchronous = OFF");
        Execute("BEGIN");
    }

    public ITableWriter Open(OutputTable table)
    {
        Execute(TableSql.Create(table, Type));
        return new Writer(_connection.Handle!, table);
    }

    public void Finish() => Execute("COMMIT");

    public void Dispose() => _connection.Dispose();

    /// <summary>Binds to the statement itself: through <see cref="SqliteCommand"/> every value of twenty million rows is looked up by its name.</summary>
    private sealed class Writer : ITableWriter
    {
        private readonly sqlite3 _database;
        private readonly sqlite3_stmt _insert;

        public Writer(sqlite3 database, OutputTable table)
        {
            _database = database;
            Check(raw.sqlite3_prepare_v2(database, $"INSERT INTO {TableSql.Quoted(table.Name)} VALUES ({string.Join(", ", table.Columns.Select(_ => "?"))})", out _insert));
        }

        public void Append(object?[] row)
        {
            for (var i = 0; i < row.Length; i++) Check(Bind(i + 1, row[i]));
            var done = raw.sqlite3_step(_insert);
            if (done != raw.SQLITE_DONE) Check(done);
            Check(raw.sqlite3_reset(_insert));
        }

        public void Finish()
        {
            // The rows count when the file's transaction does.
        }

        public void Dispose() => _insert.Dispose();

        private int Bind(int parameter, object? value) => value switch
        {
            null => raw.sqlite3_bind_null(_insert, parameter),
            string text => raw.sqlite3_bind_text(_insert, parameter, text),
            decimal number => raw.sqlite3_bind_double(_insert, parameter, (double)number),
            DateOnly day => raw.sqlite3_bind_text(_insert, parameter, Spelling.Date(day)!),
            bool yes => raw.sqlite3_bind_int64(_insert, parameter, yes ? 1 : 0),
            _ => raw.sqlite3_bind_int64(_insert, parameter, (long)value),
        };

        private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
    }

    private static string Type(ColumnType type) => type switch
    {
        ColumnType.Integer or ColumnType.Boolean => "INTEGER",
        ColumnType.Number => "REAL",
        _ => "TEXT",
    };

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
