using System.Globalization;
using ReportIngest.Reports;

namespace ReportIngest.Rosters;

/// <summary>The reasons of the statuses in words.</summary>
internal static class CoverageWords
{
    /// <param name="cells">Of the reports: those not found that no rule says are lacking are ours to look for.</param>
    public static Message Timing(DateOnly? published, DateOnly due, int? late, IEnumerable<Completeness> cells)
    {
        var when = Timing(published, due, late);
        foreach (var (expected, found) in cells.Where(one => one.Found < one.Expected))
        {
            when = new(
                string.Create(CultureInfo.InvariantCulture, $"{when.Zh}表格 {expected} 格中找到 {found} 格，其余的可能是本程序未能定位，不算报告不全（见该报告的疑问）。"),
                string.Create(CultureInfo.InvariantCulture, $"{when.En} {found} of {expected} cells of the form were found; the others may be there and not located by us, so the report is not called partial (see its doubts)."));
        }
        return when;
    }

    private static Message Timing(DateOnly? published, DateOnly due, int? late) => (published, late) switch
    {
        (null, _) => new("有报告，但未写明公布日期。", "There is a report; it tells no day of publication."),
        (_, 0) => new($"{Day(published.Value)} 公布，期限 {Day(due)}。", $"Published on {Day(published.Value)}, due by {Day(due)}."),
        _ => new($"{Day(published.Value)} 公布，期限 {Day(due)}，逾期 {late} 天。", $"Published on {Day(published.Value)}, due by {Day(due)}: {Days(late!.Value)} late."),
    };

    public static Message NoTables(Lack lacks) => lacks == Lack.Picture
        ? new("表格是图片，里面的数字无法读取。", "The tables are pictures, whose numbers cannot be read.")
        : new("报告里没有统一格式的表格。", "The report has none of the form's tables.");

    public static Message TooFewCells(Completeness cells, Lack lacks)
    {
        var (zh, en) = lacks == Lack.Picture ? ("有的表格是图片。", " A table is a picture.") : ("", "");
        return new(
            string.Create(CultureInfo.InvariantCulture, $"表格 {cells.Expected} 格中只找到 {cells.Found} 格。{zh}"),
            string.Create(CultureInfo.InvariantCulture, $"Only {cells.Found} of {cells.Expected} cells of the form were found.{en}"));
    }

    public static Message Duplicate(IReadOnlyCollection<FiledReport> reports) => new(
        $"同一年度有 {reports.Count} 份内容不同的报告：{Paths(reports, "、")}。", $"{reports.Count} documents for the year that differ: {Paths(reports, ", ")}.");

    public static Message NotThere(RosterUnit unit, int year) => unit.ValidTo is { } to && to < new DateOnly(year, 12, 31)
        ? new($"名录注明该单位到 {Day(to)} 为止，年末已不存在。", $"By the roster the unit ended on {Day(to)} and was not there at the end of the year.")
        : new($"名录注明该单位自 {Day(unit.ValidFrom!.Value)} 起设立，当年还不存在。", $"By the roster the unit began on {Day(unit.ValidFrom!.Value)}, after that year.");

    public static Message NotYet(DateOnly due, DateOnly asOf) => new(
        $"截至 {Day(asOf)} 尚未到期（期限 {Day(due)}）。", $"Not due yet on {Day(asOf)}: the last day is {Day(due)}.");

    /// <param name="code">The unit's: of files with the same bytes the one under its name is meant.</param>
    public static Message WrongUnit(string code, IReadOnlyCollection<FiledReport> others)
    {
        var files = others.Select(filed => (filed.Labels.First(label => label.Code == code).Path, filed.Report.Organization)).ToList();
        return new(
            $"以它命名的文件是别的单位的报告：{string.Join("、", files.Select(file => $"{file.Path}（{file.Organization}）"))}。",
            $"The file under its name is another's: {string.Join(", ", files.Select(file => $"{file.Path} ({file.Organization})"))}.");
    }

    /// <param name="year">Of files with the same bytes the one under it is meant.</param>
    public static Message WrongYear(int year, IReadOnlyCollection<FiledReport> others)
    {
        var files = others.Select(filed => (Path: filed.PathYears.FirstOrDefault(path => path.Year == year).Path ?? filed.Report.Path, Year: Year(filed))).ToList();
        return new(
            $"看来是给这一年度的文件，写的却是别的年度：{string.Join("、", files.Select(file => $"{file.Path}（{file.Year ?? "未写年度"}）"))}。",
            $"What seems meant for it is on another: {string.Join(", ", files.Select(file => $"{file.Path} ({file.Year ?? "names no year"})"))}.");
    }

    public static Message Unread(FileWithoutReport file) => new(
        $"有以该单位命名的文件，但没能读出报告：{file.Path}：{file.Reason.Zh}", $"There is a file under its name that gave no report: {file.Path}: {file.Reason.En}");

    public static Message Doubtful(IReadOnlyCollection<FiledReport> reports) => new(
        $"可能是该单位的报告，但报告没有写明单位，或所写名称不止一个单位可用：{Paths(reports, "、")}。",
        $"A report may be the unit's, but it names none, or a name that others have too: {Paths(reports, ", ")}.");

    public static Message NotAllRead { get; } = new(
        "没有全部读到（运行被中断，一个文件也没有，或给出的路径不存在、打不开，见 RI905），不能断定缺报。",
        "Not everything was read (the run was stopped, there was no file at all, or a path given is not there or cannot be opened: see RI905), so it may not be missing.");

    public static Message Missing(DateOnly due, IEnumerable<int> otherYears, bool silent)
    {
        var years = string.Join("、", otherYears);
        var zh = $"期限 {Day(due)} 已过，没有找到报告" + (years.Length > 0 ? $"（现有 {years} 年度的）" : "") + (silent ? "；上一年度是有的。" : "。");
        var en = $"Due by {Day(due)} and not found" + (years.Length > 0 ? $" (at hand: {years.Replace("、", ", ", StringComparison.Ordinal)})" : "") + (silent ? "; last year's is there." : ".");
        return new Message(zh, en);
    }

    private static string? Year(FiledReport filed) => filed.Report.Year?.ToString(CultureInfo.InvariantCulture);

    private static string Paths(IEnumerable<FiledReport> reports, string comma) => string.Join(comma, reports.Select(filed => filed.Report.Path));

    private static string Days(int days) => days == 1 ? "1 day" : $"{days} days";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
