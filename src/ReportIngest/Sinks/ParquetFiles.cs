using System.Buffers;
using System.Collections.Immutable;
using System.IO.Compression;
using ReportIngest.Sinks.Export;
using Pq = Parquet;

namespace ReportIngest.Sinks;

/// <summary>The tables as <c>NAME.parquet</c>. Numbers are doubles: what a JSON reader makes of them, and what statistics programs compute with.</summary>
/// <param name="create">Makes a file by its name.</param>
public sealed class ParquetFiles(Func<string, Stream> create, ExportOptions options) : ITableFormat
{
    /// <summary>
    /// Of a table's values, as they lie in memory, that make a row group: as many rows as fit, whether the table is wide, long or of texts. All tables wait for their
    /// group at the same time.
    /// </summary>
    private const long GroupBytes = 10 << 20;

    /// <summary>A letter lies in memory in two bytes, and on its way into the file, a column at a time, in three more and in two copies of these.</summary>
    private const int BytesALetter = 8;

    /// <summary>The writer's pool of buffers has no ceiling of its own.</summary>
    private const int PoolBytes = 1 << 23;

    /// <summary>Texts looked at before a dictionary of a column is tried: those of the sections hardly ever come twice.</summary>
    private const int Sample = 1000;

    public ITableWriter Open(OutputTable table) => new Writer(create(table.Name + ".parquet"), table.Columns, options);

    public void Finish()
    {
        // Each file is complete by itself.
    }

    public void Dispose()
    {
        // Nothing is held between the files.
    }

    private sealed class Writer : ITableWriter
    {
        private readonly Stream _stream;
        private readonly Pq.ParquetWriter _file;
        private readonly ImmutableArray<Buffer> _columns;
        private long _bytes;
        private int _groups;

        public Writer(Stream stream, ImmutableArray<Column> columns, ExportOptions options)
        {
            _stream = stream;
            _columns = [.. columns.Select(Buffer (column) => column.Type switch
            {
                ColumnType.Integer => new Buffer<long>(column, value => (long)value),
                ColumnType.Number => new Buffer<double>(column, value => (double)(decimal)value),
                ColumnType.Date => new Buffer<DateOnly>(column, value => (DateOnly)value),
                ColumnType.Boolean => new Buffer<bool>(column, value => (bool)value),
                _ => new TextBuffer(column),
            })];
            _file = Pq.ParquetWriter.CreateAsync(new Pq.Schema.ParquetSchema(_columns.Select(column => column.Field)), stream, Writing(columns)).GetAwaiter().GetResult();
            _file.CustomMetadata = options.Metadata.ToDictionary();
        }

        public void Append(object?[] row)
        {
            for (var i = 0; i < row.Length; i++) _bytes += _columns[i].Add(row[i]);
            if (_bytes >= GroupBytes) WriteGroup();
        }

        public void Finish()
        {
            if (_bytes > 0 || _groups == 0) WriteGroup();
            _file.DisposeAsync().AsTask().GetAwaiter().GetResult();
            _stream.Flush();
        }

        public void Dispose() => _stream.Dispose();

        private void WriteGroup()
        {
            using var group = _file.CreateRowGroup();
            foreach (var column in _columns) column.WriteAsync(group).GetAwaiter().GetResult();
            group.CompleteValidate();
            _bytes = 0;
            _groups++;
        }

        private static Pq.ParquetOptions Writing(ImmutableArray<Column> columns)
        {
            var writing = new Pq.ParquetOptions
            {
                CompressionMethod = Pq.CompressionMethod.Zstd,
                CompressionLevel = CompressionLevel.Fastest, // the smallest takes several times as long as all the rest
                DictionaryEncodingSampleSize = Sample,
                MaximumSmallPoolFreeBytes = PoolBytes,
                MaximumLargePoolFreeBytes = PoolBytes,
            };
            foreach (var column in columns.Where(column => column.Type == ColumnType.Integer)) writing.ColumnEncodingHints[column.Name] = Pq.EncodingHint.DeltaBinaryPacked;
            return writing;
        }
    }

    /// <summary>The values of a column that wait for their row group; its room is used again for the next one.</summary>
    private abstract class Buffer(Pq.Schema.DataField place)
    {
        public Pq.Schema.DataField Field => place;

        /// <returns>The bytes that it takes.</returns>
        public abstract int Add(object? value);

        public abstract Task WriteAsync(Pq.ParquetRowGroupWriter group);
    }

    private sealed class Buffer<T>(Column column, Func<object, T> of) : Buffer(new Pq.Schema.DataField(column.Name, typeof(T?))) where T : struct
    {
        // A nullable number takes twice the room of one.
        private T[] _values = new T[Least];
        private bool[] _known = new bool[Least];
        private int _count;

        public override int Add(object? value)
        {
            if (_count == _values.Length)
            {
                Array.Resize(ref _values, Larger(_count));
                Array.Resize(ref _known, _values.Length);
            }
            _known[_count] = value is not null;
            _values[_count++] = value is null ? default : of(value);
            return System.Runtime.CompilerServices.Unsafe.SizeOf<T>() + sizeof(bool);
        }

        public override async Task WriteAsync(Pq.ParquetRowGroupWriter group)
        {
            var all = ArrayPool<T?>.Shared.Rent(_count);
            for (var i = 0; i < _count; i++) all[i] = _known[i] ? _values[i] : null;
            await group.WriteAsync(Field, (ReadOnlyMemory<T?>)all.AsMemory(0, _count)).ConfigureAwait(false);
            ArrayPool<T?>.Shared.Return(all);
            _count = 0;
        }
    }

    private sealed class TextBuffer(Column column) : Buffer(new Pq.Schema.DataField(column.Name, typeof(string)))
    {
        private string?[] _values = new string?[Least];
        private int _count;

        public override int Add(object? value)
        {
            if (_count == _values.Length) Array.Resize(ref _values, Larger(_count));
            var text = (string?)value;
            // What the rows of a report share is in memory once.
            var letters = text is null || (_count > 0 && ReferenceEquals(text, _values[_count - 1])) ? 0 : text.Length;
            _values[_count++] = text;
            return IntPtr.Size + (BytesALetter * letters);
        }

        public override async Task WriteAsync(Pq.ParquetRowGroupWriter group)
        {
            var all = ArrayPool<ReadOnlyMemory<char>?>.Shared.Rent(_count);
            for (var i = 0; i < _count; i++) all[i] = _values[i]?.AsMemory();
            await group.WriteAsync(Field, (ReadOnlyMemory<ReadOnlyMemory<char>?>)all.AsMemory(0, _count)).ConfigureAwait(false);
            ArrayPool<ReadOnlyMemory<char>?>.Shared.Return(all, clearArray: true); // else the pool holds the texts
            Array.Clear(_values, 0, _count);
            _count = 0;
        }
    }

    private const int Least = 64;

    private static int Larger(int room) => room + (room / 2);
}
