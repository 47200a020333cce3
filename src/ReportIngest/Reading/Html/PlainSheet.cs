using System.Buffers;

namespace ReportIngest.Reading.Html;

/// <summary>
/// Whether a style sheet is so plain that a walk from brace to brace reads it as a browser does: brackets, quotes and comments are closed, rules stand in no rule, and nothing stands between them.
/// Of any other nobody here knows how a browser would find its way back.
/// </summary>
internal static class PlainSheet
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("{}()[];\"'\\/<>@");

    /// <summary>What in a string the walk would take for something else.</summary>
    private static readonly SearchValues<string> Misleading = SearchValues.Create(["\n", "\r", "\f", "{", "}", "(", ")", ";", "/*", "*/", "<!--", "-->", "@"], StringComparison.Ordinal);

    /// <summary>Groups that hold declarations, not rules.</summary>
    private static readonly SearchValues<string> OfDeclarations = SearchValues.Create(["@font-face", "@page", "@property", "@viewport"], StringComparison.OrdinalIgnoreCase);

    public static bool Is(string sheet)
    {
        var text = sheet.AsSpan();
        var open = new Stack<char>(); // brackets; @ for the brace of a group of rules
        var head = 0; // where the statement begins that is being read
        for (var at = 0; text[at..].IndexOfAny(Marks) is >= 0 and var length; at++)
        {
            at += length;
            var within = open.TryPeek(out var bracket) ? bracket : default;
            switch (text[at])
            {
                case '(' or '[':
                    open.Push(text[at]);
                    break;
                case ')' or ']':
                    if (within != (text[at] == ')' ? '(' : '[')) return false;
                    open.Pop();
                    break;
                case '{':
                    if (within is not ('@' or default(char))) return false;
                    open.Push(IsGroup(text[head..at].TrimStart()) ? '@' : '{');
                    head = at + 1;
                    break;
                case '}':
                    if (within != '{' && (within != '@' || !text[head..at].IsWhiteSpace())) return false;
                    open.Pop();
                    head = at + 1;
                    break;
                case ';':
                    if (within != '{' && (within != default || text[head..at].TrimStart() is not ['@', ..])) return false;
                    head = at + 1;
                    break;
                case '@':
                    if (within is '{' or '(' or '[' || !text[head..at].IsWhiteSpace()) return false;
                    break;
                case '"' or '\'':
                    var end = text[(at + 1)..].IndexOf(text[at]);
                    if (end < 0 || text.Slice(at + 1, end).ContainsAny(Misleading) || !AreNumbers(text.Slice(at + 1, end))) return false;
                    at += end + 1;
                    break;
                case '\\':
                    if (at + 1 == text.Length || !char.IsAsciiHexDigit(text[at + 1])) return false;
                    break;
                case '/' when text[at..].StartsWith("/*"):
                    var closed = text[(at + 2)..].IndexOf("*/");
                    if (closed < 0 || within is '(' or '[') return false;
                    var isBetween = text[head..at].IsWhiteSpace();
                    at += closed + 3;
                    if (isBetween) head = at + 1;
                    break;
                case '<' when within is not '(':
                    if (within != default || !text[at..].StartsWith("<!--") || !text[head..at].IsWhiteSpace()) return false;
                    at += 3;
                    head = at + 1;
                    break;
                case '>' when text[..at].EndsWith("--"):
                    if (within != default || !text[head..(at - 2)].IsWhiteSpace()) return false;
                    head = at + 1;
                    break;
            }
        }

        return open.Count == 0 && text[head..].IsWhiteSpace();
    }

    private static bool IsGroup(ReadOnlySpan<char> head) => head is ['@', ..] && !head.ContainsAny(OfDeclarations);

    /// <summary>Whether each character that is not written as itself is written as its number.</summary>
    private static bool AreNumbers(ReadOnlySpan<char> text)
    {
        while (text.IndexOf('\\') is >= 0 and var at)
        {
            text = text[(at + 1)..];
            if (text.IsEmpty || !char.IsAsciiHexDigit(text[0])) return false;
        }

        return true;
    }
}
