using ReportIngest.Corpus;
using ReportIngest.Reports;
using ReportIngest.Sinks.Export;

namespace ReportIngest.Sinks.Workbook;

/// <summary>The numbers: the wide table, a row a unit, year and scope, a column an indicator. Where there is no number, the cell says why in words.</summary>
internal static class ValuesSheet
{
    public static void Write(Stream part, IngestOutput output, ExportOptions options)
    {
        var table = WideTable.Of(options);
        var names = Variables.All.Select(variable => variable.Name).ToHashSet();
        var states = Variables.All.Select(variable => variable.StateName).ToHashSet();
        var columns = table.Columns.Index().Where(column => !states.Contains(column.Item.Name)).ToList();
        var stateOf = table.Columns.Index().Where(column => states.Contains(column.Item.Name)).ToDictionary(column => column.Item.Name, column => column.Index);

        using var sheet = new SheetWriter(part, [.. columns.Select(column => names.Contains(column.Item.Name) ? 14d : 18d)], headerRows: 2, headerColumns: 4);
        sheet.Header(columns.Select(column => column.Item.Label.In(options.Language)));
        sheet.Header(columns.Select(column => column.Item.Indicator ?? column.Item.Name));
        foreach (var values in table.Rows(output).TakeWhile(_ => sheet.HasRoom))
        {
            sheet.Row(row =>
            {
                foreach (var (index, column) in columns)
                {
                    if (values[index] is null && stateOf.TryGetValue(column.Name + Variable.StateSuffix, out var state)) row.Text(Word(values[state] as string, options.Language), CellStyle.Faint);
                    else row.Value(values[index]);
                }
            });
        }
    }

    /// <summary>Null, for a cell that the report's edition does not have, stays empty.</summary>
    private static string? Word(string? state, string language) => (state switch
    {
        null => null,
        WideTable.Conflict => new Message("各份不一", "documents differ"),
        _ => Names.State(Names<CellState>.Parse(state)),
    })?.In(language);
}
