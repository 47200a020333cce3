using System.Globalization;
using System.Text;

namespace ReportIngest.Forge.Writing.Html;

/// <summary>What stands around and between the tables of a page; each takes a sheet and gives its table with them.</summary>
internal static class Surroundings
{
    /// <summary>Last year's table, hidden by the style sheet, before this year's.</summary>
    public static Func<Sheet, string> HiddenCopy(int seed) => sheet =>
    {
        var random = new Random(seed);
        var old = sheet.WithTexts(cell => cell.Code is null ? cell.Text : random.Next(90).ToString(CultureInfo.InvariantCulture));
        return $"<div style=\"display:none\">{HandPage.Table(old)}</div>\n{HandPage.Table(sheet)}";
    };

    public static string InParagraph(Sheet sheet) => $"<p align=\"center\">{HandPage.Table(sheet)}</p>";

    /// <summary>In the only cell of a table, four times over.</summary>
    public static string InLayoutTables(Sheet sheet)
    {
        var html = HandPage.Table(sheet);
        for (var depth = 0; depth < 4; depth++) html = $"<table width=\"100%\"><tr><td>{html}</td></tr></table>";
        return html;
    }

    /// <summary>In a <c>div</c> of its own, a calendar's table before it.</summary>
    public static string AfterCalendar(Sheet sheet)
    {
        var html = new StringBuilder("<div class=\"side\"><table><tr><th>日</th><th>一</th><th>二</th><th>三</th><th>四</th><th>五</th><th>六</th></tr>");
        foreach (var week in Enumerable.Range(1, 28).Chunk(7)) html.Append("<tr><td>").AppendJoin("</td><td>", week).Append("</td></tr>");
        return html.Append("</table></div>\n<div class=\"main\">").Append(HandPage.Table(sheet)).Append("</div>").ToString();
    }
}
