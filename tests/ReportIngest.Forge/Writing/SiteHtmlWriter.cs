using System.Globalization;
using System.Text;

namespace ReportIngest.Forge.Writing;

/// <summary>
/// A page as a government's site publishes it: the report is a small part of it. Around it stand menus of several levels, inline style sheets and scripts,
/// a path, buttons, related news and a foot; how much of each, the seed says.
/// </summary>
internal static class SiteHtmlWriter
{
    private static readonly string[] Channels = ["首页", "走进本地", "新闻中心", "政务公开", "办事服务", "互动交流", "数据开放", "专题专栏"];

    private static readonly string[] Entries =
        ["机构职能", "领导之窗", "政策文件", "规划计划", "财政资金", "重大项目", "公共资源", "应急管理", "社会救助", "公共卫生", "教育培训", "环境保护", "招考录用", "会议信息", "意见征集", "政策解读", "在线访谈", "便民查询"];

    private static readonly string[] News =
        ["召开农村工作会议", "开展安全生产检查", "举行项目集中开工仪式", "调研重点企业", "部署防汛工作", "组织义务植树活动", "启动全民阅读月", "推进乡村道路建设", "慰问一线职工", "举办招聘会"];

    public static byte[] Write(ForgedReport report)
    {
        var random = new Random(report.Seed);
        var html = new StringBuilder();
        AppendHead(html, report, random);
        html.Append("<body class=\"home detail\">\n<div id=\"wrapper\">\n");
        AppendMenus(html, random);
        html.Append("<div class=\"crumbs\"><span class=\"icon-home\"></span>您现在的位置：<a href=\"/\">首页</a> &gt; <a href=\"/zwgk/\">政务公开</a> &gt; <a href=\"/zwgk/nb/\">年度报告</a></div>\n<div class=\"main clearfix\"><div class=\"article\">\n");
        AppendArticle(html, report);
        html.Append("</div>\n");
        AppendRelated(html, report, random);
        html.Append("</div>\n");
        AppendFoot(html, report);
        html.Append("</div>\n");
        AppendScript(html, random, random.Next(10, 40));
        return Encoding.UTF8.GetBytes(html.Append("</body>\n</html>\n").ToString());
    }

    private static void AppendHead(StringBuilder html, ForgedReport report, Random random)
    {
        var title = HtmlTables.Escape(report.Truth.Title);
        html.Append("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append(CultureInfo.InvariantCulture, $"<meta name=\"ArticleTitle\" content=\"{title}\">\n<meta name=\"ColumnName\" content=\"年度报告\">\n<title>{title}</title>\n");
        if (report.Truth.Published is { } day) html.Append(CultureInfo.InvariantCulture, $"<meta name=\"PubDate\" content=\"{day:yyyy-MM-dd} 10:05\">\n");
        html.Append("<style>\n");
        for (var rule = random.Next(150, 400); rule > 0; rule--)
            html.Append(CultureInfo.InvariantCulture, $".m{rule} .c{random.Next(99)} > li a:hover {{ margin: 0 {random.Next(20)}px; padding: {random.Next(9)}px; color: #{random.Next(0x1000000):x6}; line-height: {random.Next(18, 40)}px }}\n");
        html.Append("</style>\n");
        AppendScript(html, random, random.Next(5, 20));
        html.Append("</head>\n");
    }

    private static void AppendScript(StringBuilder html, Random random, int functions)
    {
        html.Append("<script>\n");
        for (; functions > 0; functions--)
        {
            html.Append(CultureInfo.InvariantCulture, $"function f{functions}(node, index) {{ var width = {random.Next(1000)}, list = document.getElementsByTagName('li'); for (var i = 0; i < list.length && i <= width; i++) {{ ")
                .Append(CultureInfo.InvariantCulture, $"if (list[i].className == 'm{random.Next(400)}') {{ list[i].innerHTML = '<a href=\"#\">' + node + '</a>'; }} }} return index > {random.Next(50)} ? width : null; }}\n");
        }

        html.Append("</script>\n");
    }

