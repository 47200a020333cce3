using System.Collections.Immutable;
using ReportIngest.Corpus;
using ReportIngest.Documents;
using ReportIngest.Forms;
using ReportIngest.Outputs;
using ReportIngest.Reports;
using ReportIngest.Rosters;
using ReportIngest.Rules;

namespace ReportIngest.Sinks.Export;

/// <summary>The tables of the output. Every format writes them from here, so that a column is called and means the same everywhere.</summary>
public static class OutputTables
{
    private static readonly ImmutableArray<string> Editions = [.. FormCatalog.All.Select(form => form.Edition), "unknown"];

    /// <summary>What a report is and says of itself; the columns of the table <c>reports</c>.</summary>
    internal static ImmutableArray<Column<ReportRecord>> ReportColumns { get; } =
    [
        Id<ReportRecord>(report => report),
        ColumnOf<ReportRecord>.Text("path", "文件路径", "Path of the file", report => report.Source.Path),
        ColumnOf<ReportRecord>.Text("copies", "内容相同的其他文件（分号隔开）", "Other files with the same bytes, separated by semicolons", report => string.Join(';', report.Copies)),
        ColumnOf<ReportRecord>.Integer("bytes", "文件字节数", "Bytes of the file", report => report.Source.Bytes),
        ColumnOf<ReportRecord>.Name("format", "文件格式", "Format of the file", report => (FileKind?)report.Format),
        ColumnOf<ReportRecord>.Text("encoding", "字符编码", "Character encoding", report => report.Encoding),
        Organization<ReportRecord>(report => report),
        Division<ReportRecord>(report => report),
        UnitLevel<ReportRecord>(report => report),
        Year<ReportRecord>(report => report),
        Edition<ReportRecord>(report => report),
        ColumnOf<ReportRecord>.Text("title", "标题", "Title", report => report.Title),
        ColumnOf<ReportRecord>.Date("published", "公布日期", "Day of publication", report => report.Published),
        ColumnOf<ReportRecord>.Integer("passed", "成立的勾稽关系（条）", "Identities that hold", report => report.Checks.Passed),
        ColumnOf<ReportRecord>.Integer("failed", "不成立的勾稽关系（条）", "Identities that fail", report => report.Checks.Failed),
        ColumnOf<ReportRecord>.Integer("not_assessable", "无法判断的勾稽关系（条）", "Identities that cannot be assessed", report => report.Checks.NotAssessable),
        ColumnOf<ReportRecord>.Integer("expected", "该版表格应有的格数", "Cells that the edition has", report => report.Completeness.Expected),
        ColumnOf<ReportRecord>.Integer("found", "找到的格数", "Cells found", report => report.Completeness.Found),
    ];

    public static OutputTable Reports { get; } = OutputTable.OfReports("reports", new Message("报告，一行一份", "Reports, one a row"), report => [report], ReportColumns);

    public static OutputTable Findings { get; } = OutputTable.Of(
        "findings",
        new Message("核查结果，一行一条", "Findings, one a row"),
        output => output.Findings,
        ColumnOf<FindingRecord>.Text("rule", "规则编号", "Rule", finding => finding.Rule),
        ColumnOf<FindingRecord>.Name("category", "类别", "Category", finding => (Category?)finding.Category),
        ColumnOf<FindingRecord>.Name("severity", "级别", "Severity", finding => (Severity?)finding.Severity),
        ColumnOf<FindingRecord>.Text("report", "报告编号", "Id of the report", finding => finding.Subject.Report),
        ColumnOf<FindingRecord>.Text("path", "文件路径", "Path of the file", finding => finding.Subject.Path),
        ColumnOf<FindingRecord>.Text("division", "行政区划代码（来自名录）", "Code of the division (from the roster)", finding => finding.Subject.Division),
        ColumnOf<FindingRecord>.Text("organization", "单位名称", "Organisation", finding => finding.Subject.Organization),
        ColumnOf<FindingRecord>.Integer("year", "报告年度", "Year of the report", finding => finding.Subject.Year),
        ColumnOf<FindingRecord>.Text("indicators", "涉及的指标（分号隔开）", "Indicators that take part, separated by semicolons", finding => string.Join(';', finding.Indicators)),
        ColumnOf<FindingRecord>.Number("expected", "规则算出的数", "What the rule computes", finding => Trim(finding.Expected)),
        ColumnOf<FindingRecord>.Number("actual", "报告里的数", "What the report says", finding => Trim(finding.Actual)),
        ColumnOf<FindingRecord>.Text("message_zh", "说明（中文）", "Sentence in Chinese", finding => finding.Message.Zh),
        ColumnOf<FindingRecord>.Text("message_en", "说明（英文）", "Sentence in English", finding => finding.Message.En),
        ColumnOf<FindingRecord>.Text("at", "位置：表:行:列@页（分号隔开）", "Places: table:row:column@page, separated by semicolons", finding => string.Join(';', finding.At.Select(Spelling.Place))),
        ColumnOf<FindingRecord>.Text("suggestion_indicator", "建议更正的指标", "Indicator that one would change", finding => finding.Suggestion?.Indicator),
        ColumnOf<FindingRecord>.Number("suggestion_value", "建议更正为", "Number one would change it to", finding => Trim(finding.Suggestion?.Value)),
        ColumnOf<FindingRecord>.Text("fingerprint", "指纹：同一问题在各次运行中不变", "Fingerprint: the same from run to run", finding => finding.Fingerprint),
        ColumnOf<FindingRecord>.Text("suppressed_reason", "核销理由", "Why it was accepted", finding => finding.Suppressed?.Reason),
        ColumnOf<FindingRecord>.Text("suppressed_who", "核销人", "Who accepted it", finding => finding.Suppressed?.Who),
        ColumnOf<FindingRecord>.Date("suppressed_until", "核销有效期", "Until when it is accepted", finding => finding.Suppressed?.Until),
        ColumnOf<FindingRecord>.Text("baseline", "与以前相比", "Against the baseline", finding => finding.Baseline) with { Values = [.. Enum.GetValues<BaselineState>().Select(Spelling.Name)] });

