using System.Globalization;
using System.Text;
using ReportIngest.Sinks.Export;
using Sep = nietras.SeparatedValues;

namespace ReportIngest.Sinks;

/// <summary>
/// The tables as <c>NAME.csv</c>: UTF-8 without a byte order mark, comma, <c>\n</c>, quotes where needed; a value that does not apply is empty.
/// A text that a spreadsheet would run as a formula has an apostrophe before it.
/// </summary>
/// <param name="create">Makes a file by its name.</param>
public sealed class CsvFiles(Func<string, Stream> create) : ITableFormat
{
    public ITableWriter Open(OutputTable table) => new Writer(create(table.Name + ".csv"), table);

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
        private readonly StreamWriter _file;
        private readonly Sep.SepWriter _rows;

        public Writer(Stream stream, OutputTable table)
        {
            _file = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
            _rows = Sep.SepWriterExtensions.To(new Sep.SepWriterOptions(new Sep.Sep(',')) { Escape = true, CultureInfo = CultureInfo.InvariantCulture }, _file, leaveOpen: true);
            _rows.Header.Add(table.Columns.Select(column => column.Name).ToArray());
            _rows.Header.Write(); // a run without a report still has its columns
        }

        public void Append(object?[] values)
        {
            using var row = _rows.NewRow();
            for (var column = 0; column < values.Length; column++) row[column].Set(values[column] is string text ? Harmless(text) : Spelling.Spelt(values[column]));
        }

        public void Finish()
        {
            _rows.Flush();
            _file.Flush();
        }

        public void Dispose()
        {
            _rows.Dispose();
            _file.Dispose();
        }

        /// <summary>A dash, a signed number and a negative amount are no formulas, and are the contents of many cells.</summary>
        private static string Harmless(string text) => text switch
        {
            ['=' or '@' or '\t' or '\r', ..] => "'" + text,
            ['+' or '-', .. var rest] when rest.Any(c => !(char.IsDigit(c) || c is '-' or '.' or ',' or '%' or ' ')) => "'" + text,
            _ => text,
        };
    }
}
