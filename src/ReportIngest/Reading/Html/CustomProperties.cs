using System.Text.RegularExpressions;

namespace ReportIngest.Reading.Html;

/// <summary>What the sheets of a page call by names of their own (<c>--ink: #333</c>) and mean elsewhere by them (<c>color: var(--ink)</c>).</summary>
internal sealed partial class CustomProperties
{
    /// <summary>Names that mean each other without end are cut off here.</summary>
    private const int MostTimes = 4;

    /// <summary>The value that holds for the page as a whole, else the only one; null where several are said.</summary>
    private readonly Dictionary<string, string?> _values = new(StringComparer.Ordinal);

    public CustomProperties(List<StyleRules.Found> rules)
    {
        var ofPage = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            if (!rule.Declarations.Span.Contains("--", StringComparison.Ordinal)) continue;
            var isPage = rule.Selectors.Span.Trim() is ":root" or "html" or "body" or "*";
            foreach (Match said in Said().Matches(rule.Declarations.ToString()))
            {
                var (name, value) = (said.Groups["name"].Value, said.Groups["value"].Value.Trim());
                if (isPage && ofPage.Add(name)) _values[name] = value;
                else if (isPage || !_values.TryAdd(name, value)) _values[name] = isPage ? value : ofPage.Contains(name) ? _values[name] : null;
            }
        }
    }

    /// <summary>A name of which nothing is known stays as it stands.</summary>
    public string Resolve(string style)
    {
        for (var times = 0; times < MostTimes && _values.Count > 0 && style.Contains("var(", StringComparison.OrdinalIgnoreCase); times++)
            style = Use().Replace(style, use => _values.GetValueOrDefault(use.Groups["name"].Value) ?? (use.Groups["else"].Success ? use.Groups["else"].Value : use.Value));
        return style;
    }

    [GeneratedRegex(@"(?<![\w-])(?<name>--[\w-]+)\s*:(?<value>[^;{}]*)")]
    private static partial Regex Said();

    [GeneratedRegex(@"var\(\s*(?<name>--[\w-]+)\s*(?:,(?<else>[^()]*))?\)", RegexOptions.IgnoreCase)]
    private static partial Regex Use();
}
