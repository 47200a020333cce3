using System.Collections.Immutable;
using ReportIngest.Corpus;

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

    private OutputTable(string name, Message label, ImmutableArray<Column> columns, Func<IngestOutput, IEnumerable<object?[]>> rows) =>
        (Name, Label, Columns, _rows) = (name, label, columns, rows);

    public string Name { get; }

    public Message Label { get; }

    public ImmutableArray<Column> Columns { get; }

    /// <summary>A value a column, of the column's type or null.</summary>
    /// <exception cref="FormatException">A line of the output is not what this program writes.</exception>
    public IEnumerable<object?[]> Rows(IngestOutput output) => _rows(output);

    internal static OutputTable Of<T>(string name, Message label, Func<IngestOutput, IEnumerable<T>> records, params ImmutableArray<Column<T>> columns) =>
        new(name, label, [.. columns], output => records(output).Select(record => Row(columns, record)));

    private static object?[] Row<T>(ImmutableArray<Column<T>> columns, T record)
    {
        var row = new object?[columns.Length];
        for (var i = 0; i < row.Length; i++) row[i] = columns[i].Get(record);
        return row;
    }
}
