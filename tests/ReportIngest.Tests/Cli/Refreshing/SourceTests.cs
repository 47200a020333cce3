using System.Formats.Tar;
using System.IO.Compression;
using ReportIngest.Cli;

namespace ReportIngest.Tests.Cli.Refreshing;

public sealed class SourceTests
{
    private const string TwoCounties = "[[source]]\nname = \"a\"\nfolder = \"a\"\nroster = \"a.csv\"\n[[source]]\nname = \"b\"\nfolder = \"b\"\nroster = \"b.csv\"\n";

    [Fact]
    public void A_report_is_looked_for_in_the_roster_of_its_own_source()
    {
        using var night = new Night(TwoCounties);
        var (unit, year) = (Night.Forged(1).Truth.Organization, Night.Forged(1).Truth.Year);
        night.Shell.Write("a/1.html", Night.Report(1));
        Directory.CreateDirectory(night.Shell.Path("b"));
        // The same name in both, as of a 城关镇.
        foreach (var county in (string[])["a", "b"]) night.Shell.Write($"{county}.csv", $"code,name\n{(county == "a" ? "110101001" : "220202002")},{unit}\n");
        night.Now = new DateTimeOffset(2030, 3, 1, 2, 0, 0, TimeSpan.Zero);
        Assert.Equal(ExitCode.Done, night.Run().Code);
        Assert.Equal("110101001", Assert.Single(night.Lines("out/reports.jsonl")).GetProperty("report").GetProperty("division").GetString());
        var coverage = night.Lines("out/coverage.jsonl").ToDictionary(entry => (entry.GetProperty("code").GetString(), entry.GetProperty("year").GetInt32()), entry => entry.GetProperty("reports").GetArrayLength());
        Assert.Equal(1, coverage[("110101001", year)]);
        Assert.DoesNotContain(("220202002", year), coverage.Where(entry => entry.Value > 0).Select(entry => entry.Key));
    }

    [Fact]
    public void A_source_out_of_reach_leaves_the_units_of_another_source_to_be_judged()
    {
        using var night = new Night(TwoCounties);
        night.Shell.Write("a/1.html", Night.Report(1));
        night.Shell.Write("b/2.html", Night.Report(2));
        foreach (var county in (string[])["a", "b"]) night.Shell.Write($"{county}.csv", $"code,name,level\n{(county == "a" ? "999999001" : "999999002")},无此镇,township\n");
        night.Now = new DateTimeOffset(2030, 3, 1, 2, 0, 0, TimeSpan.Zero);
        night.Run();
        Directory.Move(night.Shell.Path("b"), night.Shell.Path("away"));
        Assert.Equal(ExitCode.InternalError, night.Run().Code);
        Assert.Equal(
            [("999999001", "missing"), ("999999002", "not_checked")],
            night.Lines("out/coverage.jsonl").Select(entry => (entry.GetProperty("code").GetString(), entry.GetProperty("status").GetString())));
    }

    [Fact]
    public void Archives_in_a_folder_are_folders_and_one_that_has_not_changed_is_not_read_again()
    {
        using var night = new Night();
        night.Put("a.zip", PackedFiles.Zip(("1.html", Night.Report(1)), ("sub/2.html", Night.Report(2))));
        night.Put("b.tar.gz", PackedFiles.TarGz(("3.html", Night.Report(3))));
        var (code, record) = night.Run();
        Assert.Equal((ExitCode.Done, "new 1.html, new 2.html, new 3.html"), (code, Night.Changes(record)));
        Assert.Equal(["in/a.zip!/1.html", "in/a.zip!/sub/2.html", "in/b.tar.gz!/3.html"], night.Lines("out/reports.jsonl").Select(report => report.GetProperty("source").GetProperty("path").GetString()));

        record = night.Run().Record;
        Assert.Equal(("", 3), (Night.Changes(record), record.GetProperty("sightings").GetProperty("unchanged").GetInt32()));

        night.Put("a.zip", PackedFiles.Zip(("1.html", Night.Changed(1))));
        File.SetLastWriteTimeUtc(night.Shell.Path("in/a.zip"), night.Now.UtcDateTime.AddMinutes(-30));
        Assert.Equal("values 1.html, withdrawn 2.html", Night.Changes(night.Run("the archive was packed anew").Record));

        night.Put("a.zip", PackedFiles.Zip(("1.html", Night.Changed(1)))[..200]);
        (code, record) = night.Run();
        Assert.Equal((ExitCode.SomeUnreadable, 2), (code, record.GetProperty("reports").GetInt32()));
    }
}
