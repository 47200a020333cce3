using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ReportIngest.Cli;

namespace ReportIngest.Tests.Cli.Ingesting;

public sealed class ArchiveTests : IDisposable
{
    private static readonly byte[] Seed = File.ReadAllBytes(Repository.File("seeds/seed.md"));

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Archives_are_read_as_folders()
    {
        _shell.Write("in/a.zip", PackedFiles.Zip(("内/x.md", Seed), ("内/", []), (".hidden/y.md", Seed), ("Thumbs.db", Seed), ("no.html", Page)));
        _shell.Write("in/b.TGZ", PackedFiles.TarGz(("./y.md", [.. Seed, (byte)'\n']), ("z/copy.md", Seed)));
        Assert.Equal(ExitCode.Done, Ingest());
        Assert.Equal(["in/a.zip!/内/x.md", "in/b.TGZ!/y.md"], Paths("reports.jsonl"));
        Assert.Contains("in/a.zip!/no.html", FindingPaths("RI907"));
        using var run = JsonDocument.Parse(_shell.Read("out/run.json"));
        Assert.Equal((1, 1), (run.RootElement.GetProperty("skipped").GetProperty("hidden").GetInt32(), run.RootElement.GetProperty("skipped").GetProperty("by_product").GetInt32()));
        Assert.Equal(1, run.RootElement.GetProperty("skipped").GetProperty("link").GetInt32());
        Assert.Equal(1, run.RootElement.GetProperty("outcomes").GetProperty("copy").GetInt32());
    }

