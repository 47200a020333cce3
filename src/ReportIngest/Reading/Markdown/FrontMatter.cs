using System.Collections.Immutable;

namespace ReportIngest.Reading.Markdown;

/// <summary>The <c>name: value</c> lines of a YAML front matter. Nested values and lists say nothing about a report.</summary>
internal static class FrontMatter
{
    public static ImmutableArray<KeyValuePair<string, string>> Of(IEnumerable<string> lines) => [.. lines.Select(Pair).OfType<KeyValuePair<string, string>>()];

    private static KeyValuePair<string, string>? Pair(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || line[0] is ' ' or '\t' or '-' or '#') return null;
        var value = line[(colon + 1)..].Trim();
        if (value.Length > 1 && value[0] is '"' or '\'' && value[^1] == value[0]) value = value[1..^1];
        return value.Length == 0 ? null : KeyValuePair.Create(line[..colon].Trim().ToLowerInvariant(), value);
    }
}
