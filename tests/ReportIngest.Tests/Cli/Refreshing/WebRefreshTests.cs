using System.Text.Json;
using ReportIngest.Cli;

namespace ReportIngest.Tests.Cli.Refreshing;

public sealed class WebRefreshTests : IDisposable
{
    private const string Quick = "[limits]\ninput_mb = 1\n[store]\nfolder = \"store\"\npublish = \"out\"\n[refresh]\nisolation = \"none\"\nattempts = 3\n[fetch]\npace_ms = 0\nper_host = 8\ntimeout_ms = 2000\nretries = 2\nbackoff_ms = 1\nredirects = 3\n";

    private readonly Site _site = new();
    private Night? _night;

    public void Dispose()
    {
        _night?.Dispose();
        _site.Dispose();
    }

    [Fact]
    public void A_listing_is_followed_page_by_page_by_selector_and_year()
    {
        _site.Put("/nb/", $"<ul class=l><li><a href='/nb/1.html'>某局2024年年度报告</a><li><a href='2023.html'>旧报告</a><li><a href='/nb/x.html'>通知</a></ul><a href='/other.html'>2024</a><a class=next href='p2.html'>下一页</a>");
        _site.Put("/nb/p2.html", "<ul class=l><li><a href='2.html#top'>2024年年报</a></ul><a class=next href='/nb/'>下一页</a>");
        foreach (var (path, seed) in (IEnumerable<(string, int)>)[("/nb/1.html", 1), ("/nb/2.html", 2), ("/nb/2023.html", 3)]) _site.Put(path, Night.Report(seed));
        var (code, record) = Listing("links = \"ul.l a\"\nyear = \"20(23|24)\"\nnext = \"a.next\"").Run();
        Assert.Equal((ExitCode.Done, "new 1.html, new 2.html, new 2023.html"), (code, Night.Changes(record)));
        Assert.Equal((0, 0), (_site.CountOf("/nb/x.html"), _site.CountOf("/other.html")));
        Assert.All(_site.Agents, agent => Assert.StartsWith("ReportIngest/", agent, StringComparison.Ordinal));
    }

    [Fact]
    public void What_has_not_changed_is_not_sent_again_and_not_read_again()
    {
        _site.Put("/1.html", Night.Report(1), etag: "\"a\"");
        _site.Put("/2.html", Night.Report(2)); // a server without validators
        var night = Urls("/1.html", "/2.html");
        night.Run();
        var (code, record) = night.Run();
        Assert.Equal((ExitCode.Done, "", 0), (code, Night.Changes(record), record.GetProperty("read").GetInt32()));
        Assert.Equal([200, 304], _site.Asked.Where(asked => asked.Path == "/1.html").Select(asked => asked.Status));
        Assert.Equal((1, 1), (record.GetProperty("sightings").GetProperty("not_modified").GetInt32(), record.GetProperty("sightings").GetProperty("found").GetInt32()));
    }

    [Fact]
    public void A_second_run_asks_each_address_once_and_only_whether_it_has_changed()
    {
        _site.Put("/robots.txt", "User-agent: *\nDisallow: /private/\n");
        foreach (var seed in Enumerable.Range(1, 3)) _site.Put($"/{seed}.html", Night.Report(seed), etag: $"\"{seed}\"");
        foreach (var seed in Enumerable.Range(4, 3)) _site.Pages[$"/{seed}.html"] = new Answer(Body: Night.Report(seed), Modified: "Sat, 01 Feb 2025 08:00:00 GMT");
        var night = Urls([.. Enumerable.Range(1, 6).Select(seed => $"/{seed}.html")]);
        night.Run();
        _site.Asked.Clear();
        Assert.Equal("", Night.Changes(night.Run().Record));
        Assert.Equal(
            [("/1.html", 304), ("/2.html", 304), ("/3.html", 304), ("/4.html", 304), ("/5.html", 304), ("/6.html", 304), ("/robots.txt", 200)], _site.Asked.Order());
    }

