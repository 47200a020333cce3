using System.Text.Json;
using ReportIngest.Cli;
using ReportIngest.Cli.Storing;

namespace ReportIngest.Tests.Cli.Refreshing;

public sealed class DamagedStoreTests : IDisposable
{
    private readonly Night _night = new();

    public void Dispose() => _night.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)] // the file is gone
    public void A_damaged_body_costs_its_own_document_one_night_and_the_source_mends_it(bool sameLength)
    {
        foreach (var seed in Enumerable.Range(1, 3)) _night.Put($"{seed}.html", Night.Report(seed));
        _night.Run();
        var published = Line("in/1.html");
        if (sameLength) Damage(_night, Night.Report(1));
        else File.Delete(BodyOf(_night, Night.Report(1)));
        RaiseCeiling(_night);
        _night.Put("2.html", Night.Changed(2));

        var (code, record) = _night.Run();
        Assert.Equal((ExitCode.SomeUnreadable, "values 2.html", 3), (code, Night.Changes(record), record.GetProperty("reports").GetInt32()));
        var row = Assert.Single(record.GetProperty("quarantine").EnumerateArray());
        Assert.Equal(("in/1.html", "read", "damaged_body"), (row.GetProperty("path").GetString(), row.GetProperty("stage").GetString(), row.GetProperty("code").GetString()));
        Assert.Contains("    in/1.html: The stored bytes are damaged", _night.Said, StringComparison.Ordinal);
        Assert.Contains("<td>every run</td>", _night.PageOfRun, StringComparison.Ordinal);
        Assert.Equal(published, Line("in/1.html"));
        Assert.Equal(ExitCode.InternalError, Verify(_night));

        (code, record) = _night.RunNow();
        Assert.Equal((ExitCode.Done, "", 0, 1), (code, Night.Changes(record), record.GetProperty("quarantine").GetArrayLength(), record.GetProperty("read").GetInt32()));
        Assert.Equal(published, Line("in/1.html"));
        Assert.Equal(ExitCode.Done, Verify(_night));
    }

    [Fact]
    public void What_a_damaged_body_hid_is_published_as_this_program_reads_it_once_it_is_mended()
    {
        _night.Shell.Write("reportingest.toml", "[limits]\ncells = 100\n" + _night.Shell.Read("reportingest.toml"));
        _night.Put("1.html", Night.Report(1));
        Assert.Equal(ExitCode.SomeUnreadable, _night.Run().Code);
        Damage(_night, Night.Report(1));
        _night.Shell.Write("reportingest.toml", _night.Shell.Read("reportingest.toml").Replace("cells = 100", "cells = 200000", StringComparison.Ordinal));
        Assert.Equal((ExitCode.SomeUnreadable, ""), (_night.Run() is var (code, record) ? code : 0, Night.Changes(record)));
        Assert.Equal("damaged_body", Assert.Single(record.GetProperty("quarantine").EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal((ExitCode.Done, "reread 1.html"), (_night.Run() is var (after, mended) ? after : 0, Night.Changes(mended)));
        Assert.Single(_night.Lines("out/reports.jsonl"));
    }

    [Theory]
    [InlineData(true, "new 1.html, withdrawn 1.html")]
    [InlineData(false, "withdrawn 1.html")]
    public void A_document_whose_body_is_damaged_is_followed_and_not_compared_with_what_is_lost(bool isThere, string changes)
    {
        _night.Put("1.html", Night.Report(1));
        _night.Run();
        Damage(_night, Night.Report(1));
        RaiseCeiling(_night);
        if (isThere) _night.Put("1.html", Night.Changed(1));
        else File.Delete(_night.Shell.Path("in/1.html"));
        Assert.Equal((ExitCode.SomeUnreadable, changes), (_night.Run() is var (code, record) ? code : 0, Night.Changes(record)));
        Assert.DoesNotContain(_night.Lines("out/findings.jsonl"), IsChanged);
        Assert.Equal((ExitCode.Done, ""), (_night.Run() is var (after, next) ? after : 0, Night.Changes(next)));
    }

    [Fact]
    public void The_damaged_body_that_values_changed_from_keeps_the_change_as_it_was_told()
    {
        _night.Put("1.html", Night.Report(1));
        _night.Run();
        _night.Put("1.html", Night.Changed(1));
        _night.Run();
        var told = Assert.Single(_night.Lines("out/findings.jsonl"), IsChanged).GetRawText();
        Damage(_night, Night.Report(1));
        RaiseCeiling(_night);
        File.Move(_night.Shell.Path("in/1.html"), _night.Shell.Path("in/2.html"));
        Assert.Equal((ExitCode.SomeUnreadable, "moved 2.html"), (_night.Run() is var (code, record) ? code : 0, Night.Changes(record)));
        Assert.Equal(ExitCode.SomeUnreadable, _night.Run().Code);
        Assert.Equal(told.Replace("in/1.html", "in/2.html", StringComparison.Ordinal), Assert.Single(_night.Lines("out/findings.jsonl"), IsChanged).GetRawText());

        File.WriteAllBytes(BodyOf(_night, Night.Report(1)), Night.Report(1));
        Assert.Equal((ExitCode.Done, ""), (_night.Run() is var (after, next) ? after : 0, Night.Changes(next)));
        Assert.Equal(ExitCode.Done, Verify(_night));
    }

    [Fact]
    public void A_server_is_not_asked_whether_a_body_has_changed_that_is_damaged()
    {
        using var site = new Site();
        using var night = new Night(
            "[[source]]\nname = \"web\"\nurls = \"urls.txt\"\n",
            "[store]\nfolder = \"store\"\npublish = \"out\"\n[refresh]\nisolation = \"none\"\n[fetch]\npace_ms = 0\nretries = 0\nprivate = [\"127.0.0.1\"]\n");
        night.Shell.Write("urls.txt", site.Root + "/1.html\n");
        site.Put("/1.html", Night.Report(1), etag: "\"a\"");
        night.Run();
        Damage(night, Night.Report(1));
        Assert.Equal(ExitCode.Done, night.Run().Code);
        Assert.Equal(ExitCode.Done, Verify(night));

        Damage(night, Night.Report(1));
        RaiseCeiling(night);
        site.Pages["/1.html"] = new Answer(500);
        for (var times = 0; times < 2; times++)
        {
            var (code, record) = night.RunNow();
            Assert.Equal((ExitCode.SomeUnreadable, "damaged_body", 1), (code, Assert.Single(record.GetProperty("quarantine").EnumerateArray()).GetProperty("code").GetString(), record.GetProperty("reports").GetInt32()));
        }
        site.Put("/1.html", Night.Report(1), etag: "\"a\"");
        Assert.Equal((ExitCode.Done, ""), (night.RunNow() is var (mended, last) ? mended : 0, Night.Changes(last)));
        Assert.Equal(ExitCode.Done, Verify(night));
        night.Run();
        Assert.Equal([200, 200, 500, 500, 200, 304], site.Asked.Where(asked => asked.Path == "/1.html").Select(asked => asked.Status));
    }

    private static bool IsChanged(JsonElement finding) => finding.GetProperty("rule").GetString() == "RI606";

    private string Line(string path) => Assert.Single(_night.Lines("out/reports.jsonl"), report => report.GetProperty("source").GetProperty("path").GetString() == path).GetRawText();

    private static int Verify(Night night) => Shell.Call("store", "verify", "--config", night.Shell.Path("reportingest.toml")).Code;

    private static void RaiseCeiling(Night night) => night.Shell.Write("reportingest.toml", "[limits]\npages = 501\n" + night.Shell.Read("reportingest.toml"));

    private static string BodyOf(Night night, byte[] body) => ContentFiles.HashOf(body) is var hash ? night.Shell.Path($"store/content/{hash[..2]}/{hash[2..]}") : "";

    /// <summary>Other numbers, the same length.</summary>
    private static void Damage(Night night, byte[] body) => File.WriteAllBytes(BodyOf(night, body), [.. body.Select(one => one == (byte)'1' ? (byte)'2' : one)]);
}
