using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using ReportIngest.Documents;
using ReportIngest.Reports;

namespace ReportIngest.Sinks;

/// <summary>The tables of a document as one web page, with their spans.</summary>
public static class TablesHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static void Write(TextWriter html, Source source, Document document)
    {
        Begin(html, source);
        foreach (var (index, table) in document.Tables.Index()) Write(html, index, table, marked: null);
        html.Write("</body>\n</html>\n");
    }

    /// <summary>One table, with the cell at <paramref name="marked"/> marked.</summary>
    public static void Write(TextWriter html, Source source, Table table, Location marked)
    {
        Begin(html, source);
        Write(html, marked.Table, table, marked);
        html.Write("</body>\n</html>\n");
    }

    private static void Begin(TextWriter html, Source source)
    {
        html.Write($"<!doctype html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<title>{Encoder.Encode(source.Path)}</title>\n");
        html.Write("<style>table { border-collapse: collapse; margin: 1em 0 } td { border: 1px solid; padding: .2em .5em } td.absent { border: 0 } td.marked { background: #ffe08a; outline: 2px solid #c00000 }</style>\n");
        html.Write("</head>\n<body>\n");
    }

    private static void Write(TextWriter html, int index, Table table, Location? marked)
    {
        var grid = new CellGrid(table);
        html.Write(string.Create(CultureInfo.InvariantCulture, $"<table id=\"table-{index}\">\n"));
        for (var row = 0; row < table.Rows; row++)
        {
            html.Write("<tr>");
            for (var column = 0; column < table.Columns; column++)
            {
                // A position without a cell is written all the same: a browser would move the rest of the row to the left.
                if (grid[row, column] is not { } cell) html.Write("<td class=\"absent\"></td>");
                else if (cell.Row == row && cell.Column == column) Write(html, cell, marked is not null && (cell.Row, cell.Column) == (marked.Row, marked.Column));
            }
            html.Write("</tr>\n");
        }
        html.Write("</table>\n");
    }

    private static void Write(TextWriter html, Cell cell, bool isMarked)
    {
        html.Write(isMarked ? "<td id=\"cell\" class=\"marked\"" : "<td");
        if (cell.RowSpan > 1) html.Write(string.Create(CultureInfo.InvariantCulture, $" rowspan=\"{cell.RowSpan}\""));
        if (cell.ColumnSpan > 1) html.Write(string.Create(CultureInfo.InvariantCulture, $" colspan=\"{cell.ColumnSpan}\""));
        html.Write('>');
        html.Write(string.Join("<br>", cell.Text.Split('\n').Select(Encoder.Encode)));
        html.Write("</td>");
    }
}
