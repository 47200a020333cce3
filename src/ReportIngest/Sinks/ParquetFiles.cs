using System.Collections.Immutable;
using ReportIngest.Corpus;
using ReportIngest.Sinks.Export;
using Pq = Parquet;

namespace ReportIngest.Sinks;

/// <summary>The tables as <c>NAME.parquet</c>. Numbers are doubles: what a JSON reader makes of them, and what statistics programs compute with.</summary>
public static class ParquetFiles
{
    /// <summary>
    /// Cells and letters that are kept before they are written as a row group: some tens of megabytes, whether a table is wide or long. The texts of a hundred
    /// thousand reports are few cells and half a gigabyte.
    /// </summary>
    private const int CellsAGroup = 1_000_000, LettersAGroup = 8_000_000;

    private const int PoolBytes = 1 << 24;

    /// <param name="create">Makes a file by its name.</param>
    public static void Write(IngestOutput output, Func<string, Stream> create, ExportOptions options)
    {
        foreach (var table in OutputTables.WithReference(output, options))
        {
            using var stream = create(table.Name + ".parquet");
            WriteAsync(stream, table, table.Rows(output), options).GetAwaiter().GetResult();
        }
    }

    private static async Task WriteAsync(Stream stream, OutputTable table, IEnumerable<object?[]> rows, ExportOptions options)
    {
        var fields = table.Columns.Select(Field).ToArray();
        var schema = new Pq.Schema.ParquetSchema(fields);
        var writer = await Pq.ParquetWriter.CreateAsync(schema, stream, Writing()).ConfigureAwait(false);
        await using var closing = writer.ConfigureAwait(false);
        writer.CustomMetadata = options.Metadata.ToDictionary();
        var any = false;
        foreach (var group in Groups(rows))
        {
            await WriteGroupAsync(writer, fields, table.Columns, group).ConfigureAwait(false);
            any = true;
        }
        if (!any) await WriteGroupAsync(writer, fields, table.Columns, []).ConfigureAwait(false);
    }

    private static IEnumerable<object?[][]> Groups(IEnumerable<object?[]> rows)
    {
        var group = new List<object?[]>();
        int cells = 0, letters = 0;
        foreach (var row in rows)
        {
            group.Add(row);
            cells += row.Length;
            foreach (var value in row) letters += value is string text ? text.Length : 0;
            if (cells < CellsAGroup && letters < LettersAGroup) continue;
            yield return [.. group];
            group.Clear();
            cells = letters = 0;
        }
        if (group.Count > 0) yield return [.. group];
    }

    /// <summary>The writer's pool of buffers has no ceiling of its own.</summary>
    private static Pq.ParquetOptions Writing() => new()
    {
        CompressionMethod = Pq.CompressionMethod.Zstd,
        MaximumSmallPoolFreeBytes = PoolBytes,
        MaximumLargePoolFreeBytes = PoolBytes,
    };

    private static async Task WriteGroupAsync(Pq.ParquetWriter writer, Pq.Schema.DataField[] fields, ImmutableArray<Column> columns, object?[][] rows)
    {
        using var group = writer.CreateRowGroup();
        foreach (var (i, column) in columns.Index())
        {
            await (column.Type switch
            {
                ColumnType.Integer => group.WriteAsync<long>(fields[i], Values<long>(rows, i)),
                ColumnType.Number => group.WriteAsync<double>(fields[i], Doubles(rows, i)),
                ColumnType.Date => group.WriteAsync<DateOnly>(fields[i], Values<DateOnly>(rows, i)),
                ColumnType.Boolean => group.WriteAsync<bool>(fields[i], Values<bool>(rows, i)),
                _ => group.WriteAsync(fields[i], Array.ConvertAll(rows, row => (string?)row[i])!),
            }).ConfigureAwait(false);
        }
        group.CompleteValidate();
    }

    private static ReadOnlyMemory<T?> Values<T>(object?[][] rows, int column) where T : struct => Array.ConvertAll(rows, row => (T?)row[column]);

    private static ReadOnlyMemory<double?> Doubles(object?[][] rows, int column) => Array.ConvertAll(rows, row => (double?)(decimal?)row[column]);

    private static Pq.Schema.DataField Field(Column column) => new(column.Name, column.Type switch
    {
        ColumnType.Integer => typeof(long?),
        ColumnType.Number => typeof(double?),
        ColumnType.Date => typeof(DateOnly?),
        ColumnType.Boolean => typeof(bool?),
        _ => typeof(string),
    });
}
