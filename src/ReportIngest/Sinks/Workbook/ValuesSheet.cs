using ReportIngest.Corpus;
using ReportIngest.Outputs;
using ReportIngest.Reports;
using ReportIngest.Sinks.Export;

namespace ReportIngest.Sinks.Workbook;

/// <summary>The numbers: the wide table in the roster's order, a row a unit, year and scope, a column an indicator. Where there is no number, the cell says why in words.</summary>
internal static class ValuesSheet
{
    public const int HeaderRows = 2, HeaderColumns = 4;

    /// <summary>On fewer pages of width two hundred columns are too small to read.</summary>
    private const int PagesWide = 10;

    public static void Write(Stream part, IngestOutput output, ExportOptions options)
    {
        var table = WideTable.Of(options);
        var names = Variables.All.Select(variable => variable.Name).ToHashSet();
        var states = Variables.All.Select(variable => variable.StateName).ToHashSet();
        var columns = table.Columns.Index().Where(column => !states.Contains(column.Item.Name)).ToList();
        var stateOf = table.Columns.Index().Where(column => states.Contains(column.Item.Name)).ToDictionary(column => column.Item.Name, column => column.Index);

        using var sheet = new SheetWriter(part, [.. columns.Select(column => names.Contains(column.Item.Name) ? 12d : Width(column.Item))], HeaderRows, HeaderColumns, pagesWide: PagesWide);
        sheet.Header(columns.Select(column => column.Item.Label.In(options.Language)));
        sheet.Header(columns.Select(column => column.Item.Indicator ?? ""));
        foreach (var values in WideTable.InOrder(output, options).TakeWhile(_ => sheet.HasRoom))
        {
            sheet.Row(row =>
            {
                foreach (var (index, column) in columns)
                {
                    if (values[index] is null && stateOf.TryGetValue(column.Name + Variable.StateSuffix, out var state)) row.Text(Word(values[state] as string, options.Language), CellStyle.Faint);
                    else row.Value(Said(column, values[index], options.Language));
                }
            });
        }
    }

    private static double Width(Column column) => column.Name switch
    {
        "division" => 14,
        "organization" => 26,
        "reports" => 18,
        _ => 10,
    };

    /// <summary>What the table has as a code, in words.</summary>
    private static object? Said(Column column, object? value, string language) => (column.Name, value) switch
    {
        ("level", string level) => Names.Level(EnumSpelling<Level>.Parse(level)).In(language),
        ("scope", string scope) => Names.Scope(EnumSpelling<Scope>.Parse(scope)).In(language),
        ("edition", string editions) => string.Join(language == "en" ? "; " : "；", editions.Split(';').Select(edition => edition == "unknown" ? new Message("不详", "unknown").In(language) : edition)),
        _ => value,
    };

    /// <summary>Null, for a cell that the report's edition does not have, stays empty.</summary>
    private static string? Word(string? state, string language) => (state switch
    {
        null => null,
        WideTable.Conflict => new Message("各份不一", "documents differ"),
        _ => Names.State(EnumSpelling<CellState>.Parse(state)),
    })?.In(language);
}
