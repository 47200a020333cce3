using System.Collections.Immutable;
using System.Globalization;
using Toml = Tomlyn;

namespace ReportIngest.Cli.Configuring;

/// <summary>One table of the configuration, read key by key; a key that nobody asked for is an error.</summary>
/// <param name="place">As <see cref="TomlLines"/> calls it, where that is not its name.</param>
internal sealed class SettingTable(string name, Toml.Model.TomlTable table, string? place = null)
{
    private readonly string _place = place ?? name;

    private readonly HashSet<string> _asked = [];

    public string? Text(string key) => Value(key) switch
    {
        null => null,
        string { Length: > 0 } text => text,
        _ => throw Wrong(key, "应是一段文字", "is a text"),
    };

    public ImmutableArray<string> Texts(string key) => Value(key) switch
    {
        null => [],
        string text => [text],
        Toml.Model.TomlArray list when list.All(item => item is string) => [.. list.Cast<string>()],
        _ => throw Wrong(key, "应是文字的列表，如 [\"a\", \"b\"]", "is a list of texts, such as [\"a\", \"b\"]"),
    };

    public int Whole(string key, int normal, int least, int most) => Value(key) switch
    {
        null => normal,
        long number when number >= least && number <= most => (int)number,
        _ => throw Wrong(key, $"应是 {least} 到 {most} 的整数", $"is a whole number from {least} to {most}"),
    };

    /// <summary>A share from 0 to 1.</summary>
    public double Share(string key, double normal) => Value(key) switch
    {
        null => normal,
        long and (0 or 1) and var whole => whole,
        double share when share is >= 0 and <= 1 => share,
        _ => throw Wrong(key, "应是 0 到 1 的数", "is a number from 0 to 1"),
    };

    public bool Truth(string key, bool normal) => Value(key) switch
    {
        null => normal,
        bool truth => truth,
        _ => throw Wrong(key, "应是 true 或 false", "is true or false"),
    };

    public SettingException Wrong(string key, string zh, string en) => new(new Message($"[{name}] 的 {key} {zh}。", $"{key} of [{name}] {en}."), $"{_place}.{key}");

    /// <summary>To be called when every key has been asked for.</summary>
    /// <exception cref="SettingException">There is another.</exception>
    public void Finish()
    {
        if (table.Keys.FirstOrDefault(key => !_asked.Contains(key)) is not { } unknown) return;
        throw new SettingException(new Message(
            string.Create(CultureInfo.InvariantCulture, $"[{name}] 里没有“{unknown}”，可用：{string.Join("、", _asked)}。"),
            string.Create(CultureInfo.InvariantCulture, $"[{name}] has no “{unknown}”; there is {string.Join(", ", _asked)}.")), $"{_place}.{unknown}");
    }

    private object? Value(string key)
    {
        _asked.Add(key);
        return table.TryGetValue(key, out var value) ? value : null;
    }
}
