using System.Collections.Immutable;
using ReportIngest.Corpus;
using ReportIngest.Rules;

namespace ReportIngest.Sinks.Workbook;

/// <summary>What was read, how much of it, and the findings by rule.</summary>
internal static class SummarySheet
{
    public static void Write(Stream part, OutputTotals totals, FindingsSheet findings, WrittenTables tables, string language)
    {
        using var sheet = new SheetWriter(part, [26, 16, 10, 40, 10, 10], headerRows: 0, headerColumns: 0, isUpright: true);
        sheet.Row(row => row.Text(Say("政府信息公开年度报告核查结果", "Disclosure reports: findings"), CellStyle.Title), lines: 2); // room below its larger letters
        Line("报告", "Reports", totals.Reports);
        Line("单位", "Units", totals.Units);
        sheet.Row(row =>
        {
            row.Text(Say("年度", "Years"));
            row.Text(string.Join(' ', totals.Years.Select(Spelling.Number)));
        });
        Line("应有指标", "Cells expected", totals.Cells.Expected);
        Line("读到指标", "Cells found", totals.Cells.Found);
        Line("成立的等式", "Sums that hold", totals.Checks.Passed);
        Line("不成立的等式", "Sums that fail", totals.Checks.Failed);
        Line("无法判断的等式", "Sums that cannot be told", totals.Checks.NotAssessable);
        sheet.Row(_ => { });
        WriteRules(sheet, findings, language);
        if (findings.LeftOut > 0)
        {
            sheet.Row(row => row.Text(Say(
                $"结果多于一张工作表的行数，另有 {findings.LeftOut} 条在 findings.jsonl。", $"There are more findings than a sheet has rows: {findings.LeftOut} more are in findings.jsonl.")));
        }
        sheet.Row(_ => { });
        sheet.Row(row => row.Text(Say(
            "“本程序的疑问”是识别没有把握的地方，请先对照原文，不能据此说报告有错。", "“Our own doubt”: where we are not sure to have read right. Look at the source first; it is no fault of the report."), CellStyle.Faint));
        sheet.Row(_ => { });
        sheet.Row(row => row.Text(Say(
            $"灰色标签的工作表（{string.Join("、", tables.Names)}）供统计用，与 CSV 各表相同，空单元格不是 0；各列含义见 codebook。",
            $"The sheets with grey tabs ({string.Join(", ", tables.Names)}) are the tables of the CSV files, for computing; an empty cell is no 0, and codebook explains the columns."), CellStyle.Faint));
        foreach (var table in tables.LeftOut)
        {
            sheet.Row(row => row.Text(Say(
                $"表 {table} 超过一张工作表的 {SheetWriter.MostRows} 行，没有写入；请用 --format csv、parquet 或 sqlite 输出。",
                $"The table {table} has more than the {SheetWriter.MostRows} rows of a sheet and is left out: write it with --format csv, parquet or sqlite.")));
        }
        if (tables.Shortened > 0)
        {
            sheet.Row(row => row.Text(Say(
                $"有 {tables.Shortened} 个单元格的文字超过 {SheetWriter.LongestText} 个字符，末尾以“…”截断；全文见 reports.jsonl。",
                $"{tables.Shortened} texts are longer than the {SheetWriter.LongestText} letters of a cell and end in “…”; reports.jsonl has them whole.")));
        }

        string Say(string zh, string en) => new Message(zh, en).In(language);

        void Line(string zh, string en, int number) => sheet.Row(row =>
        {
            row.Text(Say(zh, en));
            row.Number(number);
        });
    }

    private static void WriteRules(SheetWriter sheet, FindingsSheet findings, string language)
    {
        ImmutableArray<Message> names = [new("性质", "Kind"), new("级别", "Severity"), new("规则", "Rule"), new("问题", "Title"), new("数量", "Findings"), new("单位数", "Units")];
        sheet.Header(names.Select(name => name.In(language)));
        var rules = findings.Rules.Values.OrderBy(rule => rule.First.Category == Category.Extraction).ThenByDescending(rule => rule.First.Severity).ThenByDescending(rule => rule.Findings);
        foreach (var (first, number, units) in rules)
        {
            sheet.Row(row =>
            {
                row.Text(FindingsSheet.Kind(first).In(language));
                row.Text(Names.Severity(first.Severity).In(language), FindingsSheet.StyleOf(first));
                row.Text(first.Rule);
                row.Text(RuleCatalog.Find(first.Rule)?.Title.In(language));
                row.Number(number);
                row.Number(units.Count);
            });
        }
    }
}
