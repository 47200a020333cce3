using System.Buffers;
using System.Text.RegularExpressions;

namespace ReportIngest.Reading.Html;

/// <summary>A style sheet → its rules that hold on a wide screen, in order: those for print and for other screens are left out.</summary>
internal static partial class StyleRules
{
    /// <param name="Sure">It holds wherever its selector does: it stands in no group with a condition of its own, in no layer and in no other rule.</param>
    public readonly record struct Found(ReadOnlyMemory<char> Selectors, ReadOnlyMemory<char> Declarations, bool Sure);

    /// <param name="sure">Whether the sheet as a whole is.</param>
    public static IEnumerable<Found> Of(string sheet, bool sure)
    {
        var text = Comments().Replace(sheet, match => match.ValueSpan is ['/', ..] or ['<', ..] or ['-', ..] ? " " : match.Value);
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
                around.Push(IsAlways(head.Span) && IsSure());
                continue;
            }

            if (head.Span is ['@', ..])
            {
                at = EndOfGroup(text, open);
                continue;
            }

            var end = text.AsSpan(at).IndexOfAny('{', '}') is >= 0 and var brace ? at + brace : text.Length;
            var holdsRules = end < text.Length && text[end] == '{';
            yield return new Found(head.TrimStart('&').TrimStart(), text.AsMemory(at..end), IsSure() && !holdsRules);
            if (holdsRules) around.Push(false); // read as if they stood outside of it
            else at = Math.Min(end + 1, text.Length);
        }

        bool IsSure() => around.TryPeek(out var its) ? its : sure;
    }

    /// <summary>Whether the rules of a group are read as if they stood outside of it.</summary>
    private static bool IsHeld(ReadOnlySpan<char> head) =>
        head.StartsWith("@media", StringComparison.OrdinalIgnoreCase) ? IsAlways(head) || IsScreen(head)
        : (head.StartsWith("@supports", StringComparison.OrdinalIgnoreCase) && !head.Contains(" not ", StringComparison.OrdinalIgnoreCase))
            || (head.StartsWith("@container", StringComparison.OrdinalIgnoreCase) && IsScreen(head))
            || head.StartsWith("@layer", StringComparison.OrdinalIgnoreCase) || head.StartsWith("@scope", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether one of the media is every page's that is looked at.</summary>
    public static bool IsAlways(ReadOnlySpan<char> head) => Always().IsMatch(head);

    /// <summary>Whether of each group that is left out it is known that it does not hold on a wide screen, and the sheet brings in no other.</summary>
    public static bool AreKnown(string sheet)
    {
        foreach (var head in Groups().EnumerateMatches(sheet))
        {
            var group = sheet.AsSpan(head.Index, head.Length);
            if (!IsHeld(group.TrimEnd()) && !Elsewhere().IsMatch(group)) return false;
        }

        return !Everything().IsMatch(sheet);
    }

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

    [GeneratedRegex(@"^@media(?:\s*$|(?=\s[^()]*$)(?:[^()]*,)?\s*(?:all|(?:only\s+)?screen)\s*(?:,|$))", RegexOptions.IgnoreCase)]
    private static partial Regex Always();

    [GeneratedRegex("@[^{};]*")]
    private static partial Regex Groups();

    /// <summary>For print and for screens narrower than 1100 pixels; and groups without rules for elements.</summary>
    [GeneratedRegex(
        @"^@(?:(?:charset|font-face|page|(?:-\w+-)?keyframes)\b|media\s*(?:(?:(?:only\s+)?print\b(?>[^,]*)|(?:(?:only\s+)?(?:screen|all)\s+and\s*)?(?:\(min-width:[^(),]*\)\s+and\s*)?\(max-(?:device-)?width:\s*(?:\d{1,3}|10\d\d)(?:\.\d+)?px\s*\))\s*(?:,\s*|$))+$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();

    /// <summary>A word for all properties at once.</summary>
    [GeneratedRegex(@"(?<![\w-])all\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex Everything();

    /// <summary>One that is not closed runs to the end. Also the marks that once kept sheets from browsers without them.</summary>
    [GeneratedRegex(@"/\*[^*]*(?:\*(?!/)[^*]*)*(?:\*/|\z)|<!--|-->|" + Style.StringsAndAddresses, RegexOptions.IgnoreCase)]
    private static partial Regex Comments();
}
