using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReportIngest.Reports;
using ReportIngest.Rosters;
using Toml = Tomlyn;

namespace ReportIngest.Cli.Configuring;

/// <summary>Reads <c>reportingest.toml</c>. What it does not know is an error: a misspelt ceiling would silently be none.</summary>
internal static class ConfigurationFile
{
    private const string LimitsTable = "limits", DueTable = "due";

    private static readonly ImmutableArray<string> Tables = [LimitsTable, DueTable, RefreshTables.Store, RefreshTables.Refresh, RefreshTables.Fetch, RefreshTables.Source];

    /// <exception cref="UsageException">The file is not there, is no TOML, or says what this program does not know.</exception>
    public static Configuration Read(string path) => Parse(path, SmallFile.Read(path));

    /// <summary>The same of bytes that were read.</summary>
    /// <exception cref="UsageException">They are no TOML, or say what this program does not know.</exception>
    public static Configuration Parse(string path, ReadOnlySpan<byte> bytes)
    {
        TomlLines? lines = null;
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            lines = new TomlLines(text);
            var file = Toml.TomlSerializer.Deserialize<Toml.Model.TomlTable>(text)!;
            var configuration = Configuration.Default;
            var refresh = new RefreshTables(Path.GetDirectoryName(Path.GetFullPath(path))!);
            foreach (var (key, value) in file)
            {
                configuration = (key, value) switch
                {
                    (LimitsTable, Toml.Model.TomlTable limits) => limits.Aggregate(configuration, (known, setting) => known with { Limits = LimitSettings.Set(known.Limits, setting.Key, setting.Value) }),
                    (DueTable, Toml.Model.TomlTable days) => configuration with { Due = days.ToImmutableDictionary(day => LevelOf(day.Key), Day) },
                    (RefreshTables.Store, Toml.Model.TomlTable store) => configuration with { Refresh = refresh.ReadStore(configuration.Refresh, store) },
                    (RefreshTables.Refresh, Toml.Model.TomlTable settings) => configuration with { Refresh = refresh.ReadRefresh(configuration.Refresh, settings) },
                    (RefreshTables.Fetch, Toml.Model.TomlTable fetch) => configuration with { Refresh = configuration.Refresh with { Fetch = RefreshTables.ReadFetch(configuration.Refresh.Fetch, fetch) } },
                    (RefreshTables.Source, Toml.Model.TomlTableArray sources) => configuration with { Refresh = configuration.Refresh with { Sources = refresh.ReadSources(sources) } },
                    (RefreshTables.Source, _) => throw Wrong(key, $"{key} 应写成 [[{key}]]。", $"{key} is written [[{key}]]."),
                    _ when Tables.Contains(key) => throw Wrong(key, $"{key} 应是一节：[{key}]。", $"{key} is a table: [{key}]."),
                    _ => throw Wrong(
                        key,
                        $"没有“{key}”这一项，可用：{string.Join("、", Tables.Select(table => $"[{table}]"))}。",
                        $"There is no “{key}”; there is {string.Join(", ", Tables.Select(table => $"[{table}]"))}."),
                };
            }
            return configuration;
        }
        catch (DecoderFallbackException)
        {
            throw In(path, null, new Message("不是 UTF-8 编码的文本。", "it is no text in UTF-8."));
        }
        catch (Toml.TomlException wrong)
        {
            throw In(path, wrong.Line, TomlLines.NotToml);
        }
        catch (SettingException wrong)
        {
            throw In(path, wrong.Line ?? (wrong.Place is { } place ? lines?.Of(place) : null), wrong.Sentence);
        }
    }

    private static Level LevelOf(string name) => EnumSpelling<Level>.Find(name) ?? throw Wrong(
        $"{DueTable}.{name}",
        $"[{DueTable}] 里没有“{name}”这一级，可用：{string.Join("、", EnumSpelling<Level>.Names)}。",
        $"[{DueTable}] has no level “{name}”; there is {string.Join(", ", EnumSpelling<Level>.Names)}.");

    /// <summary>In a leap year, so that 02-29 is a day.</summary>
    private static DueDay Day(KeyValuePair<string, object> day) =>
        day.Value is string text && DateOnly.TryParseExact("2024-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new DueDay(date.Month, date.Day)
            : throw Wrong($"{DueTable}.{day.Key}", $"[{DueTable}] 的 {day.Key} 应是月-日，如 \"02-20\"。", $"{day.Key} of [{DueTable}] is a month and a day, such as \"02-20\".");

    private static SettingException Wrong(string place, string zh, string en) => new(new Message(zh, en), place);

    private static UsageException In(string path, int? line, Message sentence) => new(
        $"配置文件“{path}”{(line is null ? "" : string.Create(CultureInfo.InvariantCulture, $"第 {line} 行"))}：{sentence.Zh}",
        $"Configuration “{path}”{(line is null ? "" : string.Create(CultureInfo.InvariantCulture, $", line {line}"))}: {sentence.En}");
}

/// <summary>A line of the configuration that cannot be followed.</summary>
/// <param name="place">Of the key, as <see cref="TomlLines"/> calls it.</param>
internal sealed class SettingException(Message sentence, string? place = null) : Exception(sentence.En)
{
    public Message Sentence { get; } = sentence;

    public string? Place { get; } = place;

    /// <summary>Where the line is known by itself.</summary>
    public int? Line { get; init; }
}