    [Fact]
    public void Every_kind_of_change_is_told_on_the_web_too()
    {
        foreach (var seed in Enumerable.Range(1, 6)) _site.Put($"/{seed}.html", Night.Report(seed), etag: $"\"{seed}\"");
        _site.Put("/", Links(1, 2, 3, 4, 5, 6));
        var night = Listing("");
        night.Run();
        _site.Put("/1.html", [.. Night.Report(1), .. "<!-- x -->"u8], etag: "\"1b\"");
        _site.Put("/2.html", Night.Changed(2), etag: "\"2b\"");
        _site.Pages.TryRemove("/3.html", out _);
        _site.Put("/30.html", Night.Report(3));
        _site.Pages["/4.html"] = new Answer(410);
        _site.Put("/7.html", Night.Report(7));
        _site.Put("/", Links(1, 2, 30, 7)); // 5 and 6 are no longer listed, and still there
        var (code, record) = night.Run();
        Assert.Equal((ExitCode.Done, "bytes 1.html, values 2.html, moved 30.html, withdrawn 4.html, new 7.html"), (code, Night.Changes(record)));
        Assert.Equal(6, record.GetProperty("documents").GetInt32());
        Assert.Single(night.Lines("out/findings.jsonl"), finding => finding.GetProperty("rule").GetString() == "RI606");
        Assert.Equal("", Night.Changes(night.Run().Record));
    }

    [Theory]
    [InlineData("http_500", 3, 500)]
    [InlineData("http_429", 3, 429)]
    [InlineData("http_403", 1, 403)]
    [InlineData("not_found", 1, 404)]
    public void A_status_that_may_pass_is_tried_again_and_another_is_not(string code, int asked, int status) => Fails(code, new Answer(status), asked);

    [Fact]
    public void What_passes_at_the_second_attempt_is_no_failure()
    {
        _site.First["/1.html"] = new([new Answer(503)]);
        _site.Put("/1.html", Night.Report(1));
        Assert.Equal(ExitCode.Done, Urls("/1.html").Run().Code);
    }

    [Fact]
    public void A_slow_server_is_given_up() => Fails("timeout", new Answer(Trouble: Trouble.Slow), 1, "retries = 0\n", "timeout_ms = 300\n");

    [Fact]
    public void A_body_without_an_end_is_given_up_at_the_ceiling() => Fails("too_large", new Answer(Trouble: Trouble.Endless), 1);

    [Fact]
    public void A_compressed_bomb_is_given_up_at_the_ceiling() => Fails("too_large", new Answer(Body: Site.Gzip(new byte[8 << 20]), Encoding: "gzip"), 1);

    [Fact]
    public void An_answer_that_breaks_off_is_no_document() => Fails("broken_off", new Answer(Body: Night.Report(1), Trouble: Trouble.BrokenOff), 3);

    [Fact]
    public void An_answer_in_pieces_without_the_last_one_is_no_document() => Fails("broken_off", new Answer(Body: Night.Report(1), Trouble: Trouble.LastPieceMissing), 3);

    [Fact]
    public void A_page_without_an_end_is_no_document_where_nothing_says_how_long_it_should_be() => Fails("broken_off", new Answer(Body: Night.Report(1), Trouble: Trouble.CutOff), 3);

    [Fact]
    public void A_connection_that_is_cut_and_holds_the_next_night_loses_nothing()
    {
        _site.Put("/1.html", Night.Report(1));
        var night = Urls("/1.html");
        night.Run();
        _site.Pages["/1.html"] = new Answer(Body: Night.Changed(1), Trouble: Trouble.CutOff);
        Assert.Equal((ExitCode.SomeUnreadable, ""), (night.Run().Code, Night.Changes(night.Run().Record)));
        _site.Put("/1.html", Night.Changed(1));
        Assert.Equal((ExitCode.Done, 1), (night.Run(retry: true) is var (code, record) ? code : 0, Night.Count(record, "values")));
    }

