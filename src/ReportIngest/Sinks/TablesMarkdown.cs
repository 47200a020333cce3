using ReportIngest.Documents;

namespace ReportIngest.Sinks;

/// <summary>
/// The tables of a document as pipe tables. Markdown has no spans: a merged cell's text stands in its upper left position, the rest of it is empty.
/// The first row becomes the header row, since there is no pipe table without one.
/// </summary>
public static class TablesMarkdown
{
    public static void Write(TextWriter markdown, Document document)
    {
        foreach (var (index, table) in document.Tables.Index())
        {
            if (index > 0) markdown.Write('\n');
            Write(markdown, table);
        }
    }

    private static void Write(TextWriter markdown, Table table)
    {
        var grid = new CellGrid(table);
        for (var row = 0; row < table.Rows; row++)
        {
            for (var column = 0; column < table.Columns; column++)
            {
                var cell = grid[row, column];
                markdown.Write("| ");
                if (cell is { Text.Length: > 0 } && cell.Row == row && cell.Column == column) markdown.Write(Escape(cell.Text) + " ");
            }
            markdown.Write("|\n");
            if (row == 0) markdown.Write(string.Concat(Enumerable.Repeat("| --- ", table.Columns)) + "|\n");
        }
    }

    private static string Escape(string text) => text
        .Replace("\\", @"\\", StringComparison.Ordinal)
        .Replace("|", @"\|", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace("\n", "<br>", StringComparison.Ordinal);
}
