using System.Collections.Immutable;
using System.Globalization;
using ReportIngest.Reports;
using ReportIngest.Rules;
using Spectre.Console;
using Console = Spectre.Console;

namespace ReportIngest.Cli.Explaining;

/// <summary>The page that <c>explain</c> prints: who and when, sections, tables laid on the form, findings, doubts.</summary>
internal sealed class ReportPage(Terminal terminal)
{
    private readonly IAnsiConsole _page = terminal.Page();

    public void Write(Ingested ingested)
    {
        if (ingested.Report is { } report)
        {
            WriteWhoAndWhen(report);
            WriteSections(report);
            WriteTables(report, new Marks(report, ingested.Findings));
        }
        else
        {
            _page.Write(new Console.Text(terminal.Say($"文件  {ingested.Source.Path}（{ingested.Source.Bytes.ToString("N0", CultureInfo.InvariantCulture)} 字节）\n", $"File  {ingested.Source.Path} ({ingested.Source.Bytes.ToString("N0", CultureInfo.InvariantCulture)} bytes)\n")));
        }

        var doubts = ingested.Findings.Where(finding => finding.Rule.Category == Category.Extraction).ToList();
        if (ingested.Report is not null) WriteFindings(terminal.Say("核查结果（报告的问题）", "Findings (about the report)"), [.. ingested.Findings.Except(doubts)]);
        if (ingested.Report is null || doubts.Count > 0) WriteFindings(terminal.Say("识别疑问（本程序的问题）", "Doubts (about our reading)"), doubts);
    }

    private void WriteWhoAndWhen(Report report)
    {
        var unknown = terminal.Say("不详", "unknown");
        var (checks, cells) = (Checks.Of(report), Completeness.Of(report));
        var lines = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        Line("标题", "Title", report.Title ?? unknown);
        Line("单位", "Unit", report.Unit is { } unit ? $"{unit.Name}（{Names.Level(unit.Level).In(terminal.Language)}）" : unknown);
        Line("年度", "Year", report.Year?.ToString(CultureInfo.InvariantCulture) ?? unknown);
        Line("公布日期", "Published", Spelling.Date(report.Published) ?? unknown);
        Line("格式版本", "Edition", report.Edition == "unknown" ? terminal.Say("没有统一格式的表格", "without the form's tables") : report.Edition);
        Line("文件", "File", $"{report.Source.Path} ({Spelling.Name(report.Format)}, {report.Encoding ?? "-"}, {report.Source.Bytes.ToString("N0", CultureInfo.InvariantCulture)} {terminal.Say("字节", "bytes")})");
        Line("指标", "Cells", terminal.Say($"应有 {cells.Expected} 格，找到 {cells.Found} 格", $"{cells.Found} of {cells.Expected} found"));
        Line("勾稽关系", "Identities", terminal.Say(
            $"{checks.Passed} 条成立，{checks.Failed} 条不成立，{checks.NotAssessable} 条无法判断",
            $"{checks.Passed} hold, {checks.Failed} do not, {checks.NotAssessable} cannot be assessed"));
        _page.Write(lines);

        void Line(string zh, string en, string value) => lines.AddRow(new Console.Text(terminal.Say(zh, en), new Style(Color.Grey)), new Console.Text(value));
    }

    private void WriteSections(Report report)
    {
        Title(terminal.Say("章节", "Sections"));
        if (report.Sections.IsEmpty) _page.WriteLine(terminal.Say("没有找到章节。", "No section was found."));
        foreach (var section in report.Sections)
        {
            var length = section.Text.Length.ToString("N0", CultureInfo.InvariantCulture);
            _page.WriteLine($"{section.Heading}  {terminal.Say($"{length} 字", $"{length} characters")}");
        }
    }

    private void WriteTables(Report report, Marks marks)
    {
        var forms = new FormTable(marks);
        foreach (var table in report.Fields.GroupBy(field => field.Indicator.Section))
        {
            Title(terminal.Say($"表{"〇一二三四"[table.Key]}", $"Table {table.Key}"));
            foreach (var grid in table.GroupBy(field => field.Indicator.Grid))
                _page.Write(forms.Of(grid.Key, grid.ToDictionary(field => field.Indicator.Code)));
        }
        if (report.Fields.IsEmpty) return;
        _page.WriteLine(terminal.Say(
            "·  空白    ?  未找到    “…”  不是数字    !  有问题    !3→4  建议改为 4",
            "·  blank    ?  not found    “…”  no number    !  faulty    !3→4  4 is suggested"));
    }

    private void WriteFindings(string title, List<Finding> findings)
    {
        Title(title);
        if (findings.Count == 0) _page.WriteLine(terminal.Say("没有。", "None."));
        foreach (var finding in findings.OrderByDescending(finding => finding.Rule.Severity)) FindingLines.Write(_page, finding, terminal);
    }

    private void Title(string text)
    {
        _page.WriteLine();
        _page.Write(new Console.Text(text + "\n", new Style(decoration: Decoration.Bold)));
    }
}