    [Fact]
    public void A_circle_of_redirects_is_left() => Fails("too_many_redirects", new Answer(302, Location: "/1.html"), 4);

    [Fact]
    public void A_redirect_to_a_file_is_not_followed() => Fails("bad_redirect", new Answer(302, Location: "file:///etc/passwd"), 1);

    [Fact]
    public void A_redirect_into_a_private_network_is_not_followed() => Fails("private_address", new Answer(302, Location: "http://127.0.0.2:1/"), 1);

    [Theory]
    [InlineData("too_short", "/1.html", "text/html", "x")]
    [InlineData("not_what_it_claims", "/1.pdf", "application/pdf", "<!DOCTYPE html><html><body>请先登录后再下载文件，谢谢合作。</body></html>")]
    [InlineData("not_what_it_claims", "/1.docx", "text/html", "<html><body>文件不存在，或已被删除，请联系管理员。</body></html>")]
    [InlineData("gate", "/1.html", "text/html", "<html><body><form><input type='password' name='p'></form>统一身份认证平台</body></html>")]
    [InlineData("gate", "/1.html", "text/html", "<html><script>document.cookie='a=b';location.reload();</script></html>")]
    public void A_body_that_is_not_what_it_claims_is_a_failed_fetch_and_keeps_the_document(string code, string path, string type, string body)
    {
        var night = Urls(path);
        _site.Put(path, Night.Report(1));
        if (path == "/1.html") night.Run();
        _site.Pages[path] = new Answer(Body: System.Text.Encoding.UTF8.GetBytes(body), Type: type);
        var (exit, record) = night.Run();
        Assert.Equal((ExitCode.SomeUnreadable, "", code), (exit, Night.Changes(record), CodeOf(record)));
        Assert.Equal(path == "/1.html" ? 1 : 0, record.GetProperty("reports").GetInt32());
    }

    [Fact]
    public void Robots_are_obeyed_and_asked_once_a_host()
    {
        _site.Put("/robots.txt", "User-agent: *\nDisallow: /private/\nAllow: /private/open*.html$\n");
        _site.Put("/1.html", Night.Report(1));
        _site.Put("/private/2.html", Night.Report(2));
        _site.Put("/private/open3.html", Night.Report(3));
        var (_, record) = Urls("/1.html", "/private/2.html", "/private/open3.html").Run();
        Assert.Equal(("new 1.html, new open3.html", "robots", 1, 0), (Night.Changes(record), CodeOf(record), _site.CountOf("/robots.txt"), _site.CountOf("/private/2.html")));
    }

    [Fact]
    public void Robots_are_found_behind_a_redirect()
    {
        _site.Pages["/robots.txt"] = new Answer(301, Location: "/new/robots.txt");
        _site.Put("/new/robots.txt", "User-agent: *\nDisallow: /\n");
        _site.Put("/1.html", Night.Report(1));
        Assert.Equal("robots", CodeOf(Urls("/1.html").Run().Record));
    }

    [Fact]
    public void A_host_that_cannot_give_its_robots_is_not_asked_for_more()
    {
        _site.Pages["/robots.txt"] = new Answer(503);
        _site.Put("/1.html", Night.Report(1));
        Assert.Equal(("robots", 0), (CodeOf(Urls("/1.html").Run().Record), _site.CountOf("/1.html")));
    }

    [Fact]
    public void The_proxy_of_the_system_is_used_and_not_for_private_addresses()
    {
        _site.Put("http://www.example.invalid/1.html", Night.Report(1));
        _site.Put("http://10.1.2.3/2.html", Night.Report(2));
        _night = new Night(Source("urls = \"urls.txt\""), Quick);
        _night.Shell.Write("urls.txt", "http://www.example.invalid/1.html\nhttp://10.1.2.3/2.html\n");
        var run = Shell.CallWith("http_proxy", _site.Root, "refresh", "--config", _night.Shell.Path("reportingest.toml"));
        Assert.Equal(ExitCode.SomeUnreadable, run.Code);
        var record = _night.LastRecord;
        Assert.Equal(("new 1.html", "private_address"), (Night.Changes(record), CodeOf(record)));
        Assert.DoesNotContain(_site.Asked, asked => asked.Path.Contains("10.1.2.3", StringComparison.Ordinal));
    }