    [Fact]
    public void A_link_in_a_ZIP_is_left_out_and_counted()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var link = zip.CreateEntry("link.md");
            link.ExternalAttributes = 0xa1ff << 16;
            using (var target = link.Open()) target.Write("/etc/passwd"u8);
            using var report = zip.CreateEntry("x.md").Open();
            report.Write(Seed);
        }
        _shell.Write("in/a.zip", stream.ToArray());
        Assert.Equal(ExitCode.Done, Ingest());
        Assert.Equal(["in/a.zip!/x.md"], Paths("reports.jsonl"));
        Assert.Empty(FindingPaths("RI907"));
        using var run = JsonDocument.Parse(_shell.Read("out/run.json"));
        Assert.Equal(1, run.RootElement.GetProperty("skipped").GetProperty("link").GetInt32());
    }

    [Fact]
    public void An_archive_without_a_file_has_its_line()
    {
        _shell.Write("in/a.zip", PackedFiles.Zip());
        _shell.Write("in/b.tar.gz", PackedFiles.TarGz());
        Assert.Equal(ExitCode.SomeUnreadable, Ingest());
        Assert.Equal(["in/a.zip", "in/b.tar.gz"], FindingPaths("RI905"));
    }

    [Fact]
    public void Names_that_lead_elsewhere_are_only_names()
    {
        _shell.Write("in/a.zip", PackedFiles.Zip(("../../evil.md", Seed), ("/etc/evil.md", [.. Seed, (byte)'\n'])));
        _shell.Write("in/b.tar.gz", PackedFiles.TarGz(("../evil.md", [.. Seed, .. "\n\n"u8])));
        Assert.Equal(ExitCode.Done, Ingest());
        Assert.Equal(["in/a.zip!/../../evil.md", "in/a.zip!//etc/evil.md", "in/b.tar.gz!/../evil.md"], Paths("reports.jsonl"));
        Assert.Equal(2, Directory.EnumerateFiles(_shell.Folder, "*", SearchOption.AllDirectories).Count(file => file.Contains("/in/", StringComparison.Ordinal)));
    }

    [Fact]
    public void Two_files_of_one_name_are_two_files()
    {
        _shell.Write("in/a.zip", PackedFiles.Zip(("x.md", Seed), ("x.md", [.. Seed, (byte)'\n'])));
        Ingest();
        Assert.Equal(["in/a.zip!/x.md", "in/a.zip!/x.md#2"], Paths("reports.jsonl"));
    }

    [Fact]
    public void Patterns_select_within_archives_and_leave_out_archives()
    {
        _shell.Write("in/a.zip", PackedFiles.Zip(("x.md", Seed), ("y.html", Page)));
        _shell.Write("in/b.zip", PackedFiles.Zip(("z.md", [.. Seed, (byte)'\n'])));
        Ingest("--include", "*.md", "--exclude", "b.zip");
        Assert.Equal(["in/a.zip!/x.md"], Paths("reports.jsonl"));
    }

    [Fact]
    public void A_Word_document_is_no_archive_whatever_its_name()
    {
        var docx = Repository.File("corpus/2024-wangji/source.docx");
        _shell.Write("in/a.zip", File.ReadAllBytes(docx));
        Ingest();
        Assert.Equal(["in/a.zip"], Paths("reports.jsonl"));
    }

    [Theory]
    [InlineData("a.zip", "PK\u0003\u0004 and then nothing of the kind")]
    [InlineData("a.zip", "MZ\u0000\u0000")]
    [InlineData("a.tar.gz", "\u001f\u008b\u0008\u0000\u0000\u0000\u0000\u0000\u0000\u0003noise")]
    [InlineData("a.tgz", "")]
    public void An_archive_that_is_none_is_RI905(string name, string text)
    {
        _shell.Write("in/" + name, Encoding.Latin1.GetBytes(text));
        Assert.Equal(ExitCode.SomeUnreadable, Ingest());
        Assert.Equal(["in/" + name], FindingPaths("RI905"));
    }

    [Fact]
    public void An_archive_that_is_cut_off_is_said_and_what_came_before_is_read()
    {
        var whole = PackedFiles.TarGz(("1.md", Seed), ("2.bin", Noise(200_000)));
        _shell.Write("in/a.tar.gz", whole[..^100_000]);
        Assert.Equal(ExitCode.SomeUnreadable, Ingest());
        Assert.Equal(["in/a.tar.gz!/1.md"], Paths("reports.jsonl"));
        Assert.Equal(["in/a.tar.gz"], FindingPaths("RI905"));
    }

    /// <summary>Kinds: S is a sparse file, M a part of several volumes, L and K are long names, x and g what a system knows of files.</summary>
    [Theory]
    [InlineData('S', 512, "The archive has an entry that cannot be read", 1)]
    [InlineData('M', 512, "The archive has an entry that cannot be read", 1)]
    [InlineData('L', 8_589_934_591, "The archive is damaged", 0)]
    [InlineData('K', 2_000_000_000, "The archive is damaged", 0)]
    [InlineData('L', 5 << 20, "The archive is damaged", 0)]
    [InlineData('x', 8_589_934_591, "The archive is damaged", 0)]
    [InlineData('g', 5 << 20, "The archive is damaged", 0)]
    public void An_entry_that_is_none_costs_what_follows_it_and_not_the_run(char kind, long size, string sentence, int read)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Entry('0', Seed.Length, Seed));
            gzip.Write(Entry(kind, size, new byte[6 << 20]));
        }
        _shell.Write("in/a.tar.gz", packed.ToArray());
        _shell.Write("in/b.md", [.. Seed, (byte)'\n']);
        Assert.Equal(ExitCode.SomeUnreadable, Ingest());
        Assert.Contains("in/b.md", Paths("reports.jsonl"));
        Assert.Equal(1 + read, Paths("reports.jsonl").Count());
        Assert.Equal(["in/a.tar.gz"], FindingPaths("RI905"));
        Assert.Contains(sentence, _shell.Read("out/findings.jsonl"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_longer_than_any_is_no_name()
    {
        _shell.Write("in/a.tar.gz", PackedFiles.TarGz((new string('x', 70_000), Seed)));
        Assert.Equal(ExitCode.SomeUnreadable, Ingest());
        Assert.Empty(Paths("reports.jsonl"));
        Assert.Equal(["in/a.tar.gz"], FindingPaths("RI905"));
    }

    [Fact]
    public void Nothing_is_read_of_a_packed_archive_whose_checksum_does_not_fit()
    {
        // Packed without compression, so that the changed digit does not show until the end.
        var whole = PackedFiles.TarGz(CompressionLevel.NoCompression, ("1.md", Seed));
        whole[whole.AsSpan().IndexOf("| 0 |"u8) + 2] = (byte)'7';
        _shell.Write("in/a.tar.gz", whole);
        Assert.Equal(ExitCode.SomeUnreadable, Ingest());
        Assert.Empty(Paths("reports.jsonl"));
        Assert.Equal(["in/a.tar.gz"], FindingPaths("RI905"));

        var explained = Shell.Call("explain", _shell.Path("in/a.tar.gz") + "!/1.md", "--lang", "en");
        Assert.Equal(ExitCode.SomeUnreadable, explained.Code);
        Assert.Contains("The archive is damaged", explained.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(512, 0)]
    [InlineData(3, 0x1f)]
    public void What_stands_behind_a_packed_archive_does_no_harm(int length, byte value)
    {
        _shell.Write("in/a.tar.gz", [.. PackedFiles.TarGz(("1.md", Seed)), .. Enumerable.Repeat(value, length)]);
        Assert.Equal(ExitCode.Done, Ingest());
        Assert.Equal(["in/a.tar.gz!/1.md"], Paths("reports.jsonl"));
    }

    [Theory]
    [InlineData("archive_mb = 1")]
    [InlineData("archive_entries = 1")]
    public void An_archive_that_passes_a_ceiling_is_said_and_what_came_before_is_read(string limit)
    {
        var config = _shell.Write("c.toml", "[limits]\n" + limit);
        _shell.Write("in/a.zip", PackedFiles.Zip(("1.md", Seed), ("2.txt", new byte[3 << 20])));
        _shell.Write("in/b.tar.gz", PackedFiles.TarGz(("1.md", [.. Seed, (byte)'\n']), ("2.txt", new byte[3 << 20])));
        Assert.Equal(ExitCode.SomeUnreadable, Ingest("--config", config));
        Assert.Equal(["in/a.zip!/1.md", "in/b.tar.gz!/1.md"], Paths("reports.jsonl"));
        Assert.Equal(["in/a.zip", "in/b.tar.gz"], FindingPaths("RI905"));
    }

    [Fact]
    public void A_file_of_an_archive_that_is_too_large_costs_itself()
    {
        var config = _shell.Write("c.toml", "[limits]\ninput_mb = 1");
        _shell.Write("in/a.zip", PackedFiles.Zip(("1.txt", new byte[3 << 20]), ("2.md", Seed)));
        _shell.Write("in/b.tar.gz", PackedFiles.TarGz(("1.txt", new byte[3 << 20]), ("2.md", [.. Seed, (byte)'\n'])));
        Assert.Equal(ExitCode.SomeUnreadable, Ingest("--config", config));
        Assert.Equal(["in/a.zip!/2.md", "in/b.tar.gz!/2.md"], Paths("reports.jsonl"));
        Assert.Equal(["in/a.zip!/1.txt", "in/b.tar.gz!/1.txt"], FindingPaths("RI905"));
    }

    [Fact]
    public void A_size_or_a_checksum_that_the_directory_does_not_tell_right_is_damage_to_that_file_only()
    {
        var whole = PackedFiles.Zip(("1.md", Seed), ("2.md", [.. Seed, (byte)'\n']));
        var entry = whole.AsSpan().LastIndexOf("2.md"u8) - 46;
        foreach (var (name, offset) in ((string, int)[])[("checksum.zip", 16), ("longer.zip", 24), ("shorter.zip", 24)])
        {
            var changed = whole.ToArray();
            changed[entry + offset] += (byte)(name == "shorter.zip" ? -1 : 1);
            _shell.Write("in/" + name, changed);
        }
        Assert.Equal(ExitCode.SomeUnreadable, Ingest());
        Assert.Equal(["in/checksum.zip!/1.md"], Paths("reports.jsonl")); // the other two are copies
        Assert.Equal(["in/checksum.zip!/2.md", "in/longer.zip!/2.md", "in/shorter.zip!/2.md"], FindingPaths("RI905"));
    }

    [Fact]
    public void Many_archives_are_read_with_the_same_bytes_however_many_files_at_a_time()
    {
        for (var i = 0; i < 12; i++)
        {
            byte[] Numbered(int number) => [.. Seed, .. Enumerable.Repeat((byte)'\n', number)];
            _shell.Write($"in/{i:D2}.{(i % 2 == 0 ? "zip" : "tgz")}", i % 2 == 0 ? PackedFiles.Zip(("a.md", Numbered(2 * i)), ("b.md", Numbered((2 * i) + 1))) : PackedFiles.TarGz(("a.md", Numbered(2 * i)), ("b.md", Numbered((2 * i) + 1))));
        }
        Ingest("--jobs", "1");
        var one = (_shell.Read("out/reports.jsonl"), _shell.Read("out/findings.jsonl"));
        Ingest("--jobs", "8");
        Assert.Equal(one, (_shell.Read("out/reports.jsonl"), _shell.Read("out/findings.jsonl")));
        Assert.Equal(24, Paths("reports.jsonl").Count());
    }

    [Fact]
    public void An_archive_of_far_more_entries_than_allowed_is_said_before_its_directory_is_read_in()
    {
        var config = _shell.Write("c.toml", "[limits]\narchive_entries = 3");
        _shell.Write("in/a.zip", PackedFiles.Zip([("1.md", Seed), .. Enumerable.Range(0, 1100).Select(i => ($"{i}/", Array.Empty<byte>()))]));
        Assert.Equal(ExitCode.SomeUnreadable, Ingest("--config", config));
        Assert.Empty(Paths("reports.jsonl"));
        Assert.Equal(["in/a.zip"], FindingPaths("RI905"));
    }

    [Fact]
    public void An_archive_in_an_archive_is_said_to_be_one()
    {
        _shell.Write("in/a.zip", PackedFiles.Zip(("b.zip", PackedFiles.Zip(("x.md", Seed)))));
        Assert.Equal(ExitCode.SomeUnreadable, Ingest());
        Assert.Equal(["in/a.zip!/b.zip"], FindingPaths("RI905"));
    }

    private static byte[] Page => "<html><body><p>通知</p></body></html>"u8.ToArray();

    /// <summary>An entry of a TAR, field by field, with the size that it says and the bytes that it has.</summary>
    private static byte[] Entry(char kind, long size, byte[] bytes)
    {
        var entry = new byte[512 + ((bytes.Length + 511) / 512 * 512)];
        void Put(int at, string text) => Encoding.ASCII.GetBytes(text, entry.AsSpan(at));
        Put(0, "1.md");
        Put(100, "0000644\00000000\00000000\0" + Convert.ToString(size, 8).PadLeft(11, '0') + "\000000000000\0        " + kind);
        Put(257, "ustar  ");
        Put(148, Convert.ToString(entry.Sum(one => one), 8).PadLeft(6, '0') + "\0 ");
        bytes.CopyTo(entry, 512);
        return entry;
    }

    private static byte[] Noise(int length) => [.. Enumerable.Range(0, length / 32).SelectMany(i => SHA256.HashData(BitConverter.GetBytes(i)))];

    private int Ingest(params string[] options) => Shell.Call(["ingest", _shell.Path("in"), "--out", _shell.Path("out"), .. options]).Code;

    private IEnumerable<string> Paths(string file) => File.ReadLines(_shell.Path("out/" + file)).Select(line => Below(JsonDocument.Parse(line).RootElement.GetProperty("source").GetProperty("path")));

    private IEnumerable<string> FindingPaths(string rule) => File.ReadLines(_shell.Path("out/findings.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)
        .Where(finding => finding.GetProperty("rule").GetString() == rule).Select(finding => Below(finding.GetProperty("path")));

    private string Below(JsonElement path) => path.GetString()![(_shell.Folder.Length + 1)..];
}
