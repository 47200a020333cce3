using System.Collections.Immutable;
using System.Globalization;
using ReportIngest.Reading;

namespace ReportIngest.Cli.Configuring;

/// <summary>The keys of <c>[limits]</c>.</summary>
internal static class LimitSettings
{
    private const long Megabyte = 1L << 20;

    /// <summary>Of megabytes: what goes through a pipe in one piece has to stay below 1 GB.</summary>
    private const long MostInput = 512;

    /// <summary>Of anything that is counted in an <see cref="int"/>.</summary>
    private const long Most = 1_000_000_000;

    private static readonly ImmutableArray<Setting> All =
    [
        new("input_mb", MostInput, (limits, value) => limits with { InputBytes = value * Megabyte }),
        new("inflated_mb", Most, (limits, value) => limits with { InflatedBytes = value * Megabyte }),
        new("zip_entries", Most, (limits, value) => limits with { ZipEntries = (int)value }),
        new("zip_ratio", Most, (limits, value) => limits with { ZipRatio = (int)value }),
        new("xml_characters", Most, (limits, value) => limits with { XmlCharacters = value }),
        new("pages", Most, (limits, value) => limits with { Pages = (int)value }),
        new("page_letters", Most, (limits, value) => limits with { PageLetters = (int)value }),
        new("page_paths", Most, (limits, value) => limits with { PagePaths = (int)value }),
        new("page_pieces", Most, (limits, value) => limits with { PagePieces = (int)value }),
        new("tables", Most, (limits, value) => limits with { Tables = (int)value }),
        new("cells", Most, (limits, value) => limits with { Cells = (int)value }),
        // Deeper than this the parsers themselves run out of stack.
        new("nesting", 2000, (limits, value) => limits with { Nesting = (int)value }),
        new("markdown_nesting", 128, (limits, value) => limits with { MarkdownNesting = (int)value }),
        new("markdown_links", Most, (limits, value) => limits with { MarkdownLinks = (int)value }),
        new("archive_entries", Most, (limits, value) => limits with { ArchiveEntries = (int)value }),
        new("archive_mb", Most, (limits, value) => limits with { ArchiveBytes = value * Megabyte }),
        new("seconds", 86_400, (limits, value) => limits with { Seconds = (int)value }),
        // With less the runtime itself does not start, or not always.
        new("memory_mb", 1 << 20, (limits, value) => limits with { MemoryBytes = value * Megabyte }, Least: 64),
    ];

    public static IEnumerable<string> Keys => All.Select(setting => setting.Key);

    /// <exception cref="SettingException">There is no such key, or the value is none for it.</exception>
    public static Limits Set(Limits limits, string key, object value)
    {
        var setting = All.FirstOrDefault(setting => setting.Key == key) ?? throw new SettingException(new Message(
            $"[limits] 里没有“{key}”，可用：{string.Join("、", Keys)}。", $"[limits] has no “{key}”; there is {string.Join(", ", Keys)}."), $"limits.{key}");
        return value is long number && number >= setting.Least && number <= setting.Most ? setting.With(limits, number) : throw new SettingException(new Message(
            $"[limits] 的 {key} 应是 {setting.Least} 到 {setting.Most} 的整数，而不是“{Shown(value)}”。", $"{key} of [limits] is a whole number from {setting.Least} to {setting.Most}, not “{Shown(value)}”."), $"limits.{key}");
    }

    private static string? Shown(object value) => value is Tomlyn.Model.TomlTable or Tomlyn.Model.TomlArray ? "…" : Convert.ToString(value, CultureInfo.InvariantCulture);

    private sealed record Setting(string Key, long Most, Func<Limits, long, Limits> With, long Least = 1);
}
