using System.Collections.Immutable;
using System.Globalization;
using ReportIngest.Cli.Covering;
using ReportIngest.Outputs;
using ReportIngest.Rules;

namespace ReportIngest.Cli.Ingesting;

/// <summary>The end of a run in words, for someone who has never seen this program.</summary>
internal static class Summary
{
    /// <summary>Lines of a list that a reader takes in; the rest is in the files, and said to be.</summary>
    private const int Listed = 10;

    /// <summary>How many of a list are shown: one more than those takes no more room than a line that says so.</summary>
    private static int Shown(int all) => all == Listed + 1 ? all : Math.Min(all, Listed);

    public static void Tell(Terminal terminal, RunRecord record, ImmutableArray<string> written)
    {
        if (terminal.Quiet) return;
        foreach (var line in Lines(record, written)) terminal.Tell(line);
    }

    private static IEnumerable<Message> Lines(RunRecord record, ImmutableArray<string> written)
    {
        var tally = record.Tally;
        var seconds = (record.Finished - record.Started).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        yield return record.Interrupted
            ? new($"中断：已完成的 {Count(tally.Files)} 个文件存入 {record.Folder}，以前的输出没有改动。", $"Interrupted: the {Count(tally.Files)} files finished by then are kept in {record.Folder}; an earlier output is as it was.")
            : new($"读取 {Count(tally.Files)} 个文件，用时 {seconds} 秒。", $"Read {Files(tally.Files)} in {seconds} s.");
        if (Skipped(record) is { } skipped) yield return skipped;
        if (tally.Files == 0 && !record.Interrupted)
        {
            yield return new(
                "  注意：所给的文件夹里没有可读的文件，输出因此是空的；请核对路径，或磁盘是否已经挂载。",
                "  Note: there is no file to read in what was given, so the output is empty; see whether the path is right and its disk is there.");
        }
        foreach (var line in Reports(tally)) yield return line;
        foreach (var line in Findings(tally)) yield return line;
        if (record.Interrupted)
        {
            yield return new(
                "    各报告之间尚未比较：历年衔接、照搬等要对照几份报告的规则没有查，以上条数不包括这些。",
                "    The reports were not compared with each other yet: rules that need several of them (history, copying) were not asked, and the counts above are without them.");
        }
        foreach (var line in Verdicts(record)) yield return line;
        foreach (var line in Unread(tally)) yield return line;
        foreach (var line in record.Rosters.SelectMany(roster => CoverageSummary.Lines(roster.Coverage!, roster.Verdict!, roster.AsOf))) yield return line;
        yield return ResultNames.Line(record.Folder, written);
        if (record.Earlier.Removed is [_, ..] removed)
            yield return new($"  以前运行留下的 {string.Join("、", removed)} 已随之删去。", $"  {string.Join(" and ", removed)} of an earlier run went with the exchange.");
        if (tally.WorthALook is { } path)
            yield return new($"下一步：查看单份报告 explain {Quoted(path)}", $"Next: look at one report with  explain {Quoted(path)}");
    }

    private static Message? Skipped(RunRecord record)
    {
        if (record.Skipped.IsEmpty) return null;
        var parts = record.Skipped.Select(skip => (skip.Value, Name: Name(skip.Key))).ToList();
        return new(
            $"  未读：{string.Join("、", parts.Select(part => $"{part.Name.Zh} {part.Value} 个"))}",
            $"  Left out: {string.Join(", ", parts.Select(part => $"{part.Value} {part.Name.En}"))}");
    }

    private static Message Name(Skip skip) => skip switch
    {
        Skip.Hidden => new("隐藏文件", "hidden"),
        Skip.ByProduct => new("系统文件", "left by the system"),
        Skip.OwnOutput => new("本程序的输出", "written by this program"),
        Skip.Link => new("链接", "links"),
        _ => new("不符合 --include/--exclude", "not selected by --include/--exclude"),
    };

    private static IEnumerable<Message> Reports(RunTally tally)
    {
        var reports = tally.Count("report");
        var editions = tally.Editions.Reverse().Select(edition => (edition.Value, Name: edition.Key == "unknown"
            ? new Message("无统一格式表格", "without the form's tables")
            : new Message($"{edition.Key} 年版", $"edition {edition.Key}"))).ToList();
        var copies = tally.Count("copy");
        yield return new(
            $"  年度报告  {Count(reports)} 份" + (reports == 0 ? "" : $"（{string.Join("，", editions.Select(edition => $"{edition.Name.Zh} {Count(edition.Value)} 份"))}）") + (copies == 0 ? "" : $"，另有内容相同的文件 {copies} 个"),
            $"  Reports     {Count(reports)}" + (reports == 0 ? "" : $" ({string.Join(", ", editions.Select(edition => $"{edition.Name.En}: {Count(edition.Value)}"))})") + (copies == 0 ? "" : $", and {Files(copies)} with the same bytes"));
        if (reports == 0) yield break;
        yield return new($"  指标      共 {Count(tally.Cells.Expected)} 格，找到 {Count(tally.Cells.Found)} 格", $"  Cells       {Count(tally.Cells.Found)} of {Count(tally.Cells.Expected)} found");
        yield return new(
            $"  勾稽关系  {Count(tally.Checks.Passed)} 条成立，{Count(tally.Checks.Failed)} 条不成立，{Count(tally.Checks.NotAssessable)} 条无法判断",
            $"  Identities  {Count(tally.Checks.Passed)} hold, {Count(tally.Checks.Failed)} do not, {Count(tally.Checks.NotAssessable)} cannot be assessed");
    }

