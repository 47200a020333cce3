using System.Collections.Immutable;
using System.Globalization;

namespace ReportIngest.Forge;

/// <summary>The title of a report in the forms that are seen: unit or year first, short names, Chinese numerals, broken over lines, blanks inside.</summary>
internal static class Titles
{
    private const string Numerals = "〇一二三四五六七八九";

    /// <returns>The lines as printed and the title they mean, without blanks.</returns>
    public static (ImmutableArray<string> Lines, string Title) Draw(Random random, string unit, int year)
    {
        var digits = year.ToString(CultureInfo.InvariantCulture);
        var (head, tail) = random.Next(9) switch
        {
            0 => ($"{digits}年{unit}", "政府信息公开工作年度报告"),
            1 => ($"{unit}{digits}年度", "政府信息公开工作年度报告"),
            2 => ($"{unit}{digits}年", "政府信息公开年度报告"),
            3 => ($"{unit}{digits}年", "政府信息公开工作年报"),
            4 => ($"{unit}{Spell(digits)}年", "政府信息公开工作年度报告"),
            5 => ($"{unit}关于{digits}年", "政府信息公开工作年度报告"),
            _ => ($"{unit}{digits}年", "政府信息公开工作年度报告"),
        };
        return (Print(random, unit, digits, head, tail), head + tail);
    }

    private static ImmutableArray<string> Print(Random random, string unit, string year, string head, string tail) => random.Next(6) switch
    {
        0 => [head, tail],
        1 when head.StartsWith(unit, StringComparison.Ordinal) => [unit, head[unit.Length..] + tail],
        2 => [head.Replace(year, $" {year} ") + tail.Replace("年度报告", "年度 报告")],
        _ => [head + tail],
    };

    private static string Spell(string digits) => string.Concat(digits.Select(digit => Numerals[digit - '0']));
}
