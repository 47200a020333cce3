using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ReportIngest.Reading.Html;

/// <summary>The text of styles: without comments and escapes, and the numbers in it.</summary>
internal static partial class Style
{
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("+-.0123456789");

    /// <summary>What a style says once comments are gone and characters that stand as their numbers (<c>\6e</c>) are themselves.</summary>
    public static string Plain(string style) =>
        style.Contains('\\', StringComparison.Ordinal) || style.Contains("/*", StringComparison.Ordinal) ? Escapes().Replace(Comments().Replace(style, match => match.ValueSpan is ['/', ..] ? "" : match.Value), Unescaped) : style;

    /// <summary>The number that a value begins with, whatever is counted; null where it has none.</summary>
    public static double? Number(ReadOnlySpan<char> value)
    {
        var end = value.IndexOfAnyExcept(OfNumbers);
        if (end == 0 || value.IsEmpty) return null;
        return double.TryParse(end < 0 ? value : value[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>What a transform or filter is put together of, each with <c>name</c> and <c>arguments</c>.</summary>
    [GeneratedRegex(@"(?<![a-zA-Z0-9-])(?<name>[a-zA-Z0-9-]+)\((?<arguments>[^()]*)\)")]
    public static partial Regex Functions();

    private static string Unescaped(Match match) =>
        int.TryParse(match.Groups["code"].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && code is > 0 and < 0xD800 && IsNoMark((char)code) ? ((char)code).ToString()
        : match.Groups["other"].ValueSpan is [var other] && IsNoMark(other) ? other.ToString() : Strange;

    /// <summary>What is no name nor a mark: a mark written as its number (<c>none\9</c>) parts nothing.</summary>
    private const string Strange = "\uFFFD";

    private static bool IsNoMark(char character) => !char.IsAscii(character) || char.IsAsciiLetterOrDigit(character) || character is '-' or '_';

    /// <summary>Matched beside comments to be passed over: <c>image/*</c> in one begins none.</summary>
    public const string StringsAndAddresses = @"""(?:[^""\\\n]|\\.)*""?|'(?:[^'\\\n]|\\.)*'?|url\([^()\n]*\)?";

    [GeneratedRegex(@"/\*[^*]*(?:\*(?!/)[^*]*)*(?:\*/|$)|" + StringsAndAddresses, RegexOptions.IgnoreCase)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\\(?:(?<code>[0-9a-fA-F]{1,6})[ \t\n]?|(?<other>[^\n]))")]
    private static partial Regex Escapes();
}
