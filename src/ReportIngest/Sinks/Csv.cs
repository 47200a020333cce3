using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReportIngest.Corpus;
using ReportIngest.Sinks.Export;
using Sep = nietras.SeparatedValues;

namespace ReportIngest.Sinks;

/// <summary>
/// The tables as <c>NAME.csv</c>: UTF-8 without a byte order mark, comma, <c>\n</c>, quotes where needed; a value that does not apply is empty.
/// A text that a spreadsheet would run as a formula has an apostrophe before it.
/// </summary>
public static class Csv
{
    /// <param name="create">Makes a file by its name.</param>
    public static void Write(IngestOutput output, Func<string, Stream> create, ExportOptions options)
    {
        foreach (var table in OutputTables.WithReference(output, options))
        {
            using var stream = create(table.Name + ".csv");
            Write(stream, table.Columns, table.Rows(output));
        }
    }

    private static void Write(Stream stream, ImmutableArray<Column> columns, IEnumerable<object?[]> rows)
    {
        using var file = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        using var writer = Sep.SepWriterExtensions.To(
            new Sep.SepWriterOptions(new Sep.Sep(',')) { Escape = true, CultureInfo = CultureInfo.InvariantCulture }, file, leaveOpen: true);
        writer.Header.Add(columns.Select(column => column.Name).ToArray());
        writer.Header.Write(); // a run without a report still has its columns
        foreach (var values in rows)
        {
            using var row = writer.NewRow();
            for (var column = 0; column < values.Length; column++) row[column].Set(values[column] is string text ? Harmless(text) : Text.Spelt(values[column]));
        }
    }

    /// <summary>A dash, a signed number and a negative amount are no formulas, and are the contents of many cells.</summary>
    private static string Harmless(string text) => text switch
    {
        ['=' or '@' or '\t' or '\r', ..] => "'" + text,
        ['+' or '-', .. var rest] when rest.Any(c => !(char.IsDigit(c) || c is '-' or '.' or ',' or '%' or ' ')) => "'" + text,
        _ => text,
    };
}
