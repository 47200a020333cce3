using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PuppeteerSharp;
using PuppeteerSharp.Input;
using PuppeteerSharp.Media;
using ReportIngest.Cli;
using ReportIngest.Corpus;
using ReportIngest.Outputs;
using ReportIngest.Reports;
using ReportIngest.Rosters;
using ReportIngest.Rules;
using ReportIngest.Sinks.Page;
using ReportIngest.Tests.Cli;
using ReportIngest.Tests.Outputs;

namespace ReportIngest.Tests.Sinks.Page;

public sealed class FindingsPageTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private const string Hostile = "</script><img src=x onerror=window.pwned=1><!--";

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task A_finding_is_found_by_a_facet_and_shows_its_equation_its_cells_and_its_place()
    {
        await using var page = await OpenFaulty();
        await page.Click("#view-findings");
        await page.Click("[data-facet=rule] input[value=RI103]");
        Assert.Equal(1, await page.Number(".row"));
        await page.Click(".row");
        Assert.Equal("自然人 5 + 商业企业 0 + 科研机构 0 + 社会公益组织 0 + 法律服务机构 0 + 其他 0 = 5 ≠ 总计 0 （少 5）", Flat(await page.Text(".equation")));
        Assert.Equal("requests.new.total", await page.Ask<string>("document.querySelector('td.total').dataset.code"));
        Assert.Equal(6, await page.Number("td.part"));
        Assert.Equal("0", await page.Ask<string>("document.querySelector('td.change').dataset.change"));
        Assert.Contains("自然人\t5\t文中第 2 张表第 4 行第 3 列", await page.Text("table.places"), StringComparison.Ordinal);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task The_form_is_drawn_with_its_rows_and_columns_where_the_official_one_has_them()
    {
        await using var page = await OpenFaulty();
        await page.Ask<object>("showFindings({ rule: ['RI103'] }), select(0, true)");
        // Table three: 3 columns of labels and 7 of values, 3 lines of headers and 25 rows.
        Assert.Equal(28, await page.Number("table.form tr"));
        Assert.Equal(25 * 7, await page.Number("table.form td"));
        Assert.Equal(
            Enumerable.Repeat(10, 28),
            (await page.Ask<int[]>(
                """
                (() => {
                  const rows = [...document.querySelectorAll("table.form tr")], widths = rows.map(() => 0);
                  rows.forEach((row, at) => [...row.children].forEach(cell => { for (let i = 0; i < cell.rowSpan; i++) widths[at + i] += cell.colSpan; }));
                  return widths;
                })()
                """)).AsEnumerable());
        await page.Ask<object>("document.querySelector('.detail details').open = true");
        await page.Page.WaitForExpressionAsync("document.querySelectorAll('table.form').length === 3");
        Assert.Equal(200, await page.Number("table.form td"));
    }

    [Fact]
    public async Task A_status_shows_its_reason_its_files_and_what_was_found_also_of_a_file_that_names_no_unit()
    {
        _shell.Write("in/2024/王集乡.md", File.ReadAllText(Repository.File("seeds/seed.md")));
        _shell.Write("in/2024/姚庄 回族乡.pdf", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog");
        var roster = _shell.Write("roster.csv", "code,name\n410425,郏县\n410425202,姚庄回族乡\n");
        Shell.Call("ingest", _shell.Path("in"), "--out", _shell.Path("out"), "--format", "html", "--roster", roster, "--years", "2024", "--as-of", "2026-01-01", "--lang", "zh");
        await using var page = await browser.OpenAsync(_shell.Path("out/report.html"));
        await page.Click("#view-coverage");
        Assert.Equal("读不出", await page.Text(".matrix .s-unreadable"));
        await page.Click(".matrix .s-unreadable");
        var file = _shell.Path("in/2024/姚庄 回族乡.pdf");
        Assert.Contains($"没能读出报告：{file}：PDF 文件已损坏", await page.Text("#cell"), StringComparison.Ordinal);
        Assert.Equal(file, await page.Text("#cell li"));
        await page.Click("#cell .cell-file");
        Assert.Equal(["RI905"], await page.Ask<string[]>("shown.map(finding => finding.rule)"));
        await page.Click("#view-coverage");
        await page.Click(".matrix .s-missing");
        Assert.StartsWith("郏县 2024：缺报\n\n期限 2025-03-31 已过，没有找到报告", await page.Text("#cell"), StringComparison.Ordinal);
        await page.Click("#cell-findings");
        Assert.Equal(["RI801"], await page.Ask<string[]>("shown.map(finding => finding.rule)"));
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task A_stock_that_does_not_follow_from_last_year_has_its_equation()
    {
        var seed = await File.ReadAllTextAsync(Repository.File("seeds/seed.md"));
        string With(string row) => seed.Replace("| 行政规范性文件 | 0 | 0 | 0 |", $"| 行政规范性文件 | {row} |", StringComparison.Ordinal);
        _shell.Write("in/2023.md", With("0 | 0 | 5").Replace("2024 年", "2023 年", StringComparison.Ordinal));
        _shell.Write("in/2024.md", With("2 | | 9"));
        Shell.Call("ingest", _shell.Path("in"), "--out", _shell.Path("out"), "--format", "html", "--lang", "zh");
        await using var page = await browser.OpenAsync(_shell.Path("out/report.html"));
        await page.Ask<object>("showFindings({ rule: ['RI702'] }), select(0, true)");
        Assert.Equal("上年 现行有效件数 5 + 本年制发件数 2 − 本年废止件数 0（空白） = 7 ≠ 现行有效件数 9 （相差 2）", Flat(await page.Text(".equation")));
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task On_paper_findings_have_their_suggestions_and_places_and_no_hint_for_the_hand()
    {
        await using var page = await OpenFaulty();
        await page.Ask<object>("go('findings'), dispatchEvent(new Event('beforeprint'))");
        await page.Page.EmulateMediaTypeAsync(MediaType.Print);
        var paper = await page.Text("#paper");
        Assert.Contains("建议：", paper, StringComparison.Ordinal);
        Assert.Matches("位置：.*文中第 [0-9]+ 张表第 [0-9]+ 行第 [0-9]+ 列", paper);
        Assert.DoesNotContain("选一条结果查看", await page.Text("#main"), StringComparison.Ordinal);
        await page.Ask<object>("go('coverage')");
        Assert.DoesNotContain("点格子看", await page.Text("#main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doubts_are_counted_apart_and_units_have_the_names_of_the_roster()
    {
        var fault = Finding(0) with { Subject = new Subject("abc", "a.html", "410425106", "郏县茨芭镇人民政府", 2024) };
        var doubt = fault with { Rule = "RI901", Category = Category.Extraction, Fingerprint = "doubt" };
        var coverage = new CoverageRecord("410425106", "茨芭镇", null, null, 2024, CoverageStatus.OnTime, 0, ["abc"], new Message("按时。", "In time."), false);
        await using var page = await Open([ReportRecord.Of(SmallReport.Default, []) with { Copies = ["b.html"] }], [fault, doubt, doubt], [coverage]);
        Assert.Equal("问题 1 · 疑问 2", await page.Text("#view-findings"));
        await page.Ask<object>("go('findings'), select(0, true)");
        Assert.StartsWith("茨芭镇", Flat(await page.Text("[data-facet=unit] label")), StringComparison.Ordinal);
        Assert.Contains("a.html（内容相同：b.html）", await page.Text("#detail dl"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verdict_saved_on_the_page_is_a_file_that_ingest_takes()
    {
        await using var page = await OpenFaulty();
        await page.Ask<object>("showFindings({ rule: ['RI103'] }), select(0, true)");
        await page.Click("#accept");
        await page.Click("#save");
        Assert.Contains("请写明理由和处理人", await page.Text("[role=alert]"), StringComparison.Ordinal);
        await page.Page.TypeAsync("#who", "李“明”");
        await page.Click("#save");
        Assert.Contains("李“明”：情况属实，不再追究", await page.Text("#verdict"), StringComparison.Ordinal);
        await page.Click("#download");
        var file = _shell.Path("downloads/suppressions.jsonl");
        for (var tries = 0; tries < 100 && !File.Exists(file); tries++) await Task.Delay(50, TestContext.Current.CancellationToken);

        var run = Shell.Call("ingest", _shell.Path("in"), "--out", _shell.Path("again"), "--suppress", file, "--lang", "zh");
        Assert.Equal(ExitCode.Done, run.Code);
        var accepted = File.ReadLines(_shell.Path("again/findings.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(finding => finding.GetProperty("suppressed").ValueKind == JsonValueKind.Object).ToList();
        Assert.Equal("RI103", Assert.Single(accepted).GetProperty("rule").GetString());
        Assert.Equal("李“明”", accepted[0].GetProperty("suppressed").GetProperty("who").GetString());
        Assert.DoesNotContain("核销文件第", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_keyboard_searches_moves_opens_and_goes_back()
    {
        await using var page = await OpenFaulty();
        await page.Page.Keyboard.PressAsync("/");
        await page.Page.Keyboard.TypeAsync("总计");
        Assert.True(await page.Ask<int>("shown.length") is > 1 and var found && found < await page.Ask<int>("data.findings.length"));
        await page.Page.Keyboard.PressAsync(Key.ArrowDown);
        await page.Page.Keyboard.PressAsync(Key.ArrowDown);
        Assert.Equal(1, await page.Ask<int>("shown.indexOf(current)"));
        await page.Page.Keyboard.PressAsync(Key.Enter);
        Assert.Equal("detail", await page.Ask<string>("document.activeElement.id"));
        await page.Page.Keyboard.PressAsync(Key.Escape);
        Assert.Equal("list", await page.Ask<string>("document.activeElement.id"));
    }

    [Fact]
    public async Task Both_languages_are_on_the_page_and_it_asks_nobody_for_anything()
    {
        await using var page = await OpenFaulty();
        await page.Click("#language-en");
        foreach (var view in (string[])["summary", "coverage", "findings", "charts"])
        {
            await page.Click("#view-" + view);
            Assert.DoesNotContain("null", await page.Text("body"), StringComparison.Ordinal);
            Assert.DoesNotContain("undefined", await page.Text("body"), StringComparison.Ordinal);
        }
        Assert.StartsWith("Disclosure reports: findings", await page.Text("body"), StringComparison.Ordinal);
        Assert.Equal("en", await page.Ask<string>("document.documentElement.lang"));
        Assert.Empty(page.Errors);
        Assert.All(page.Requests, address => Assert.StartsWith("file:", address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hostile_text_stays_text()
    {
        var report = ReportRecord.Of(SmallReport.Default with { Title = Hostile, Unit = new UnitName(Hostile, Level.Township), Source = new Source(Hostile, "abc", 1) }, [])
            with { Division = Hostile, Sections = [new Section(1, "总体情况", Hostile, $"写道：{Hostile}，{Hostile}")] };
        report = report with { Fields = [.. report.Fields.Select(field => field with { Value = new CellValue(CellState.Unreadable, null, Hostile) })] };
        var finding = Finding(0) with
        {
            Rule = "RI404", Category = Category.Copying, Subject = new Subject("abc", Hostile, Hostile, Hostile, 2024), Message = new Message($"写着「{Hostile}」", Hostile),
            Suggestion = new Suggestion("requests.new.total", 3, new Message(Hostile, Hostile)), Suppressed = new Acceptance(Hostile, Hostile, null),
        };
        var coverage = new CoverageRecord(Hostile, Hostile, null, null, 2024, CoverageStatus.Late, 3, [], new Message(Hostile, Hostile), false);
        await using var page = await Open([report], [finding], [coverage]);
        await page.Ask<object>("go('coverage'), go('charts'), go('findings'), select(0, true), document.querySelectorAll('details').forEach(part => part.open = true), drawPaper()");
        await Task.Delay(100, TestContext.Current.CancellationToken); // a picture's error would come later
        Assert.Contains($"写道：{Hostile}", await page.Text("blockquote"), StringComparison.Ordinal);
        Assert.Equal(0, await page.Number("img"));
        Assert.True(await page.Ask<bool>("window.pwned === undefined"));
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Of_ten_thousand_findings_only_those_in_sight_are_drawn_and_the_last_can_be_reached()
    {
        await using var page = await Open([], [.. Enumerable.Range(0, 10_000).Select(Finding)], []);
        await page.Click("#view-findings");
        Assert.InRange(await page.Number(".row"), 8, 40);
        await page.Ask<object>("select(9999, true)");
        Assert.Contains("第 9999 条", await page.Text("#detail"), StringComparison.Ordinal);
        Assert.Contains("第 9999 条", await page.Text(".row[aria-selected=true]"), StringComparison.Ordinal);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public void Of_too_many_findings_the_gravest_are_kept_and_the_rest_is_counted()
    {
        using var data = Data(Page([], [Finding(0) with { Severity = Severity.Note }, Finding(1) with { Severity = Severity.Warning }, Finding(2), Finding(3)], [], most: 3));
        Assert.Equal(["第 1 条", "第 2 条", "第 3 条"], data.RootElement.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("message")[0].GetString()));
        var totals = data.RootElement.GetProperty("totals");
        Assert.Equal(1, totals.GetProperty("left_out").GetInt32());
        Assert.Equal([("note", 1), ("warning", 1), ("error", 2)], totals.GetProperty("rules").EnumerateArray().Select(rule => (rule.GetProperty("severity").GetString(), rule.GetProperty("findings").GetInt32())));
    }

    [Fact]
    public void A_sentence_is_quoted_with_what_stands_around_it()
    {
        var report = ReportRecord.Of(SmallReport.Default, []) with { Sections = [new Section(1, "总体情况", "一、总体情况", "第一段。\n全年共 收到申请12件，\n办结。")] };
        var finding = Finding(0) with { Rule = "RI301", Category = Category.Narrative, Message = new Message("第一部分第 2 段写「全年共收到申请12件」，申请为 12 件", "") };
        var quote = Quotation.Of(finding, report)!;
        Assert.Equal(("", "全年共 收到申请12件", "，"), (quote.Before, quote.Quoted, quote.After));
        Assert.Null(Quotation.Of(finding with { Message = new Message("写「全年共收到申请13件」", "") }, report));
    }

    [Fact]
    public void Only_reports_with_findings_bring_their_values()
    {
        var report = ReportRecord.Of(SmallReport.Default, []);
        using var data = Data(Page([report, report with { Source = new Source("b", "def", 1) }], [Finding(0)], []));
        Assert.Equal(2, data.RootElement.GetProperty("totals").GetProperty("reports").GetInt32());
        Assert.Equal(1, data.RootElement.GetProperty("reports").GetArrayLength());
    }

    private async Task<OpenPage> OpenFaulty()
    {
        var seed = await File.ReadAllTextAsync(Repository.File("seeds/seed.md"));
        _shell.Write("in/a.md", seed.Replace("| 一、本年新收政府信息公开申请数量 | | 0 |", "| 一、本年新收政府信息公开申请数量 | | 5 |", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Done, Shell.Call("ingest", _shell.Path("in"), "--out", _shell.Path("out"), "--format", "html", "--lang", "zh").Code);
        return await browser.OpenAsync(_shell.Path("out/report.html"), Directory.CreateDirectory(_shell.Path("downloads")).FullName);
    }

    private Task<OpenPage> Open(ImmutableArray<ReportRecord> reports, ImmutableArray<FindingRecord> findings, ImmutableArray<CoverageRecord> coverage) =>
        browser.OpenAsync(_shell.Write("report.html", Page(reports, findings, coverage)));

    private static FindingRecord Finding(int number)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"第 {number} 条");
        return new FindingRecord(
            "RI103", Category.Arithmetic, Severity.Error, new Subject("abc", "a.html", null, "柳溪镇人民政府", 2024), ["requests.new.total"], 3, 2, new Message(said, said),
            [new Location(1, 3, 9, 2, null)], null, said, null, null);
    }

    private static byte[] Page(ImmutableArray<ReportRecord> reports, ImmutableArray<FindingRecord> findings, ImmutableArray<CoverageRecord> coverage, int most = FindingsPage.MostFindings)
    {
        using var output = WrittenOutput.Of(reports, findings, coverage);
        using var page = new MemoryStream();
        FindingsPage.Write(page, output, "zh", most);
        return page.ToArray();
    }

    private static JsonDocument Data(byte[] page)
    {
        var text = Encoding.UTF8.GetString(page);
        var from = text.IndexOf("id=\"data\">", StringComparison.Ordinal) + "id=\"data\">".Length;
        return JsonDocument.Parse(text[from..text.IndexOf("</script>", from, StringComparison.Ordinal)]);
    }

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