    public static OutputTable Coverage { get; } = OutputTable.Of(
        "coverage",
        new Message("覆盖情况，一行一个单位和年度", "Coverage, a row a unit and year"),
        output => output.Coverage,
        ColumnOf<CoverageRecord>.Text("code", "单位代码", "Code of the unit", entry => entry.Code),
        ColumnOf<CoverageRecord>.Text("name", "单位名称", "Name of the unit", entry => entry.Name),
        ColumnOf<CoverageRecord>.Name("level", "层级", "Level", entry => entry.Level),
        ColumnOf<CoverageRecord>.Text("parent", "上级代码", "Code of what it belongs to", entry => entry.Parent),
        ColumnOf<CoverageRecord>.Integer("year", "年度", "Year", entry => entry.Year),
        ColumnOf<CoverageRecord>.Name("status", "状态", "Status", entry => (CoverageStatus?)entry.Status),
        ColumnOf<CoverageRecord>.Integer("days_late", "逾期天数", "Days late", entry => entry.DaysLate),
        ColumnOf<CoverageRecord>.Text("reports", "报告编号（分号隔开）", "Ids of the reports, separated by semicolons", entry => string.Join(';', entry.Reports)),
        ColumnOf<CoverageRecord>.Text("reason_zh", "理由（中文）", "Reason in Chinese", entry => entry.Reason.Zh),
        ColumnOf<CoverageRecord>.Text("reason_en", "理由（英文）", "Reason in English", entry => entry.Reason.En),
        ColumnOf<CoverageRecord>.Boolean("newly_silent", "上年有而今年缺", "Missing, and last year's is there", entry => entry.NewlySilent));

    public static OutputTable Sections { get; } = OutputTable.OfReports(
        "sections",
        new Message("正文各部分，一行一部分", "Sections of the texts, one a row"),
        report => report.Sections.Select(section => (report, section)),
        Id<(ReportRecord Report, Section Section)>(pair => pair.Report),
        Division<(ReportRecord Report, Section Section)>(pair => pair.Report),
        Organization<(ReportRecord Report, Section Section)>(pair => pair.Report),
        UnitLevel<(ReportRecord Report, Section Section)>(pair => pair.Report),
        Year<(ReportRecord Report, Section Section)>(pair => pair.Report),
        ColumnOf<(ReportRecord Report, Section Section)>.Integer("number", "第几部分", "Number of the section", pair => pair.Section.Number),
        ColumnOf<(ReportRecord Report, Section Section)>.Text("title", "规定的标题", "Title that the form gives it", pair => pair.Section.Title),
        ColumnOf<(ReportRecord Report, Section Section)>.Text("heading", "报告里的标题", "Heading as printed", pair => pair.Section.Heading),
        ColumnOf<(ReportRecord Report, Section Section)>.Text("text", "正文（表格除外）", "Text outside of tables", pair => pair.Section.Text));

    public static ImmutableArray<OutputTable> All(ExportOptions options) => [Reports, Values(options), WideTable.Of(options), Findings, Coverage, Sections];

    /// <summary>The names of all tables, those that explain the others too.</summary>
    public static ImmutableArray<string> Names { get; } = [.. All(ExportOptions.Default).Select(table => table.Name), Codebook.Name, Crosswalk.Table.Name];

