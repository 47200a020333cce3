using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using ReportIngest.Cli;

namespace ReportIngest.Tests.Cli;

public sealed class LocateTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_cell_of_a_PDF_is_drawn_where_its_box_says()
    {
        var (path, id, cell) = Ingested("corpus/2023-qingyuan/source.pdf", "requests.new.total");
        var run = Locate(id[..12], "req_new_total", "--out", _shell.Path("cell.svg"));
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        var at = cell.GetProperty("at");
        Assert.Contains($"path: {path}\n", run.Out, StringComparison.Ordinal);
        int Number(string name) => at.GetProperty(name).GetInt32() + 1;
        Assert.Contains($"place: table {Number("table")}, row {Number("row")}, column {Number("column")}, page {at.GetProperty("page")}\n", run.Out, StringComparison.Ordinal);
        Assert.Contains($"page: {at.GetProperty("page")}\nbox: {string.Join(' ', at.GetProperty("box").EnumerateArray())}\n", run.Out, StringComparison.Ordinal);
        var svg = XDocument.Load(_shell.Path("cell.svg")).Root!;
        var marked = Assert.Single(svg.Elements(), element => (string?)element.Attribute("id") == "cell");
        Assert.Equal(at.GetProperty("box")[0].GetDouble(), (double)marked.Attribute("x")!, 2);
        Assert.Equal(at.GetProperty("box")[1].GetDouble(), (double)marked.Attribute("y")!, 2);
        Assert.Equal(cell.GetProperty("raw").GetString(), ((XElement)marked.NextNode!).Value);
        Assert.Contains(svg.Descendants(), element => element.Name.LocalName == "tspan" && element.Value.Contains("自然人", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("corpus/2023-qingyuan/source.html")]
    [InlineData("corpus/2023-qingyuan/source.md")]
    [InlineData("corpus/2024-wangji/source.docx")]
    public void A_cell_of_another_format_is_marked_in_its_table(string file)
    {
        var (_, id, cell) = Ingested(file, "requests.new.total");
        Assert.Equal(ExitCode.Done, Locate(id, "requests.new.total", "--out", _shell.Path("cell.html")).Code);
        var html = _shell.Read("cell.html");
        Assert.Equal(2, html.Split("<td id=\"cell\"").Length);
        Assert.Contains($"<td id=\"cell\" class=\"marked\">{cell.GetProperty("raw").GetString()}</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_of_a_document_within_an_archive_is_marked()
    {
        var archive = _shell.Path("in.zip");
        using (var zip = ZipFile.Open(archive, ZipArchiveMode.Create))
            foreach (var (name, file) in (ReadOnlySpan<(string, string)>)[("年报/other.html", "corpus/2024-wangji/source.html"), ("年报/a.html", "corpus/2023-qingyuan/source.html"), ("年报/a.html", "seeds/seed.md")])
                zip.CreateEntryFromFile(Repository.File(file), name);
        Shell.Call("ingest", archive, "--out", _shell.Path("out"));
        foreach (var path in (string[])["年报/a.html", "年报/a.html#2"])
        {
            var run = Locate($"{archive}!/{path}", "requests.new.total", "--out", _shell.Path($"{path.Length}.html"));
            Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
            Assert.Contains("<td id=\"cell\"", _shell.Read($"{path.Length}.html"), StringComparison.Ordinal);
        }
        Assert.Equal(ExitCode.Done, Shell.Call("explain", $"{archive}!/年报/a.html").Code);
        Assert.Equal(ExitCode.WrongUsage, Shell.Call("explain", $"{archive}!/年报/none.html").Code);
    }

    [Fact]
    public void In_Chinese_every_line_is_Chinese()
    {
        var (path, id, _) = Ingested("seeds/seed.md", "requests.new.total");
        var run = Shell.Call("locate", id, "requests.new.total", "--from", _shell.Path("out"), "--lang", "zh");
        Assert.Equal(["文件：" + path, "指标：requests.new.total", "数值：0", "状态：有数", "原文：0", "位置：文中第 "], run.Out.TrimEnd().Split('\n').Zip([0, 21, 0, 0, 0, 7], (line, length) => length == 0 ? line : line[..length]));
    }

    [Fact]
    public void A_file_that_has_changed_since_is_refused_and_no_file_is_overwritten()
    {
        var path = _shell.Write("a.md", File.ReadAllText(Repository.File("seeds/seed.md")));
        var (_, id, _) = Ingested(path, "requests.new.total");
        _shell.Write("there.html", "x");
        Assert.Equal(ExitCode.WrongUsage, Locate(id, "requests.new.total", "--out", _shell.Path("there.html")).Code);
        File.AppendAllText(path, "\n");
        var run = Locate(id, "requests.new.total", "--out", _shell.Path("cell.html"));
        Assert.Equal((ExitCode.SomeUnreadable, $"{path}: The file has changed since it was read, so the place may be another.\n"), (run.Code, run.Error));
        Assert.Equal("x", _shell.Read("there.html"));
    }

    [Fact]
    public void A_report_or_an_indicator_that_is_not_there_is_wrong_usage()
    {
        var (_, id, _) = Ingested("seeds/seed.md", "requests.new.total");
        Assert.StartsWith("There is no report “zz” in", Locate("zz", "requests.new.total").Error, StringComparison.Ordinal);
        Assert.StartsWith("This report has no indicator “requests.new.sum”", Locate(id, "requests.new.sum").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_is_found_by_its_unit_and_several_of_one_unit_are_named()
    {
        var roster = _shell.Write("roster.csv", "code,name\n410425200,郏县王集乡\n");
        Shell.Call("ingest", Repository.File("seeds/seed.md"), "--out", _shell.Path("out"), "--roster", roster);
        foreach (var unit in (string[])["郏县王集乡人民政府", "郏县王集乡", "410425200"])
            Assert.Contains("value: 0\n", Locate(unit, "requests.new.total").Out, StringComparison.Ordinal);
        Shell.Call("ingest", Repository.File("corpus/2024-wangji"), "--out", _shell.Path("out"));
        var run = Locate("郏县王集乡", "requests.new.total");
        Assert.Equal(ExitCode.WrongUsage, run.Code);
        Assert.Matches("^“郏县王集乡” is 5 reports; give the id or path of one: (?:[0-9a-f]{12} 2024 [^;]+source.(?:docx|html|md|pdf|txt)(?:; |\\.\n)){5}", run.Error);
    }

    [Fact]
    public void A_source_that_is_gone_is_no_wrong_usage_but_a_file_that_cannot_be_read()
    {
        var path = _shell.Write("a.md", File.ReadAllText(Repository.File("seeds/seed.md")));
        var (_, id, _) = Ingested(path, "requests.new.total");
        File.Delete(path);
        Assert.Equal(ExitCode.SomeUnreadable, Locate(id, "requests.new.total", "--out", _shell.Path("cell.html")).Code);
    }

    private (string Path, string Id, JsonElement Cell) Ingested(string file, string indicator)
    {
        Shell.Call("ingest", Path.IsPathRooted(file) ? file : Repository.File(file), "--out", _shell.Path("out"));
        var report = JsonDocument.Parse(_shell.Read("out/reports.jsonl")).RootElement;
        return (report.GetProperty("source").GetProperty("path").GetString()!, report.GetProperty("id").GetString()!, report.GetProperty("values").GetProperty(indicator));
    }

    private Run Locate(string id, string indicator, params string[] options) => Shell.Call(["locate", id, indicator, "--from", _shell.Path("out"), "--lang", "en", .. options]);
}
