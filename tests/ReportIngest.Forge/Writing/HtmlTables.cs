using System.Globalization;
using System.Net;
using System.Text;

namespace ReportIngest.Forge.Writing;

/// <summary>Rows and cells of a sheet as HTML; what stands around and inside them is the layout's.</summary>
internal static class HtmlTables
{
    /// <param name="cell">The cell as an element, given its span attributes (with a leading blank, or empty).</param>
    public static void AppendRows(StringBuilder html, Sheet sheet, int from, int to, Func<SheetCell, string, string> cell)
    {
        for (var row = from; row < to; row++)
        {
            html.Append("<tr>");
            foreach (var one in sheet.Row(row)) html.Append(cell(one, Spans(one)));
            html.Append("</tr>\n");
        }
    }

    public static string Spans(SheetCell cell) => Span("rowspan", cell.RowSpan) + Span("colspan", cell.ColumnSpan);

    public static string Escape(string text) => WebUtility.HtmlEncode(text);

    private static string Span(string name, int span) =>
        span == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" {name}=\"{span}\"");

    /// <summary>A picture as editors put it into a page.</summary>
    public static string Picture(int seed) => (seed % 4) switch
    {
        0 => "<p><img src=\"W020250120.png\" alt=\"\"></p>",
        1 => "<p style=\"text-align:center\"><span><img src=\"/upload/2025/01/1.jpg\" width=\"640\" height=\"480\" border=\"0\" /></span></p>",
        2 => "<div><a href=\"/upload/2.png\"><img src=\"/upload/2.png\" style=\"width:100%;height:auto\"></a></div>",
        _ => "<table><tr><td><img src=\"image003.jpg\" style=\"width: 553px; height: 300px;\"></td></tr></table>",
    };
}
