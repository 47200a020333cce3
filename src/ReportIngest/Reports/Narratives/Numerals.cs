namespace ReportIngest.Reports.Narratives;

/// <summary>Numbers in Chinese characters: 十二, 一百二十三, 二〇二四, 两千零六.</summary>
internal static class Numerals
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>The number, or null where the characters are none (a lone 百 or 万 counts nothing).</summary>
    public static decimal? Parse(string text)
    {
        if (!text.Any(character => character is '十' or '零' || Digit(character) is not null)) return null;
        return text.All(character => character == '零' || Digit(character) is not null) ? Positional(text) : Multiplied(text);
    }

    private static int? Digit(char character) => character switch
    {
        '零' => 0,
        '两' => 2,
        _ when Digits.IndexOf(character, StringComparison.Ordinal) is >= 0 and var digit => digit,
        _ => null,
    };

    private static decimal? Positional(string text)
    {
        decimal number = 0;
        // More digits than any count has would overflow.
        if (text.Length > 12) return null;
        foreach (var character in text) number = number * 10 + Digit(character)!.Value;
        return number;
    }

    private static decimal? Multiplied(string text)
    {
        decimal whole = 0, section = 0;
        decimal? digit = null;
        foreach (var character in text)
        {
            if (Digit(character) is { } next)
            {
                digit = next;
                continue;
            }

            var unit = character switch { '十' => 10m, '百' => 100m, '千' => 1000m, '万' => 10_000m, _ => 100_000_000m };
            if (unit < 10_000) section += (digit ?? 1) * unit;
            else (whole, section) = ((whole + section + (digit ?? 0)) * unit, 0);
            digit = null;
            if (whole > 1_000_000_000_000m) return null;
        }

        return whole + section + (digit ?? 0);
    }
}
