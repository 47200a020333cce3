using ReportIngest.Corpus;
using ReportIngest.Outputs;
using ReportIngest.Sinks.Export;

namespace ReportIngest.Sinks.Workbook;

/// <summary>A table as every other format has it, for programs and pivot tables: the columns' names in one row, below them numbers, dates and texts, and nothing where there is no value.</summary>
internal static class TableSheet
{
    public const int HeaderRows = 1;

    /// <returns>How many texts were longer than a cell may hold.</returns>
    public static int Write(Stream part, OutputTable table, IngestOutput output)
    {
        using var sheet = new SheetWriter(part, [.. table.Columns.Select(Width)], HeaderRows, headerColumns: 0, isTable: true);
        sheet.Header(table.Columns.Select(column => column.Name));
        foreach (var values in table.Rows(output))
        {
            sheet.Row(row =>
            {
                foreach (var value in values) row.Value(value);
            });
        }
        return sheet.Shortened;
    }

    private static double Width(Column column) => Math.Max(column.Name.Length + 3, column.Type == ColumnType.Text ? 16 : 10);
}
