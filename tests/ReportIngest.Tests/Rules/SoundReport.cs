using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Tests.Rules;

/// <summary>A report without a fault: all six sections, all three tables, every cell 0. Tests change what they are about.</summary>
internal static class SoundReport
{
    private static readonly ImmutableArray<string> Titles =
        ["总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况", "存在的主要问题及改进情况", "其他需要报告的事项"];

    /// <summary>What every section says until a test has it say something.</summary>
    public const string Text = "……";

    public static Report Of(string edition)
    {
        var form = FormCatalog.Find(edition);
        return new Report(
            new Source("2024/柳溪镇.html", new string('0', 64), 1),
            FileKind.Html,
            "utf-8",
            new UnitName("青河县柳溪镇人民政府", Level.Township),
            form is null ? 2018 : edition == "2019" ? 2020 : 2024,
            "青河县柳溪镇人民政府政府信息公开工作年度报告",
            null,
            edition,
            [.. Titles.Select((title, index) => new Section(index + 1, title, title, Text))],
            form is null ? [] : [.. form.Indicators.Select(indicator => new Field(indicator, new CellValue(CellState.Reported, 0, "0"), Place(form, indicator)))],
            form?.Identities ?? [],
            form is null ? [] : [.. new[] { 2, 3, 4 }.Select(section => new PlacedTable(section, edition, [section - 2], SpanFidelity.Stated, []) { HasCornerNote = section == 3 })],
            []);
    }

    public static Report With(this Report report, string code, CellValue value) => report with
    {
        Fields = [.. report.Fields.Select(field => field.Indicator.Code != code ? field
            : field with { Value = value, At = value.State == CellState.Missing ? null : field.At })],
    };

    public static Report With(this Report report, string code, decimal number) =>
        report.With(code, new CellValue(CellState.Reported, number, number.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static Location Place(Form form, Indicator indicator) => new(
        indicator.Section - 2,
        form.Grids.Where(grid => grid.Section == indicator.Section).SelectMany(grid => grid.Rows).TakeWhile(row => row.Key != indicator.Row.Key).Count(),
        indicator.Grid.Columns.TakeWhile(column => column.Key != indicator.Column.Key).Count(),
        null,
        null);
}
