using System.Globalization;
using System.Net;
using System.Text;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Cli.Refreshing;

/// <summary>The morning's page: what is new, what needs a look. One file that needs nothing else.</summary>
/// <param name="language"><c>en</c>, or Chinese for anything else.</param>
internal sealed class RefreshPage(string language)
{
    /// <summary>Rows of a table that are drawn; the rest is in <c>run.json</c>.</summary>
    private const int Listed = 500;

    private const string Style = """
        body{font:15px/1.6 system-ui,"Noto Sans SC","Microsoft YaHei",sans-serif;margin:2em auto;max-width:72em;padding:0 1em;color:#222}
        table{border-collapse:collapse;width:100%;margin:.5em 0 1.5em}td,th{border-bottom:1px solid #ddd;padding:.3em .6em;text-align:left;vertical-align:top}
        td{overflow-wrap:anywhere}h2{margin-top:1.6em}.held{background:#fdecea;padding:.8em 1em;border-left:4px solid #c62828}.small{color:#666;font-size:13px}
        """;

    private readonly StringBuilder _page = new();

    public void Write(Stream stream, RefreshRecord record)
    {
        var (title, run) = (Say($"年报更新 {Day(record.Run.Started)}", $"Reports refreshed {Day(record.Run.Started)}"), record.Run);
        _page.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\"><meta name=\"generator\" content=\"reportingest\"><title>{title}</title>\n<style>{Style}</style></head><body>\n<h1>{title}</h1>\n");
        if (record.Held)
        {
            _page.Append("<p class=\"held\"><b>").Append(Say("本次没有发布。", "Nothing was published. ")).Append("</b>").Append(Encoded(record.Valve.Trip!.In(language))).Append(Say(
                "下列变化都没有发布，已发布的仍是以前的文件。请核实；确属真实的，用 <code>--accept 理由</code> 再次运行。",
                " None of the changes below is published: what is published is as it was. See whether they are right; when they are, run again with <code>--accept REASON</code>.")).Append("</p>\n");
        }
        if (run.Options.Accept is { } reason) _page.Append("<p class=\"held\">").Append(Say("经人工确认后发布，理由：", "Published after a person has looked, for this reason: ")).Append(Encoded(reason)).Append("</p>\n");
        Paragraph(
            $"第 {run.Number} 次运行，{Time(run.Started)} 至 {Time(record.Finished)}。现有文件 {record.Live} 个，其中报告 {record.Reports} 份。",
            $"Run {run.Number}, {Time(run.Started)} to {Time(record.Finished)}. There are {record.Live} documents, {record.Reports} of them reports.");
        Changes(record, "需要查看", "To be looked at", ChangeKind.Values, ChangeKind.Lost, ChangeKind.Withdrawn);
        Problems("取不到或读不了", "Cannot be fetched or read", record.Quarantine.Where(row => row.Dead is null));
        Problems("已停止尝试", "Given up", record.Quarantine.Where(row => row.Dead is not null));
        OtherUnits(record);
        Changes(record, "新增", "New", ChangeKind.New, ChangeKind.Returned, ChangeKind.Recovered);
        Changes(record, "其他变化", "Other changes", ChangeKind.Moved, ChangeKind.Bytes, ChangeKind.Reread);
        Table(new("以前的运行已发布、但中断而未报告", "Published by earlier runs that were ended before they could say so"),
            [new("第几次运行", "Run"), new("变化", "Change"), new("单位", "Unit"), new("年度", "Year"), new("地址", "Address")], record.Untold, change =>
            [Number(change.Run), RefreshWords.Of(change.Kind).In(language), change.Unit ?? "", Number(change.Year), change.Path]);
        if (record.Changes.IsEmpty && record.Quarantine.IsEmpty) Paragraph("没有变化，没有问题。", "No changes, no problems.");
        Sources(record);
        _page.Append("<p class=\"small\">").Append(Say(
            $"程序 {Encoded(run.Key.Program)}。完整记录见同一文件夹的 run.json。", $"Program {Encoded(run.Key.Program)}. The whole record is run.json in the same folder.")).Append("</p>\n</body></html>\n");
        stream.Write(Encoding.UTF8.GetBytes(_page.ToString()));
    }

    private void Changes(RefreshRecord record, string zh, string en, params ChangeKind[] kinds)
    {
        var changes = record.Changes.Where(change => kinds.Contains(change.Kind)).ToList();
        Table(new(zh, en), [new("变化", "Change"), new("单位", "Unit"), new("年度", "Year"), new("地址", "Address"), new("单元格（以前 → 现在）", "Cells (before → now)")], changes, change =>
        [
            RefreshWords.Of(change.Kind).In(language),
            change.Now.Unit ?? change.Was?.Unit ?? "",
            Number(change.Now.Year ?? change.Was?.Year),
            change.From is { } from ? $"{from} → {change.Path}" : change.Path,
            string.Join('\n', change.Cells.Select(cell => $"{NameOf(cell.Indicator)}{Say("：", ": ")}{Shown(cell.Before)} → {Shown(cell.After)}")),
        ]);
    }

    /// <summary>As the form prints it.</summary>
    private static string NameOf(string code) => FormCatalog.All.Select(form => form.Find(code)).FirstOrDefault(cell => cell is not null) is { } cell ? $"{cell.RowLabel} | {cell.ColumnLabel}" : code;

    private string Shown(Field? field) => field switch
    {
        null => Say("无此格", "no such cell"),
        { Value.Number: { } number } => Spelling.Number(number),
        _ => Names.State(field.Value.State).In(language),
    };

    private void Problems(string zh, string en, IEnumerable<QuarantineRow> rows) => Table(
        new(zh, en), [new("地址", "Address"), new("来源", "Source"), new("原因", "Cause"), new("次数", "Times"), new("始于", "Since"), new("下次", "Next try")], [.. rows], row =>
        [
            row.Path, row.Source, row.Failure.Cause.In(language), Number(row.Attempts), Day(row.First),
            row.Next is { } next ? Day(next)
                : row.Dead is not null ? Say("不再尝试", "none")
                : row.Failure is { IsOfStore: true } or { Stage: "list" } ? Say("每次运行", "every run")
                : Say("内容或程序更新后", "when it or the program has changed"),
        ]);

    /// <summary>A source that knows whose reports it has, and a report that names somebody else.</summary>
    private void OtherUnits(RefreshRecord record)
    {
        var expected = record.Listings.SelectMany(listing => listing.Targets).Where(target => target.Unit is not null).DistinctBy(target => target.Path).ToDictionary(target => target.Path, target => target.Unit!);
        var others = record.Documents.Where(document => !document.Withdrawn && document.Reading.Unit is not null && expected.TryGetValue(document.Path, out var unit) && !Same(unit, document.Reading.Unit)).ToList();
        Table(new("单位与来源不符", "Another unit than the source's"), [new("地址", "Address"), new("来源的单位", "Unit of the source"), new("报告的单位", "Unit of the report")], others, document =>
            [document.Path, expected[document.Path], document.Reading.Unit!]);
    }

    private static bool Same(string expected, string found) => expected.Contains(found, StringComparison.Ordinal) || found.Contains(expected, StringComparison.Ordinal);

    private void Sources(RefreshRecord record) => Table(
        new("来源", "Sources"), [new("名称", "Name"), new("位置", "Place"), new("地址数", "Addresses"), new("是否查完", "Looked at to the end")], record.Listings, listing =>
        [
            listing.Source.Name, listing.Source.Place, Number(listing.Targets.Length),
            listing.Failure is { } failure ? Say("否：", "no: ") + failure.Cause.In(language) : listing.Complete ? Say("是", "yes") : "—",
        ]);

    private void Table<T>(Message title, Message[] columns, IReadOnlyCollection<T> rows, Func<T, string[]> cells)
    {
        if (rows.Count == 0) return;
        _page.Append("<h2>").Append(Say($"{title.Zh}（{rows.Count}）", $"{title.En} ({rows.Count})")).Append("</h2>\n<table><tr>");
        foreach (var column in columns) _page.Append("<th>").Append(column.In(language)).Append("</th>");
        _page.Append("</tr>\n");
        foreach (var row in rows.Take(Listed))
        {
            _page.Append("<tr>");
            foreach (var cell in cells(row)) _page.Append("<td>").Append(Encoded(cell)).Append("</td>");
            _page.Append("</tr>\n");
        }
        _page.Append("</table>\n");
        if (rows.Count > Listed) Paragraph($"其余 {rows.Count - Listed} 条见 run.json。", $"{rows.Count - Listed} more are in run.json.");
    }

    private void Paragraph(string zh, string en) => _page.Append("<p>").Append(Say(zh, en)).Append("</p>\n");

    private string Say(string zh, string en) => new Message(zh, en).In(language);

    private static string Encoded(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
