using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ReportIngest.Cli.Storing;

/// <summary>One connection to the state of a store. Statements are prepared once; values stand for <c>$0</c>, <c>$1</c> …</summary>
internal sealed class Database : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = [];

    private Database(string path, SqliteOpenMode mode)
    {
        // A pooled connection would hold the file after it is closed.
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 60 }.ConnectionString);
        _connection.Open();
        Execute("PRAGMA foreign_keys = ON");
    }

    /// <summary>Readers see the last commit while this one writes (WAL), and a commit outlives the machine's end (FULL).</summary>
    public static Database ForWriting(string path)
    {
        var database = new Database(path, SqliteOpenMode.ReadWriteCreate);
        database.Text("PRAGMA journal_mode = WAL");
        database.Execute("PRAGMA synchronous = FULL");
        return database;
    }

    public static Database ForReading(string path) => new(path, SqliteOpenMode.ReadWrite);

    public int Execute(string sql, params ReadOnlySpan<object?> values) => Command(sql, values).ExecuteNonQuery();

    public long Insert(string sql, params ReadOnlySpan<object?> values)
    {
        Execute(sql, values);
        return Number("SELECT last_insert_rowid()");
    }

    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<object?> values)
    {
        using var reader = Command(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    public string? Text(string sql, params ReadOnlySpan<object?> values) => Convert.ToString(Scalar(sql, values), CultureInfo.InvariantCulture);

    public long Number(string sql, params ReadOnlySpan<object?> values) => Convert.ToInt64(Scalar(sql, values), CultureInfo.InvariantCulture);

    /// <summary>All of it or nothing, whatever happens in between.</summary>
    public void Transact(Action work)
    {
        Execute("BEGIN IMMEDIATE");
        try
        {
            work();
            Execute("COMMIT");
        }
        catch
        {
            if (IsInTransaction) Execute("ROLLBACK");
            throw;
        }
    }

    /// <summary>A full disk ends a transaction by itself.</summary>
    private bool IsInTransaction => SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle!) == 0;

    /// <summary>What the readers see stays as it is while this works.</summary>
    public T Snapshot<T>(Func<T> work)
    {
        Execute("BEGIN");
        try
        {
            return work();
        }
        finally
        {
            Execute("COMMIT");
        }
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values) command.Dispose();
        _connection.Dispose();
    }

    private object? Scalar(string sql, ReadOnlySpan<object?> values) => Command(sql, values).ExecuteScalar() is { } value and not DBNull ? value : null;

    private SqliteCommand Command(string sql, ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++) command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"${i}") });
            _commands.Add(sql, command);
        }
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }
}

internal static class Rows
{
    public static string? TextOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static long? NumberOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    public static byte[] Bytes(this SqliteDataReader row, int column) => row.GetFieldValue<byte[]>(column);
}
