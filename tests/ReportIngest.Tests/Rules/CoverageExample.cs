using System.Collections.Immutable;
using System.Globalization;
using ReportIngest.Corpus;
using ReportIngest.Reports;
using ReportIngest.Rosters;
using ReportIngest.Rules;
using ReportIngest.Rules.Coverage;

namespace ReportIngest.Tests.Rules;

/// <summary>
/// An example of a rule about a roster.
/// <code>
/// as-of 2025-02-01                                          the day; else 2026-06-01
/// years 2023 2024                                           else those of the reports
/// unit 410425200 王集乡 parent 410425 alias A;B              also: from DAY, to DAY, exempt
/// report 郏县王集乡人民政府 2024 published 2025-01-20 path P   - for a report that names no unit or year
/// unread 2024/王集乡.pdf                                     a file that could not be read
/// -> status 410425200 2024 on_time                          besides those of <see cref="RuleExample"/>
/// </code>
/// </summary>
internal static class CoverageExample
{
    public static (List<Finding> Findings, Tally Tally) Run(RuleExample example)
    {
        var lines = example.Lines.Where(line => !line.StartsWith("-> ", StringComparison.Ordinal)).Select(line => line.Split(' ')).ToList();
        var roster = new Roster([.. lines.Where(words => words[0] == "unit").Select(UnitOf)], []);
        List<FoundReport> reports = [.. lines.Where(words => words[0] == "report").Select(ReportOf)];
        var files = lines.Where(words => words[0] == "unread").Select(words => new FileWithoutReport(words[1], new Message("文件损坏。", "The file is damaged.")));
        ImmutableArray<int> years = [.. lines.Where(words => words[0] == "years").SelectMany(words => words.Skip(1)).Select(Whole)];
        var asOf = Day(lines.FirstOrDefault(words => words[0] == "as-of")?[1] ?? "2026-06-01");
        var coverage = ReportIngest.Rosters.Coverage.Of(roster, years, reports, files, asOf);
        foreach (var status in example.Expectations.Where(line => line.StartsWith("status ", StringComparison.Ordinal)))
            Assert.Contains(status, coverage.Entries.Select(entry => $"status {entry.Unit.Code} {entry.Year.ToString(CultureInfo.InvariantCulture)} {ReportIngest.Spelling.Snake(entry.Status)}"));
        var verdict = CoverageRules.Judge(coverage);
        return ([.. verdict.Findings.Where(finding => finding.Rule.Id == example.Rule)], verdict.Tallies.Single(tally => tally.Rule.Id == example.Rule));
    }

    private static RosterUnit UnitOf(string[] words)
    {
        string? After(string key) => words.SkipWhile(word => word != key).Skip(1).FirstOrDefault();
        return new RosterUnit(
            words[1],
            words[2],
            UnitName.Of(words[2]).Level,
            After("parent"),
            After("alias") is { } aliases ? [.. aliases.Split(';')] : [],
            After("from") is { } from ? Day(from) : null,
            After("to") is { } to ? Day(to) : null,
            words.Contains("exempt"),
            null);
    }

    private static FoundReport ReportOf(string[] words, int index)
    {
        string? After(string key) => words.SkipWhile(word => word != key).Skip(1).FirstOrDefault();
        var name = index.ToString(CultureInfo.InvariantCulture);
        return new FoundReport(
            name,
            [After("path") ?? name + ".html"],
            words[1] == "-" ? null : words[1],
            words[2] == "-" ? null : Whole(words[2]),
            After("published") is { } day ? Day(day) : null,
            Scope.Unsaid,
            new Completeness(200, 200),
            false,
            name,
            name,
            Lack.Nothing);
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
