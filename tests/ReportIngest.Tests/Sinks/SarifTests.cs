using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using ReportIngest.Corpus;
using ReportIngest.Outputs;
using ReportIngest.Reading;
using ReportIngest.Reports;
using ReportIngest.Rules;
using ReportIngest.Sinks.Sarif;

namespace ReportIngest.Tests.Sinks;

public sealed class SarifTests
{
    private const string Seed = "seeds/seed.md";

    [Fact]
    public void Findings_of_a_faulty_report_fit_the_official_schema()
    {
        var findings = FindingsOf(File.ReadAllText(Repository.File(Seed)).Replace("| 一、本年新收政府信息公开申请数量 | | 0 |", "| 一、本年新收政府信息公开申请数量 | | 5 |", StringComparison.Ordinal));
        var marked = FindingMarks.None.Of(findings);
        Assert.Contains(marked, finding => finding.Finding.Suggestion is not null);
        Assert.True(IsValid(Written(marked, "zh")));
        Assert.True(IsValid(Written(marked, "en")));
        var results = Results(Written(marked, "en"));
        Assert.Equal(marked.Select(finding => finding.Fingerprint), results.Select(result => result["fingerprints"]!["reportingest/v1"]!.GetValue<string>()));
        var sum = results.First(result => result["ruleId"]!.GetValue<string>() == "RI103");
        Assert.Equal("error", sum["level"]!.GetValue<string>());
        Assert.Contains("Suggestion: ", sum["message"]!["text"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_schema_refuses_what_is_no_SARIF() =>
        Assert.False(IsValid(Written([], "zh").Replace("\"results\":[]", "\"results\":[{\"ruleId\":\"RI103\"}]", StringComparison.Ordinal)));

    [Fact]
    public void A_log_without_findings_still_fits_and_names_every_rule_in_both_languages()
    {
        var log = Written([], "zh");
        Assert.True(IsValid(log));
        var run = Run(log);
        Assert.Empty(run["results"]!.AsArray());
        Assert.Equal(RuleCatalog.All.Select(rule => (rule.Id, rule.Title.Zh)), Titles(run["tool"]!["driver"]!));
        Assert.Equal(RuleCatalog.All.Select(rule => (rule.Id, rule.Title.En)), Titles(run["translations"]![0]!));
        Assert.All(run["tool"]!["driver"]!["rules"]!.AsArray(), rule => Assert.Contains("## 可能的误报", rule!["help"]!["markdown"]!.GetValue<string>(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_cell_is_a_logical_location_in_its_file()
    {
        var result = Assert.Single(Results(Written([Marked(Finding("报告 1/年报.pdf"))], "zh")));
        var location = Assert.Single(result["locations"]!.AsArray())!;
        Assert.Equal("%E6%8A%A5%E5%91%8A%201/%E5%B9%B4%E6%8A%A5.pdf", location["physicalLocation"]!["artifactLocation"]!["uri"]!.GetValue<string>());
        var cell = location["logicalLocations"]!.AsArray().Single(place => place!["kind"]!.GetValue<string>() == "cell")!;
        Assert.Equal("tables[1].rows[3].columns[9]", cell["fullyQualifiedName"]!.GetValue<string>());
        Assert.Equal("""{"table":1,"row":3,"column":9,"page":2,"box":[1,2,3,4]}""", cell["properties"]!.ToJsonString());
    }

    [Fact]
    public void An_accepted_finding_is_suppressed_and_a_known_one_unchanged()
    {
        var finding = Finding("a.html");
        var entry = new Suppression(1, "RI103", null, null, "县里要求", "李", new DateOnly(2026, 12, 31), "f");
        var log = Written([Marked(finding), new MarkedFinding(finding, "f", BaselineState.Unchanged, entry)], "zh");
        Assert.True(IsValid(log));
        var (open, accepted) = (Results(log)[0], Results(log)[1]);
        Assert.Empty(open["suppressions"]!.AsArray());
        Assert.Null(open["baselineState"]);
        Assert.Equal("县里要求", accepted["suppressions"]![0]!["justification"]!.GetValue<string>());
        Assert.Equal("unchanged", accepted["baselineState"]!.GetValue<string>());
    }

    [Fact]
    public void What_the_baseline_had_and_is_gone_is_absent()
    {
        using var stream = new MemoryStream();
        SarifLog.Write(stream, [FindingRecord.Of(Marked(Finding("a.html"))) with { Baseline = "gone" }], "zh", "1.0.0");
        var log = Encoding.UTF8.GetString(stream.ToArray());
        Assert.True(IsValid(log));
        Assert.Equal("absent", Assert.Single(Results(log))["baselineState"]!.GetValue<string>());
    }

    [Fact]
    public void A_missing_report_has_its_unit_for_a_place()
    {
        var missing = new Finding(
            RuleCatalog.Find("RI801")!, new Subject(null, null, "410425200", "王集乡", 2024), new Message("应报未报", "not there"), [], []);
        var log = Written([Marked(missing)], "zh");
        Assert.True(IsValid(log));
        var location = Assert.Single(Assert.Single(Results(log))["locations"]!.AsArray())!;
        Assert.Null(location["physicalLocation"]);
        Assert.Equal("王集乡", location["logicalLocations"]![0]!["name"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("a/b.html", "a/b.html")]
    [InlineData("../in/100% #1?.md", "../in/100%25%20%231%3F.md")]
    [InlineData("/data/x.pdf", "file:///data/x.pdf")]
    [InlineData("C:/数/x.pdf", "file:///C:/%E6%95%B0/x.pdf")]
    [InlineData("a:b.md", "a%3Ab.md")]
    public void A_path_becomes_a_URI_reference(string path, string uri) => Assert.Equal(uri, FileUri.Of(path));

    private static ImmutableArray<Finding> FindingsOf(string markdown)
    {
        var bytes = Encoding.UTF8.GetBytes(markdown);
        return Pipeline.Ingest(bytes, Source.Of("年报.md", bytes), Limits.Default).Findings;
    }

    private static Finding Finding(string path) => new(
        RuleCatalog.Find("RI103")!, new Subject("abc", path, null, "柳溪镇人民政府", 2024), new Message("3 ≠ 2", "3 is not 2"),
        ["requests.new.total"], [new Location(1, 3, 9, 2, new Box(1, 2, 3, 4))], 3, 2);

    private static MarkedFinding Marked(Finding finding) => FindingMarks.None.Of([finding])[0];

    private static string Written(ImmutableArray<MarkedFinding> findings, string language)
    {
        using var stream = new MemoryStream();
        SarifLog.Write(stream, findings.Select(FindingRecord.Of), language, "1.0.0");
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static JsonNode Run(string log) => JsonNode.Parse(log)!["runs"]![0]!;

    private static List<JsonNode> Results(string log) => [.. Run(log)["results"]!.AsArray().Select(result => result!)];

    private static IEnumerable<(string, string)> Titles(JsonNode component) =>
        component["rules"]!.AsArray().Select(rule => (rule!["id"]!.GetValue<string>(), rule["shortDescription"]!["text"]!.GetValue<string>()));

    private static bool IsValid(string log)
    {
        using var json = JsonDocument.Parse(log);
        return Schema.Value.Evaluate(json.RootElement).IsValid;
    }

    private static readonly Lazy<JsonSchema> Schema = new(() =>
    {
        // The schema names draft 4, which the validator does not know; the keywords it uses mean the same in draft 7, but for its id.
        var schema = JsonNode.Parse(File.ReadAllText(Repository.File("tests/ReportIngest.Tests/Sinks/Sarif/sarif-2.1.0-rtm.5.json")))!.AsObject();
        schema["$schema"] = "http://json-schema.org/draft-07/schema#";
        schema.Remove("id");
        return JsonSchema.FromText(schema.ToJsonString());
    });
}
