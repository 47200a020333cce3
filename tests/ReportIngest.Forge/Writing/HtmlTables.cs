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
}
