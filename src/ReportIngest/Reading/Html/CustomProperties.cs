using System.Text.RegularExpressions;

namespace ReportIngest.Reading.Html;

/// <summary>What the sheets of a page call by names of their own (<c>--ink: #333</c>) and mean elsewhere by them (<c>color: var(--ink)</c>).</summary>
internal sealed partial class CustomProperties
{
    /// <summary>Names that mean each other without end are cut off here.</summary>
    private const int MostTimes = 4;

    /// <summary>What is put in for names that mean others many times over grows beyond all bounds.</summary>
    private const int MostLetters = 10_000;

    /// <summary>Null where several values are said: which one holds depends on the element.</summary>
    private readonly Dictionary<string, string?> _values = new(StringComparer.Ordinal);

    public CustomProperties(List<StyleRules.Found> rules)
    {
        foreach (var rule in rules)
        {
            if (!rule.Declarations.Span.Contains("--", StringComparison.Ordinal)) continue;
            foreach (Match said in Said().Matches(rule.Declarations.ToString()))
            {
                var (name, value) = (said.Groups["name"].Value, said.Groups["value"].Value.Trim());
                if (!_values.TryAdd(name, value) && _values[name] != value) _values[name] = null;
            }
        }
    }

    /// <summary>A name of which nothing is known stays as it stands.</summary>
    public string Resolve(string style)
    {
        for (var times = 0; times < MostTimes && style.Length < MostLetters && style.Contains("var(", StringComparison.OrdinalIgnoreCase); times++)
            style = Use().Replace(style, use => _values.TryGetValue(use.Groups["name"].Value, out var value) ? value ?? use.Value : use.Groups["else"].Success ? use.Groups["else"].Value : use.Value);
        return style;
    }

    [GeneratedRegex(@"(?<![\w-])(?<name>--[\w-]+)\s*:(?<value>[^;{}]*)")]
    private static partial Regex Said();

    [GeneratedRegex(@"var\(\s*(?<name>--[\w-]+)\s*(?:,(?<else>[^()]*))?\)", RegexOptions.IgnoreCase)]
    private static partial Regex Use();
}
