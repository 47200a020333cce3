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
}
