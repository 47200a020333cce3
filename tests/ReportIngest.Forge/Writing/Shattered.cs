using System.Text;

namespace ReportIngest.Forge.Writing;

/// <summary>
/// Markdown as a converter leaves it that takes each row of a PDF's table for a table: headers are lines of text, and so are labels that
/// stand in several columns or lines; a row's table holds its values with or without the label beside them.
/// </summary>
internal static class Shattered
{
    public static byte[] Write(ForgedReport report)
    {
        var random = new Random(report.Seed);
        var text = new StringBuilder();
        foreach (var piece in report.Pieces())
        {
            if (piece.Sheet is { } sheet) AppendSheet(text, sheet, random);
            else text.Append(piece.Text).Append("\n\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void AppendSheet(StringBuilder text, Sheet sheet, Random random)
    {
        for (var row = 0; row < sheet.Rows; row++)
        {
            var cells = sheet.Row(row).ToArray();
            var labels = cells.Where(cell => cell.Role != CellRole.Value).Select(cell => cell.Text).ToArray();
            var values = cells.Where(cell => cell.Role == CellRole.Value).Select(cell => cell.Text).ToArray();
            if (values.Length == 0) text.AppendJoin("", labels).Append("\n\n");
            else if (values.Length == 1) text.Append(labels[^1]).Append(' ').Append(values[0]).Append("\n\n");
            else AppendRow(text, labels, values, random);
        }
    }

    private static void AppendRow(StringBuilder text, string[] labels, string[] values, Random random)
    {
        var beside = labels.Length > 0 && random.Next(2) == 0;
        var apart = beside ? labels[..^1] : labels;
        var before = random.Next(3) > 0;
        string[] row = beside ? [labels[^1], .. values] : values;
        if (before) AppendApart();
        text.Append("| ").AppendJoin(" | ", row).Append(" |\n|").Insert(text.Length, "---|", row.Length).Append("\n\n");
        if (!before) AppendApart();

        // A long label is broken where its column was.
        void AppendApart()
        {
            foreach (var label in apart)
                text.AppendJoin('\n', label.Chunk(10).Select(line => new string(line))).Append("\n\n");
        }
    }
}
