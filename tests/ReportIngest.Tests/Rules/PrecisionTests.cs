using System.Text.RegularExpressions;
using ReportIngest.Forge.Injections;
using ReportIngest.Rules;

namespace ReportIngest.Tests.Rules;

/// <summary>What was measured stands in <c>docs/precision.md</c> and, rule by rule, on the pages.</summary>
public sealed partial class PrecisionTests
{
    private static readonly Dictionary<string, string[]> Rows = Row().Matches(File.ReadAllText(Repository.File("docs/precision.md")))
        .ToDictionary(match => match.Groups["rule"].Value, match => match.Groups["cells"].Value.Split('|', StringSplitOptions.TrimEntries));

    public static IEnumerable<TheoryDataRow<string>> Ids() => RuleCatalog.All.Select(rule => new TheoryDataRow<string>(rule.Id));

    [Fact]
    public void Every_rule_has_a_row_and_an_injection()
    {
        var ids = RuleCatalog.All.Select(rule => rule.Id).ToList();
        Assert.Equal(ids, Rows.Keys);
        Assert.Equal(ids, InjectionCatalog.All.Select(injection => injection.Rule).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_says_what_the_table_says(string id)
    {
        // title, injected, found, share, sound reports, false alarms
        var row = Rows[id];
        var line = RuleCatalog.Page(id)!.Split('\n')[4];
        Assert.Equal(RuleCatalog.Find(id)!.Title.En, row[0]);
        Assert.Equal(
            $"实测：植入 {row[1]} 处，找到 {row[2]} 处（{row[3]}）；{row[4]} 份无误的报告中误报 {row[5]} 份。Measured: {row[2]} of {row[1]} injected faults found ({row[3]}); false alarms in {row[5]} of {row[4]} sound reports (docs/precision.md).",
            line);
    }

    [GeneratedRegex(@"^\| (?<rule>RI[0-9]{3}) \| (?<cells>.*) \|\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();
}
