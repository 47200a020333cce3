using System.Globalization;
using System.Text;
using ReportIngest.Forms;
using ReportIngest.Reading;
using ReportIngest.Reports;

namespace ReportIngest.Tests.Forms;

/// <summary>What the matcher makes of a table written as Markdown or HTML.</summary>
internal static class TableMatch
{
    public const string ApplicantHeader = """
        | | | | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
        |---|---|---|---|---|---|---|---|---|---|---|
        """;

    public const string Rest = """
        | 二、上年结转政府信息公开申请数量 | | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
        | 三、本年度办理结果 | （一）予以公开 | | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
        | | （二）部分公开 | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
        | | （三）不予公开 | 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
        """;

    public static FormMatch Match(string text, int? year = null) => Of(text, year);

    public static FormMatch MatchHtml(string html) => Of($"<html><body>{html}</body></html>");

    private static FormMatch Of(string text, int? year = null)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return FormMatcher.Match(Pipeline.Read(bytes, Source.Of("table", bytes), Limits.Default), year);
    }

    /// <summary>The seven values of a row of table three; · is blank and ? missing.</summary>
    public static string Row(FormMatch match, string row) => string.Join(' ',
        new[] { "natural_person", "business", "research", "public_welfare", "legal_service", "other", "total" }.Select(key => Print(match, $"{row}.{key}")));

    public static string Print(FormMatch match, string code) => match.Fields.Single(field => field.Indicator.Code == code).Value switch
    {
        { State: CellState.Missing } => "?",
        { State: CellState.Blank } => "·",
        { Number: { } number } => number.ToString(CultureInfo.InvariantCulture),
        var other => other.Raw!,
    };

    public const string HtmlHeader =
        "<tr><td colspan=3></td><td>自然人</td><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td><td>总计</td></tr>";

    public static readonly string HtmlRest =
        Html("二、上年结转政府信息公开申请数量", "1", "0", "0", "0", "0", "0", "1") + Html("（一）予以公开", "4", "0", "0", "0", "0", "0", "4")
        + Html("（二）部分公开", "0", "0", "0", "0", "0", "0", "0") + Html("1.属于国家秘密", "0", "0", "0", "0", "0", "0", "0");

    public const string Results = "<td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td>";

    public static readonly string HeaderOfTableFour = "<tr><td colspan=5>行政复议</td><td colspan=10>行政诉讼</td></tr><tr>" + Results.Replace("<td>", "<td rowspan=2>", StringComparison.Ordinal)
        + $"<td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr><tr>{Results}{Results}</tr>";

    public static string Html(string label, params string[] values) => $"<tr><td colspan=3>{label}</td>{string.Concat(values.Select(value => $"<td>{value}</td>"))}</tr>";
}
