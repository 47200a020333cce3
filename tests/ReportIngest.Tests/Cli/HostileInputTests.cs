using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using ReportIngest.Cli;
using ReportIngest.Reading;

namespace ReportIngest.Tests.Cli;

/// <summary>Things that lie in folders and are no reports, or were made to break who reads them: each has its line, and the rest is read.</summary>
public sealed class HostileInputTests : IDisposable
{
    private static readonly byte[] Seed = File.ReadAllBytes(Repository.File("seeds/seed.md"));

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Every_copy_of_the_corpus_cut_at_every_tenth_is_read_or_refused()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.File("corpus"), "source.*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(file);
            for (var tenth = 0; tenth < 10; tenth++) Assert.NotNull(Pipeline.Ingest(bytes.AsMemory(0, bytes.Length * tenth / 10), Source.Of("x", bytes), Limits.Default));
        }
    }

    [Fact]
    public void Every_copy_of_the_corpus_with_bits_flipped_is_read_or_refused()
    {
        var dice = new Random(1);
        foreach (var file in Directory.EnumerateFiles(Repository.File("corpus"), "source.*", SearchOption.AllDirectories))
        {
            var whole = File.ReadAllBytes(file);
            for (var flips = 1; flips <= 1000; flips *= 10)
            {
                var bytes = whole.ToArray();
                for (var flip = 0; flip < flips; flip++) bytes[dice.Next(bytes.Length)] ^= (byte)(1 << dice.Next(8));
                Assert.NotNull(Pipeline.Ingest(bytes, Source.Of("x", bytes), Limits.Default));
            }
        }
    }

    [Fact]
    public void The_name_of_a_file_gives_a_terminal_no_orders()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Such names are of Unix");
        _shell.Write("in/\u001b[2Ja\nb.html", "");
        var run = Shell.Call("ingest", _shell.Path("in"), "--out", _shell.Path("out"), "--verbose", "--lang", "en");
        Assert.Contains("in/\ufffd[2Ja\ufffdb.html: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Error);
    }

    [Fact]
    public void The_text_of_a_document_gives_a_terminal_no_orders()
    {
        var page = File.ReadAllText(Repository.File("corpus/2024-wangji/source.html"));
        var file = _shell.Write("a.html", page.Replace("0<", "&#27;[2J<", StringComparison.Ordinal));
        var run = Shell.Call("explain", file, "--lang", "en");
        Assert.Contains("\ufffd[2J", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Out);
    }

    [Theory]
    [InlineData("bomb.html")]
    [InlineData("bomb.md")]
    [InlineData("bomb.txt")]
    public void Entities_of_a_document_are_never_looked_up(string name)
    {
        const string bomb = """
            <?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY b "&x;&x;&x;&x;"><!ENTITY c "&b;&b;&b;&b;">]>
            <html><body><p>&c; &x;</p></body></html>
            """;
        _shell.Write("in/" + name, bomb);
        Assert.Equal(ExitCode.Done, Ingest());
        Assert.DoesNotContain("root:", _shell.Read("out/findings.jsonl"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_lies_is_told_from_the_bytes()
    {
        _shell.Write("in/a.pdf", File.ReadAllBytes(Repository.File("corpus/2024-wangji/source.docx")));
        _shell.Write("in/b.docx", File.ReadAllBytes(Repository.File("corpus/2024-wangji/source.pdf")));
        _shell.Write("in/c.html", Seed);
        _shell.Write("in/d.md", "\u0089PNG\r\n");
        Assert.Equal(ExitCode.SomeUnreadable, Ingest());
        Assert.Equal(["docx", "pdf", "markdown"], Lines("reports.jsonl").Select(report => report.GetProperty("source").GetProperty("format").GetString()));
    }

    [Fact]
    public void Odd_files_of_a_folder_have_each_a_line_and_none_stops_the_run()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Pipes and such names are of Unix");
        _shell.Write("in/good.md", Seed);
        _shell.Write("in/one-byte.html", "x");
        _shell.Write("in/new\nline.html", "<p>通知</p>");
        _shell.Write("in/x.pdf/inner.html", "<p>通知二</p>");
        Directory.CreateSymbolicLink(_shell.Path("in/x.pdf/loop"), _shell.Path("in"));
        File.CreateSymbolicLink(_shell.Path("in/itself.html"), _shell.Path("in/itself.html"));
        Sh("mkfifo pipe.html");
        Sh("printf '<p>x</p>' > \"$(printf 'bad-\\377.html')\"");
        Sh("printf '<p>x</p>' > \"$(printf 'bad-\\376.html')\"");
        Sh("truncate -s 2G sparse.html");
        Sh("mkdir \"$(printf 'odd-\\377')\"");
        var code = Ingest();
        Sh("rm -rf bad* odd*"); // which only a shell can
        Assert.Equal(ExitCode.SomeUnreadable, code);
        Assert.Single(Lines("reports.jsonl"));
        var unreadable = Lines("findings.jsonl").Where(finding => finding.GetProperty("rule").GetString() == "RI905").Select(finding => finding.GetProperty("path").GetString()!).ToList();
        Assert.Equal(["bad-\ufffd.html", "bad-\ufffd.html#2", "odd-\ufffd", "pipe.html", "sparse.html"], unreadable.Select(path => Path.GetFileName(path.TrimEnd('/'))).Order(StringComparer.Ordinal));
        var named = Lines("findings.jsonl").Where(finding => finding.GetProperty("path").GetString()!.Contains('\ufffd', StringComparison.Ordinal)).Select(finding => finding.GetProperty("message").GetProperty("en").GetString());
        Assert.All(named, sentence => Assert.Contains("Its name is not valid UTF-8 and cannot be passed on: rename it, then read it again.", sentence, StringComparison.Ordinal));
        Assert.Equal(["inner.html", "new\nline.html", "one-byte.html"], FindingsOf("RI907").Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    /// <summary>A link has a length of its own, and its name says nothing of what it leads to.</summary>
    [Theory]
    [InlineData("pipe.html", "pipe.html: This is a pipe, a device or a socket and no file")]
    [InlineData("to-pipe.html", "to-pipe.html: This is a pipe, a device or a socket and no file")]
    [InlineData("to-pipe.zip", "to-pipe.zip: This is a pipe, a device or a socket and no file")]
    [InlineData("to-zeroes.html", "to-zeroes.html: This is a pipe, a device or a socket and no file")]
    [InlineData("to-sparse.html", "to-sparse.html: The file has 2048 MB, the limit is 64 MB.")]
    [InlineData("empty.html", "empty.html: The file is empty")]
    public void What_is_named_and_is_no_file_or_leads_to_none_is_said_and_not_waited_for(string name, string sentence)
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Pipes and devices are of Unix");
        _shell.Write("in/empty.html", "");
        Sh("mkfifo pipe.html; ln -s pipe.html to-pipe.html; ln -s pipe.html to-pipe.zip; ln -s /dev/zero to-zeroes.html; truncate -s 2G sparse.html; ln -s sparse.html to-sparse.html");
        var run = Shell.Call("ingest", _shell.Path("in/" + name), "--out", _shell.Path("out"), "--verbose", "--lang", "en");
        Assert.Equal(ExitCode.SomeUnreadable, run.Code);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_may_not_be_read_has_its_line()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("There are no such modes");
        }
        else
        {
            if (Environment.UserName == "root") Assert.Skip("root may read everything");
            File.SetUnixFileMode(_shell.Write("in/a.md", Seed), UnixFileMode.None);
            Assert.Equal(ExitCode.SomeUnreadable, Ingest());
            Assert.Single(FindingsOf("RI905"));
        }
    }

    [Fact]
    public void Good_files_among_hostile_ones_are_all_read_with_the_same_bytes_twice()
    {
        for (var i = 0; i < 50; i++) _shell.Write($"in/{i:D3}/good.md", [.. Seed, .. Enumerable.Repeat((byte)'\n', i)]);
        for (var i = 0; i < 10; i++)
        {
            _shell.Write($"in/{i * 5:D3}/bad.pdf", (i % 5) switch
            {
                0 => [.. HostileFiles.CircularFunction, .. Encoding.ASCII.GetBytes($"% {i}")],
                1 => [.. "%PDF-1.7\n"u8, (byte)i],
                2 => Bomb(i),
                3 => [],
                _ => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<div>", 3000 + i))),
            });
        }
        var outputs = ((string[])["1", "2"]).Select(jobs =>
        {
            using var run = Shell.Start("ingest", _shell.Path("in"), "--out", _shell.Path("out"), "--jobs", jobs, "--quiet");
            run.WaitForExit();
            Assert.Equal(ExitCode.SomeUnreadable, run.ExitCode);
            return (_shell.Read("out/reports.jsonl"), _shell.Read("out/findings.jsonl"));
        }).ToList();
        Assert.Equal(outputs[0], outputs[1]);
        Assert.Equal(50, Lines("reports.jsonl").Count());
        Assert.Equal(10, FindingsOf("RI905").Count());
    }

    private static byte[] Bomb(int number)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("[Content_Types].xml");
            using var part = zip.CreateEntry("word/document.xml").Open();
            for (var i = 0; i < 40 + number; i++) part.Write(new byte[1 << 20]);
        }
        return file.ToArray();
    }

    private void Sh(string command)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", command]) { WorkingDirectory = _shell.Path("in"), UseShellExecute = false };
        using var process = Process.Start(start)!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private int Ingest() => Shell.Call("ingest", _shell.Path("in"), "--out", _shell.Path("out")).Code;

    private IEnumerable<JsonElement> Lines(string file) => File.ReadLines(_shell.Path("out/" + file)).Select(line => JsonDocument.Parse(line).RootElement);

    private IEnumerable<string> FindingsOf(string rule) =>
        Lines("findings.jsonl").Where(finding => finding.GetProperty("rule").GetString() == rule).Select(finding => finding.GetProperty("path").GetString()!);
}
