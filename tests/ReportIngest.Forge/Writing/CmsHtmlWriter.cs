using System.Globalization;
using System.Text;

namespace ReportIngest.Forge.Writing;

/// <summary>
/// The page of a content management system, in GBK: navigation, a calendar and a footer that are tables too, one layout table around
/// everything, the editor's classes and nested spans, scripts, and the day of publication in the page's metadata.
/// </summary>
internal static class CmsHtmlWriter
{
    public static byte[] Write(ForgedReport report)
    {
        var html = new StringBuilder();
        AppendHead(html, report);
        html.Append("<body>\n<table width=\"1000\" align=\"center\"><tr><td colspan=\"2\">");
        AppendNavigation(html);
        html.Append("</td></tr>\n<tr><td width=\"200\" valign=\"top\">");
        AppendCalendar(html, report.Truth.Year);
        html.Append("</td><td class=\"content\">\n");
        AppendContent(html, report);
        html.Append("</td></tr>\n<tr><td colspan=\"2\"><table class=\"footer\"><tr><td>主办单位</td><td>网站标识码</td><td>联系电话</td></tr>")
            .Append("<tr><td>").Append(HtmlTables.Escape(report.Truth.Organization)).Append("办公室</td><td>4100000001</td><td>0000-1234567</td></tr></table></td></tr></table>\n")
            .Append("<script>document.write('<table><tr><td>总计</td><td>1</td></tr></table>');</script>\n</body></html>\n");
        return CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(html.ToString());
    }

    private static void AppendHead(StringBuilder html, ForgedReport report)
    {
        html.Append("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\">\n<html>\n<head>\n<meta http-equiv=\"Content-Type\" content=\"text/html; charset=gbk\" />\n")
            .Append(CultureInfo.InvariantCulture, $"<meta name=\"ArticleTitle\" content=\"{HtmlTables.Escape(report.Truth.Title)}\" />\n");
        if (report.Truth.Published is { } day)
            html.Append(CultureInfo.InvariantCulture, $"<meta name=\"PubDate\" content=\"{day:yyyy-MM-dd} 09:30\" />\n");
        html.Append(CultureInfo.InvariantCulture, $"<title>{HtmlTables.Escape(report.Truth.Title)}_政府信息公开</title>\n</head>\n");
    }

    private static void AppendNavigation(StringBuilder html)
    {
        html.Append("<table class=\"nav\"><tr>");
        foreach (var item in (string[])["首页", "要闻", "政务公开", "办事服务", "互动交流"])
            html.Append(CultureInfo.InvariantCulture, $"<td><a href=\"#\">{item}</a></td>");
        html.Append("</tr></table>");
    }

    private static void AppendCalendar(StringBuilder html, int year)
    {
        html.Append(CultureInfo.InvariantCulture, $"<table class=\"calendar\"><tr><td colspan=\"7\">{year + 1}年1月</td></tr><tr><td>日</td><td>一</td><td>二</td><td>三</td><td>四</td><td>五</td><td>六</td></tr>");
        for (var week = 0; week < 4; week++)
            html.Append("<tr>").AppendJoin("", Enumerable.Range(week * 7 + 1, 7).Select(day => string.Create(CultureInfo.InvariantCulture, $"<td>{day}</td>"))).Append("</tr>");
        html.Append("</table>");
    }

    private static void AppendContent(StringBuilder html, ForgedReport report)
    {
        if (report.Truth.Published is { } day)
            html.Append(CultureInfo.InvariantCulture, $"<div class=\"info\">发布时间：{day:yyyy-MM-dd} 来源：{HtmlTables.Escape(report.Truth.Organization)} 浏览次数：<span id=\"hits\">36</span></div>\n");
        foreach (var piece in report.Pieces())
        {
            if (piece.Kind == PieceKind.Picture)
            {
                html.Append(HtmlTables.Picture(report.Seed)).Append('\n');
            }
            else if (piece.Sheet is { } sheet)
            {
                html.Append("<div align=\"center\"><table class=\"ke-zeroborder\" border=\"0\" style=\"width:640px;\"><tbody>\n");
                HtmlTables.AppendRows(html, sheet, 0, sheet.Rows, (cell, spans) => $"<td{spans}>{Nested(cell.Text)}</td>");
                html.Append("</tbody></table></div>\n");
            }
            else
            {
                html.Append(CultureInfo.InvariantCulture, $"<p style=\"text-indent:2em\">{Nested(piece.Text)}</p>\n");
            }
        }
    }

    private static string Nested(string text) =>
        $"<span style=\"font-size:16px;\"><span style=\"font-family:仿宋_GB2312;\">{(text.Length == 0 ? "&nbsp;" : HtmlTables.Escape(text))}</span></span>";
}