    [Fact]
    public void This_machine_is_not_asked_unless_the_configuration_names_it()
    {
        _site.Put("/1.html", Night.Report(1));
        _night = new Night(Source("urls = \"urls.txt\""), Quick);
        _night.Shell.Write("urls.txt", _site.Root + "/1.html\n");
        var (_, record) = _night.Run();
        Assert.Equal("private_address", CodeOf(record));
        Assert.Empty(_site.Asked);
    }

    [Fact]
    public void Pauses_double_and_what_keeps_failing_is_dead_and_left_alone()
    {
        _site.Pages["/1.html"] = new Answer(403);
        var night = Urls("/1.html");
        var first = night.Now.AddDays(1);
        var tries = new List<int>();
        for (var day = 0; day < 12; day++)
        {
            var before = _site.CountOf("/1.html");
            night.Run();
            if (_site.CountOf("/1.html") > before) tries.Add(day);
        }
        Assert.Equal([0, 1, 3], tries);
        var row = Assert.Single(night.Run().Record.GetProperty("quarantine").EnumerateArray());
        Assert.Equal((3, true, false), (row.GetProperty("attempts").GetInt32(), row.GetProperty("dead").GetString()!.StartsWith($"{first:yyyy-MM-dd}", StringComparison.Ordinal), row.GetProperty("next").ValueKind == JsonValueKind.String));
        Assert.Contains("Given up", night.PageOfRun, StringComparison.Ordinal);
        _site.Put("/1.html", Night.Report(1));
        var (code, record) = night.Run(retry: true);
        Assert.Equal((ExitCode.Done, "new 1.html", 0), (code, Night.Changes(record), record.GetProperty("quarantine").GetArrayLength()));
    }

    [Fact]
    public void A_source_that_keeps_failing_is_dead_since_its_first_failure_and_said_to_be_every_night()
    {
        var night = Listing("");
        var first = night.Now.AddDays(1);
        for (var day = 0; day < 12; day++) night.Run();
        Assert.Equal(3, _site.CountOf("/"));
        var (code, record) = night.Run();
        var row = Assert.Single(record.GetProperty("quarantine").EnumerateArray());
        Assert.Equal(("[web]", "list"), (row.GetProperty("path").GetString(), row.GetProperty("stage").GetString()));
        Assert.StartsWith($"{first:yyyy-MM-dd}", row.GetProperty("dead").GetString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.InternalError, code);
        Assert.StartsWith($"The source [web] is out of reach (since {first:yyyy-MM-dd}); what is published of it stays: ", night.Said.Split('\n')[^2], StringComparison.Ordinal);
        Assert.Contains($"<td>3</td><td>{first:yyyy-MM-dd}</td><td>none</td>", night.PageOfRun, StringComparison.Ordinal);
    }

    [Fact]
    public void A_listing_that_fails_or_has_no_links_withdraws_nothing()
    {
        _site.Put("/1.html", Night.Report(1));
        _site.Put("/", Links(1));
        var night = Listing("");
        night.Run();
        _site.Put("/", "<p>网站维护中</p>");
        Assert.Equal(("", "no_links"), Of(night.Run(retry: true).Record));
        _site.Pages["/"] = new Answer(404);
        Assert.Equal(("", "not_found"), Of(night.Run(retry: true).Record));

        static (string, string) Of(JsonElement record) => (Night.Changes(record), CodeOf(record));
    }

