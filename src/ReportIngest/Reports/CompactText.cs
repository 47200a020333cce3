namespace ReportIngest.Reports;

/// <summary>
/// One way to write a line, for reading names and titles out of it: no blanks, ASCII digits and letters, unified and simplified ideographs. Punctuation stays as printed.
/// </summary>
internal static class CompactText
{
    /// <summary>The compact form; characters map one to one apart from those left out.</summary>
    public static string Of(ReadOnlySpan<char> text) => Of(text, simplified: true);

    /// <summary>The compact form of the same length, with traditional characters where the text has them.</summary>
    public static string AsPrinted(ReadOnlySpan<char> text) => Of(text, simplified: false);

    private static string Of(ReadOnlySpan<char> text, bool simplified)
    {
        const int onStack = 256;
        var compact = text.Length <= onStack ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var character in text)
        {
            if (!IsBlank(character)) compact[length++] = simplified ? Plain(character) : Folding.Letter(character);
        }

        return new string(compact[..length]);
    }

    /// <summary>The same with its blanks kept: a blank parts a day from the hour behind it.</summary>
    public static string WithBlanks(ReadOnlySpan<char> text) => string.Create(text.Length, text, static (folded, text) => WithBlanks(text, folded));

    /// <summary>The same into <paramref name="folded"/>, which is as long as the text.</summary>
    public static void WithBlanks(ReadOnlySpan<char> text, Span<char> folded)
    {
        for (var i = 0; i < text.Length; i++) folded[i] = Plain(text[i]);
    }

    private static char Plain(char character) => SimplifiedCharacters.Of(Folding.Letter(character));

    /// <summary>The index in <paramref name="text"/> behind its first <paramref name="count"/> characters that are no blanks.</summary>
    public static int IndexAfter(string text, int count)
    {
        var index = 0;
        for (; index < text.Length && count > 0; index++)
        {
            if (!IsBlank(text[index])) count--;
        }

        return index;
    }

    /// <summary>White space of every width (U+3000, NBSP), and what has no width: joiners, marks of direction, BOM, soft hyphen.</summary>
    public static bool IsBlank(char character) => character > '\u3000'
        ? character == '\uFEFF' // nothing else so far up: most characters need no table
        : char.IsWhiteSpace(character) || character is (>= '\u200B' and <= '\u200F') or '\u2060' or '\u00AD';
}