    private static void AppendMenus(StringBuilder html, Random random)
    {
        html.Append("<div class=\"header\"><div class=\"logo\"><img src=\"/images/logo.png\" width=\"180\" height=\"50\" alt=\"\"></div>\n<ul class=\"nav\">\n");
        foreach (var channel in Channels)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li class=\"m{random.Next(400)}\"><a href=\"/{random.Next(1000)}/\" target=\"_blank\">{channel}</a><ul class=\"sub\">");
            foreach (var entry in Entries)
                html.Append(CultureInfo.InvariantCulture, $"<li class=\"c{random.Next(99)}\"><a href=\"/{random.Next(1000)}/{random.Next(1000)}/index.html\" title=\"{entry}\">{entry}</a></li>");
            html.Append("</ul></li>\n");
        }

        html.Append("</ul></div>\n");
    }

    private static void AppendArticle(StringBuilder html, ForgedReport report)
    {
        html.Append(CultureInfo.InvariantCulture, $"<h1 class=\"title\">{HtmlTables.Escape(report.Truth.Title)}</h1>\n");
        if (report.Truth.Published is { } day)
            html.Append(CultureInfo.InvariantCulture, $"<div class=\"info\"><span>发布时间：{day:yyyy-MM-dd} 10:05</span><span>来源：{HtmlTables.Escape(report.Truth.Organization)}</span></div>\n");
        html.Append("<div class=\"TRS_Editor\">\n");
        foreach (var piece in report.Pieces())
        {
            if (piece.Kind == PieceKind.Title) continue;
            if (piece.Kind == PieceKind.Picture) html.Append(HtmlTables.Picture(report.Seed)).Append('\n');
            else if (piece.Sheet is { } sheet) AppendTable(html, sheet);
            else html.Append(CultureInfo.InvariantCulture, $"<p style=\"text-indent: 2em; line-height: 1.75em;\">{Styled(piece.Text)}</p>\n");
        }

        html.Append("</div>\n");
    }

    private static void AppendTable(StringBuilder html, Sheet sheet)
    {
        html.Append("<table class=\"MsoNormalTable\" border=\"1\" cellspacing=\"0\" cellpadding=\"0\" style=\"width: 680px; border-collapse: collapse;\"><tbody>\n");
        HtmlTables.AppendRows(html, sheet, 0, sheet.Rows, (cell, spans) =>
            $"<td{spans} valign=\"center\" style=\"padding: 0px 7px; border: 1px solid windowtext;\"><p style=\"text-align: center;\">{Styled(cell.Text)}</p></td>");
        html.Append("</tbody></table>\n");
    }

    private static string Styled(string text) =>
        $"<span style=\"font-family: 仿宋_GB2312; font-size: 16px;\">{(text.Length == 0 ? "&nbsp;" : HtmlTables.Escape(text))}</span>";

    private static void AppendRelated(StringBuilder html, ForgedReport report, Random random)
    {
        html.Append("<div class=\"side\"><h3>相关阅读</h3><ul>\n");
        for (var i = random.Next(10, 40); i > 0; i--)
            html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"/{random.Next(1000)}/t{random.Next(1_000_000)}.html\">我地{News[random.Next(News.Length)]}</a><span>{report.Truth.Year}-{random.Next(1, 13):D2}-{random.Next(1, 29):D2}</span></li>\n");
        html.Append("</ul></div>\n");
    }

    private static void AppendFoot(StringBuilder html, ForgedReport report) => html
        .Append("<div class=\"footer\"><p><a href=\"/about.html\">关于我们</a> | <a href=\"/map.html\">网站地图</a></p>\n")
        .Append(CultureInfo.InvariantCulture, $"<p>主办单位：{HtmlTables.Escape(report.Truth.Organization)}</p><p>网站标识码：4100000001</p></div>\n");
}