    [Fact]
    public void A_list_with_a_wrong_line_is_looked_at_again_as_soon_as_it_is_mended()
    {
        _site.Put("/1.html", Night.Report(1));
        var night = Urls("/1.html");
        var list = night.Shell.Read("urls.txt");
        night.Shell.Write("urls.txt", list + "www.example.invalid/2.html\n");
        for (var times = 0; times < 4; times++)
        {
            var (code, record) = night.RunNow();
            Assert.Equal((ExitCode.InternalError, "not_readable"), (code, CodeOf(record)));
            Assert.Contains("[web]: Line 2 is no address: www.example.invalid/2.html\n", night.Said, StringComparison.Ordinal);
        }
        night.Shell.Write("urls.txt", list);
        Assert.Equal((ExitCode.Done, "new 1.html", 0), (night.RunNow() is var (after, mended) ? after : 0, Night.Changes(mended), mended.GetProperty("quarantine").GetArrayLength()));
    }

    [Fact]
    public void A_unit_that_the_source_did_not_promise_is_shown()
    {
        _site.Put("/1.html", Night.Report(1));
        _night = new Night(Source("urls = \"urls.txt\""), Quick + "private = [\"127.0.0.1\"]\n");
        _night.Shell.Write("urls.txt", $"# 名单\n{_site.Root}/1.html\t某某县档案馆\n");
        _night.Run();
        Assert.Contains("Another unit than the source's", _night.PageOfRun, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_for_robots_of_any_length_costs_only_its_host()
    {
        _site.Put("/robots.txt", "User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("a*", 100_000)) + "\nDisallow: /%E6%9F%A5/\nDisallow: /局/");
        foreach (var path in (string[])["/1.html", "/%E5%B1%80/2.html", "/%e6%9f%a5/3.html"]) _site.Put(path, Night.Report(1));
        var (_, record) = Urls("/1.html", "/%E5%B1%80/2.html", "/%e6%9f%a5/3.html").Run();
        Assert.Equal("new 1.html", Night.Changes(record));
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<table><tr><td>")]
    public void A_listing_nested_without_end_is_a_source_that_fails(string tag)
    {
        _site.Put("/", string.Concat(Enumerable.Repeat(tag, 900_000 / tag.Length)) + "<a href='/1.html'>1</a>");
        var (code, record) = Listing("").Run();
        Assert.Equal((ExitCode.InternalError, "not_readable"), (code, CodeOf(record)));
    }

    private void Fails(string code, Answer answer, int asked, params string[] settings)
    {
        _site.Pages["/1.html"] = answer;
        var fetch = settings.Aggregate(Quick, (text, setting) => System.Text.RegularExpressions.Regex.Replace(text, $"{setting.Split(' ')[0]} = \\d+\n", setting));
        _night = new Night(Source("urls = \"urls.txt\""), fetch + "private = [\"127.0.0.1\"]\n");
        _night.Shell.Write("urls.txt", _site.Root + "/1.html\n");
        var (exit, record) = _night.Run();
        Assert.Equal((ExitCode.SomeUnreadable, code, asked), (exit, CodeOf(record), _site.CountOf("/1.html")));
        Assert.Equal(0, record.GetProperty("documents").GetInt32());
    }

    private static string CodeOf(JsonElement record) => Assert.Single(record.GetProperty("quarantine").EnumerateArray()).GetProperty("code").GetString()!;

    private static string Links(params int[] pages) => string.Concat(pages.Select(page => $"<a href='/{page}.html'>{page}</a>"));

    private static string Source(string place) => $"[[source]]\nname = \"web\"\n{place}\n";

    private Night Listing(string more) => _night = new Night(
        Source($"listing = \"{_site.Root}{(more.Length > 0 ? "/nb/" : "/")}\"\n{more}"), Quick + "private = [\"127.0.0.1\"]\n");

    private Night Urls(params string[] paths)
    {
        _night = new Night(Source("urls = \"urls.txt\""), Quick + "private = [\"127.0.0.1\"]\n");
        _night.Shell.Write("urls.txt", string.Concat(paths.Select(path => _site.Root + path + "\n")));
        return _night;
    }
}
