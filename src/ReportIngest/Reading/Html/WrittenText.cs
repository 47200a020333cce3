using System.Text.RegularExpressions;
using Dom = AngleSharp.Dom;

namespace ReportIngest.Reading.Html;

/// <summary>Digits that a style sheet writes before or behind an element (<c>::before { content: "1" }</c>), where no text has them.</summary>
internal sealed partial class WrittenText
{
    private readonly List<(SheetRule Rule, string Content)> _rules = [];

    public bool IsEmpty => _rules.Count == 0;

    public static bool MayWrite(ReadOnlySpan<char> declarations) => declarations.Contains("content", StringComparison.OrdinalIgnoreCase);

    public static bool IsFor(string selector) => Place().IsMatch(selector);

    public void Add(string selector, string style)
    {
        var content = new Declarations(style)[Property.Content].ToString();
        if (content.Any(char.IsDigit) || Function().IsMatch(content)) _rules.Add((new SheetRule(Place().Replace(selector, "") is { Length: > 0 } named ? named : "*", selector, "", sure: false, 0), content));
    }

    /// <summary>An attribute that is written counts where the element has it and it has digits, a counter always.</summary>
    public bool IsAt(Dom.Element element)
    {
        foreach (var (rule, content) in _rules)
        {
            if (rule.Holds(element) && Function().Matches(content) is var functions
                && (functions.Count == 0 || functions.Any(function => !function.Groups["attribute"].Success || (Elements.Attribute(element, function.Groups["attribute"].Value) ?? "").Any(char.IsDigit)))) return true;
        }

        return false;
    }

    [GeneratedRegex("::?(?:before|after)$", RegexOptions.IgnoreCase)]
    private static partial Regex Place();

    [GeneratedRegex(@"counters?\(|attr\(\s*(?<attribute>[\w-]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Function();
}
