using System.Net;
using System.Text.Json;
using ReportIngest.Cli;
using ReportIngest.Cli.Storing;
using ReportIngest.Forms;

namespace ReportIngest.Tests.Cli.Refreshing;

public sealed class LocalRefreshTests : IDisposable
{
    private readonly Night _night = new();

    public void Dispose() => _night.Dispose();

    [Fact]
    public void The_outputs_are_those_of_ingest_over_the_same_files()
    {
        foreach (var seed in Enumerable.Range(1, 5)) _night.Put($"{seed}.html", Night.Report(seed));
        _night.Put("copy.html", Night.Report(3));
        _night.Put("notice.md", "# 通知\n\n请各单位报送材料。\n"u8.ToArray());
        _night.Put("again.md", "# 通知\n\n请各单位报送材料。\n"u8.ToArray());
        _night.Put("broken.pdf", "%PDF-1.7\n1 0 obj"u8.ToArray());
        _night.Shell.Write("reportingest.toml", _night.Shell.Read("reportingest.toml").Replace("folder = \"in\"", $"folder = '{_night.Shell.Path("in")}'", StringComparison.Ordinal));
        Assert.Equal(ExitCode.SomeUnreadable, _night.Run().Code);
        Assert.Equal(ExitCode.SomeUnreadable, Shell.Call("ingest", _night.Shell.Path("in"), "--out", _night.Shell.Path("expected")).Code);
        foreach (var name in (string[])["reports.jsonl", "findings.jsonl"]) Assert.Equal(_night.Shell.Read("expected/" + name), _night.Shell.Read("out/" + name));
        Assert.Equal(ExitCode.Done, Shell.Call("store", "verify", "--config", _night.Shell.Path("reportingest.toml")).Code);
    }

