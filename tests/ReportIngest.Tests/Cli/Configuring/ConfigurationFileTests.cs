using ReportIngest.Cli;
using ReportIngest.Cli.Configuring;
using ReportIngest.Documents;
using ReportIngest.Forge;
using ReportIngest.Reading;
using ReportIngest.Reports;
using ReportIngest.Rosters;

namespace ReportIngest.Tests.Cli.Configuring;

public sealed class ConfigurationFileTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void The_example_in_the_documents_has_every_key_with_its_default()
    {
        var example = Repository.File("docs/reportingest.toml");
        Assert.Equal(Limits.Default, ConfigurationFile.Read(example).Limits);
        Assert.Empty(ConfigurationFile.Read(example).Due);
        var keys = File.ReadLines(example).Select(line => line.Split('=')[0].Trim()).ToList();
        Assert.All(LimitSettings.Keys, key => Assert.Contains(key, keys));
    }

    [Fact]
    public void Every_key_sets_a_ceiling_of_its_own()
    {
        var changed = LimitSettings.Keys.Select(key => LimitSettings.Set(Limits.Default, key, 77L)).ToList();
        Assert.Equal(changed.Count, changed.Distinct().Count());
        Assert.DoesNotContain(Limits.Default, changed);
    }

    [Fact]
    public void Days_are_read_by_level()
    {
        var due = Read("[due]\ntownship = \"02-29\"\ncounty = \"03-15\"").Due;
        Assert.Equal((new DueDay(2, 29), new DueDay(3, 15), 2), (due[Level.Township], due[Level.County], due.Count));
    }

    [Theory]
    [InlineData("[limit]", "There is no “limit”; there is [limits], [due], [store], [refresh], [fetch], [source].")]
    [InlineData("limits = 3", "limits is a table: [limits].")]
    [InlineData("[limits]\npage = 3", "[limits] has no “page”; there is input_mb, ")]
    [InlineData("[limits]\npages = 0", "pages of [limits] is a whole number from 1 to 1000000000, not “0”.")]
    [InlineData("[limits]\npages = \"3\"", "pages of [limits] is a whole number from 1 to 1000000000, not “3”.")]
    [InlineData("[limits]\nseconds = 1.5", "seconds of [limits] is a whole number from 1 to 86400, not “1.5”.")]
    [InlineData("[due]\nvillage = \"02-20\"", "[due] has no level “village”; there is national, ")]
    [InlineData("[due]\ntownship = \"20-02\"", "township of [due] is a month and a day, such as \"02-20\".")]
    [InlineData("[due]\ntownship = 2", "township of [due] is a month and a day, such as \"02-20\".")]
    [InlineData("[limits]\npages = [3]", "pages of [limits] is a whole number from 1 to 1000000000, not “…”.")]
    [InlineData("[limits]\npages = 99999999999999999999", "this is no valid TOML.")]
    [InlineData("\n[limits", "this is no valid TOML.")]
    [InlineData("[limits]\npages =", "this is no valid TOML. The parser says: Unexpected")]
    [InlineData("[limits]\npages = 3\n\npages = 4", "“limits.pages” stands on line 2 already.")]
    [InlineData("[limits]\npages = 3\n[due]\n[limits]", "“limits” stands on line 1 already.")]
    [InlineData("[[source]]\nname = \"a\"\nfolder = \"a\"\n[[source]]\nname = \"b\"\nfolder = \"a\"\npage = 3", "[source] has no “page”; there is folder, ")]
    [InlineData("[[source]]\nname = \"a\"\nfolder = \"a\"\n[[source]]\nfolder = \"a\"\nname = \"a\"", "Two [[source]] are called “a”.")]
    [InlineData("[fetch]\nrobots = \"yes\"", "robots of [fetch] is true or false.")]
    [InlineData("[store]\nfolder = \"s\"\nformat = \"doc\"", "")]
    public void What_cannot_be_followed_is_one_sentence_that_names_it(string text, string sentence) =>
        Assert.StartsWith($"Configuration “{_shell.Path("c.toml")}”, line {text.Count('\n') + 1}: {sentence}", Assert.Throws<UsageException>(() => Read(text)).Sentence.En, StringComparison.Ordinal);

    [Fact]
    public void The_line_is_said_in_Chinese_too() => Assert.Equal(
        $"配置文件“{_shell.Path("c.toml")}”第 3 行：“limits.pages”在第 2 行已经写过。", Assert.Throws<UsageException>(() => Read("[limits]\npages = 3\npages = 4")).Sentence.Zh);

    [Fact]
    public void Bytes_that_are_no_text_are_no_TOML() => Assert.Throws<UsageException>(() => ConfigurationFile.Read(_shell.Write("c.toml", [0xff, 0xfe, 0x00])));

    /// <summary>The parser fails on it, and has no line to give.</summary>
    [Fact]
    public void A_file_that_ends_within_a_characters_code_is_no_TOML() =>
        Assert.Equal($"Configuration “{_shell.Path("c.toml")}”: this is no valid TOML.", Assert.Throws<UsageException>(() => Read("[due]\ntownship = \"\\ud80")).Sentence.En);

    [Fact]
    public void A_ceiling_of_the_file_holds_in_every_command_that_reads()
    {
        var config = _shell.Write("c.toml", "[limits]\ncells = 10");
        var seed = Repository.File("seeds/seed.md");
        Shell.Call("ingest", seed, "--out", _shell.Path("earlier"));
        foreach (var args in (string[][])[["explain", seed], ["locate", "", "requests.new.total", "--from", _shell.Path("earlier"), "--out", _shell.Path("cell.html")], ["tables", seed], ["ingest", seed, "--out", _shell.Path("out")], ["ingest", seed, "--out", _shell.Path("out"), "--isolation", "process"]])
        {
            var run = Shell.Call([.. args, "--config", config, "--lang", "en"]);
            Assert.Equal(ExitCode.SomeUnreadable, run.Code);
            Assert.Contains("more than 10 cells", run.Out + run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_day_of_the_level_counts_where_no_roster_gives_one()
    {
        var config = _shell.Write("c.toml", "[due]\ntownship = \"01-10\"");
        var whose = new Whose("青河县柳溪镇人民政府", "柳溪镇", Level.Township, 2024, new DateOnly(2025, 1, 20));
        var report = _shell.Write("a.html", Layouts.Find(FileKind.Html, "plain").Write(Forger.Forge(1, new Order(Whose: whose))));
        Shell.Call("ingest", report, "--out", _shell.Path("out"), "--config", config);
        Assert.Contains("the unit's day in the roster or the configuration", _shell.Read("out/findings.jsonl"), StringComparison.Ordinal);
        Assert.Equal(config, System.Text.Json.JsonDocument.Parse(_shell.Read("out/run.json")).RootElement.GetProperty("options").GetProperty("config").GetString());
        Shell.Call("ingest", report, "--out", _shell.Path("out"));
        Assert.DoesNotContain("RI602", _shell.Read("out/findings.jsonl"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_of_the_roster_without_a_day_has_that_of_its_level()
    {
        var config = _shell.Write("c.toml", "[due]\ntownship = \"02-20\"");
        var roster = _shell.Write("roster.csv", "code,name,level,due\n1,甲镇,township,\n2,乙镇,township,03-01\n");
        Shell.Call("ingest", _shell.Write("in/a.md", "# 通知"), "--out", _shell.Path("out"), "--roster", roster, "--years", "2024", "--as-of", "2025-02-25", "--config", config);
        Assert.Equal(["missing", "not_due"], File.ReadLines(_shell.Path("out/coverage.jsonl")).Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("status").GetString()));
    }

    private Configuration Read(string text) => ConfigurationFile.Read(_shell.Write("c.toml", text));
}
