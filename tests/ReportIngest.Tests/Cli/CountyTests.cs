using System.Globalization;
using System.Text;
using System.Text.Json;
using ReportIngest.Cli;
using ReportIngest.Documents;
using ReportIngest.Forge;
using ReportIngest.Reports;

namespace ReportIngest.Tests.Cli;

/// <summary>A county over three years: 67 units, 200 files, in HTML, DOCX and Markdown, and everything that goes wrong when they are collected.</summary>
public sealed class CountyTests : IDisposable
{
    private const string Departments =
        "教育局 公安局 民政局 司法局 财政局 水利局 商务局 审计局 统计局 林业局 医疗保障局 应急管理局 农业农村局 自然资源局 交通运输局 生态环境局 市场监督管理局 退役军人事务局 " +
        "卫生健康委员会 发展和改革委员会 住房和城乡建设局 文化广电和旅游局 人力资源和社会保障局 科学技术局 工业和信息化局 乡村振兴局 城市管理局 信访局 档案局 粮食局 气象局 体育局 " +
        "烟草专卖局 税务局 供销合作社 机关事务管理局 行政审批局 大数据管理局 金融工作局 民族宗教事务局 外事办公室 人民防空办公室 政务服务中心 公路管理局 房产管理局 招商局 旅游局 " +
        "畜牧局 农业机械管理局 地震局 移民局";