    [Fact]
    public void A_second_run_over_the_same_files_changes_and_reads_nothing()
    {
        foreach (var seed in Enumerable.Range(1, 4)) _night.Put($"{seed}.html", Night.Report(seed));
        var first = _night.Run();
        Assert.Equal((ExitCode.Done, 4, 4), (first.Code, Night.Count(first.Record, "new"), first.Record.GetProperty("read").GetInt32()));
        var written = File.GetLastWriteTimeUtc(_night.Shell.Path("out/reports.jsonl"));
        var second = _night.Run();
        Assert.Equal((ExitCode.Done, "", 0), (second.Code, Night.Changes(second.Record), second.Record.GetProperty("read").GetInt32()));
        Assert.Equal(4, second.Record.GetProperty("sightings").GetProperty("unchanged").GetInt32());
        Assert.Equal(written, File.GetLastWriteTimeUtc(_night.Shell.Path("out/reports.jsonl")));
        Assert.Contains("No changes, no problems.", _night.PageOfRun, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh", "<h2>新增（1）</h2>", "<h2>New (1)</h2>")]
    [InlineData("en", "<h2>New (1)</h2>", "<h2>新增（1）</h2>")]
    public void The_page_of_a_run_speaks_the_language_of_the_run(string language, string said, string unsaid)
    {
        using var night = new Night { Language = language };
        night.Put("1.html", Night.Report(1));
        night.Run();
        Assert.Contains(said, night.PageOfRun, StringComparison.Ordinal);
        Assert.DoesNotContain(unsaid, night.PageOfRun, StringComparison.Ordinal);
        Assert.Contains($"<html lang=\"{language}\">", night.PageOfRun, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "missing")]
    [InlineData(false, "not_checked")] // what could not be listed may hold the report
    public void A_unit_is_called_missing_only_when_every_source_was_in_reach(bool inReach, string status)
    {
        using var night = new Night(
            "[[source]]\nname = \"in\"\nfolder = \"in\"\n[[source]]\nname = \"other\"\nfolder = \"other\"\n",
            "[store]\nfolder = \"store\"\npublish = \"out\"\n[refresh]\nisolation = \"none\"\nroster = \"roster.csv\"\n");
        night.Shell.Write("roster.csv", "code,name,level\n999999001,无此镇,township\n");
        if (inReach) Directory.CreateDirectory(night.Shell.Path("other"));
        night.Put("1.html", Night.Report(1));
        night.Now = new DateTimeOffset(2030, 3, 1, 2, 0, 0, TimeSpan.Zero);
        night.Run();

        Assert.Equal(status, Assert.Single(night.Lines("out/coverage.jsonl")).GetProperty("status").GetString());
        Assert.Equal(inReach, night.Lines("out/findings.jsonl").Exists(finding => finding.GetProperty("rule").GetString() == "RI801"));
    }

    [Fact]
    public void Every_kind_of_change_is_told_apart()
    {
        foreach (var seed in Enumerable.Range(1, 6)) _night.Put($"{seed}.html", Night.Report(seed));
        _night.Run();
        _night.Put("1.html", [.. Night.Report(1), .. "<!-- again -->"u8]);
        _night.Put("2.html", Night.Changed(2));
        File.Move(_night.Shell.Path("in/3.html"), _night.Shell.Path("in/3-moved.html"));
        File.Delete(_night.Shell.Path("in/4.html"));
        _night.Put("5.html", "%PDF-1.7\n1 0 obj"u8.ToArray());
        _night.Put("7.html", Night.Report(7));
        var (code, record) = _night.Run();
        Assert.Equal((ExitCode.SomeUnreadable, "bytes 1.html, values 2.html, moved 3-moved.html, withdrawn 4.html, lost 5.html, new 7.html"), (code, Night.Changes(record)));
        var values = record.GetProperty("changed").EnumerateArray().Single(change => change.GetProperty("change").GetString() == "values");
        var cell = Assert.Single(values.GetProperty("cells").EnumerateArray());
        var (was, now) = (cell.GetProperty("before").GetString(), cell.GetProperty("after").GetString());
        Assert.NotEqual(was, now);
        var name = FormCatalog.All.Select(form => form.Find(cell.GetProperty("indicator").GetString()!)).First(indicator => indicator is not null)!;
        Assert.Contains(WebUtility.HtmlEncode($"{name.RowLabel} | {name.ColumnLabel}: {was} → {now}"), _night.PageOfRun, StringComparison.Ordinal);

        _night.Put("4.html", Night.Report(4));
        _night.Put("5.html", Night.Report(5));
        (code, record) = _night.Run();
        Assert.Equal((ExitCode.Done, "returned 4.html, recovered 5.html"), (code, Night.Changes(record)));
        Assert.Equal(ExitCode.Done, Shell.Call("store", "verify", "--config", _night.Shell.Path("reportingest.toml")).Code);
    }

    [Fact]
    public void A_report_whose_numbers_change_is_RI606_from_then_on_and_names_the_cell()
    {
        _night.Put("1.html", Night.Report(1));
        _night.Run();
        Assert.DoesNotContain(_night.Lines("out/findings.jsonl"), IsChanged);
        _night.Put("1.html", Night.Changed(1));
        var cells = _night.Run().Record.GetProperty("changed")[0].GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("indicator").GetString());
        Assert.Equal(cells, Assert.Single(_night.Lines("out/findings.jsonl"), IsChanged).GetProperty("indicators").EnumerateArray().Select(code => code.GetString()));
        _night.Put("1.html", [.. Night.Changed(1), .. "<!-- again -->"u8]);
        Assert.Equal(1, Night.Count(_night.Run().Record, "bytes"));
        Assert.Single(_night.Lines("out/findings.jsonl"), IsChanged);

        static bool IsChanged(JsonElement finding) => finding.GetProperty("rule").GetString() == "RI606";
    }

    [Fact]
    public void Another_year_at_the_same_address_is_a_new_report_and_no_change_of_the_old_one()
    {
        _night.Put("latest.html", Night.Report(1));
        _night.Run();
        var other = Enumerable.Range(2, 50).First(seed => Night.Forged(seed).Truth.Organization != Night.Forged(1).Truth.Organization);
        _night.Put("latest.html", Night.Report(other));
        Assert.Equal("new latest.html, withdrawn latest.html", Night.Changes(_night.Run().Record));
        Assert.DoesNotContain(_night.Lines("out/findings.jsonl"), finding => finding.GetProperty("rule").GetString() == "RI606");
    }

    [Fact]
    public void The_store_is_exported_as_it_was_on_a_day()
    {
        _night.Put("1.html", Night.Report(1));
        _night.Run();
        var first = (Day: $"{_night.Now:yyyy-MM-dd}", Text: _night.Shell.Read("out/reports.jsonl"));
        _night.Put("1.html", Night.Changed(1));
        _night.Put("2.html", Night.Report(2));
        _night.Run();
        Assert.Equal(ExitCode.Done, Export(first.Day, "then").Code);
        Assert.Equal(first.Text, _night.Shell.Read("then/reports.jsonl"));
        Assert.Equal(ExitCode.Done, Export($"{_night.Now:yyyy-MM-dd}", "now", "--format", "csv").Code);
        Assert.Equal(_night.Shell.Read("out/reports.jsonl"), _night.Shell.Read("now/reports.jsonl"));
        Assert.Equal(_night.Shell.Read("out/findings.jsonl"), _night.Shell.Read("now/findings.jsonl"));
        Assert.Equal(3, File.ReadLines(_night.Shell.Path("now/reports.csv")).Count());

        Run Export(string day, string to, params string[] more) =>
            Shell.Call(["store", "export", "--config", _night.Shell.Path("reportingest.toml"), "--out", _night.Shell.Path(to), "--as-of", day, .. more]);
    }

    [Fact]
    public void Many_lost_reports_stop_the_run_until_a_reason_is_given()
    {
        foreach (var seed in Enumerable.Range(1, 6)) _night.Put($"{seed}.html", Night.Report(seed));
        _night.Run();
        var before = _night.Shell.Read("out/reports.jsonl");
        foreach (var seed in Enumerable.Range(1, 3)) File.Delete(_night.Shell.Path($"in/{seed}.html"));
        var (code, record) = _night.Run();
        Assert.Equal((ExitCode.Held, "held"), (code, record.GetProperty("state").GetString()));
        Assert.Contains("3 of 6 units and years would lose their report (50%, the limit is 5%), so nothing was published.", _night.Said, StringComparison.Ordinal);
        Assert.Contains("Nothing was published; these changes wait to be checked:", _night.Said, StringComparison.Ordinal);
        Assert.Contains("Nothing was published.", _night.PageOfRun, StringComparison.Ordinal);
        Assert.Equal(before, _night.Shell.Read("out/reports.jsonl"));
        (code, record) = _night.Run("the site was rebuilt");
        Assert.Equal((ExitCode.Done, 3, "the site was rebuilt"), (code, Night.Count(record, "withdrawn"), record.GetProperty("accepted").GetString()));
        Assert.Equal(3, _night.Lines("out/reports.jsonl").Count);
        Assert.Equal("", Night.Changes(_night.Run().Record));
    }

    [Fact]
    public void Many_changed_values_stop_the_run()
    {
        foreach (var seed in Enumerable.Range(1, 6)) _night.Put($"{seed}.html", Night.Report(seed));
        _night.Run();
        foreach (var seed in Enumerable.Range(1, 3)) _night.Put($"{seed}.html", Night.Changed(seed));
        Assert.Equal(ExitCode.Held, _night.Run().Code);
        Assert.Contains("The values of 3 of 6 reports would change", _night.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_withdraws_nothing_and_is_looked_at_again_at_once()
    {
        _night.Put("1.html", Night.Report(1));
        _night.Run();
        Directory.Move(_night.Shell.Path("in"), _night.Shell.Path("away"));
        var (code, record) = _night.Run();
        Assert.Equal((ExitCode.InternalError, "", 1), (code, Night.Changes(record), record.GetProperty("documents").GetInt32()));
        Assert.Equal("list", Assert.Single(record.GetProperty("quarantine").EnumerateArray()).GetProperty("stage").GetString());
        Directory.Move(_night.Shell.Path("away"), _night.Shell.Path("in"));
        (code, record) = _night.RunNow();
        Assert.Equal((ExitCode.Done, 0), (code, record.GetProperty("quarantine").GetArrayLength()));
    }

    [Fact]
    public void A_source_that_is_lost_is_said_every_night_also_to_whoever_asks_for_quiet()
    {
        _night.Put("1.html", Night.Report(1));
        _night.Run();
        Directory.Move(_night.Shell.Path("in"), _night.Shell.Path("away"));
        for (var times = 0; times < 2; times++)
        {
            var night = Shell.Call("refresh", "--config", _night.Shell.Path("reportingest.toml"), "--quiet", "--lang", "zh");
            Assert.Equal(ExitCode.InternalError, night.Code);
            Assert.StartsWith("来源 [in] 读不到（自 ", Assert.Single(night.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_folder_of_which_only_a_part_is_closed_is_no_source_out_of_reach()
    {
        _night.Put("1.html", Night.Report(1));
        _night.Put("2.zip", "PK\u0003\u0004"u8.ToArray());
        Assert.Equal(ExitCode.SomeUnreadable, _night.Run().Code);
        Assert.DoesNotContain("out of reach", _night.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void One_run_writes_at_a_time_and_the_second_says_who_does()
    {
        using (Store.ForWriting(_night.Shell.Path("store"), _night.Now))
        {
            var run = Shell.Call("refresh", "--config", _night.Shell.Path("reportingest.toml"), "--lang", "en");
            Assert.Equal(ExitCode.InternalError, run.Code);
            Assert.Contains($"is being written by another run (process {Environment.ProcessId}, since 2025-03-01T02:00:00", run.Error, StringComparison.Ordinal);
        }
        Assert.Equal(ExitCode.Done, Shell.Call("refresh", "--config", _night.Shell.Path("reportingest.toml")).Code);
    }

    [Fact]
    public void Readers_see_the_last_published_state_while_a_run_writes()
    {
        _night.Put("1.html", Night.Report(1));
        _night.Run();
        using var writer = Store.ForWriting(_night.Shell.Path("store"), _night.Now);
        writer.State.Transact(() =>
        {
            writer.State.Execute("UPDATE document SET withdrawn = 1");
            using var reader = Store.ForReading(_night.Shell.Path("store"));
            Assert.Equal(200, reader.State.Number("SELECT count(*) FROM current_value"));
        });
    }

    [Fact]
    public void A_body_that_was_touched_is_found_by_verify()
    {
        _night.Put("1.html", Night.Report(1));
        _night.Run();
        var content = Directory.EnumerateFiles(_night.Shell.Path("store/content"), "*", SearchOption.AllDirectories).Single();
        File.AppendAllText(content, " ");
        var run = Shell.Call("store", "verify", "--config", _night.Shell.Path("reportingest.toml"), "--lang", "en");
        Assert.Equal(ExitCode.InternalError, run.Code);
        Assert.EndsWith("holds something else.\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_of_a_later_program_is_left_alone()
    {
        _night.Run();
        using (var store = Store.ForWriting(_night.Shell.Path("store"), _night.Now)) store.State.Execute("PRAGMA user_version = 99");
        var run = Shell.Call("refresh", "--config", _night.Shell.Path("reportingest.toml"), "--lang", "en");
        Assert.Equal(ExitCode.InternalError, run.Code);
        Assert.Contains("was written by a later program (schema 99, this one knows 2)", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_of_an_earlier_program_is_brought_up_by_a_run_and_is_the_same()
    {
        foreach (var seed in Enumerable.Range(1, 3)) _night.Put($"{seed}.html", Night.Report(seed));
        _night.Run();
        using (var store = Store.ForWriting(_night.Shell.Path("store"), _night.Now))
        {
            // As the first version of the schema had it.
            store.State.Execute("ALTER TABLE reading ADD COLUMN outcome BLOB");
            store.State.Execute("UPDATE reading SET outcome = (SELECT packed FROM outcome WHERE reading = id)");
            store.State.Execute("DROP TABLE outcome");
            store.State.Execute("PRAGMA user_version = 1");
        }
        var verify = Shell.Call("store", "verify", "--config", _night.Shell.Path("reportingest.toml"), "--lang", "en");
        Assert.Contains("was written by an earlier program: a run of refresh brings it up to date.", verify.Error, StringComparison.Ordinal);
        var reports = _night.Shell.Read("out/reports.jsonl");
        File.Delete(_night.Shell.Path("out/reports.jsonl"));
        var (code, record) = _night.Run();
        Assert.Equal((ExitCode.Done, "", 0), (code, Night.Changes(record), record.GetProperty("read").GetInt32()));
        Assert.Equal(reports, _night.Shell.Read("out/reports.jsonl"));
        Assert.Equal(ExitCode.Done, Shell.Call("store", "verify", "--config", _night.Shell.Path("reportingest.toml")).Code);
    }

    [Fact]
    public void A_reading_that_is_not_finished_is_tried_again_and_at_last_counts_as_unreadable()
    {
        using var night = new Night(settings: "[limits]\nseconds = 1\n[store]\nfolder = \"store\"\npublish = \"out\"\n[refresh]\nattempts = 2\n");
        night.Put("1.html", HostileFiles.EndlessPage(3_000_000));
        Assert.Equal((ExitCode.SomeUnreadable, "", "not_finished", ""), Next());
        Assert.Equal((ExitCode.SomeUnreadable, "new 1.html", "unreadable", "RI905"), Next());
        Assert.Equal((ExitCode.SomeUnreadable, "", "unreadable", "RI905"), Next());

        (int, string, string?, string) Next()
        {
            var (code, record) = night.Run();
            return (code, Night.Changes(record), Assert.Single(record.GetProperty("quarantine").EnumerateArray()).GetProperty("code").GetString(), string.Concat(night.Lines("out/findings.jsonl").Select(finding => finding.GetProperty("rule").GetString())));
        }
    }
}
