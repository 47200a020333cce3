using System.Globalization;
using System.Text.Json;
using ReportIngest.Cli;
using ReportIngest.Cli.Configuring;
using ReportIngest.Cli.Refreshing;
using ReportIngest.Documents;
using ReportIngest.Forge;

namespace ReportIngest.Tests.Cli.Refreshing;

/// <summary>A store with its configuration in a folder of its own, and runs on days that the test chooses.</summary>
internal sealed class Night : IDisposable
{
    private const string Settings = "[store]\nfolder = \"store\"\npublish = \"out\"\n[refresh]\nisolation = \"none\"\njobs = 2\n";

    private static readonly Layout Page = Layouts.Find(FileKind.Html, "plain");

    public Night(string sources = "[[source]]\nname = \"in\"\nfolder = \"in\"\n", string settings = Settings)
    {
        Shell.Write("reportingest.toml", settings + sources);
        Directory.CreateDirectory(Shell.Path("in"));
    }

    public Shell Shell { get; } = new();

    public string Language { get; init; } = "en";

    public DateTimeOffset Now { get; set; } = new(2025, 3, 1, 2, 0, 0, TimeSpan.Zero);

    /// <summary>A sound report of the forge as a web page.</summary>
    public static byte[] Report(int seed) => Page.Write(Forged(seed));

    public static ForgedReport Forged(int seed) => Forger.Forge(seed, new Order("2021", Zeros.Digit));

    /// <summary>The same report with another number in one cell.</summary>
    public static byte[] Changed(int seed) => Page.Write(Forger.Damage(Forged(seed), FaultKind.ResultCellWrong));

    public void Put(string name, byte[] bytes)
    {
        var path = Shell.Write("in/" + name, bytes);
        // Long ago, so that the time of a file tells.
        File.SetLastWriteTimeUtc(path, Now.UtcDateTime.AddHours(-1));
    }

    /// <summary>A run on the next night.</summary>
    public (int Code, JsonElement Record) Run(string? accept = null, bool retry = false)
    {
        Now = Now.AddDays(1);
        return RunNow(accept, retry);
    }

    public (int Code, JsonElement Record) RunNow(string? accept = null, bool retry = false)
    {
        using var output = new StringWriter();
        var terminal = new Terminal(new Streams(output, output, false, false), Language, Color: false, Quiet: false, Verbose: false);
        var code = RefreshRun.Run(new RefreshOptions(ConfigurationFile.Read(Shell.Path("reportingest.toml")), accept, retry), terminal, new Clock(Now), CancellationToken.None);
        Said = output.ToString();
        return (code, LastRecord);
    }

    /// <summary>The <c>run.json</c> of the last run.</summary>
    public JsonElement LastRecord => JsonDocument.Parse(File.ReadAllText(Path.Combine(LastFolder, "run.json"))).RootElement;

    public string Said { get; private set; } = "";

    /// <summary>The page of the last run.</summary>
    public string PageOfRun => File.ReadAllText(Path.Combine(LastFolder, "run.html"));

    private string LastFolder => Directory.EnumerateDirectories(Shell.Path("store/runs")).Order(StringComparer.Ordinal).Last();

    public static int Count(JsonElement record, string kind) => record.GetProperty("changes").GetProperty(kind).GetInt32();

    /// <summary>Kinds and file names of the changes, in order.</summary>
    public static string Changes(JsonElement record) => string.Join(", ", record.GetProperty("changed").EnumerateArray().Select(change =>
        $"{change.GetProperty("change").GetString()} {Path.GetFileName(change.GetProperty("path").GetString()!)}"));

    public List<JsonElement> Lines(string name) => [.. File.ReadLines(Shell.Path(name)).Select(line => JsonDocument.Parse(line).RootElement)];

    public void Dispose() => Shell.Dispose();

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => now;

        public override string ToString() => now.ToString(CultureInfo.InvariantCulture);
    }
}
