using DuckDB.NET.Data;
using ReportIngest.Sinks.Export;

namespace ReportIngest.Databases;

/// <summary>The tables in one DuckDB file.</summary>
public sealed class DuckDbFile : ITableFormat
{
    public const string FileName = "reportingest.duckdb";

    /// <summary>Cells that an appender may hold: it would keep two hundred thousand rows, which of the wide table is gigabytes.</summary>
    private const int CellsHeld = 1_000_000;

    /// <summary>
    /// Rows that are packed and written at once, in whole vectors of 2048. Until then they lie in memory as they are: of the wide table a group of the usual size,
    /// 122 880, has some hundred megabytes.
    /// </summary>
    private const int RowsAGroup = 8192;

    private const string Catalog = "output";

    private readonly DuckDBConnection _connection;

    /// <param name="path">Of a file that is not there yet.</param>
    public DuckDbFile(string path)
    {
        _connection = new DuckDBConnection("DataSource=:memory:");
        _connection.Open();
        Execute(FormattableString.Invariant($"SET temp_directory = '{path.Replace("'", "''", StringComparison.Ordinal)}.tmp'"));
        Execute("SET memory_limit = '500MB'"); // else what has gone to the file stays in memory too, up to most of what the machine has
        Execute("SET threads = 1");
        Execute(FormattableString.Invariant($"ATTACH '{path.Replace("'", "''", StringComparison.Ordinal)}' AS {Catalog} (ROW_GROUP_SIZE {RowsAGroup})"));
        Execute($"USE {Catalog}");
    }

    public ITableWriter Open(OutputTable table)
    {
        Execute(TableSql.Create(table, Type));
        return new Writer(_connection, table);
    }

    public void Finish()
    {
        Execute("CHECKPOINT"); // else the last rows may stand in a second file beside the first
    }

    public void Dispose() => _connection.Dispose();

    private sealed class Writer(DuckDBConnection connection, OutputTable table) : ITableWriter
    {
        private DuckDBAppender _appender = connection.CreateAppender(Catalog, "main", table.Name);
        private int _cells;

        public void Append(object?[] values)
        {
            var row = _appender.CreateRow();
            foreach (var value in values) Append(row, value);
            row.EndRow();
            _cells += values.Length;
            if (_cells < CellsHeld) return;
            _appender.Close();
            _appender = connection.CreateAppender(Catalog, "main", table.Name);
            _cells = 0;
        }

        public void Finish() => _appender.Close();

        public void Dispose() => _appender.Dispose();

        private static void Append(IDuckDBAppenderRow row, object? value) => _ = value switch
        {
            null => row.AppendNullValue(),
            string text => row.AppendValue(text),
            decimal number => row.AppendValue((double)number),
            DateOnly day => row.AppendValue(day),
            bool yes => row.AppendValue(yes),
            _ => row.AppendValue((long)value),
        };
    }

    private static string Type(ColumnType type) => type switch
    {
        ColumnType.Integer => "BIGINT",
        ColumnType.Number => "DOUBLE",
        ColumnType.Date => "DATE",
        ColumnType.Boolean => "BOOLEAN",
        _ => "VARCHAR",
    };

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
