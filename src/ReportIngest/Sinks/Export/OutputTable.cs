using System.Collections.Immutable;
using ReportIngest.Corpus;
using ReportIngest.Outputs;

namespace ReportIngest.Sinks.Export;

/// <summary>What an export is asked for beside its format.</summary>
/// <param name="BlankAsZero">Blanks and placeholders are written as 0 into <c>values</c> and <c>wide</c>; their state still says what they are.</param>
/// <param name="Language">Of what is for people: <c>zh</c> or <c>en</c>.</param>
public sealed record ExportOptions(bool BlankAsZero, string Language = "zh")
{
    public static readonly ExportOptions Default = new(BlankAsZero: false);

    /// <summary>What a file says of itself where its format has a place for it.</summary>
    public ImmutableSortedDictionary<string, string> Metadata => ImmutableSortedDictionary.CreateRange([
        KeyValuePair.Create("reportingest.version", ProgramVersion),
        KeyValuePair.Create("reportingest.blank_as_zero", BlankAsZero ? "true" : "false")]);

    public static string ProgramVersion { get; } = typeof(ExportOptions).Assembly.GetName().Version!.ToString(3);
}

/// <summary>A table of the output: its columns, and its rows out of an output, read when they are asked for.</summary>
public sealed class OutputTable
{
    private readonly Func<IngestOutput, IEnumerable<object?[]>> _rows;
    private readonly Func<IngestOutput, Func<ReportRecord, IEnumerable<object?[]>>>? _rowsOfReports;

    private OutputTable(
        string name, Message label, ImmutableArray<Column> columns, Func<IngestOutput, IEnumerable<object?[]>> rows, Func<IngestOutput, Func<ReportRecord, IEnumerable<object?[]>>>? rowsOfReports) =>
        (Name, Label, Columns, _rows, _rowsOfReports) = (name, label, columns, rows, rowsOfReports);

    public string Name { get; }

    public Message Label { get; }

    public ImmutableArray<Column> Columns { get; }

    /// <summary>Its rows come out of <c>reports.jsonl</c>.</summary>
    public bool IsOfReports => _rowsOfReports is not null;

    /// <summary>A value a column, of the column's type or null.</summary>
    /// <exception cref="FormatException">A line of the output is not what this program writes.</exception>
    public IEnumerable<object?[]> Rows(IngestOutput output) => _rows(output);

    /// <summary>
    /// Gives the rows that a report adds, so that one reading serves several tables: it is to be shown every report of the output, each once and in their order. Null
    /// for a table of something else.
    /// </summary>
    internal Func<ReportRecord, IEnumerable<object?[]>>? RowsOfReports(IngestOutput output) => _rowsOfReports?.Invoke(output);

    /// <param name="records">What is a row each.</param>
    internal static OutputTable Of<T>(string name, Message label, Func<IngestOutput, IEnumerable<T>> records, params ImmutableArray<Column<T>> columns) =>
        new(name, label, [.. columns], output => Rows(columns, records(output)), rowsOfReports: null);

    /// <param name="records">Of one report; a row each.</param>
    internal static OutputTable OfReports<T>(string name, Message label, Func<ReportRecord, IEnumerable<T>> records, params ImmutableArray<Column<T>> columns) =>
        OfReports(name, label, _ => records, columns);

    /// <param name="records">Made for one reading of the output's reports, to be asked for the records of each.</param>
    internal static OutputTable OfReports<T>(string name, Message label, Func<IngestOutput, Func<ReportRecord, IEnumerable<T>>> records, params ImmutableArray<Column<T>> columns)
    {
        Func<IngestOutput, Func<ReportRecord, IEnumerable<object?[]>>> rowsOf = output =>
        {
            var recordsOf = records(output);
            return report => Rows(columns, recordsOf(report));
        };
        return new(name, label, [.. columns], output => output.Reports.SelectMany(rowsOf(output)), rowsOf);
    }

    /// <summary>A value a column of each record.</summary>
    internal static IEnumerable<object?[]> Rows<T>(ImmutableArray<Column<T>> columns, IEnumerable<T> records)
    {
        foreach (var record in records)
        {
            var row = new object?[columns.Length];
            for (var i = 0; i < row.Length; i++) row[i] = columns[i].Get(record);
            yield return row;
        }
    }
}
