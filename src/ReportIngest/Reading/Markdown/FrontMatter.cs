using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReportIngest.Reading.Markdown;

/// <summary>
/// The YAML between two <c>---</c> at the top of Markdown. Markdig would take whatever stands there; here it must look like YAML,
/// for a report may as well begin with a line across the page and text below it.
/// </summary>
/// <param name="Lines">Lines it takes with its fences; 0 where there is none.</param>
/// <param name="Metadata">Its <c>name: value</c> lines, names in lower case. Nested values and lists say nothing about a report.</param>
internal sealed partial record FrontMatter(int Lines, ImmutableArray<KeyValuePair<string, string>> Metadata)
{
    public static FrontMatter Of(ImmutableArray<string> lines)
    {
        var metadata = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        for (var at = 1; at < lines.Length && lines[0].TrimEnd() == "---"; at++)
        {
            if (lines[at].TrimEnd() is "---" or "...") return new FrontMatter(metadata.Count > 0 ? at + 1 : 0, metadata.ToImmutable());
            if (Entry().Match(lines[at]) is { Success: true } entry)
            {
                var value = Unquoted(entry.Groups["value"].Value.Trim());
                if (value.Length > 0) metadata.Add(KeyValuePair.Create(entry.Groups["name"].Value.ToLowerInvariant(), value));
            }
            else if (!Other().IsMatch(lines[at]))
                break;
        }

        return new FrontMatter(0, []);
    }

    private static string Unquoted(string value) => value is ['"' or '\'', .., var end] && end == value[0] ? value[1..^1] : value;

    [GeneratedRegex(@"^(?<name>[\w-]+)[ \t]*:(?:[ \t]+(?<value>.*))?$")]
    private static partial Regex Entry();

    /// <summary>What YAML has besides entries: blank lines, comments, lists, indented values.</summary>
    [GeneratedRegex(@"^(?:\s*$|#|- |[ \t])")]
    private static partial Regex Other();
}