    private static IEnumerable<Message> Findings(RunTally tally)
    {
        // What we are not sure to have read right is no fault of a report and stands apart, at the end.
        var rules = tally.Findings.Values.OrderBy(rule => IsDoubt(rule.Rule)).ThenByDescending(rule => rule.Rule.Severity).ThenByDescending(rule => rule.Count).ToList();
        int errors = Of(Severity.Error), warnings = Of(Severity.Warning), notes = Of(Severity.Note), doubts = rules.Where(rule => IsDoubt(rule.Rule)).Sum(rule => rule.Count);
        yield return new(
            $"  核查结果  错误 {Count(errors)} 条，警告 {Count(warnings)} 条，提示 {Count(notes)} 条" + (doubts == 0 ? "" : $"；另有本程序的疑问 {Count(doubts)} 条，不是报告的问题"),
            $"  Findings    {Some(errors, "error")}, {Some(warnings, "warning")}, {Some(notes, "note")}" + (doubts == 0 ? "" : $"; and {Some(doubts, "doubt")} of our own, no fault of a report"));
        foreach (var (rule, count) in rules.Take(Shown(rules.Count)))
        {
            var kind = IsDoubt(rule) ? new Message("疑问", "doubt") : Names.Severity(rule.Severity);
            yield return new($"    {Count(count),6} × {rule.Id} {kind.Zh}  {rule.Title.Zh}", $"    {Count(count),6} × {rule.Id} {kind.En,-7}  {rule.Title.En}");
        }
        if (rules.Count - Shown(rules.Count) is > 0 and var rest) yield return new($"    另有 {rest} 条规则有结果，见 run.json", $"    {rest} more rules with findings: see run.json");

        int Of(Severity severity) => rules.Where(rule => !IsDoubt(rule.Rule) && rule.Rule.Severity == severity).Sum(rule => rule.Count);

        static bool IsDoubt(RuleInfo rule) => rule.Category == Category.Extraction;
    }

    private static IEnumerable<Message> Verdicts(RunRecord record)
    {
        var tally = record.Tally;
        if (record.Options.Verdicts.BaselinePath is not null)
        {
            yield return new(
                $"  与以前相比  新增 {tally.New} 条，未变 {tally.Unchanged} 条，已消失 {tally.Rest.Gone} 条，这次没有查到的 {tally.Rest.NotChecked} 条（见 gone.jsonl）",
                $"  Baseline    {tally.New} new, {tally.Unchanged} unchanged, {tally.Rest.Gone} gone, {tally.Rest.NotChecked} not looked at this time (see gone.jsonl)");
        }
        if (record.Options.Verdicts.SuppressPath is null) yield break;
        yield return new($"  已核销      {tally.Suppressed} 条", $"  Suppressed  {tally.Suppressed}");
        foreach (var (entry, why) in record.StaleSuppressions.Take(Shown(record.StaleSuppressions.Length)))
        {
            var reason = why == Staleness.Expired ? new Message("已过有效期，不再算数", "is over and no longer counts") : new Message("没有对应的结果，可以删去", "fits no finding and can go");
            yield return new($"    核销文件第 {entry.Line} 行（{entry.Rule} {entry.Unit}）{reason.Zh}", $"    Line {entry.Line} of the suppression file ({entry.Rule} {entry.Unit}) {reason.En}");
        }
        if (record.StaleSuppressions.Length - Shown(record.StaleSuppressions.Length) is > 0 and var rest)
            yield return new($"    另有 {rest} 行，见 run.json", $"    {rest} more lines: see run.json");
    }

    private static IEnumerable<Message> Unread(RunTally tally)
    {
        if (tally.Count("no_report") is var others and > 0)
            yield return new($"  不是年报  {others} 个文件（RI907，见 findings.jsonl）", $"  No report   {Files(others)} (RI907, see findings.jsonl)");
        if (tally.Quarantined.Count == 0) yield break;
        yield return new($"  无法读取  {tally.Quarantined.Count} 个文件：", $"  Unreadable  {Files(tally.Quarantined.Count)}:");
        foreach (var finding in tally.Quarantined.Take(Shown(tally.Quarantined.Count)))
            yield return new($"    {finding.Subject.Path}：{finding.Message.Zh}", $"    {finding.Subject.Path}: {finding.Message.En}");
        if (tally.Quarantined.Count - Shown(tally.Quarantined.Count) is > 0 and var rest)
            yield return new($"    其余 {rest} 个见 run.json", $"    {rest} more: see run.json");
    }

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Files(int count) => Some(count, "file");

    private static string Some(int count, string noun) => count == 1 ? $"1 {noun}" : $"{Count(count)} {noun}s";

    private static string Quoted(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;
}
