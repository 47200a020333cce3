using System.Globalization;
using System.Net;
using System.Text;
using ReportIngest.Forms;

namespace ReportIngest.Cli.Refreshing;

/// <summary>The morning's page: what is new, what needs a look. One file that needs nothing else.</summary>
internal static class RefreshPage
{
    /// <summary>Rows of a table that are drawn; the rest is in <c>run.json</c>.</summary>
    private const int Listed = 500;

    private const string Style = """
        body{font:15px/1.6 system-ui,"Noto Sans SC","Microsoft YaHei",sans-serif;margin:2em auto;max-width:72em;padding:0 1em;color:#222}
        table{border-collapse:collapse;width:100%;margin:.5em 0 1.5em}td,th{border-bottom:1px solid #ddd;padding:.3em .6em;text-align:left;vertical-align:top}
        td{overflow-wrap:anywhere}h2{margin-top:1.6em}.held{background:#fdecea;padding:.8em 1em;border-left:4px solid #c62828}.small{color:#666;font-size:13px}
        """;

    public static void Write(Stream stream, RefreshRecord record)
    {
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"zh\"><head><meta charset=\"utf-8\"><meta name=\"generator\" content=\"reportingest\"><title>年报更新 ").Append(Day(record.Run.Started)).Append("</title>\n<style>").Append(Style).Append("</style></head><body>\n");
        page.Append(CultureInfo.InvariantCulture, $"<h1>年报更新 {Day(record.Run.Started)}</h1>\n");
        if (record.Held) page.Append("<p class=\"held\"><b>本次没有发布。</b>").Append(Encoded(record.Valve.Trip!.Zh)).Append("下列变化都没有发布，已发布的仍是以前的文件。请核实；确属真实的，用 <code>--accept 理由</code> 再次运行。</p>\n");
        if (record.Run.Options.Accept is { } reason) page.Append("<p class=\"held\">经人工确认后发布，理由：").Append(Encoded(reason)).Append("</p>\n");
        page.Append(CultureInfo.InvariantCulture, $"<p>第 {record.Run.Number} 次运行，{Time(record.Run.Started)} 至 {Time(record.Finished)}。现有文件 {record.Live} 个，其中报告 {record.Reports} 份。</p>\n");
        Changes(page, record, "需要查看", ChangeKind.Values, ChangeKind.Lost, ChangeKind.Withdrawn);
        Problems(page, "取不到或读不了", record.Quarantine.Where(row => row.Dead is null));
        Problems(page, "已停止尝试", record.Quarantine.Where(row => row.Dead is not null));
        OtherUnits(page, record);
        Changes(page, record, "新增", ChangeKind.New, ChangeKind.Returned, ChangeKind.Recovered);
        Changes(page, record, "其他变化", ChangeKind.Moved, ChangeKind.Bytes, ChangeKind.Reread);
        Table(page, "以前的运行已发布、但中断而未报告", ["第几次运行", "变化", "单位", "年度", "地址"], record.Untold, change =>
            [change.Run.ToString(CultureInfo.InvariantCulture), RefreshWords.Of(change.Kind).Zh, change.Unit ?? "", change.Year?.ToString(CultureInfo.InvariantCulture) ?? "", change.Path]);
        if (record.Changes.IsEmpty && record.Quarantine.IsEmpty) page.Append("<p>没有变化，没有问题。</p>\n");
        Sources(page, record);
        page.Append(CultureInfo.InvariantCulture, $"<p class=\"small\">程序 {Encoded(record.Run.Key.Program)}。完整记录见同一文件夹的 run.json。</p>\n</body></html>\n");
        stream.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    private static void Changes(StringBuilder page, RefreshRecord record, string title, params ChangeKind[] kinds)
    {
        var changes = record.Changes.Where(change => kinds.Contains(change.Kind)).ToList();
        Table(page, title, ["变化", "单位", "年度", "地址", "单元格（以前 → 现在）"], changes, change =>
        [
            RefreshWords.Of(change.Kind).Zh,
            change.Now.Unit ?? change.Was?.Unit ?? "",
            (change.Now.Year ?? change.Was?.Year)?.ToString(CultureInfo.InvariantCulture) ?? "",
            change.From is { } from ? $"{from} → {change.Path}" : change.Path,
            string.Join('\n', change.Cells.Select(cell => $"{NameOf(cell.Indicator)}：{RefreshJson.Shown(cell.Before) ?? "无此格"} → {RefreshJson.Shown(cell.After) ?? "无此格"}")),
        ]);
    }

    private static string NameOf(string code) => FormCatalog.All.Select(form => form.Find(code)).FirstOrDefault(cell => cell is not null) is { } cell ? $"{cell.RowLabel} | {cell.ColumnLabel}" : code;

    private static void Problems(StringBuilder page, string title, IEnumerable<QuarantineRow> rows) => Table(
        page, title, ["地址", "来源", "原因", "次数", "始于", "下次"], [.. rows], row =>
        [
            row.Path, row.Source, row.Failure.Cause.Zh, row.Attempts.ToString(CultureInfo.InvariantCulture), Day(row.First),
            row.Next is { } next ? Day(next) : row.Dead is not null ? "不再尝试" : row.Failure is { IsOfStore: true } or { Stage: "list" } ? "每次运行" : "内容或程序更新后",
        ]);

    /// <summary>A source that knows whose reports it has, and a report that names somebody else.</summary>
    private static void OtherUnits(StringBuilder page, RefreshRecord record)
    {
        var expected = record.Listings.SelectMany(listing => listing.Targets).Where(target => target.Unit is not null).DistinctBy(target => target.Path).ToDictionary(target => target.Path, target => target.Unit!);
        var others = record.Documents.Where(document => !document.Withdrawn && document.Reading.Unit is not null && expected.TryGetValue(document.Path, out var unit) && !Same(unit, document.Reading.Unit)).ToList();
        Table(page, "单位与来源不符", ["地址", "来源的单位", "报告的单位"], others, document => [document.Path, expected[document.Path], document.Reading.Unit!]);
    }

    private static bool Same(string expected, string found) => expected.Contains(found, StringComparison.Ordinal) || found.Contains(expected, StringComparison.Ordinal);

    private static void Sources(StringBuilder page, RefreshRecord record) => Table(
        page, "来源", ["名称", "位置", "地址数", "是否查完"], record.Listings, listing =>
        [
            listing.Source.Name, listing.Source.Place, listing.Targets.Length.ToString(CultureInfo.InvariantCulture),
            listing.Failure is { } failure ? "否：" + failure.Cause.Zh : listing.Complete ? "是" : "—",
        ]);

    private static void Table<T>(StringBuilder page, string title, string[] columns, IReadOnlyCollection<T> rows, Func<T, string[]> cells)
    {
        if (rows.Count == 0) return;
        page.Append(CultureInfo.InvariantCulture, $"<h2>{title}（{rows.Count}）</h2>\n<table><tr>");
        foreach (var column in columns) page.Append("<th>").Append(column).Append("</th>");
        page.Append("</tr>\n");
        foreach (var row in rows.Take(Listed))
        {
            page.Append("<tr>");
            foreach (var cell in cells(row)) page.Append("<td>").Append(Encoded(cell)).Append("</td>");
            page.Append("</tr>\n");
        }
        page.Append("</table>\n");
        if (rows.Count > Listed) page.Append(CultureInfo.InvariantCulture, $"<p>其余 {rows.Count - Listed} 条见 run.json。</p>\n");
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);

    private static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
