using ReportIngest.Cli.Covering;
using ReportIngest.Cli.Ingesting;

namespace ReportIngest.Tests.Cli;

public sealed class InputFilesTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_folder_is_read_with_its_subfolders_ordered_by_path_and_by_products_are_counted()
    {
        _shell.Write("in/b/2.html", "x");
        _shell.Write("in/a.html", "x");
        _shell.Write("in/B.html", "x");
        _shell.Write("in/.DS_Store", "x");
        _shell.Write("in/Thumbs.db", "x");
        _shell.Write("in/~$a.docx", "x");
        _shell.Write("in/out/reports.jsonl", "x");
        _shell.Write("in/old/run.json", """{"schema":"reportingest.run/1"}""");
        _shell.Write("in/old/values.csv", "report");
        var inputs = Find([_shell.Path("in")]);
        Assert.Equal(["in/B.html", "in/a.html", "in/b/2.html"], Below(inputs));
        Assert.Equal([(Skip.Hidden, 1), (Skip.ByProduct, 2), (Skip.OwnOutput, 3)], inputs.Skipped.Select(skip => (skip.Key, skip.Value)));
    }

    [Fact]
    public void A_file_named_twice_is_read_once()
    {
        var file = _shell.Write("in/a.html", "x");
        Assert.Equal(["in/a.html"], Below(Find([file, _shell.Path("in"), _shell.Path("in") + "/"])));
    }

    [Fact]
    public void What_a_folder_named_twice_leaves_out_is_counted_once()
    {
        _shell.Write("in/.hidden", "x");
        _shell.Write("in/a.html", "x");
        Assert.Equal(1, Find([_shell.Path("in"), _shell.Path("in") + "/", _shell.Path("in")]).Skipped[Skip.Hidden]);
    }

    [Fact]
    public void A_path_that_does_not_exist_is_in_the_list_with_the_reason()
    {
        var missing = Assert.Single(Find([_shell.Path("nothing")]).Files);
        Assert.Equal("There is no such file or folder, or it may not be looked at.", missing.Problem!.En);
    }

    [Fact]
    public void A_pattern_without_a_folder_selects_by_name_at_any_depth()
    {
        foreach (var name in (string[])["in/a.html", "in/b/c.html", "in/b/d.pdf", "in/e/f.html"]) _shell.Write(name, "x");
        Assert.Equal(["in/a.html", "in/b/c.html"], Below(Find([_shell.Path("in")], include: ["*.html"], exclude: ["e/**"])));
    }

    [Fact]
    public void A_link_of_a_folder_is_left_out_and_counted_and_one_that_is_named_is_read()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Making links needs a right there");
        var secret = _shell.Write("elsewhere/secret.html", "x");
        _shell.Write("in/a.html", "x");
        File.CreateSymbolicLink(_shell.Path("in/sym.html"), secret);
        File.CreateSymbolicLink(_shell.Path("in/gone.html"), _shell.Path("nothing"));
        Directory.CreateSymbolicLink(_shell.Path("in/sub"), _shell.Path("elsewhere"));
        var inputs = Find([_shell.Path("in")]);
        Assert.Equal(["in/a.html"], Below(inputs));
        Assert.Equal([(Skip.Link, 3)], inputs.Skipped.Select(skip => (skip.Key, skip.Value)));
        Assert.Equal(["in/sym.html"], Below(Find([_shell.Path("in/sym.html")])));
        Assert.Equal(["in/sub/secret.html"], Below(Find([_shell.Path("in/sub")])));
    }

    private Inputs Find(string[] paths, string[]? include = null, string[]? exclude = null) => InputFiles.Find(new IngestOptions(
        [.. paths], _shell.Path("in/out"), ["jsonl"], 1, Isolating.None, null, [.. include ?? []], [.. exclude ?? []],
        null, new RosterChoice(null, [], default), new VerdictFiles(null, null)));

    private IEnumerable<string> Below(Inputs inputs) => inputs.Files.Select(file => Path.GetRelativePath(_shell.Folder, file.FullPath).Replace('\\', '/'));
}
