using System.Buffers;
using System.Text.RegularExpressions;

namespace ReportIngest.Reading.Html;

/// <summary>A style sheet → its rules that hold on a wide screen, in order: those for print and for other screens are left out.</summary>
internal static partial class StyleRules
{
    /// <param name="Sure">It holds wherever its selector does: it stands in no group with a condition of its own, in no layer and in no other rule.</param>
    public readonly record struct Found(ReadOnlyMemory<char> Selectors, ReadOnlyMemory<char> Declarations, bool Sure);

    public static IEnumerable<Found> Of(string sheet)
    {
        var text = Comments().Replace(sheet, " ");
        var around = new Stack<bool>();
        for (var at = 0; text.AsSpan(at).IndexOfAny('{', '}', ';') is >= 0 and var length;)
        {
            var head = text.AsMemory(at, length).Trim();
            var open = at + length;
            at = open + 1;
            if (text[open] == '}') around.TryPop(out _);
            if (text[open] != '{') continue;
            if (IsHeld(head.Span))
            {
                around.Push(IsAlways(head.Span) && !around.Contains(false));
                continue;
            }

            if (head.Span is ['@', ..])
            {
                at = EndOfGroup(text, open);
                continue;
            }

            var end = text.IndexOf('}', open);
            if (end < 0) end = text.Length;
            if (text.AsSpan((open + 1)..end).Contains('{'))
            {
                around.Push(false); // rules within a rule, read as if they stood outside of it
                continue;
            }

            yield return new Found(head.TrimStart('&').TrimStart(), text.AsMemory((open + 1)..end), !around.Contains(false));
            at = Math.Min(end + 1, text.Length);
        }
    }

    /// <summary>Whether the rules of a group are read as if they stood outside of it.</summary>
    private static bool IsHeld(ReadOnlySpan<char> head) =>
        head.StartsWith("@media", StringComparison.OrdinalIgnoreCase) ? IsScreen(head)
        : (head.StartsWith("@supports", StringComparison.OrdinalIgnoreCase) && !head.Contains(" not ", StringComparison.OrdinalIgnoreCase))
            || (head.StartsWith("@container", StringComparison.OrdinalIgnoreCase) && IsScreen(head))
            || head.StartsWith("@layer", StringComparison.OrdinalIgnoreCase) || head.StartsWith("@scope", StringComparison.OrdinalIgnoreCase);

    private static bool IsAlways(ReadOnlySpan<char> head) => head.StartsWith("@media", StringComparison.OrdinalIgnoreCase) && !head.Contains('(');

    /// <summary>Whether media are those that a report is looked at with: neither narrow (also written <c>width &lt; 600px</c>) nor upright, nor light on dark.</summary>
    public static bool IsScreen(ReadOnlySpan<char> media) =>
        !media.ContainsAny(OfOthers)
        && (!media.Contains("print", StringComparison.OrdinalIgnoreCase) || media.Contains("screen", StringComparison.OrdinalIgnoreCase) || media.Contains("not print", StringComparison.OrdinalIgnoreCase));

    private static readonly SearchValues<string> OfOthers = SearchValues.Create(["max-", "<", "portrait", "dark"], StringComparison.OrdinalIgnoreCase);

    private static int EndOfGroup(string text, int open)
    {
        var depth = 0;
        for (var at = open; at < text.Length; at++)
        {
            if (text[at] == '{') depth++;
            else if (text[at] == '}' && --depth == 0) return at + 1;
        }

        return text.Length;
    }

    /// <summary>Also the marks that once kept sheets from browsers without them.</summary>
    [GeneratedRegex(@"/\*[^*]*(?:\*(?!/)[^*]*)*\*/|<!--|-->")]
    private static partial Regex Comments();
}
