using System.Collections.Immutable;
using System.Globalization;
using ReportIngest.Corpus;
using ReportIngest.Outputs;
using ReportIngest.Reading;
using ReportIngest.Reports;
using ReportIngest.Rules;
using ReportIngest.Tests.Outputs;

namespace ReportIngest.Tests.Rules;

/// <summary>The page of a rule is its test: every example on it is run.</summary>
public sealed class RulePageTests
{
    private static readonly string[] Headings = ["## 应当成立", "## 为什么重要", "## 依据", "## 可能的误报", "## 成立的例子", "## 不成立的例子", "## 无法判断的例子"];

    /// <summary>Rules about the file or about our own reading: what was said was said, nothing is left that could not be told.</summary>
    private static readonly string[] AlwaysTells = ["RI901", "RI902", "RI903", "RI904", "RI905", "RI906", "RI907"];

    public static IEnumerable<TheoryDataRow<string, int, string>> Examples() =>
        RuleCatalog.All.SelectMany(rule => RuleExample.Of(rule.Id, RuleCatalog.Page(rule.Id)!))
            .Select(example => new TheoryDataRow<string, int, string>(example.Rule, example.Number, example.Shows));

    public static IEnumerable<TheoryDataRow<string>> Ids() => RuleCatalog.All.Select(rule => new TheoryDataRow<string>(rule.Id));

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_of_a_page_comes_out_as_the_page_says(string rule, int number, string shows)
    {
        var example = RuleExample.Of(rule, RuleCatalog.Page(rule)!).Single(example => example.Number == number);
        var (findings, tally) = Run(example);
        var right = shows switch { "holds" => tally is { Holds: > 0, Fails: 0 }, "fails" => tally.Fails > 0, _ => tally is { CannotTell: > 0, Fails: 0 } };
        Assert.True(right, $"shown as {shows}, came out as {Count(tally)}");
        foreach (var expectation in example.Expectations.Where(line => !line.StartsWith("status ", StringComparison.Ordinal))) Hold(expectation, findings, tally);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_has_its_title_all_headings_and_an_example_of_every_outcome(string id)
    {
        var rule = RuleCatalog.Find(id)!;
        var page = RuleCatalog.Page(id)!;
        var lines = page.Split('\n');
        Assert.Equal($"# {id} {rule.Title.Zh}", lines[0]);
        Assert.Equal($"{rule.Title.En} · {Lower(rule.Category)} · {Lower(rule.Severity)}", lines[2]);
        Assert.Equal(Headings, lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
        string[] outcomes = AlwaysTells.Contains(id) ? ["fails", "holds"] : ["cannot-tell", "fails", "holds"];
        Assert.Equal(outcomes, RuleExample.Of(id, page).Select(example => example.Shows).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_the_title_category_and_severity_of_the_common_list(string id)
    {
        var rule = RuleCatalog.Find(id)!;
        var listed = File.ReadAllLines(Repository.File("tests/ReportIngest.Tests/Rules/rules.csv")).Single(line => line.StartsWith(id, StringComparison.Ordinal)).Split(',');
        Assert.Equal([id, listed[1], listed[2], listed[4], listed[5]], [rule.Id, Lower(rule.Category), Lower(rule.Severity), rule.Title.Zh, rule.Title.En]);
    }

    private static (List<Finding> Findings, Tally Tally) Run(RuleExample example)
    {
        if (example.Subject == "file") return RunFile(example);
        if (example.Subject == "coverage") return CoverageExample.Run(example);
        if (example.Subject == "reports") return RunReports(example);
        var report = example.Report();
        var verdict = RuleCatalog.Judge(report);
        if (example.Due is { } due) verdict = RuleCatalog.JudgeByDay(verdict, Subject.Of(report), report.Unit?.Level, report.Published, due);
        return ([.. verdict.Findings.Where(finding => finding.Rule.Id == example.Rule)], verdict.Tallies.Single(tally => tally.Rule.Id == example.Rule));
    }

    private static (List<Finding> Findings, Tally Tally) RunReports(RuleExample example)
    {
        var (reports, earlier) = example.Reports();
        using var output = WrittenOutput.Of([.. reports.Select(report => ReportRecord.Of(report, []))]);
        using var before = WrittenOutput.Of([.. earlier.Select(report => ReportRecord.Of(report, []))]);
        var verdict = SecondPass.Judge(output, before);
        return ([.. verdict.Findings.Where(finding => finding.Rule.Id == example.Rule)], verdict.Tallies.Single(tally => tally.Rule.Id == example.Rule));
    }

    private static (List<Finding> Findings, Tally Tally) RunFile(RuleExample example)
    {
        var bytes = example.File();
        var findings = Pipeline.Ingest(bytes, Source.Of("example.txt", bytes), Limits.Default).Findings.Where(finding => finding.Rule.Id == example.Rule).ToList();
        return (findings, new Tally(RuleCatalog.Find(example.Rule)!, findings.Count == 0 ? 1 : 0, findings.Count, 0));
    }

    private static void Hold(string expectation, List<Finding> findings, Tally tally)
    {
        var (verb, rest) = (expectation.Split(' ')[0], expectation[(expectation.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        switch (verb)
        {
            case "says": Assert.Contains(findings, finding => finding.Message.Zh.Contains(rest, StringComparison.Ordinal)); break;
            case "cells": Assert.Equal(rest.Split(", "), findings[0].Indicators); break;
            case "suggestion": Assert.Equal(rest, findings[0].Suggestion is { } mend ? $"{mend.Indicator} = {Text(mend.Value)}" : "none"); break;
            case "expected": Assert.Equal(expectation, $"expected {Text(findings[0].Expected)}, actual {Text(findings[0].Actual)}"); break;
            default: Assert.Equal(expectation, Count(tally)); break;
        }
    }

    private static string Count(Tally tally) => string.Join(", ", new[] { ("holds", tally.Holds), ("fails", tally.Fails), ("cannot tell", tally.CannotTell) }
        .Where(count => count.Item2 > 0).Select(count => $"{count.Item1} {Text(count.Item2)}"));

    private static string Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "none";

    private static string Lower<T>(T name) where T : struct, Enum => name.ToString().ToLowerInvariant();
}
