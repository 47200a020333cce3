using System.CommandLine;
using ReportIngest.Cli;
using ReportIngest.Cli.Exporting;
using ReportIngest.Rules;

namespace ReportIngest.Tests.Cli;

public sealed class UsageTests
{
    [Theory]
    [InlineData("A command is missing.")]
    [InlineData("There is no command “ingst”.", "ingst")]
    [InlineData("PATH is missing.", "ingest", "--out", "o")]
    [InlineData("--out is missing: name the folder to write to.", "ingest", "a.html")]
    [InlineData("--out is missing: name the folder to write to.", "ingest", "a.html", "--out", "")]
    [InlineData("There is no option “--foo”.", "ingest", "--foo", "--out", "o")]
    [InlineData("--jobs needs a value.", "ingest", "a.html", "--out", "o", "--jobs")]
    [InlineData("--jobs is a whole number from 1 to 1024, not “0”.", "ingest", "a.html", "--out", "o", "--jobs", "0")]
    [InlineData("--isolation is process or none, not “thread”.", "ingest", "a.html", "--out", "o", "--isolation", "thread")]
    [InlineData("--from is missing: name the folder that ingest wrote.", "export", "--format", "csv")]
    [InlineData("“no” has no reports.jsonl that can be read. --from names the folder of an earlier output.", "export", "--from", "no", "--format", "csv", "--out", "no")]
    [InlineData("--fail-on is note, warning or error, not “bad”.", "ingest", "a.html", "--out", "o", "--fail-on", "bad")]
    [InlineData("--years needs a --roster.", "ingest", "a.html", "--out", "o", "--years", "2024")]
    [InlineData("--years is like 2022-2024 or 2022,2024, not “2024-2022”.", "ingest", "a.html", "--out", "o", "--roster", "r.csv", "--years", "2024-2022")]
    [InlineData("--as-of is a day, such as 2025-04-01, not “heute”.", "ingest", "a.html", "--out", "o", "--as-of", "heute")]
    [InlineData("“no/roster.csv” is not there or cannot be read.", "ingest", "a.html", "--out", "o", "--roster", "no/roster.csv")]
    [InlineData("“no/findings.jsonl” is not there or cannot be read.", "ingest", "a.html", "--out", "o", "--baseline", "no/findings.jsonl")]
    [InlineData("“no/accepted.jsonl” is not there or cannot be read.", "ingest", "a.html", "--out", "o", "--suppress", "no/accepted.jsonl")]
    [InlineData("--from is missing: name the folder that ingest wrote.", "coverage", "--roster", "r.csv")]
    [InlineData("--roster is missing: name the roster of units.", "coverage", "--from", "o")]
    [InlineData("--division is missing: name a division, such as 410425.", "roster", "new")]
    [InlineData("There is no division “4” (province 2 digits, prefecture 4, county 6, township 9), or none of that level in it.", "roster", "new", "--division", "4")]
    [InlineData("--level is province, city, county or township, not “village”.", "roster", "new", "--division", "41", "--level", "village")]
    [InlineData("--format is json, csv, html or md, not “xml”.", "tables", "a.html", "--format", "xml")]
    [InlineData("--format is md or json, not “xml”.", "compare", "a", "b", "--format", "xml")]
    [InlineData("“a” has no reports.jsonl that can be read. compare names the folder of an earlier output.", "compare", "a", "b")]
    [InlineData("--from is missing: name the folder that ingest wrote.", "locate", "abc", "requests.new.total")]
    [InlineData("The command is not complete; there are: store verify, store export, store runs.", "store")]
    [InlineData("--config is missing: name the configuration.", "store", "runs")]
    [InlineData("There is no rule “RI999”; rules without an id lists them all.", "rules", "RI999")]
    [InlineData("“b.html” is one argument too many.", "explain", "a.html", "b.html")]
    [InlineData("A path is empty.", "explain", "")]
    public void Wrong_usage_is_one_sentence_and_code_2(string sentence, params string[] args)
    {
        var run = Shell.Call([.. args, "--lang=en"]);
        Assert.Equal(ExitCode.WrongUsage, run.Code);
        Assert.Equal("", run.Out);
        Assert.StartsWith(sentence + "\nSee reportingest", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--config")]
    [InlineData("--roster")]
    [InlineData("--suppress")]
    public void A_file_beside_the_reports_that_has_no_end_is_wrong_usage(string option)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no such device.");
        var run = Shell.Call("ingest", "a.html", "--out", "o", option, "/dev/zero", "--lang=en");
        Assert.Equal((ExitCode.WrongUsage, ""), (run.Code, run.Out));
        Assert.StartsWith("“/dev/zero” has more than 64 MB, as no file of its kind has: see whether it is the wrong one.\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_formats_there_are_are_named()
    {
        Assert.StartsWith($"There is no format “doc”; there is {ExportFormats.Names}.\n", Shell.Call("ingest", "a.html", "--out", "o", "--format", "doc", "--lang=en").Error, StringComparison.Ordinal);
        Assert.StartsWith($"--format is missing: there is {ExportFormats.Names}.\n", Shell.Call("export", "--from", "o", "--lang=en").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_language_is_wrong_usage_said_in_Chinese()
    {
        var run = Shell.Call("rules", "--lang", "fr");
        Assert.Equal((ExitCode.WrongUsage, true), (run.Code, run.Error.StartsWith("--lang 只能是 zh 或 en", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("用法：reportingest ingest PATH… [OPTIONS]", "ingest", "--help")]
    [InlineData("Usage: reportingest ingest PATH… [OPTIONS]", "ingest", "--help", "--lang", "en")]
    [InlineData("Usage: reportingest rules [ID] [OPTIONS]", "rules", "--lang=en", "--help")]
    [InlineData("Usage: reportingest COMMAND", "--help", "--lang", "en")]
    [InlineData("Usage: reportingest roster COMMAND", "roster", "--help", "--lang", "en")]
    [InlineData("Usage: reportingest roster new [OPTIONS]", "roster", "new", "--help", "--lang", "en")]
    public void Help_is_in_the_language_that_was_asked_for(string usage, params string[] args)
    {
        var run = Shell.Call(args);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.Contains(usage + "\n", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en_GB.UTF-8", null, "en")]
    [InlineData("zh_CN.UTF-8", "en_US.UTF-8", "zh")]
    [InlineData("", "en_US.UTF-8", "en")]
    [InlineData(null, "C.UTF-8", "zh")]
    [InlineData(null, null, "zh")]
    public void The_locale_decides_the_language_else_it_is_Chinese(string? all, string? lang, string language) =>
        Assert.Equal(language, Languages.Of([], name => name switch { "LC_ALL" => all, "LANG" => lang, _ => null }));

    [Fact]
    public void The_rules_are_listed_with_severity_and_title()
    {
        var run = Shell.Call("rules", "--lang", "en");
        foreach (var rule in RuleCatalog.All)
            Assert.Matches($"(?m)^  {rule.Id}  (error|warning|note) +{System.Text.RegularExpressions.Regex.Escape(rule.Title.En)}$", run.Out);
    }

    [Fact]
    public void A_rule_is_explained_by_its_page()
    {
        var run = Shell.Call("rules", "ri103");
        Assert.Equal(RuleCatalog.Page("RI103")!.TrimEnd() + "\n", run.Out);
    }

    [Fact]
    public void The_documentation_lists_the_options_as_the_commands_have_them()
    {
        var page = File.ReadAllText(Repository.File("docs/commands.md"));
        using var nowhere = new StringWriter();
        var root = CommandLine.Root(new CommonOptions("en", new Streams(nowhere, nowhere, false, false), _ => null));
        foreach (var (name, command) in root.Subcommands.Select(sub => (sub.Name, sub)).Concat(root.Subcommands.SelectMany(sub => sub.Subcommands.Select(part => ($"{sub.Name} {part.Name}", part)))))
            foreach (var option in command.Options)
                Assert.Contains($"| `{name}` | `{Help.Name(option).Replace("|", "\\|", StringComparison.Ordinal)}` | {option.Description} |", page, StringComparison.Ordinal);
        foreach (var option in root.Options)
            Assert.Contains($"| all | `{Help.Name(option).Replace("|", "\\|", StringComparison.Ordinal)}` | {option.Description} |", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_documentation_lists_the_rules_as_the_catalogue_has_them()
    {
        var table = string.Join('\n', RuleCatalog.All.OrderBy(rule => rule.Id, StringComparer.Ordinal).Select(rule =>
            $"| {rule.Id} | {Names.Severity(rule.Severity).En} | {rule.Title.En} | {rule.Title.Zh} |"));
        Assert.Contains(table, File.ReadAllText(Repository.File("docs/rules.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }
}