    /// <summary>Those that an output has: coverage is there with a roster only.</summary>
    public static ImmutableArray<OutputTable> Of(IngestOutput output, ExportOptions options) =>
        [.. All(options).Where(table => table != Coverage || output.HasCoverage)];

    /// <summary>With those that explain the others and do not depend on the reports.</summary>
    public static ImmutableArray<OutputTable> WithReference(IngestOutput output, ExportOptions options) => [.. Of(output, options), Codebook.Of(options), Crosswalk.Table];

    /// <summary>The table of a name; null where there is none.</summary>
    internal static OutputTable? Find(string name, ExportOptions options) => All(options).Append(Codebook.Of(options)).Append(Crosswalk.Table).FirstOrDefault(table => table.Name == name);

    private static OutputTable Values(ExportOptions options) => OutputTable.OfReports(
        "values",
        new Message("指标，一行一份报告的一个指标", "Values, a row a report and indicator"),
        report => report.Fields.Select(field => (report, field)),
        Id<(ReportRecord Report, Field Field)>(pair => pair.Report),
        Division<(ReportRecord Report, Field Field)>(pair => pair.Report),
        Organization<(ReportRecord Report, Field Field)>(pair => pair.Report),
        UnitLevel<(ReportRecord Report, Field Field)>(pair => pair.Report),
        Year<(ReportRecord Report, Field Field)>(pair => pair.Report),
        Edition<(ReportRecord Report, Field Field)>(pair => pair.Report),
        ColumnOf<(ReportRecord Report, Field Field)>.Text("indicator", "指标代码", "Code of the indicator", pair => pair.Field.Indicator.Code),
        ColumnOf<(ReportRecord Report, Field Field)>.Number("value", "数值（金额为万元）", "Number (amounts in 10 000 yuan)", pair => Number(pair.Field, options)),
        ColumnOf<(ReportRecord Report, Field Field)>.Name("state", "状态", "State", pair => (CellState?)pair.Field.Value.State),
        ColumnOf<(ReportRecord Report, Field Field)>.Text("raw", "单元格原文", "Text of the cell", pair => pair.Field.Value.Raw),
        ColumnOf<(ReportRecord Report, Field Field)>.Integer("table", "第几个表（从 0 起）", "Index of the table, from 0", pair => pair.Field.At?.Table),
        ColumnOf<(ReportRecord Report, Field Field)>.Integer("row", "行（从 0 起）", "Row in the table, from 0", pair => pair.Field.At?.Row),
        ColumnOf<(ReportRecord Report, Field Field)>.Integer("column", "列（从 0 起）", "Column in the table, from 0", pair => pair.Field.At?.Column),
        ColumnOf<(ReportRecord Report, Field Field)>.Integer("page", "页码（从 1 起，仅 PDF）", "Page from 1 (PDF only)", pair => pair.Field.At?.Page),
        ColumnOf<(ReportRecord Report, Field Field)>.Text("box", "页面位置：左 上 右 下（点，仅 PDF）", "Left, top, right, bottom on the page in points (PDF only)", pair => pair.Field.At?.Box is { } box ? Spelling.Edges(box) : null));

    /// <summary>What a cell counts as a number in an export.</summary>
    internal static decimal? Number(Field field, ExportOptions options) => Trim(options.BlankAsZero ? field.Counted : field.Value.Number);

    internal static Column<T> Division<T>(Func<T, ReportRecord> of) =>
        ColumnOf<T>.Text("division", "行政区划代码（来自名录）", "Code of the division (from the roster)", record => of(record).Division);

    internal static Column<T> Organization<T>(Func<T, ReportRecord> of) => ColumnOf<T>.Text("organization", "单位名称", "Organisation", record => of(record).Organization);

    internal static Column<T> UnitLevel<T>(Func<T, ReportRecord> of) => ColumnOf<T>.Name("level", "层级", "Level", record => of(record).Level);

    internal static Column<T> Year<T>(Func<T, ReportRecord> of) => ColumnOf<T>.Integer("year", "报告年度", "Year of the report", record => of(record).Year);

    internal static Column<T> Edition<T>(Func<T, ReportRecord> of) =>
        ColumnOf<T>.Text("edition", "表格版本", "Edition of the form", record => of(record).Edition) with { Values = Editions };

    private static Column<T> Id<T>(Func<T, ReportRecord> of) =>
        ColumnOf<T>.Text("report", "报告编号（原文件的 SHA-256）", "Id of the report (SHA-256 of its file)", record => of(record).Id);

    private static decimal? Trim(decimal? number) => number is { } known ? Spelling.Trim(known) : null;
}
