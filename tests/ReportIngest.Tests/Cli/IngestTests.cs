using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using ReportIngest.Cli;

namespace ReportIngest.Tests.Cli;

public sealed class IngestTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_report_and_its_copy_are_one_line()
    {
        _shell.Write("in/b.md", Seed);
        _shell.Write("in/a.md", Seed);
        var run = Ingest("in");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Out));
        var source = Assert.Single(Lines("reports.jsonl")).GetProperty("source");
        Assert.EndsWith("in/a.md", source.GetProperty("path").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("in/b.md", Assert.Single(source.GetProperty("copies").EnumerateArray()).GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_number_of_jobs_writes_the_same_bytes()
    {
        for (var i = 0; i < 12; i++) _shell.Write($"in/{i}.md", i % 5 == 0 ? "# 通知" : Seed + new string('\n', i));
        Ingest("in", "--jobs", "1", "--format", "csv");
        string[] files = ["reports.jsonl", "findings.jsonl", "reports.csv", "values.csv", "sections.csv", "findings.csv"];
        var one = files.Select(file => _shell.Read("out/" + file)).ToList();
        Ingest("in", "--jobs", "4", "--format", "csv");
        Assert.Equal(one, files.Select(file => _shell.Read("out/" + file)));
    }

    [Theory]
    [InlineData("empty.html", "")]
    [InlineData("damaged.pdf", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog")]
    [InlineData("program.pdf", "\u007fELF\u0002\u0001\u0001\u0000\u0000\u0000")]
    public void A_file_that_cannot_be_read_is_RI905_and_code_4_and_all_else_is_done(string name, string text)
    {
        _shell.Write("in/" + name, text);
        _shell.Write("in/seed.md", Seed);
        Assert.Equal(ExitCode.SomeUnreadable, Ingest("in").Code);
        Assert.Equal("RI905", Assert.Single(FindingsOf(name)).GetProperty("rule").GetString());
        Assert.Single(Lines("reports.jsonl"));
    }

    [Fact]
    public void A_ZIP_that_is_no_Word_document_is_RI905()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true)) archive.CreateEntry("readme.txt");
        _shell.Write("in/a.docx", zip.ToArray());
        Assert.Equal(ExitCode.SomeUnreadable, Ingest("in").Code);
        Assert.Equal("RI905", Assert.Single(FindingsOf("a.docx")).GetProperty("rule").GetString());
    }

    [Fact]
    public void A_missing_path_is_RI905_and_all_else_is_done()
    {
        _shell.Write("in/seed.md", Seed);
        var run = Shell.Call("ingest", _shell.Path("nothing.html"), _shell.Path("in"), "--out", _shell.Path("out"), "--lang", "en");
        Assert.Equal(ExitCode.SomeUnreadable, run.Code);
        Assert.Contains("nothing.html: There is no such file or folder", run.Error, StringComparison.Ordinal);
        Assert.Single(Lines("reports.jsonl"));
    }

    [Fact]
    public void Beside_a_missing_path_no_unit_is_said_to_be_silent()
    {
        _shell.Write("in/seed.md", Seed);
        var roster = _shell.Write("roster.csv", "code,name\n1,郏县王集乡\n2,郏县白庙乡\n");
        Shell.Call("ingest", _shell.Path("in"), _shell.Path("nothing"), "--out", _shell.Path("out"), "--roster", roster, "--years", "2024", "--as-of", "2025-12-31");
        Assert.Equal(["empty", "not_checked"], Lines("coverage.jsonl").Select(entry => entry.GetProperty("status").GetString()));
        Shell.Call("coverage", "--from", _shell.Path("out"), "--roster", roster, "--years", "2024", "--as-of", "2025-12-31");
        Assert.Equal(["empty", "not_checked"], Lines("coverage.jsonl").Select(entry => entry.GetProperty("status").GetString()));
    }

    [Fact]
    public void In_an_empty_folder_no_unit_is_said_to_be_silent()
    {
        Directory.CreateDirectory(_shell.Path("in"));
        var roster = _shell.Write("roster.csv", "code,name\n1,郏县王集乡\n");
        Shell.Call("ingest", _shell.Path("in"), "--out", _shell.Path("out"), "--roster", roster, "--years", "2024", "--as-of", "2025-12-31");
        Assert.Equal("not_checked", Assert.Single(Lines("coverage.jsonl")).GetProperty("status").GetString());
        Assert.Empty(Lines("findings.jsonl"));
    }

    [Fact]
    public void An_empty_folder_is_said_to_be_empty()
    {
        Directory.CreateDirectory(_shell.Path("in"));
        var run = Shell.Call("ingest", _shell.Path("in"), "--out", _shell.Path("out"), "--lang", "en");
        Assert.Contains("there is no file to read in what was given", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_folder_takes_no_earlier_output_away()
    {
        _shell.Write("in/seed.md", Seed);
        Ingest("in");
        Directory.CreateDirectory(_shell.Path("empty"));
        var run = Shell.Call("ingest", _shell.Path("empty"), "--out", _shell.Path("out"), "--lang", "en");
        Assert.Equal(ExitCode.WrongUsage, run.Code);
        Assert.StartsWith("There is no file to read in what was given", run.Error, StringComparison.Ordinal);
        Assert.Single(Lines("reports.jsonl"));
    }

    [Fact]
    public void What_an_earlier_run_left_is_told_also_to_the_quiet_and_its_lines_go_with_the_exchange()
    {
        _shell.Write("in/seed.md", Seed);
        var roster = _shell.Write("roster.csv", "code,name\n1,郏县王集乡\n");
        Ingest("in", "--format", "html", "--roster", roster);
        _shell.Write("out/README.md", "Notes of somebody's own.");
        var run = Shell.Call("ingest", _shell.Path("in"), "--out", _shell.Path("out"), "--quiet", "--lang", "en");
        Assert.Equal("  Note: report.html come from an earlier run and do not belong to this one: remove them, or write them anew with export.\n", run.Error);
        Assert.Equal((true, true, false), (File.Exists(_shell.Path("out/report.html")), File.Exists(_shell.Path("out/README.md")), File.Exists(_shell.Path("out/coverage.jsonl"))));
        Assert.Equal("report.html", Assert.Single(JsonDocument.Parse(_shell.Read("out/run.json")).RootElement.GetProperty("left_by_earlier_runs").EnumerateArray()).GetString());
        Assert.Equal("", Shell.Call("ingest", _shell.Path("in"), "--out", _shell.Path("out"), "--format", "html", "--quiet", "--lang", "en").Error);
    }

    [Fact]
    public void Doubts_are_counted_apart_from_what_is_wrong_with_reports()
    {
        _shell.Write("in/seed.md", Seed);
        _shell.Write("in/bad.pdf", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog");
        var error = Ingest("in").Error;
        Assert.Matches("Findings    [0-9]+ errors?, [0-9]+ warnings?, [0-9]+ notes?; and [0-9]+ doubts? of our own, no fault of a report\n", error);
        Assert.Contains("1 × RI905 doubt    File unreadable", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_county_alone_below_its_city_is_counted_as_itself()
    {
        _shell.Write("in/seed.md", Seed);
        var roster = _shell.Write("roster.csv", "code,name,parent\n410425,郏县,4104\n410425200,王集乡,410425\n410425203,白庙乡,410425\n");
        var error = Shell.Call("ingest", _shell.Path("in"), "--out", _shell.Path("out"), "--roster", roster, "--years", "2024", "--lang", "zh").Error;
        Assert.Contains("      郏县（本级）：0/1\n      郏县：", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Coverage_says_which_files_it_leaves_as_they_were()
    {
        _shell.Write("in/seed.md", Seed);
        var roster = _shell.Write("roster.csv", "code,name\n1,郏县王集乡\n");
        var quiet = () => Shell.Call("coverage", "--from", _shell.Path("out"), "--roster", roster, "--quiet", "--lang", "en").Error;
        Ingest("in");
        Assert.Equal("", quiet());
        Ingest("in", "--format", "csv,html", "--roster", roster);
        Assert.Equal($"  Note: coverage.csv, report.html are as before; to bring them up to date run  export --from {_shell.Path("out")} --format csv,html\n", quiet());
    }

    [Fact]
    public void A_run_with_nothing_to_read_is_wrong_usage_and_leaves_the_earlier_output()
    {
        _shell.Write("in/seed.md", Seed);
        Ingest("in");
        var run = Shell.Call("ingest", _shell.Path("nothing"), "--out", _shell.Path("out"), "--lang", "en");
        Assert.Equal(ExitCode.WrongUsage, run.Code);
        Assert.StartsWith($"{_shell.Path("nothing")}: There is no such file or folder", run.Error, StringComparison.Ordinal);
        Assert.Single(Lines("reports.jsonl"));
    }

    [Fact]
    public void Patterns_that_leave_no_file_are_wrong_usage_and_the_earlier_output_stays()
    {
        _shell.Write("in/seed.md", Seed);
        Ingest("in");
        var run = Ingest("in", "--include", "*.pfd");
        Assert.Equal((ExitCode.WrongUsage, "--include and --exclude leave no file to read."), (run.Code, run.Error.Split('\n')[0]));
        Assert.Single(Lines("reports.jsonl"));
    }

    [Fact]
    public void A_web_page_that_is_no_report_is_RI907_and_no_failure()
    {
        _shell.Write("in/page.html", "<!doctype html><html><body><h1>天气预报</h1><p>明天晴。</p></body></html>");
        Assert.Equal(ExitCode.Done, Ingest("in").Code);
        Assert.Equal("RI907", Assert.Single(FindingsOf("page.html")).GetProperty("rule").GetString());
    }

    [Fact]
    public void Each_of_two_equal_files_that_are_no_report_has_its_finding()
    {
        _shell.Write("in/1.html", "<html><body><p>通知</p></body></html>");
        _shell.Write("in/2.html", "<html><body><p>通知</p></body></html>");
        Ingest("in");
        Assert.Single(FindingsOf("1.html"));
        Assert.Single(FindingsOf("2.html"));
    }

    [Fact]
    public void A_report_is_known_by_its_bytes_and_not_by_its_name()
    {
        _shell.Write("in/seed.pdf", Seed);
        Assert.Equal(ExitCode.Done, Ingest("in").Code);
        Assert.Equal("markdown", Assert.Single(Lines("reports.jsonl")).GetProperty("source").GetProperty("format").GetString());
    }

    [Fact]
    public void A_finding_of_the_asked_severity_makes_code_3()
    {
        _shell.Write("in/seed.md", Seed.Replace("| 一、本年新收政府信息公开申请数量 | | 0 |", "| 一、本年新收政府信息公开申请数量 | | 5 |", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Done, Ingest("in").Code);
        Assert.Equal(ExitCode.FindingFound, Ingest("in", "--fail-on", "error").Code);
    }

    [Fact]
    public void The_summary_tells_a_stranger_what_was_found_and_what_to_do()
    {
        _shell.Write("in/seed.md", Seed);
        var summary = Ingest("in").Error;
        Assert.Contains("Reports     1 (edition 2021: 1)\n", summary, StringComparison.Ordinal);
        Assert.Contains("Cells       200 of 200 found\n", summary, StringComparison.Ordinal);
        Assert.Contains("Identities  42 hold, 0 do not, 0 cannot be assessed\n", summary, StringComparison.Ordinal);
        Assert.Contains("Next: look at one report with  explain ", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Quiet_says_nothing()
    {
        _shell.Write("in/seed.md", Seed);
        Assert.Equal((ExitCode.Done, "", ""), Ingest("in", "--quiet") is var run ? (run.Code, run.Out, run.Error) : default);
    }

    [Fact]
    public void An_output_folder_that_is_a_file_is_wrong_usage()
    {
        _shell.Write("in/seed.md", Seed);
        _shell.Write("out", "");
        Assert.Equal(ExitCode.WrongUsage, Ingest("in").Code);
    }

    [Fact]
    public void No_temporary_file_is_left_and_the_record_counts_the_run()
    {
        _shell.Write("in/seed.md", Seed);
        Ingest("in");
        Assert.Equal(["findings.jsonl", "reports.jsonl", "run.json"], Directory.EnumerateFiles(_shell.Path("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var record = Assert.Single(Lines("run.json"));
        Assert.Equal(1, record.GetProperty("outcomes").GetProperty("report").GetInt32());
        Assert.Equal(42, record.GetProperty("checks").GetProperty("passed").GetInt32());
        Assert.False(record.GetProperty("interrupted").GetBoolean());
    }

    [Fact]
    public void Explain_marks_the_failing_total_so_that_it_reads_without_colour()
    {
        var file = _shell.Write("seed.md", Seed.Replace("| 一、本年新收政府信息公开申请数量 | | 0 |", "| 一、本年新收政府信息公开申请数量 | | 5 |", StringComparison.Ordinal));
        var run = Shell.Call("explain", file, "--lang", "en");
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Matches("一、本年新收政府信息公开申请数量 .*!5→0 .*!0\n", run.Out);
        Assert.Contains("RI103", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Out);
    }

    [Fact]
    public void Explain_into_a_file_breaks_no_line_fills_none_up_and_keeps_its_columns()
    {
        var file = _shell.Write(string.Concat(Enumerable.Repeat("王集", 40)) + ".md", Seed.Replace("| 一、本年新收政府信息公开申请数量 | | 0 |", "| 一、本年新收政府信息公开申请数量 | | 5 |", StringComparison.Ordinal));
        var lines = Shell.Call("explain", file, "--lang", "zh").Out.Split('\n');
        Assert.Contains(lines, line => line.StartsWith($"文件      {file} (markdown, utf-8, ", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.EndsWith(' '));
        Assert.Contains(lines, line => line.StartsWith("  「一、本年新收政府信息公开申请数量」行：", StringComparison.Ordinal) && line.EndsWith("的各项与总计。", StringComparison.Ordinal));
        // The last column of table three ends where its header does.
        var table = lines.SkipWhile(line => line != "表三").TakeWhile(line => line != "表四").ToList();
        Assert.Single(table.Where(line => line.EndsWith("总计", StringComparison.Ordinal) || line.StartsWith("    （一）予以公开", StringComparison.Ordinal)).Select(Width).Distinct());
    }

    private static int Width(string line) => line.Sum(letter => letter < 0x1100 ? 1 : 2);

    [Fact]
    public void A_file_that_is_not_there_is_wrong_usage_in_every_command_that_reads_files()
    {
        var missing = _shell.Path("nothing.html");
        foreach (var command in (string[][])[["explain", missing], ["tables", missing], ["ingest", missing, "--out", _shell.Path("out")]])
        {
            var run = Shell.Call([.. command, "--lang", "en"]);
            Assert.Equal((ExitCode.WrongUsage, ""), (run.Code, run.Out));
            Assert.Equal($"{missing}: There is no such file or folder, or it may not be looked at.\nSee reportingest {command[0]} --help\n", run.Error);
        }
    }

    [Fact]
    public void Explain_and_tables_refuse_what_cannot_be_read_with_one_sentence()
    {
        var (large, settings) = (_shell.Write("large.html", new byte[(1 << 20) + 1]), _shell.Write("c.toml", "[limits]\ninput_mb = 1"));
        foreach (var command in (string[])["explain", "tables"])
        {
            var run = Shell.Call(command, large, "--config", settings, "--lang", "en");
            Assert.Equal((ExitCode.SomeUnreadable, ""), (run.Code, run.Out));
            Assert.Matches($"^{Regex.Escape(large)}: [^\n]+\n$", run.Error);
        }
    }

    private static string Seed { get; } = File.ReadAllText(Repository.File("seeds/seed.md"));

    private Run Ingest(string folder, params string[] options) =>
        Shell.Call(["ingest", _shell.Path(folder), "--out", _shell.Path("out"), "--lang", "en", .. options]);

    private List<JsonElement> Lines(string file) =>
        [.. File.ReadLines(_shell.Path("out/" + file)).Select(line => JsonDocument.Parse(line).RootElement)];

    private List<JsonElement> FindingsOf(string name) =>
        [.. Lines("findings.jsonl").Where(finding => finding.GetProperty("path").GetString()!.EndsWith("/" + name, StringComparison.Ordinal))];
}
