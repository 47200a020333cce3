using System.Globalization;
using System.Text;

namespace ReportIngest.Forge.Writing.Html;

/// <summary>A page of paragraphs and tables written by hand; what a table looks like is the layout's.</summary>
internal static class HandPage
{
    /// <param name="declared">The charset its <c>meta</c> names; null for none.</param>
    public static string Of(ForgedReport report, string? declared, Func<Sheet, string> table)
    {
        var html = new StringBuilder("<html>\n<head>\n");
        if (declared is not null)
            html.Append(CultureInfo.InvariantCulture, $"<meta http-equiv=\"Content-Type\" content=\"text/html; charset={declared}\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<title>{HtmlTables.Escape(string.Concat(report.TitleLines))}</title>\n</head>\n<body>\n");
        foreach (var piece in report.Pieces())
        {
            if (piece.Sheet is { } sheet) html.Append(table(sheet));
            else html.Append(CultureInfo.InvariantCulture, $"<p>{HtmlTables.Escape(piece.Text)}</p>");
            html.Append('\n');
        }

        return html.Append("</body>\n</html>\n").ToString();
    }

    public static byte[] Utf8(ForgedReport report, Func<Sheet, string> table) => Encoding.UTF8.GetBytes(Of(report, "utf-8", table));

    public static string Table(Sheet sheet)
    {
        var html = new StringBuilder("<table border=\"1\">\n");
        HtmlTables.AppendRows(html, sheet, 0, sheet.Rows, (cell, spans) => $"<td{spans}>{HtmlTables.Escape(cell.Text)}</td>");
        return html.Append("</table>").ToString();
    }
}
