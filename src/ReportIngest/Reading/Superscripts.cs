namespace ReportIngest.Reading;

/// <summary>Raised digits as the characters that Unicode has for them: the mark of a note behind a number (22¹) must not become one of its digits.</summary>
internal static class Superscripts
{
    private const string Digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>The text of a raised run; the brackets of a note's mark ([1]) are left out.</summary>
    public static string Of(string text) => text.AsSpan().ContainsAnyInRange('0', '9') || text.AsSpan().ContainsAnyInRange('①', '⑨')
        ? string.Concat(text.Where(character => character is not ('[' or ']' or '(' or ')' or '〔' or '〕' or '（' or '）')).Select(character => char.IsAsciiDigit(character) ? Digits[character - '0'] : character is >= '①' and <= '⑨' ? Digits[character - '①' + 1] : character))
        : text;
}