    private static readonly int[] Years = [2022, 2023, 2024];

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void All_missing_late_double_and_wrong_ones_are_named_and_nobody_else()
    {
        var units = Roster();
        Assert.Equal(67, units.Count);
        foreach (var unit in units)
            foreach (var year in Years)
                if (!Missing.Contains((unit.Short, year))) Write(unit, year, Late.GetValueOrDefault((unit.Short, year), new DateOnly(year + 1, 1, 20)));
        Write(Find(units, "财政局"), 2023, new DateOnly(2024, 1, 25), "2023/郏县财政局（修改）.html");
        Write(Find(units, "白庙乡"), 2022, new DateOnly(2023, 1, 11), "2022/补报/郏县白庙乡.html");
        // The same report in another format is none too many.
        Write(Find(units, "体育局"), 2024, new DateOnly(2025, 1, 20), "2024/郏县体育局（网页版）.html", text: 0);
        // Under another's name: once the same bytes, once a document of its own; and a report on the year before.
        _shell.Write("in/2024/郏县水利局.html", File.ReadAllBytes(_shell.Path("in/2024/郏县民政局.html")));
        Write(Find(units, "冢头镇"), 2023, new DateOnly(2024, 1, 15), "2023/郏县安良镇.html");
        Write(Find(units, "教育局"), 2023, new DateOnly(2025, 1, 20), "2024/郏县教育局.html");
        _shell.Write("in/2024/郏县审计局.pdf", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog");
        Assert.Equal(200, Directory.GetFiles(_shell.Path("in"), "*", SearchOption.AllDirectories).Length);

        var run = Shell.Call("ingest", _shell.Path("in"), "--out", _shell.Path("out"), "--format", "csv", "--roster", _shell.Path("roster.csv"), "--as-of", "2025-12-31", "--lang", "zh");
        Assert.Equal(ExitCode.SomeUnreadable, run.Code);
        var coverage = Lines("coverage.jsonl");
        Assert.Equal(67 * 3, coverage.Count);
        Assert.Equal(
            Expected.Order(StringComparer.Ordinal),
            coverage.Where(entry => entry.GetProperty("status").GetString() != "on_time").Select(Say).Order(StringComparer.Ordinal));
        Assert.Equal(
            Expected.Where(line => line.Split(' ')[2] is "missing" or "wrong_unit" or "wrong_year").Select(line => string.Join(' ', line.Split(' ').Take(2))).Order(StringComparer.Ordinal),
            Lines("findings.jsonl").Where(finding => finding.GetProperty("category").GetString() == "coverage" && Is(finding, "RI801")).Select(Who).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Lines("findings.jsonl"), finding => Is(finding, "RI803") || Is(finding, "RI804"));
        Assert.All(Lines("reports.jsonl"), report => Assert.NotNull(report.GetProperty("report").GetProperty("division").GetString()));
        Assert.Contains("2024 年度：应报 67 个，有报告 63 个", run.Error, StringComparison.Ordinal);
        Assert.Contains("上一年度有而今年没有 1 个：公安局", run.Error, StringComparison.Ordinal);

        Assert.Equal(
            coverage.Select(entry => $"{entry.GetProperty("code").GetString()},{entry.GetProperty("name").GetString()}"),
            File.ReadLines(_shell.Path("out/coverage.csv")).Skip(1).Select(row => string.Join(',', row.Split(',').Take(2))));

        var again = Shell.Call("coverage", "--from", _shell.Path("out"), "--roster", _shell.Path("roster.csv"), "--as-of", "2025-12-31", "--lang", "zh");
        Assert.Equal(ExitCode.Done, again.Code);
        Assert.Equal(coverage.Select(entry => entry.GetRawText()), Lines("coverage.jsonl").Select(entry => entry.GetRawText()));
    }

    private static HashSet<(string Unit, int Year)> Missing { get; } =
    [
        ("公安局", 2024), ("信访局", 2022), ("信访局", 2023), ("广阔天地乡", 2022), ("水利局", 2024), ("安良镇", 2023), ("教育局", 2024), ("审计局", 2024),
    ];

    private static Dictionary<(string, int), DateOnly> Late { get; } = new()
    {
        [("统计局", 2022)] = new(2023, 2, 1),
        [("东城街道", 2023)] = new(2024, 3, 1),
        [("郏县", 2024)] = new(2025, 4, 10),
    };

    private static string[] Expected { get; } =
    [
        "公安局 2024 missing", "信访局 2022 missing", "信访局 2023 missing", "广阔天地乡 2022 missing",
        "水利局 2024 wrong_unit", "安良镇 2023 wrong_unit", "教育局 2024 wrong_year", "审计局 2024 unreadable",
        "统计局 2022 late 1", "东城街道 2023 late 30", "郏县 2024 late 10", "财政局 2023 duplicate", "白庙乡 2022 duplicate",
    ];

    private sealed record Member(int Seed, string Short, string Full, Level Level);

    /// <summary>The county and its townships from China's divisions, completed by hand.</summary>
    private List<Member> Roster()
    {
        var path = _shell.Path("roster.csv");
        Assert.Equal(ExitCode.Done, Shell.Call("roster", "new", "--division", "410425", "--out", path).Code);
        var divisions = File.ReadAllLines(path).Skip(1).Select(row => row.Split(',')).Select(cells => (Name: cells[1], IsCounty: cells[2] == "county")).ToList();
        var departments = Departments.Split(' ');
        File.AppendAllText(path, string.Concat(departments.Select((name, i) => $"D{(i + 1).ToString("00", CultureInfo.InvariantCulture)},{name},department,410425,,,,,\n")), Encoding.UTF8);
        IEnumerable<Member> members =
        [
            .. divisions.Select(division => division.IsCounty
                ? new Member(0, "郏县", "郏县人民政府", Level.County)
                : new Member(0, division.Name, division.Name.EndsWith("街道", StringComparison.Ordinal) ? $"郏县人民政府{division.Name}办事处" : $"郏县{division.Name}人民政府", Level.Township)),
            .. departments.Select(name => new Member(0, name, "郏县" + name, Level.Department)),
        ];
        return [.. members.Index().Select(member => member.Item with { Seed = member.Index * 10 })];
    }

    private static Member Find(List<Member> units, string name) => units.Single(unit => unit.Short == name);

    /// <param name="text">0 for what the unit has written already, another number for another document.</param>
    private void Write(Member unit, int year, DateOnly published, string? path = null, int text = 5)
    {
        var seed = unit.Seed + year - 2022 + (path is null ? 0 : text);
        var report = Forger.Forge(seed, new Order(Edition: "2021", Zeros: Zeros.Digit, Whose: new Whose(unit.Full, unit.Short, unit.Level, year, published)));
        var (format, layout, extension) = path is not null || unit.Short == "民政局" ? (FileKind.Html, "plain", "html") : (seed % 3) switch
        {
            0 => (FileKind.Docx, "plain", "docx"),
            1 => (FileKind.Markdown, "grid-plain", "md"),
            _ => (FileKind.Html, "plain", "html"),
        };
        _shell.Write("in/" + (path ?? $"{year}/{(unit.Level == Level.County ? "" : "郏县")}{unit.Short}.{extension}"), Layouts.Find(format, layout).Write(report));
    }

    private static bool Is(JsonElement finding, string rule) => finding.GetProperty("rule").GetString() == rule;

    private static string Who(JsonElement finding) => $"{finding.GetProperty("organization").GetString()} {finding.GetProperty("year").GetInt32().ToString(CultureInfo.InvariantCulture)}";

    private static string Say(JsonElement entry)
    {
        var (name, year, status) = (entry.GetProperty("name").GetString(), entry.GetProperty("year").GetInt32().ToString(CultureInfo.InvariantCulture), entry.GetProperty("status").GetString());
        return status == "late" ? $"{name} {year} late {entry.GetProperty("days_late").GetInt32().ToString(CultureInfo.InvariantCulture)}" : $"{name} {year} {status}";
    }

    private List<JsonElement> Lines(string file) => [.. File.ReadLines(_shell.Path("out/" + file)).Select(line => JsonDocument.Parse(line).RootElement)];
}
