using System.Globalization;
using System.Text;

namespace ReportIngest.Forge.Writing;

/// <summary>A web page as Word saves it: MsoNormal paragraphs, spans around every piece of text, conditional comments, unquoted attributes.</summary>
internal static class WordHtmlWriter
{
    private const string Head =
        """
        <html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
        <head>
        <meta http-equiv=Content-Type content="text/html; charset=utf-8">
        <meta name=Generator content="Microsoft Word 15">
        <!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]-->
        <style><!-- p.MsoNormal {margin:0cm; font-size:10.5pt;} --></style>
        </head>
        <body lang=ZH-CN style='tab-interval:21.0pt'>
        <div class=WordSection1>

        """;

    public static byte[] Write(ForgedReport report)
    {
        var html = new StringBuilder(Head);
        foreach (var piece in report.Pieces())
        {
            if (piece.Kind == PieceKind.Picture) html.Append(HtmlTables.Picture(report.Seed)).Append('\n');
            else if (piece.Sheet is { } sheet) AppendTable(html, sheet);
            else html.Append(Paragraph(piece.Text, piece.Kind == PieceKind.Title ? "text-align:center" : "text-indent:32.0pt")).Append('\n');
        }

        return Encoding.UTF8.GetBytes(html.Append("</div>\n</body>\n</html>\n").ToString());
    }

    private static void AppendTable(StringBuilder html, Sheet sheet)
    {
        html.Append("<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse'>\n");
        HtmlTables.AppendRows(html, sheet, 0, sheet.Rows, (cell, _) =>
            $"<td width=85 {Spans(cell)}style='padding:0cm 5.4pt'>\n{string.Concat(Parts(cell.Text).Select(part => Paragraph(part, "text-align:center")))}</td>");
        html.Append("</table>\n<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>\n");
    }

    /// <summary>Word breaks the label of a narrow column into two paragraphs.</summary>
    private static string[] Parts(string text) => text == "商业企业" ? ["商业", "企业"] : [text];

    private static string Paragraph(string text, string style)
    {
        var half = text.Length / 2;
        if (half > 0 && (char.IsAsciiDigit(text[half]) || char.IsSurrogatePair(text, half - 1))) half = 0;
        return $"<p class=MsoNormal style='{style}'><span style='font-family:宋体'>{HtmlTables.Escape(text[..half])}</span>" +
               $"<span lang=EN-US>{HtmlTables.Escape(text[half..])}<o:p></o:p></span></p>";
    }

    private static string Spans(SheetCell cell) =>
        (cell.ColumnSpan > 1 ? string.Create(CultureInfo.InvariantCulture, $"colspan={cell.ColumnSpan} ") : "") +
        (cell.RowSpan > 1 ? string.Create(CultureInfo.InvariantCulture, $"rowspan={cell.RowSpan} ") : "");
}
