using System.Collections.Immutable;
using ReportIngest.Corpus;
using ReportIngest.Outputs;

namespace ReportIngest.Sinks.Export;

/// <summary>
/// Writes all tables of an output in all formats asked for. The reports are read once, whatever is written of them: of a hundred thousand, reading takes as long
/// as writing a format.
/// </summary>
public static class TablePass
{
    /// <exception cref="FormatException">A line of the output is not what this program writes.</exception>
    public static void Write(IngestOutput output, ExportOptions options, ImmutableArray<ITableFormat> formats)
    {
        var tables = OutputTables.WithReference(output, options);
        var writers = new List<ITableWriter>();
        try
        {
            var open = tables.Select(table => new Open(table, [.. formats.Select(format => OpenIn(format, table))])).ToList();
            var ofReports = open.Select(one => (one, RowsOf: one.Table.RowsOfReports(output))).Where(one => one.RowsOf is not null).ToList();
            foreach (var report in output.Reports)
            {
                foreach (var (one, rowsOf) in ofReports) one.Append(rowsOf!(report));
            }
            foreach (var other in open.Where(one => !one.Table.IsOfReports)) other.Append(other.Table.Rows(output));
            foreach (var writer in writers) writer.Finish();
            foreach (var format in formats) format.Finish();
        }
        finally
        {
            foreach (var writer in writers) writer.Dispose();
        }

        ITableWriter OpenIn(ITableFormat format, OutputTable table)
        {
            var writer = format.Open(table);
            writers.Add(writer);
            return writer;
        }
    }

    private sealed record Open(OutputTable Table, ImmutableArray<ITableWriter> Writers)
    {
        public void Append(IEnumerable<object?[]> rows)
        {
            foreach (var row in rows)
                foreach (var writer in Writers) writer.Append(row);
        }
    }
}
