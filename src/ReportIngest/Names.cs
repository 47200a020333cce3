using ReportIngest.Corpus;
using ReportIngest.Reports;
using ReportIngest.Rosters;
using ReportIngest.Rules;

namespace ReportIngest;

/// <summary>Names of things for people.</summary>
public static class Names
{
    public static Message Severity(Severity severity) => severity switch
    {
        Rules.Severity.Error => new("错误", "error"),
        Rules.Severity.Warning => new("警告", "warning"),
        _ => new("提示", "note"),
    };

    public static Message Category(Category category) => category switch
    {
        Rules.Category.Arithmetic => new("勾稽", "Arithmetic"),
        Rules.Category.Value => new("数值", "Values"),
        Rules.Category.Narrative => new("文表一致", "Text against tables"),
        Rules.Category.Copying => new("照搬", "Copying"),
        Rules.Category.Form => new("格式", "Form"),
        Rules.Category.Publication => new("公布", "Publication"),
        Rules.Category.History => new("历年衔接", "History"),
        Rules.Category.Coverage => new("覆盖", "Coverage"),
        _ => new("识别（本程序的疑问）", "Extraction (this program's doubts)"),
    };

    public static Message Level(Level? level) => level switch
    {
        Reports.Level.National => new("国家级", "national"),
        Reports.Level.Province => new("省级", "province"),
        Reports.Level.City => new("市级", "city"),
        Reports.Level.County => new("县级", "county"),
        Reports.Level.Township => new("乡级", "township"),
        Reports.Level.Department => new("部门", "department"),
        _ => new("不详", "unknown"),
    };

    public static Message Scope(Scope scope) => scope switch
    {
        Corpus.Scope.Office => new("本机关", "the office"),
        Corpus.Scope.Aggregate => new("汇总", "all units"),
        _ => new("未说明", "not said"),
    };

    public static Message State(CellState state) => state switch
    {
        CellState.Reported => new("有数", "reported"),
        CellState.Blank => new("空白", "blank"),
        CellState.Placeholder => new("符号", "sign"),
        CellState.Unreadable => new("不是数字", "no number"),
        _ => new("未找到", "not found"),
    };

    public static Message Status(CoverageStatus status) => status switch
    {
        CoverageStatus.OnTime => new("按时", "on time"),
        CoverageStatus.Late => new("逾期", "late"),
        CoverageStatus.Published => new("日期不详", "day unknown"),
        CoverageStatus.Missing => new("缺报", "missing"),
        CoverageStatus.Unreadable => new("有文件但读不出报告", "unreadable"),
        CoverageStatus.Empty => new("全零或照抄", "all zero or copied"),
        CoverageStatus.WrongYear => new("年度不对", "wrong year"),
        CoverageStatus.WrongUnit => new("单位不对", "wrong unit"),
        CoverageStatus.Duplicate => new("重复", "duplicate"),
        CoverageStatus.Partial => new("表格不全", "partial"),
        CoverageStatus.NotDue => new("未到期", "not due"),
        CoverageStatus.Exempt => new("免报", "exempt"),
        _ => new("无法判断", "cannot be told"),
    };

    /// <summary>Where a cell stands, as people count: from 1.</summary>
    public static Message Place(Location at)
    {
        var (cell, table) = (PlaceInTable(at), Spelling.Number(at.Table + 1));
        return new(PlaceOfTable(at).Zh + cell.Zh, $"table {table}, {cell.En}" + (at.Page is { } page ? $", page {Spelling.Number(page)}" : ""));
    }

    /// <summary>The table that a cell stands in.</summary>
    public static Message PlaceOfTable(Location at)
    {
        var table = Spelling.Number(at.Table + 1);
        return at.Page is { } page
            ? new($"第 {Spelling.Number(page)} 页，文中第 {table} 张表", $"table {table}, page {Spelling.Number(page)}")
            : new($"文中第 {table} 张表", $"table {table}");
    }

    /// <summary>Where a cell stands within its table.</summary>
    public static Message PlaceInTable(Location at)
    {
        var (row, column) = (Spelling.Number(at.Row + 1), Spelling.Number(at.Column + 1));
        return new($"第 {row} 行第 {column} 列", $"row {row}, column {column}");
    }
}
