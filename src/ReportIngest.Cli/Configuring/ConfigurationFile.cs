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

    /// <exception cref="UsageException">The file is not there, is no TOML, or says what this program does not know.</exception>
    public static Configuration Read(string path)
    {
        try
        {
            var file = Toml.TomlSerializer.Deserialize<Toml.Model.TomlTable>(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(SmallFile.Read(path)))!;
            var configuration = Configuration.Default with { Path = path };
            foreach (var (key, value) in file)
            {
                configuration = (key, value) switch
                {
                    (LimitsTable, Toml.Model.TomlTable limits) => limits.Aggregate(configuration, (known, setting) => known with { Limits = LimitSettings.Set(known.Limits, setting.Key, setting.Value) }),
                    (DueTable, Toml.Model.TomlTable days) => configuration with { Due = days.ToImmutableDictionary(day => LevelOf(day.Key), Day) },
                    (LimitsTable or DueTable, _) => throw Wrong($"{key} 应是一节：[{key}]。", $"{key} is a table: [{key}]."),
                    _ => throw Wrong($"没有“{key}”这一项，可用：[{LimitsTable}]、[{DueTable}]。", $"There is no “{key}”; there is [{LimitsTable}] and [{DueTable}]."),
                };
            }
            return configuration;
        }
        catch (Exception error) when (error is Toml.TomlException or DecoderFallbackException)
        {
            throw In(path, new Message($"不是 TOML 文件：{error.Message}", $"it is no TOML: {error.Message}"));
        }
        catch (SettingException wrong)
        {
            throw In(path, wrong.Sentence);
        }
    }

    private static Level LevelOf(string name) => name switch
    {
        "national" => Level.National,
        "province" => Level.Province,
        "city" => Level.City,
        "county" => Level.County,
        "township" => Level.Township,
        "department" => Level.Department,
        _ => throw Wrong(
            $"[{DueTable}] 里没有“{name}”这一级，可用：national、province、city、county、township、department。",
            $"[{DueTable}] has no level “{name}”; there is national, province, city, county, township, department."),
    };

    /// <summary>In a leap year, so that 02-29 is a day.</summary>
    private static DueDay Day(KeyValuePair<string, object> day) =>
        day.Value is string text && DateOnly.TryParseExact("2024-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new DueDay(date.Month, date.Day)
            : throw Wrong($"[{DueTable}] 的 {day.Key} 应是月-日，如 \"02-20\"。", $"{day.Key} of [{DueTable}] is a month and a day, such as \"02-20\".");

    private static SettingException Wrong(string zh, string en) => new(new Message(zh, en));

    private static UsageException In(string path, Message sentence) => new(new Message($"配置文件“{path}”：{sentence.Zh}", $"Configuration “{path}”: {sentence.En}"));
}

/// <summary>A line of the configuration that cannot be followed.</summary>
internal sealed class SettingException(Message sentence) : Exception(sentence.En)
{
    public Message Sentence { get; } = sentence;
}
