using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ReportIngest.Rosters;

namespace ReportIngest.Rules;

/// <summary>A finding that people have looked at and accepted. It stays in the output, marked.</summary>
/// <param name="Line">Of the file, from 1.</param>
/// <param name="Unit">Code of the roster, or the unit's name; null where the fingerprint says whose.</param>
/// <param name="Year">Null for every year.</param>
/// <param name="Until">The last day it counts; null for always.</param>
/// <param name="Fingerprint">Of the one finding that is meant; null for all of the rule.</param>
public sealed record Suppression(int Line, string Rule, string? Unit, int? Year, string Reason, string Who, DateOnly? Until, string? Fingerprint)
{
    internal bool Fits(Finding finding, string fingerprint) =>
        Rule == finding.Rule.Id
        && (Fingerprint is null || Fingerprint == fingerprint)
        && (Year is null || Year == finding.Subject.Year)
        && (Unit is null || Unit == finding.Subject.Division || (finding.Subject.Organization is { } name && UnitCore.Of(name) == UnitCore.Of(Unit)));
}

/// <summary>Why an entry of the file does nothing.</summary>
public enum Staleness
{
    /// <summary>Its last day is over.</summary>
    Expired,

    /// <summary>No finding is like that (any more).</summary>
    Unmatched,
}

/// <summary>A suppression file: JSON, an object a line, with <c>rule</c>, <c>unit</c>, <c>year</c>, <c>reason</c>, <c>who</c>, <c>until</c>, <c>fingerprint</c>.</summary>
public sealed class Suppressions
{
    private static readonly ImmutableArray<string> Keys = ["rule", "unit", "year", "reason", "who", "until", "fingerprint"];

    private readonly ImmutableArray<Suppression> _entries;
    private readonly DateOnly _asOf;
    private readonly HashSet<Suppression> _used = [];

    private Suppressions(ImmutableArray<Suppression> entries, DateOnly asOf) => (_entries, _asOf) = (entries, asOf);

    public static Suppressions None => new([], DateOnly.MinValue);

    /// <summary>The entries that did nothing, in the file's order. Known when all findings have been marked.</summary>
    public IEnumerable<(Suppression Entry, Staleness Why)> Stale =>
        _entries.Where(entry => !_used.Contains(entry)).Select(entry => (entry, IsExpired(entry) ? Staleness.Expired : Staleness.Unmatched));

    /// <param name="asOf">The day: entries whose last day is earlier do not count.</param>
    /// <exception cref="SuppressionException">A line is no entry; the exception says which and why.</exception>
    public static Suppressions Read(ReadOnlySpan<byte> file, DateOnly asOf)
    {
        var text = Encoding.UTF8.GetString(file.StartsWith(Encoding.UTF8.Preamble) ? file[Encoding.UTF8.Preamble.Length..] : file);
        return new Suppressions([.. text.Split('\n').Index().Where(line => !string.IsNullOrWhiteSpace(line.Item)).Select(line => Parse(line.Index + 1, line.Item))], asOf);
    }

    internal Suppression? Of(Finding finding, string fingerprint)
    {
        var entry = _entries.FirstOrDefault(entry => !IsExpired(entry) && entry.Fits(finding, fingerprint));
        if (entry is not null) _used.Add(entry);
        return entry;
    }

    private bool IsExpired(Suppression entry) => entry.Until < _asOf;

    private static Suppression Parse(int line, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return Parse(line, json.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new SuppressionException(line, "不是一个 JSON 对象。", "it is no JSON object.", error);
        }
    }

    private static Suppression Parse(int line, JsonElement json)
    {
        // A misspelt "until" would make an entry count for ever.
        if (json.EnumerateObject().FirstOrDefault(property => !Keys.Contains(property.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } foreign)
            throw new SuppressionException(line, $"没有“{foreign.Name}”这一项，可用：{string.Join("、", Keys)}。", $"there is no key “{foreign.Name}”; there is {string.Join(", ", Keys)}.");
        string Required(string key) => Text(line, json, key) ?? throw new SuppressionException(line, $"缺少 {key}。", $"{key} is missing.");
        var entry = new Suppression(line, Required("rule"), Text(line, json, "unit"), Year(line, json), Required("reason"), Required("who"), Until(line, json), Text(line, json, "fingerprint"));
        if (RuleCatalog.Find(entry.Rule) is null) throw new SuppressionException(line, $"没有“{entry.Rule}”这条规则。", $"there is no rule “{entry.Rule}”.");
        return entry is { Unit: null, Fingerprint: null }
            ? throw new SuppressionException(line, "要写明 unit 或 fingerprint：对所有单位都不看的规则不能这样关闭。", "name a unit or a fingerprint: a rule is not switched off for everybody like this.")
            : entry;
    }

    private static string? Text(int line, JsonElement json, string key)
    {
        if (!json.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : throw new SuppressionException(line, $"{key} 应是文字。", $"{key} is a text.");
    }

    private static int? Year(int line, JsonElement json)
    {
        if (!json.TryGetProperty("year", out var value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var year)
            ? year
            : throw new SuppressionException(line, "year 应是年份，如 2024。", "year is a number, such as 2024.");
    }

    private static DateOnly? Until(int line, JsonElement json)
    {
        if (Text(line, json, "until") is not { } text) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new SuppressionException(line, "until 应是日期，如 2026-12-31。", "until is a day, such as 2026-12-31.");
    }
}

/// <summary>A line of a suppression file that is no entry, with the one sentence that says why.</summary>
public sealed class SuppressionException(int line, string zh, string en, Exception? inner = null) : Exception(en, inner)
{
    public Message Sentence { get; } = new($"核销文件第 {line} 行：{zh}", $"Line {line} of the suppression file: {en}");
}
