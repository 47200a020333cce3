using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportIngest.Cli.Exporting;
using ReportIngest.Cli.Ingesting;
using Toml = Tomlyn;

namespace ReportIngest.Cli.Configuring;

/// <summary>The tables <c>[store]</c>, <c>[refresh]</c>, <c>[fetch]</c> and <c>[[source]]</c>.</summary>
/// <param name="folder">Of the configuration's file, against which its paths are resolved.</param>
internal sealed class RefreshTables(string folder)
{
    public const string Store = "store", Refresh = "refresh", Fetch = "fetch", Source = "source";

    /// <summary>A pattern of the configuration that runs away costs its link, not the night.</summary>
    public static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(200);

    private const int Day = 86_400;

    public RefreshSettings ReadStore(RefreshSettings settings, Toml.Model.TomlTable values)
    {
        var table = new SettingTable(Store, values);
        settings = settings with
        {
            Store = Resolved(table.Text("folder") ?? throw table.Wrong("folder", "缺少：请写存储文件夹", "is missing: name the folder of the store")),
            Publish = table.Text("publish") is { } publish ? Resolved(publish) : null,
            Formats = Formats(table),
        };
        table.Finish();
        return settings;
    }

    public RefreshSettings ReadRefresh(RefreshSettings settings, Toml.Model.TomlTable values)
    {
        var table = new SettingTable(Refresh, values);
        settings = settings with
        {
            Roster = table.Text("roster") is { } roster ? Resolved(roster) : null,
            Jobs = table.Whole("jobs", settings.Jobs, 1, 1024),
            Isolation = table.Text("isolation") is { } isolation
                ? EnumSpelling<Isolating>.Find(isolation) ?? throw table.Wrong("isolation", "只能是 process 或 none", "is process or none")
                : settings.Isolation,
            LostShare = table.Share("lost_share", settings.LostShare),
            ChangedShare = table.Share("changed_share", settings.ChangedShare),
            Attempts = table.Whole("attempts", settings.Attempts, 1, 1000),
        };
        table.Finish();
        return settings;
    }

    public static FetchSettings ReadFetch(FetchSettings settings, Toml.Model.TomlTable values)
    {
        var table = new SettingTable(Fetch, values);
        settings = settings with
        {
            UserAgent = table.Text("user_agent"),
            Pace = TimeSpan.FromMilliseconds(table.Whole("pace_ms", (int)settings.Pace.TotalMilliseconds, 0, Day * 1000)),
            PerHost = table.Whole("per_host", settings.PerHost, 1, 64),
            Timeout = TimeSpan.FromMilliseconds(table.Whole("timeout_ms", (int)settings.Timeout.TotalMilliseconds, 1, Day * 1000)),
            Retries = table.Whole("retries", settings.Retries, 0, 20),
            Backoff = TimeSpan.FromMilliseconds(table.Whole("backoff_ms", (int)settings.Backoff.TotalMilliseconds, 1, Day * 1000)),
            Redirects = table.Whole("redirects", settings.Redirects, 0, 50),
            Robots = table.Truth("robots", settings.Robots),
            Private = Networks(table),
        };
        table.Finish();
        return settings;
    }

    public ImmutableArray<SourceSettings> ReadSources(Toml.Model.TomlTableArray tables)
    {
        var sources = tables.Select(ReadSource).ToImmutableArray();
        var known = new HashSet<string>();
        foreach (var (i, source) in sources.Index())
        {
            if (!known.Add(source.Name))
                throw new SettingException(new Message($"[[{Source}]] 的名称“{source.Name}”用了两次。", $"Two [[{Source}]] are called “{source.Name}”."), TomlLines.PlaceOf(Source, i) + ".name");
        }
        return sources;
    }

    private SourceSettings ReadSource(Toml.Model.TomlTable values, int index)
    {
        var table = new SettingTable(Source, values, TomlLines.PlaceOf(Source, index));
        var places = ((string Key, SourceKind Kind)[])[("folder", SourceKind.Folder), ("file", SourceKind.File), ("urls", SourceKind.Urls), ("listing", SourceKind.Listing)];
        var given = places.Select(place => (place.Kind, Text: table.Text(place.Key))).Where(place => place.Text is not null).ToList();
        var name = table.Text("name") ?? throw table.Wrong("name", "缺少：每个来源要有名称", "is missing: every source has a name");
        if (given is not [var (kind, place)]) throw table.Wrong(name, "应写 folder、file、urls、listing 中的一项", "names one of folder, file, urls, listing");
        var source = new SourceSettings(name, kind, place!)
        {
            FullPlace = kind == SourceKind.Listing ? Address(table, place!) : Resolved(place!),
            Unit = table.Text("unit"),
            Roster = table.Text("roster") is { } roster ? Resolved(roster) : null,
            Include = table.Texts("include"),
            Exclude = table.Texts("exclude"),
            Links = table.Text("links") ?? "a[href]",
            Year = Pattern(table),
            Next = table.Text("next"),
            Pages = table.Whole("pages", 50, 1, 10_000),
        };
        table.Finish();
        return source;
    }

    private static string Address(SettingTable table, string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? text
            : throw table.Wrong("listing", "应是网址，如 https://www.example.gov.cn/xxgk/", "is an address, such as https://www.example.gov.cn/xxgk/");

    private static string? Pattern(SettingTable table)
    {
        if (table.Text("year") is not { } pattern) return null;
        try
        {
            _ = new Regex(pattern, RegexOptions.None, PatternTime);
            return pattern;
        }
        catch (ArgumentException)
        {
            throw table.Wrong("year", "不是正则表达式", "is no regular expression");
        }
    }

    private static ImmutableArray<string> Networks(SettingTable table)
    {
        var networks = table.Texts("private");
        return networks.All(network => System.Net.IPNetwork.TryParse(network, out _) || System.Net.IPAddress.TryParse(network, out _))
            ? networks
            : throw table.Wrong("private", "应是地址或网段，如 10.1.2.3 或 10.0.0.0/8", "is a list of addresses or networks, such as 10.1.2.3 or 10.0.0.0/8");
    }

    private static ImmutableArray<string> Formats(SettingTable table)
    {
        try
        {
            return ExportFormats.Parse(table.Text("format"));
        }
        catch (UsageException wrong)
        {
            throw new SettingException(wrong.Sentence, $"{Store}.format");
        }
    }

    private string Resolved(string path) => Path.GetFullPath(Path.Combine(folder, path));
}
