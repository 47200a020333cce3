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

    /// <summary>As <see cref="Grid"/>, without the pipes at the ends of a row: an empty cell at an end is gone.</summary>
    NoOuterPipes,

    /// <summary>As <see cref="Grid"/>, without the rule line.</summary>
    NoRuleLine,

    /// <summary>The values of some rows stand in one cell.</summary>
    Glued,

    /// <summary>Empty cells are left out.</summary>
    WithoutEmpty,

    /// <summary>Values begin up to two columns late.</summary>
    Late,

    /// <summary>As <see cref="Grid"/>, without the empty cells at the end of a row.</summary>
    Short,
}

/// <summary>GitHub-flavoured Markdown in UTF-8.</summary>
internal static class MarkdownWriter
{
    public static byte[] Write(ForgedReport report, MarkdownStyle style)
    {
        var text = new StringBuilder();
        foreach (var piece in report.Pieces())
        {
            if (piece.Kind == PieceKind.Picture) text.Append("![](table.png)\n");
            else if (piece.Sheet is { } sheet) AppendTable(text, sheet, style, report.Seed);
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

        var rows = Rows(sheet, style, new Random(seed));
        var (open, close) = style == MarkdownStyle.NoOuterPipes ? ("", "") : ("| ", " |");
        for (var i = 0; i < rows.Count; i++)
        {
            text.Append(open).AppendJoin(" | ", rows[i].Select(cell => cell.Replace("|", "\\|"))).Append(close).Append('\n');
            if (i == 0 && style != MarkdownStyle.NoRuleLine) text.Append(open).AppendJoin(" | ", rows[0].Select(_ => "---")).Append(close).Append('\n');
        }
    }

    private static List<string[]> Rows(Sheet sheet, MarkdownStyle style, Random random) => style switch
    {
        MarkdownStyle.LostSpans => LostSpans.Rows(sheet, random),
        MarkdownStyle.Glued => LooseRows.Glued(sheet, random),
        MarkdownStyle.WithoutEmpty => LooseRows.WithoutEmpty(sheet),
        MarkdownStyle.Late => LooseRows.Late(sheet, random),
        MarkdownStyle.Short => LooseRows.Short(sheet),
        _ => Grids.Rows(sheet, repeat: style == MarkdownStyle.Repeated),
    };
}
