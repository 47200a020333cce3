using System.Text;

namespace ReportIngest.Forge.Writing;

internal enum MarkdownStyle
{
    /// <summary>A pipe table with every position of the grid; positions that a merged cell covers are empty.</summary>
    Grid,

    /// <summary>As <see cref="Grid"/>, with the text of a merged cell in each position it covers.</summary>
    Repeated,

    /// <summary>As a converter leaves it that knows no merged cells: values start early, labels move to the first column after a page break.</summary>
    LostSpans,

    /// <summary>Tables as HTML inside Markdown.</summary>
    HtmlTables,
}

/// <summary>GitHub-flavoured Markdown in UTF-8.</summary>
internal static class MarkdownWriter
{
    public static byte[] Write(ForgedReport report, MarkdownStyle style)
    {
        var text = new StringBuilder();
        foreach (var piece in report.Pieces())
        {
            if (piece.Sheet is { } sheet) AppendTable(text, sheet, style, report.Seed);
            else text.Append(Mark(piece.Kind, style)).Append(piece.Text).Append('\n');
            text.Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Mark(PieceKind kind, MarkdownStyle style) => kind switch
    {
        _ when style == MarkdownStyle.LostSpans => "",
        PieceKind.Title => "# ",
        PieceKind.Heading => "## ",
        PieceKind.Subheading => "### ",
        _ => "",
    };

    private static void AppendTable(StringBuilder text, Sheet sheet, MarkdownStyle style, int seed)
    {
        if (style == MarkdownStyle.HtmlTables)
        {
            text.Append("<table>\n");
            HtmlTables.AppendRows(text, sheet, 0, sheet.Rows, (cell, spans) => $"<td{spans}>{HtmlTables.Escape(cell.Text)}</td>");
            text.Append("</table>\n");
            return;
        }

        var rows = style == MarkdownStyle.LostSpans ? LostSpans.Rows(sheet, new Random(seed)) : Grids.Rows(sheet, style == MarkdownStyle.Repeated);
        for (var i = 0; i < rows.Count; i++)
        {
            text.Append("| ").AppendJoin(" | ", rows[i].Select(cell => cell.Replace("|", "\\|"))).Append(" |\n");
            if (i == 0) text.Append("| ").AppendJoin(" | ", rows[0].Select(_ => "---")).Append(" |\n");
        }
    }
}
