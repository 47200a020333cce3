using ReportIngest.Cli;
using ReportIngest.Cli.Ingesting;

namespace ReportIngest.Tests.Cli.Ingesting;

public sealed class OutputFolderTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Who_does_not_commit_leaves_the_earlier_files_and_nothing_else()
    {
        _shell.Write("out/a.txt", "old");
        using (var folder = new OutputFolder(_shell.Path("out"))) Write(folder, "a.txt", "new");
        Assert.Equal("old", _shell.Read("out/a.txt"));
        Assert.Equal([_shell.Path("out/a.txt")], Directory.EnumerateFileSystemEntries(_shell.Path("out")));
    }

    [Fact]
    public void A_commit_replaces_its_own_files_and_leaves_others()
    {
        _shell.Write("out/a.txt", "old");
        _shell.Write("out/c.txt", "kept");
        using (var folder = new OutputFolder(_shell.Path("out")))
        {
            Write(folder, "a.txt", "new");
            File.WriteAllText(folder.PathOf("b.txt"), "new");
            folder.Commit();
        }
        Assert.Equal(("new", "new", "kept"), (_shell.Read("out/a.txt"), _shell.Read("out/b.txt"), _shell.Read("out/c.txt")));
        Assert.Equal(3, Directory.EnumerateFileSystemEntries(_shell.Path("out")).Count());
    }

    [Fact]
    public void A_commit_that_was_cut_short_is_finished_by_the_next_one()
    {
        // As a process leaves it that is killed when the first of two files is in its place.
        _shell.Write("out/a.txt", "new");
        _shell.Write("out/b.txt", "old");
        _shell.Write("out/c.txt", "old");
        _shell.Write("out/.ready/b.txt", "new");
        _shell.Write("out/.ready/.removed", "c.txt\n");
        using var folder = new OutputFolder(_shell.Path("out"));
        Assert.Equal(("new", "new"), (_shell.Read("out/a.txt"), _shell.Read("out/b.txt")));
        Assert.False(File.Exists(_shell.Path("out/c.txt")));
        Assert.False(Directory.Exists(_shell.Path("out/.ready")));
    }

    [Fact]
    public void What_a_killed_process_of_the_same_number_left_is_not_taken_for_ones_own()
    {
        _shell.Write($"out/.new.{Environment.ProcessId}/b.txt", "half");
        using (var folder = new OutputFolder(_shell.Path("out")))
        {
            Write(folder, "a.txt", "new");
            folder.Commit();
        }
        Assert.Equal([_shell.Path("out/a.txt")], Directory.EnumerateFileSystemEntries(_shell.Path("out")));
    }

    [Fact]
    public void What_killed_runs_left_is_removed_and_what_a_running_one_writes_is_not()
    {
        _shell.Write("out/.new.1/a.txt", "half");
        _shell.Write("out/.new.2/a.txt", "half");
        _shell.Write("out/.new.2.lock", "");
        using (var running = new OutputFolder(_shell.Path("out")))
        {
            Write(running, "a.txt", "first");
            using (var other = new OutputFolder(_shell.Path("out")))
            {
                Write(other, "b.txt", "second");
                other.Commit();
            }
            running.Commit();
        }
        Assert.Equal(("first", "second"), (_shell.Read("out/a.txt"), _shell.Read("out/b.txt")));
        Assert.Equal([_shell.Path("out/a.txt"), _shell.Path("out/b.txt")], Directory.EnumerateFileSystemEntries(_shell.Path("out")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_wrong_usage()
    {
        var file = _shell.Write("file", "");
        var sentence = Assert.Throws<UsageException>(() => new OutputFolder(file + "/out")).Sentence;
        Assert.Equal($"The output folder “{file}/out” cannot be written to: the folder above it is not there, or is a file.", sentence.En);
        Assert.Equal($"不能写入输出文件夹“{file}/out”：上级文件夹不存在，或者是一个文件。", sentence.Zh);
    }

    [Fact]
    public void A_full_disk_is_one_sentence_and_the_earlier_output_stays()
    {
        for (var i = 0; i < 20; i++) _shell.Write($"in/{i}.md", File.ReadAllText(Repository.File("seeds/seed.md")) + new string('\n', i));
        Directory.CreateDirectory(_shell.Path("out"));
        const string script = """mount -t tmpfs -o size=400k none "$2" && echo earlier > "$2/reports.jsonl" && "$0" ingest "$1" --out "$2" --lang en; code=$?; cat "$2/reports.jsonl"; ls -A "$2"; exit $code""";
        using var run = Shell.StartWhereMounting(script, _shell.Path("in"), _shell.Path("out"));
        if (run is null) Assert.Skip("A small disk cannot be made here");
        var (said, left) = (run.StandardError.ReadToEnd(), run.StandardOutput.ReadToEnd());
        run.WaitForExit();
        Assert.Equal("Writing failed: the disk is full. An earlier output is as it was.\n", said);
        Assert.Equal((ExitCode.InternalError, "earlier\nreports.jsonl\n"), (run.ExitCode, left));
    }

    [Theory]
    [InlineData("sqlite", "The database cannot be written: the disk is full; make room and run again.\n")]
    [InlineData("duckdb", "The database cannot be written: the disk is full; make room and run again.\n")]
    [InlineData("parquet", "Writing failed: the disk is full. An earlier output is as it was.\n")]
    public void A_disk_that_an_export_fills_is_said_to_be_full(string format, string sentence)
    {
        Shell.Call("ingest", Repository.File("corpus/2024-wangji/source.html"), "--out", _shell.Path("in"));
        Directory.CreateDirectory(_shell.Path("out"));
        const string script = """mount -t tmpfs -o size=20k none "$2" && "$0" export --from "$1" --out "$2" --format "$3" --lang en; code=$?; ls -A "$2"; exit $code""";
        using var run = Shell.StartWhereMounting(script, _shell.Path("in"), _shell.Path("out"), format);
        if (run is null) Assert.Skip("A small disk cannot be made here");
        var (said, left) = (run.StandardError.ReadToEnd(), run.StandardOutput.ReadToEnd());
        run.WaitForExit();
        Assert.Equal((sentence, ""), (said, left));
        Assert.Equal(ExitCode.InternalError, run.ExitCode);
    }

    private static void Write(OutputFolder folder, string name, string text)
    {
        using var writer = new StreamWriter(folder.Create(name));
        writer.Write(text);
    }
}
