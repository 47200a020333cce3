using System.Globalization;

namespace ReportIngest.Reading.Docx;

/// <summary>Writes a number in a list as Word does, by the name of its format (<c>w:numFmt</c>).</summary>
internal static class NumberText
{
    private const string Digits = "〇一二三四五六七八九";

    public static string Of(int number, string format) => format switch
    {
        "none" => "",
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "decimalFullWidth" => string.Concat(Decimal(number).Select(digit => (char)(digit - '0' + '０'))),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => Nth("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", number),
        "decimalEnclosedParen" => Nth("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇", number),
        "decimalEnclosedFullstop" => Nth("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛", number),
        "ideographTraditional" => Nth("甲乙丙丁戊己庚辛壬癸", number),
        "chineseCounting" or "taiwaneseCounting" => number < 100 ? Counting(number) : Positional(number),
        "chineseCountingThousand" or "taiwaneseCountingThousand" => Counting(number),
        "japaneseCounting" => Japanese(number),
        "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" => Positional(number),
        "upperLetter" => Letters(number, 'A'),
        "lowerLetter" => Letters(number, 'a'),
        "upperRoman" => Roman(number),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        _ => Decimal(number),
    };

    private static string Decimal(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Nth(string signs, int number) =>
        number >= 1 && number <= signs.Length ? signs[number - 1].ToString() : Decimal(number);

    private static string Positional(int number) => string.Concat(Decimal(number).Select(digit => Digits[digit - '0']));

    /// <summary>一 … 十, 十一, 二十, 一百零一, 一千零二十.</summary>
    private static string Counting(int number)
    {
        if (number is < 1 or > 9999) return Decimal(number);
        var text = "";
        for (var (unit, name) = (1000, "千"); unit > 0; (unit, name) = (unit / 10, unit switch { 1000 => "百", 100 => "十", _ => "" }))
        {
            var digit = number / unit % 10;
            if (digit > 0) text += (unit == 10 && number < 20 ? "" : Digits[digit].ToString()) + name;
            else if (text.Length > 0 && number % unit > 0 && text[^1] != '零') text += "零";
        }

        return text;
    }

    /// <summary>As <see cref="Counting"/>, without zeros and without a one before ten, hundred and thousand.</summary>
    private static string Japanese(int number) =>
        Counting(number).Replace("零", "").Replace("一十", "十").Replace("一百", "百").Replace("一千", "千");

    /// <summary>Word writes a letter 30 times at most; the largest number there is would be a text of 80 million letters.</summary>
    private const int MostLetters = 26 * 30;

    /// <summary>a … z, aa, bb, as Word counts.</summary>
    private static string Letters(int number, char first) =>
        number is < 1 or > MostLetters ? Decimal(number) : new string((char)(first + ((number - 1) % 26)), ((number - 1) / 26) + 1);

    private static string Roman(int number)
    {
        if (number is < 1 or > 3999) return Decimal(number);
        var text = "";
        foreach (var (value, sign) in RomanSigns)
        {
            for (; number >= value; number -= value) text += sign;
        }

        return text;
    }

    private static readonly (int Value, string Sign)[] RomanSigns =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
        (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];
}
