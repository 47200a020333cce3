using System.Text.Json;
using ReportIngest.Cli;

namespace ReportIngest.Tests.Cli;

public sealed class CompareTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_corpus_and_itself_are_the_same()
    {
        Ingest(Repository.File("corpus"), "a");
        var run = Compare("a", "a", "--fail-on-change");
        Assert.Equal((ExitCode.Done, "# Two outputs compared\n\nThey are the same.\n"), (run.Code, run.Out));
        var json = JsonDocument.Parse(Compare("a", "a", "--format", "json").Out).RootElement;
        Assert.All(json.GetProperty("reports").EnumerateObject().Concat(json.GetProperty("findings").EnumerateObject()), list => Assert.Empty(list.Value.EnumerateArray()));
    }

    [Fact]
    public void Fourteen_changed_cells_are_exactly_these()
    {
        // The 14 natural persons and totals of seven rows of the seed, which all are 0.
        (string Label, string Key)[] rows =
        [
            ("一、本年新收政府信息公开申请数量", "requests.new"), ("二、上年结转政府信息公开申请数量", "requests.carried_in"), ("（一）予以公开", "requests.result.granted"),
            ("1.属于国家秘密", "requests.result.denied.state_secret"), ("1.信访举报投诉类申请", "requests.result.not_processed.petition"), ("2.重复申请", "requests.result.not_processed.duplicate"), ("四、结转下年度继续办理", "requests.carried_out"),
        ];
        var source = Repository.File("corpus/2024-wangji/source.html");
        var html = File.ReadAllText(source);
        var changed = html;
        foreach (var (label, _) in rows) changed = WithNinesInRow(changed, label);
        _shell.Write("before/a.html", html);
        _shell.Write("after/a.html", changed);
        Ingest(_shell.Path("before"), "a");
        Ingest(_shell.Path("after"), "b");
        var run = Compare("a", "b", "--format", "json", "--fail-on-change");
        Assert.Equal(ExitCode.FindingFound, run.Code);
        var report = Assert.Single(JsonDocument.Parse(run.Out).RootElement.GetProperty("reports").GetProperty("changed").EnumerateArray());
        var cells = report.GetProperty("cells").EnumerateArray().ToList();
        Assert.Equal(
            rows.SelectMany(row => (string[])[row.Key + ".natural_person", row.Key + ".total"]).Order(StringComparer.Ordinal),
            cells.Select(cell => cell.GetProperty("indicator").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(cells, cell =>
        {
            Assert.Equal((0, 9), (cell.GetProperty("before").GetProperty("value").GetInt32(), cell.GetProperty("after").GetProperty("value").GetInt32()));
            Assert.Equal(JsonValueKind.Object, cell.GetProperty("after").GetProperty("at").ValueKind);
        });
        var page = Compare("a", "b").Out;
        Assert.Contains("1 changed (14 cells)", page, StringComparison.Ordinal);
        Assert.Contains("| `requests.new.total` 一、本年新收政府信息公开申请数量：总计 | 0 | 9 | table ", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_only_moved_is_one_line_and_no_change_of_numbers()
    {
        _shell.Write("before/a.md", File.ReadAllText(Repository.File("seeds/seed.md")));
        _shell.Write("after/a.md", File.ReadAllText(Repository.File("seeds/seed.md")));
        Ingest(_shell.Path("before"), "a");
        Ingest(_shell.Path("after"), "b");
        var page = Compare("a", "b").Out;
        Assert.Contains("0 changed (0 cells), 1 only moved to another path.", page, StringComparison.Ordinal);
        Assert.EndsWith($"## Reports that only moved\n\n- `{_shell.Path("before/a.md")}` → `{_shell.Path("after/a.md")}`\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_and_findings_that_came_or_went_are_named()
    {
        var seed = File.ReadAllText(Repository.File("seeds/seed.md"));
        _shell.Write("before/a.md", seed);
        _shell.Write("after/a.md", seed.Replace("| 一、本年新收政府信息公开申请数量 | | 0 |", "| 一、本年新收政府信息公开申请数量 | | 5 |", StringComparison.Ordinal));
        File.Copy(Repository.File("corpus/2023-qingyuan/source.md"), _shell.Path("after/b.md"));
        Ingest(_shell.Path("before"), "a");
        Ingest(_shell.Path("after"), "b");
        var json = JsonDocument.Parse(Compare("a", "b", "--format", "json").Out).RootElement;
        Assert.EndsWith("after/b.md", Assert.Single(json.GetProperty("reports").GetProperty("added").EnumerateArray()).GetProperty("path").GetString(), StringComparison.Ordinal);
        Assert.Empty(json.GetProperty("reports").GetProperty("gone").EnumerateArray());
        Assert.Contains(json.GetProperty("findings").GetProperty("added").EnumerateArray(), finding => finding.GetProperty("rule").GetString() == "RI103" && finding.GetProperty("path").GetString()!.EndsWith("a.md", StringComparison.Ordinal));
        var back = JsonDocument.Parse(Compare("b", "a", "--format", "json").Out).RootElement;
        Assert.Single(back.GetProperty("reports").GetProperty("gone").EnumerateArray());
        Assert.Contains(back.GetProperty("findings").GetProperty("gone").EnumerateArray(), finding => finding.GetProperty("rule").GetString() == "RI103");
    }

    /// <summary>The first and the last number of the row, which are natural persons and total.</summary>
    private static string WithNinesInRow(string html, string label)
    {
        var start = html.IndexOf(label, StringComparison.Ordinal);
        Assert.True(start >= 0, label);
        var end = html.IndexOf("</tr>", start, StringComparison.OrdinalIgnoreCase);
        var row = html[start..end];
        var zeros = System.Text.RegularExpressions.Regex.Matches(row, "(?<=>\\s*)0(?=\\s*<)");
        Assert.Equal(7, zeros.Count);
        var characters = row.ToCharArray();
        characters[zeros[0].Index] = characters[zeros[6].Index] = '9';
        return html[..start] + new string(characters) + html[end..];
    }

    private void Ingest(string folder, string name) => Assert.Equal(ExitCode.Done, Shell.Call("ingest", folder, "--out", _shell.Path(name)).Code);

    private Run Compare(string before, string after, params string[] options) => Shell.Call(["compare", _shell.Path(before), _shell.Path(after), "--lang", "en", .. options]);
}
